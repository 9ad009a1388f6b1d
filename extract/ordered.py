"""Looking up what stands at a place of the text, among things that are in the order in which they begin."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Protocol, TypeVar

from corpus.spans import Span


class Placed(Protocol):
    """Anything with a span: a paragraph, a match, a decision."""

    @property
    def span(self) -> Span: ...


_Placed = TypeVar("_Placed", bound=Placed)


def index_at(ordered: Sequence[Placed], offset: int) -> int:
    """The index of the last of ``ordered`` that begins at or before ``offset``; 0 where none does."""
    return max(bisect_right(ordered, offset, key=_start) - 1, 0)


def beginning_in(ordered: Sequence[_Placed], span: Span) -> Sequence[_Placed]:
    """Those of ``ordered`` that begin in ``span``."""
    first = bisect_left(ordered, span.start, key=_start)
    return ordered[first : bisect_left(ordered, span.end, first, key=_start)]


def _start(placed: Placed) -> int:
    return placed.span.start
