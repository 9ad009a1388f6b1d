"""The piece of a text that shows why a query finds it, with the places of the matching words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from operator import attrgetter

from corpus.spans import Span
from search.analysis import stemmed, surface_words, words
from search.fields import Field
from search.tree import And, FuzzyTerm, Not, Or, Phrase, Prefix, Query, Term, Wildcard

WIDTH = 240
"""Characters of an excerpt: two to three lines of a terminal."""

LEAD = 50
"""Characters shown before the first mark, so that it stands in a context."""

_SHOWN = frozenset({Field.TEXT, Field.WORDS, Field.TITLE, Field.TITLE_WORDS, Field.REFERENCE, Field.PERSON})
"""Fields whose words can stand in the text of an entry."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of a text with white space folded; ``marks`` are the matching words' places in ``text``, in order."""

    text: str
    marks: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Word:
    """One word of a text: its place, its folded form and its stem."""

    start: int
    end: int
    folded: str
    stem: str


_Fits = Callable[[_Word], bool]
_Pattern = tuple[_Fits, ...]
"""Adjacent words to look for: one for a term, several for a phrase."""


def excerpt(text: str, query: Query) -> Excerpt:
    """The piece of ``text`` (at most about ``WIDTH`` characters) that shows most of ``query``'s words."""
    flat = " ".join(text.split())
    marked = [
        (Span(run[0].start, run[-1].end), which) for which, run in _matches(list(_words(flat)), [*_patterns(query)])
    ]
    window = _window(flat, sorted(marked, key=lambda mark: mark[0]))
    before = "… " if window.start else ""
    after = " …" if window.end < len(flat) else ""
    marks = sorted({mark for mark, _ in marked if window.contains(mark)})
    shift = len(before) - window.start
    return Excerpt(
        text=before + flat[window.start : window.end] + after,
        marks=tuple(Span(mark.start + shift, mark.end + shift) for mark in _disjoint(marks)),
    )


def _words(text: str) -> Iterator[_Word]:
    for start, end in surface_words(text):
        found = words(text[start:end])
        if len(found) == 1:
            yield _Word(start, end, found[0], stemmed(found)[0])


def _matches(text: list[_Word], patterns: list[_Pattern]) -> Iterator[tuple[int, list[_Word]]]:
    """Each run of words that fits a pattern, with the pattern's number."""
    for which, pattern in enumerate(patterns):
        first, rest = pattern[0], pattern[1:]
        for at, word in enumerate(text):
            if not first(word):
                continue
            following = text[at + 1 : at + 1 + len(rest)]
            if len(following) == len(rest) and all(fits(other) for fits, other in zip(rest, following, strict=True)):
                yield which, [word, *following]


def _patterns(query: Query) -> Iterator[_Pattern]:
    """What each leaf of ``query`` that is not negated looks for in the text."""
    if isinstance(query, And | Or):
        for part in query.subqueries:
            yield from _patterns(part)
    elif not isinstance(query, Not) and getattr(query, "fieldname", None) in _SHOWN:
        form = attrgetter("stem" if query.fieldname in (Field.TEXT, Field.TITLE) else "folded")
        match query:
            case Phrase():
                yield tuple(_equal(form, word) for word in query.words)
            case Term():
                yield (_equal(form, query.text),)
            case Prefix():
                yield (_starting(query.text),)
            case Wildcard():
                yield (_like(query.text),)
            case FuzzyTerm():
                yield (_near(query.text, query.maxdist),)


def _equal(form: Callable[[_Word], str], wanted: str) -> _Fits:
    return lambda word: form(word) == wanted


def _starting(prefix: str) -> _Fits:
    return lambda word: word.folded.startswith(prefix)


def _like(pattern: str) -> _Fits:
    fitting = re.compile(re.escape(pattern).replace(r"\*", ".*").replace(r"\?", "."))
    return lambda word: fitting.fullmatch(word.folded) is not None


def _near(wanted: str, edits: int) -> _Fits:
    from rapidfuzz.distance import Levenshtein

    return lambda word: Levenshtein.distance(word.folded, wanted, score_cutoff=edits) <= edits


def _window(text: str, marked: list[tuple[Span, int]]) -> Span:
    """The stretch of ``text`` that holds most different patterns, from a word's start to a word's end."""
    if len(text) <= WIDTH:
        return Span(0, len(text))
    best_start, most = 0, 0
    for at, (mark, _) in enumerate(marked):
        reach = mark.start + WIDTH - LEAD
        shown = {which for other, which in marked[at:] if other.end <= reach}
        if len(shown) > most:
            best_start, most = mark.start, len(shown)
    start = max(best_start - LEAD, 0)
    if start:
        blank = text.find(" ", start, best_start)
        start = blank + 1 if blank >= 0 else best_start
    end = start + WIDTH
    if end >= len(text):
        return Span(start, len(text))
    blank = text.rfind(" ", start, end + 1)
    return Span(start, blank if blank > start else end)


def _disjoint(marks: list[Span]) -> Iterator[Span]:
    """``marks``, ordered, without those that overlap an earlier one."""
    reached = 0
    for mark in marks:
        if mark.start >= reached:
            yield mark
            reached = mark.end
