"""Words of the index that are spelt nearly as a word that finds nothing."""

from __future__ import annotations

from collections.abc import Iterable

from search.engine import Count
from search.leaves import MAX_EDITS

MIN_LENGTH = 4
"""Shorter words are near too many others for a useful hint."""


def nearest(word: str, known: Iterable[Count], limit: int) -> tuple[str, ...]:
    """At most ``limit`` of ``known`` within few edits of ``word``, which itself is left out."""
    from rapidfuzz.distance import OSA

    if len(word) < MIN_LENGTH:
        return ()
    allowed = min(MAX_EDITS, len(word) // MIN_LENGTH)
    near = [
        (edits, -other.count, other.value)
        for other in known
        if abs(len(other.value) - len(word)) <= allowed
        and other.value != word
        and (edits := OSA.distance(word, other.value, score_cutoff=allowed)) <= allowed
    ]
    return tuple(other for _, _, other in sorted(near)[:limit])
