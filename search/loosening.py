"""What a query of plain words may have meant that finds nothing: words that stand around a place, or not all of them.

A query means what it says and no more (``search.meaning``). Where nothing holds all of its words, these looser readings
are tried one after the other, and the answer says which it is of.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise
from math import comb

from search.analysis import stemmed
from search.engine import Engine
from search.fields import Field
from search.meaning import is_plain, meaning
from search.tree import And, AndMaybe, Or, Phrase, Query, Term, all_of, any_of

_SMALL = frozenset(
    """a about after all an and any are as at be been before being by can could did do does for from had has have how i
    in into is it its many me much my no of on or our should some than that the their them there these they this those
    to was we were what when where which who whom whose why will with would you your""".split()
)
"""Words that questions are made with, and that tell nothing of what is asked for."""

COMMON = 0.25
"""Part of all places that hold a word which tells nothing alone: "council", "report"."""

AROUND = 0.5
"""How much a word counts in the name of a place's paper or body, beside one in its text."""

MOST_CHOICES = 60
"""Ways to leave words out of a query that are tried in one reading."""


@dataclass(frozen=True, slots=True)
class Looser:
    """A tree of indexed fields, and in words what it finds in place of what was asked."""

    tree: Query
    words: str


def looser(written: Query, engine: Engine) -> Iterator[Looser]:
    """Looser readings of ``written`` (made by ``search.query.parse``), the stricter first; none of one plain word."""
    parts = written.subqueries if isinstance(written, And) else (written,)
    asked = list(dict.fromkeys(part.text for part in parts if is_plain(part)))
    if len(asked) < 2:
        return
    strict = [meaning(part, engine) for part in parts if not is_plain(part)]
    better = any_of(tuple(Phrase(Field.STEMS, tuple(stemmed(pair))) for pair in pairwise(asked)))
    for reading in _readings(asked, engine):
        yield Looser(AndMaybe(all_of((*strict, reading.tree)), better), reading.words)


def _readings(asked: list[str], engine: Engine) -> Iterator[Looser]:
    """Readings of the plain words that were asked for; those that tell nothing, or that nothing holds, go first."""
    here = {word: meaning(Term(Field.TEXT, word), engine) for word in asked}
    around = {word: Term(Field.AROUND, stem, AROUND) for word, stem in zip(asked, stemmed(asked), strict=True)}
    each = {word: Or((here[word], around[word])) for word in asked}
    telling = [word for word in asked if _is_telling(word, engine)]
    if not telling:
        return
    some_here = any_of(tuple(here[word] for word in telling))
    yield Looser(
        And((some_here, *each.values())),
        "places that hold some of these words, where the others name its paper or body, its kind or its date",
    )
    named = ", ".join(telling)
    for wanted in range(len(telling) - (telling == asked), 1, -1):
        if comb(len(telling), wanted) <= MOST_CHOICES:
            choices = tuple(And(tuple(each[word] for word in chosen)) for chosen in combinations(telling, wanted))
            number = "all" if wanted == len(telling) else str(wanted)
            yield Looser(And((some_here, any_of(choices))), f"places that tell of {number} of: {named}")
    yield Looser(some_here, f"places that hold any of: {named}" if len(telling) > 1 else f"places that hold {named}")


def _is_telling(word: str, engine: Engine) -> bool:
    """Whether some entries hold ``word``, but few, and it is no small word."""
    return word not in _SMALL and 0 < engine.frequency(Field.STEMS, *stemmed((word,))) <= COMMON * engine.count()
