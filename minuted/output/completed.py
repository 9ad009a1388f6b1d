"""A part of a list as a sentence that can be quoted: "That Cabinet … note the report"."""

from __future__ import annotations

from corpus.folding import folded_name
from minuted.output.citation import one_line

_LEFT_OUT = " … "
"""Between the words before a list and one of its parts: other parts, or a number, may stand there."""


def completed(text: str, stem: str | None) -> str:
    """``text`` on one line, behind the words that complete it."""
    words = one_line(text)
    return lead_in(words, stem) + words


def lead_in(text: str, stem: str | None) -> str:
    """The words that complete ``text``: "That Cabinet … "; none where it begins with them itself."""
    lead = one_line(stem or "").rstrip(" :;,–—-…")
    if not lead or folded_name(text).startswith(folded_name(lead)):
        return ""
    return f"{lead}{_LEFT_OUT}"
