"""Traces: from one decision or action, over stored links, to all that came before and after it."""
