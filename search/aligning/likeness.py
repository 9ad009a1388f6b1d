"""How like a recommendation and a resolution, or two titles, are by their words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from search.aligning.words import title_keys

# An agenda may shorten a title: words that one has and the other lacks count half.
_SHORTENED = 0.5


def common(one: Iterable[str], other: Iterable[str]) -> int:
    """How many words both have."""
    return (Counter(one) & Counter(other)).total()


def likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """What part of the words of both is common to them: 0 to 1, whatever their order."""
    if not one or not other:
        return 0.0
    return 2 * common(one, other) / (len(one) + len(other))


def held(one: Sequence[str], other: Sequence[str]) -> float:
    """What part of the words of ``one`` stands in ``other``: 0 to 1."""
    return common(one, other) / len(one) if one else 0.0


@lru_cache(maxsize=8192)  # each report meets every item of a meeting
def title_likeness(one: str, other: str) -> float:
    """How like two titles are: 1 where they have the same words."""
    keys, others = title_keys(one), title_keys(other)
    if not keys or not others:
        return 0.0
    both = len(keys & others)
    whole = both / len(keys | others)
    return _SHORTENED * whole + (1 - _SHORTENED) * both / min(len(keys), len(others))


def only_in(one: Iterable[str], other: Iterable[str]) -> Counter[str]:
    """The words that ``one`` has more often than ``other``."""
    return Counter(one) - Counter(other)
