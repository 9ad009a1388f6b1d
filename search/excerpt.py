"""The piece of a text that shows why a query finds it, with the places of the matching words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from corpus.spans import Span
from search.analysis import stemmed, surface_words, words
from search.fields import STEMMED, Field
from search.tree import ADJACENT, And, AndMaybe, FuzzyTerm, Not, Or, Phrase, Prefix, Query, Term, Wildcard

WIDTH = 240
"""Characters of an excerpt: two to three lines of a terminal."""

LEAD = 50
"""Characters shown before the first mark, so that it stands in a context."""

LONGEST_QUOTATION = 600
"""Characters of a sentence that is quoted whole."""

_SENTENCE_END = re.compile(r"(?<=[.;?!])\s+(?=[^a-z])")

_SHOWN = frozenset({Field.STEMS, Field.WORDS, Field.TITLE_STEMS, Field.TITLE_WORDS, Field.REFERENCE, Field.PERSON})
"""Fields whose words can stand in the text of an entry."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of a text with white space folded; ``marks`` are the matching words' places in ``text``, in order.

    ``start`` is where character 0 of ``text`` would stand in the whole text, with white space folded.
    """

    text: str
    marks: tuple[Span, ...]
    start: int


_Fits = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class _Pattern:
    """Words to look for in this order, one for a term and several for a phrase, among stems or among words as spelt.

    At most ``between`` other words may stand among them.
    """

    fits: tuple[_Fits, ...]
    by_stem: bool
    between: int = 0


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a text, in order: their places, folded forms and stems."""

    places: list[tuple[int, int]]
    folded: list[str]
    stems: list[str]


def excerpt(text: str, query: Query) -> Excerpt:
    """The piece of ``text`` (at most about ``WIDTH`` characters) that shows most of ``query``'s words.

    ``query`` is a tree of indexed fields (``search.meaning``).
    """
    flat = " ".join(text.split())
    marked = list(_matches(_words(flat), list(_patterns(query))))
    window = _window(flat, sorted(marked, key=lambda mark: mark[0]))
    before = "… " if window.start else ""
    after = " …" if window.end < len(flat) else ""
    marks = sorted({mark for mark, _ in marked if window.contains(mark)})
    shift = len(before) - window.start
    return Excerpt(
        text=before + flat[window.start : window.end] + after,
        marks=tuple(Span(mark.start + shift, mark.end + shift) for mark in _disjoint(marks)),
        start=-shift,
    )


def quotation(text: str, shown: Excerpt) -> str:
    """The sentence of ``text`` that the first mark of ``shown`` (its excerpt) stands in, white space folded.

    Its start where nothing is marked; a long one is cut around the mark.
    """
    flat = " ".join(text.split())
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


def _words(text: str) -> _Words:
    places: list[tuple[int, int]] = []
    folded: list[str] = []
    for start, end in surface_words(text):
        surface = text[start:end]
        # Nearly all words are plain ones, for which folding is lower case and nothing else.
        found = [surface.lower()] if surface.isascii() and surface.isalnum() else words(surface)
        if len(found) == 1:
            places.append((start, end))
            folded.append(found[0])
    return _Words(places, folded, stemmed(folded))


def _matches(text: _Words, patterns: list[_Pattern]) -> Iterator[tuple[Span, int]]:
    """The place of each run of words that fits a pattern, with the pattern's number; of words apart, each one's."""
    for which, pattern in enumerate(patterns):
        forms = text.stems if pattern.by_stem else text.folded
        first, rest = pattern.fits[0], pattern.fits[1:]
        for at, form in enumerate(forms[: len(forms) - len(rest)]):
            if not first(form) or (following := _following(forms, at + 1, rest, pattern.between)) is None:
                continue
            if not following or following[-1] == at + len(rest):
                last = following[-1] if following else at
                yield Span(text.places[at][0], text.places[last][1]), which
            else:
                yield from ((Span(*text.places[each]), which) for each in (at, *following))


def _following(forms: list[str], at: int, fits: tuple[_Fits, ...], between: int) -> tuple[int, ...] | None:
    """Where words from ``at`` on fit each of ``fits`` in turn, with at most ``between`` others among them."""
    if not fits:
        return ()
    for others in range(min(between, len(forms) - at - 1) + 1):
        if fits[0](forms[at + others]):
            further = _following(forms, at + others + 1, fits[1:], between - others)
            if further is not None:
                return (at + others, *further)
    return None


def _patterns(query: Query) -> Iterator[_Pattern]:
    """What each leaf of ``query`` that is not negated looks for in the text."""
    if isinstance(query, And | Or):
        for part in query.subqueries:
            yield from _patterns(part)
    elif isinstance(query, AndMaybe):
        yield from _patterns(query.found)
    elif not isinstance(query, Not) and query.field in _SHOWN:
        by_stem = query.field in STEMMED
        match query:
            case Phrase():
                yield _Pattern(tuple(_equal(word) for word in query.words), by_stem, query.slop - ADJACENT)
            case Term():
                yield _Pattern((_equal(query.text),), by_stem)
            case Prefix():
                yield _Pattern((_starting(query.text),), by_stem)
            case Wildcard():
                yield _Pattern((_like(query.text),), by_stem)
            case FuzzyTerm():
                yield _Pattern((_near(query.text, query.maxdist),), by_stem)


def _equal(wanted: str) -> _Fits:
    return wanted.__eq__


def _starting(prefix: str) -> _Fits:
    return lambda word: word.startswith(prefix)


def _like(pattern: str) -> _Fits:
    fitting = re.compile(re.escape(pattern).replace(r"\*", ".*").replace(r"\?", "."))
    return lambda word: fitting.fullmatch(word) is not None


def _near(wanted: str, edits: int) -> _Fits:
    from rapidfuzz.distance import Levenshtein

    return lambda word: Levenshtein.distance(word, wanted, score_cutoff=edits) <= edits


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
