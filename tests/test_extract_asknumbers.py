"""The marks of lists of recommendations: what they are, which follows which, and where lists run on in a line."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.spans import Span
from extract.asklists import line_of, read_asks
from extract.asknumbers import inline_marks, mark_of


@pytest.mark.parametrize(
    ("text", "printed", "length"),
    [
        ("1. Note", "1", 3),
        ("(a) note", "a", 4),
        ("a.) note", "a", 4),
        ("2.1 Note", "2.1", 4),
        ("iv) note", "iv", 4),
        ("Recommendation 2: Note", "2", 18),
        ("• note", None, 2),
        ("o note", None, 2),
    ],
)
def test_mark(text: str, printed: str | None, length: int) -> None:
    mark = mark_of(text)
    assert mark is not None
    assert (mark.printed, mark.length) == (printed, length)


@pytest.mark.parametrize("text", ["Note the report", "2024 was wet", "A boat be hired", "e.g. a boat"])
def test_no_mark(text: str) -> None:
    assert mark_of(text) is None


@pytest.mark.parametrize(
    ("after", "before", "expected"),
    [
        ("2. x", "1. x", True),
        ("3. x", "1. x", False),
        ("b) x", "(a) x", True),
        ("i) x", "h) x", True),
        ("ii) x", "i) x", True),
        ("v) x", "iv) x", True),
        ("(x) x", "(ix) x", True),
        ("2.2 x", "2.1 x", True),
        ("B. x", "a. x", False),
        ("• x", "• x", True),
        ("– x", "• x", False),
    ],
)
def test_follows(after: str, before: str, expected: bool) -> None:
    first, second = mark_of(before), mark_of(after)
    assert first is not None
    assert second is not None
    assert second.follows(first) is expected


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("to: (1) wait; (2) go", ["1", "2"]),
        ("a) wait b) go c) rest", ["a", "b", "c"]),
        ("wait (2) and go (3)", []),
        ("see Appendix (a) and paragraph (d) for it", []),
        ("one (1) boat", []),
    ],
)
def test_lists_within_a_line(text: str, printed: list[str]) -> None:
    assert [mark.printed for _, mark in inline_marks(text)] == printed


@given(st.lists(st.text(alphabet="aiv1.)(:; •notethatB\t", min_size=1, max_size=30).filter(str.strip), max_size=12))
def test_asks_are_stretches_of_the_lines_in_their_order(lines: list[str]) -> None:
    stripped = [line.strip() for line in lines]
    text = "\n".join(stripped)
    starts = [sum(len(line) + 1 for line in stripped[:index]) for index in range(len(stripped))]
    read = [line_of(text, Span(start, start + len(line))) for start, line in zip(starts, stripped, strict=True)]
    asks = read_asks(text, read)
    assert all(ask.span.end <= len(text) for ask in asks)
    assert all(one.span.end <= other.span.start for one, other in pairwise(asks))
    assert all(text[ask.span.start : ask.span.end].strip() == text[ask.span.start : ask.span.end] for ask in asks)
