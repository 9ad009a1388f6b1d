"""What stands at a place, among things in the order in which they begin: the same as by looking at each."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from corpus.spans import Span
from extract.ordered import beginning_in, index_at


@dataclass(frozen=True, slots=True)
class Thing:
    span: Span


STARTS = st.lists(st.integers(0, 30), max_size=12).map(sorted)


def things(starts: list[int]) -> list[Thing]:
    return [Thing(Span(start, start + 2)) for start in starts]


@given(STARTS, st.integers(0, 30))
def test_the_last_that_begins_at_or_before_a_place(starts: list[int], offset: int) -> None:
    before = [at for at, start in enumerate(starts) if start <= offset]
    assert index_at(things(starts), offset) == (before[-1] if before else 0)


@given(STARTS, st.integers(0, 30), st.integers(0, 30))
def test_those_that_begin_in_a_span(starts: list[int], start: int, length: int) -> None:
    span = Span(start, start + length)
    ordered = things(starts)
    assert beginning_in(ordered, span) == [each for each in ordered if span.start <= each.span.start < span.end]
