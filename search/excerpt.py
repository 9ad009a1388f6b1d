"""The piece of a text that shows why a query finds it, with the places of the matching words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from corpus.spans import Span
from search.folded import folded, on_one_line
from search.sought import Pattern, Place, patterns
from search.tree import Query

WIDTH = 240
"""Characters of an excerpt: two to three lines of a terminal."""

LEAD = 50
"""Characters shown before the first mark, so that it stands in a context."""

LONGEST_QUOTATION = 600
"""Characters of a sentence that is quoted whole."""

_SENTENCE_END = re.compile(r"(?<=[.;?!])\s+(?=[^a-z])")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of a text with white space folded; ``marks`` are the matching words' places in ``text``, in order.

    ``start`` is where character 0 of ``text`` would stand in the whole text, with white space folded.
    """

    text: str
    marks: tuple[Span, ...]
    start: int


@dataclass(frozen=True, slots=True)
class Excerpts:
    """Makes the excerpts of what one query finds; ``patterns`` are what its words look for."""

    patterns: tuple[Pattern, ...]

    @classmethod
    def showing(cls, query: Query) -> Excerpts:
        """Excerpts that show ``query``, a tree of indexed fields (``search.meaning``)."""
        return cls(patterns(query))

    def of(self, text: str) -> Excerpt:
        """The piece of ``text`` (at most about ``WIDTH`` characters) that shows most of the query's words."""
        flat = on_one_line(text)
        found = folded(flat)
        marked = sorted((place, which) for which, each in enumerate(self.patterns) for place in each.places(found))
        start, end = _window(flat, marked)
        before = "… " if start else ""
        after = " …" if end < len(flat) else ""
        shift = len(before) - start
        return Excerpt(
            text=before + flat[start:end] + after,
            marks=_marks(marked, (start, end), shift),
            start=-shift,
        )


def quotation(text: str, shown: Excerpt) -> str:
    """The sentence of ``text`` that the first mark of ``shown`` (its excerpt) stands in, white space folded.

    Its start where nothing is marked; a long one is cut around the mark.
    """
    flat = on_one_line(text)
    at = shown.start + shown.marks[0].start if shown.marks else 0
    start = max((end.end() for end in _SENTENCE_END.finditer(flat, 0, at)), default=0)
    after = _SENTENCE_END.search(flat, at)
    end = after.start() if after else len(flat)
    if end - start <= LONGEST_QUOTATION:
        return flat[start:end]
    cut = max(start, min(at - LEAD, end - LONGEST_QUOTATION))
    if cut > start:
        cut = flat.find(" ", cut) + 1
    return flat[cut : cut + LONGEST_QUOTATION].rsplit(" ", 1)[0]


def _window(text: str, marked: Sequence[tuple[Place, int]]) -> Place:
    """The stretch of ``text`` that holds most different patterns, from a word's start to a word's end."""
    if len(text) <= WIDTH:
        return 0, len(text)
    best = _best_start(marked)
    start = max(best - LEAD, 0)
    if start:
        blank = text.find(" ", start, best)
        start = blank + 1 if blank >= 0 else best
    end = start + WIDTH
    if end >= len(text):
        return start, len(text)
    blank = text.rfind(" ", start, end + 1)
    return start, blank if blank > start else end


def _best_start(marked: Sequence[tuple[Place, int]]) -> int:
    """Where the first mark stands after which, as far as an excerpt reaches, most different patterns do."""
    best, most = 0, 0
    all_patterns = len({which for _, which in marked})
    for at, ((start, _), _) in enumerate(marked):
        reach = start + WIDTH - LEAD
        shown = len(set(_within(reach, islice(marked, at, None))))
        if shown > most:
            best, most = start, shown
        if most == all_patterns:
            break
    return best


def _within(reach: int, marked: Iterable[tuple[Place, int]]) -> Iterator[int]:
    """Which patterns have a mark of ``marked``, in order, that ends at ``reach`` or before."""
    for (start, end), which in marked:
        if start >= reach:
            return
        if end <= reach:
            yield which


def _marks(marked: Sequence[tuple[Place, int]], window: Place, shift: int) -> tuple[Span, ...]:
    """The marks of ``marked``, in order, that lie in ``window`` and overlap no earlier one, ``shift`` characters on."""
    reached, last = window
    marks: list[Span] = []
    for (start, end), _ in marked:
        if start >= reached and end <= last:
            marks.append(Span(start + shift, end + shift))
            reached = end
    return tuple(marks)
