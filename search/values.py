"""The searchable words of an entry, value by value: phrases never run from one value of a field into the next."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TypeAlias

from search.analysis import stemmed, words

_NAMES_KEPT = 10_000
"""Names whose words are kept in memory, 5 MB at most: those of a few thousand papers."""

Value: TypeAlias = list[str]
"""The words of one value of a field."""


def values(*texts: str | None) -> list[Value]:
    """The words of each of ``texts`` that holds any."""
    return [found for text in texts if text and (found := words(text))]


def names(*texts: str | None) -> list[Value]:
    """The same of names and the like, which many entries have."""
    return [found for text in texts if text and (found := _words_of_name(text))]


def stems(found: Iterable[Value]) -> list[Value]:
    """The stems of each value."""
    return [stemmed(value) for value in found]


@lru_cache(_NAMES_KEPT)
def _words_of_name(text: str) -> Value:
    return words(text)
