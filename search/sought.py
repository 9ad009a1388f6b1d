"""What the leaves of a query look for in a text: which words fit, in what order, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from search.analysis import stem_of
from search.beginnings import beginnings
from search.fields import STEMMED, Field
from search.folded import Folded
from search.tree import ADJACENT, And, AndMaybe, FuzzyTerm, Not, Or, Phrase, Prefix, Query, Term, Wildcard

_SHOWN = frozenset({Field.STEMS, Field.WORDS, Field.TITLE_STEMS, Field.TITLE_WORDS, Field.REFERENCE, Field.PERSON})
"""Fields whose words can stand in the text of an entry."""

Place: TypeAlias = tuple[int, int]
"""``(start, end)`` of what is found in a text; a plain pair, for there are many and few are shown."""


@dataclass(frozen=True, slots=True)
class _Sought:
    """A word to look for: ``fits`` tells it, and one of ``pieces`` stands in it, at its beginning if ``first``."""

    pieces: tuple[str, ...]
    fits: Callable[[str], bool]
    first: bool = True


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words to look for in this order, one for a term and several for a phrase.

    At most ``between`` other words may stand among them.
    """

    words: tuple[_Sought, ...]
    between: int = 0

    def places(self, text: Folded) -> Iterator[Place]:
        """The place of each run of words that fits, in the text as it is; of words apart, each one's."""
        first, rest = self.words[0], self.words[1:]
        for start, word in text.holding(first.pieces, first=first.first):
            if not first.fits(word):
                continue
            if not rest:
                yield text.place(start, word)
                continue
            run = text.following(start, len(rest) + self.between)
            found = _next([each for _, each in run], 1, rest, self.between)
            if found and found[-1] == len(rest):
                yield text.place(start, word)[0], text.place(*run[len(rest)])[1]
            elif found:
                yield from (text.place(*run[each]) for each in (0, *found))


def patterns(query: Query) -> tuple[Pattern, ...]:
    """What each leaf of ``query``, a tree of indexed fields, that is not negated looks for in a text."""
    return tuple(_patterns(query))


def _patterns(query: Query) -> Iterator[Pattern]:
    if isinstance(query, And | Or):
        for part in query.subqueries:
            yield from _patterns(part)
    elif isinstance(query, AndMaybe):
        yield from _patterns(query.found)
    elif not isinstance(query, Not) and query.field in _SHOWN:
        equal = _stemmed if query.field in STEMMED else _spelt
        match query:
            case Phrase():
                yield Pattern(tuple(equal(word) for word in query.words), query.slop - ADJACENT)
            case Term():
                yield Pattern((equal(query.text),))
            case Prefix():
                yield Pattern((_Sought((query.text,), _starting(query.text)),))
            case Wildcard():
                yield Pattern((_like(query.text),))
            case FuzzyTerm():
                yield Pattern((_near(query.text, query.maxdist),))


def _next(words: Sequence[str], at: int, sought: tuple[_Sought, ...], between: int) -> tuple[int, ...] | None:
    """Where ``words`` from ``at`` on fit each of ``sought`` in turn, with at most ``between`` others among them."""
    if not sought:
        return ()
    for others in range(min(between, len(words) - at - 1) + 1):
        if sought[0].fits(words[at + others]):
            further = _next(words, at + others + 1, sought[1:], between - others)
            if further is not None:
                return (at + others, *further)
    return None


def _spelt(wanted: str) -> _Sought:
    return _Sought((wanted,), wanted.__eq__)


def _stemmed(wanted: str) -> _Sought:
    return _Sought(beginnings(wanted), lambda word: stem_of(word) == wanted)


def _starting(prefix: str) -> Callable[[str], bool]:
    return lambda word: word.startswith(prefix)


def _like(pattern: str) -> _Sought:
    fitting = re.compile(re.escape(pattern).replace(r"\*", ".*").replace(r"\?", "."))
    longest = max(re.split(r"[*?]", pattern), key=len)
    return _Sought((longest,), lambda word: fitting.fullmatch(word) is not None, first=False)


def _near(wanted: str, edits: int) -> _Sought:
    """So many edits leave one piece as it is of a word in one more."""
    from rapidfuzz.distance import Levenshtein

    cuts = [len(wanted) * piece // (edits + 1) for piece in range(edits + 2)]
    pieces = tuple(wanted[start:end] for start, end in pairwise(cuts))
    return _Sought(pieces, lambda word: Levenshtein.distance(word, wanted, score_cutoff=edits) <= edits, first=False)
