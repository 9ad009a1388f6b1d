"""Titles that are alike: an agenda's item and its paper are seldom called the same to the letter."""

from __future__ import annotations

import re

from ingest.structure.wording import SMALL_WORDS

_WORD = re.compile(r"[^\W_]+")
LIKE = 0.75
"""The least likeness of two titles that are the same but for a word or two."""


def telling_words(title: str) -> frozenset[str]:
    """The words of a title that tell it from others, in lower case."""
    return frozenset(word for word in _WORD.findall(title.lower()) if word not in SMALL_WORDS)


def share_words(one: frozenset[str], other: frozenset[str], *, least: int) -> bool:
    """Whether two titles share most of their telling words; fewer than ``least`` tell too little."""
    return likeness(one, other, least=least) >= LIKE


def likeness(one: frozenset[str], other: frozenset[str], *, least: int) -> float:
    """The share of the telling words of two titles that both have, 0 to 1; 0 where one has fewer than ``least``."""
    if min(len(one), len(other)) < least:
        return 0.0
    return 2 * len(one & other) / (len(one) + len(other))
