"""Titles that are alike: an agenda's item and its paper are seldom called the same to the letter."""

from __future__ import annotations

import re

from ingest.structure.wording import SMALL_WORDS

_WORD = re.compile(r"[^\W_]+")
_ALIKE = 0.75  # share of the words of two titles that both have


def telling_words(title: str) -> frozenset[str]:
    """The words of a title that tell it from others, in lower case."""
    return frozenset(word for word in _WORD.findall(title.lower()) if word not in SMALL_WORDS)


def share_words(one: frozenset[str], other: frozenset[str], *, least: int) -> bool:
    """Whether two titles share most of their telling words; fewer than ``least`` tell too little."""
    return min(len(one), len(other)) >= least and 2 * len(one & other) >= _ALIKE * (len(one) + len(other))
