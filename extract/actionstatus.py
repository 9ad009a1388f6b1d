"""How an action stands: open, ongoing or closed, by the words that tell it."""

from __future__ import annotations

from corpus.vocabulary import ActionStatus
from extract.regexes import labelled, searches


def status_of(said: str | None) -> ActionStatus:
    """The status that ``said`` tells; open where it tells none."""
    if said:
        for rule, _ in searches(labelled("actions", "status"), said):
            if rule.value:
                return ActionStatus(rule.value)
    return ActionStatus.OPEN
