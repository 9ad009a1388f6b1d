"""What a query of plain words may have meant that finds nothing: words that stand around a place, or not all of them.

A query means what it says and no more (``search.meaning``). Where nothing holds all of its words, these looser readings
are tried one after the other, and the answer says which it is of.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from search.analysis import stemmed
from search.engine import Engine
from search.fields import Field
from search.meaning import is_plain, meaning
from search.tree import And, AndMaybe, Or, Phrase, Query, Term, any_of

COMMON = 0.25
"""Part of all places that hold a word which tells little: "the", "council", "report"."""

AROUND = 0.5
"""How much a word counts in the name of a place's paper or body, beside one in its text."""


@dataclass(frozen=True, slots=True)
class Looser:
    """A tree of indexed fields, and in words what it finds in place of what was asked."""

    tree: Query
    words: str


def looser(written: Query, engine: Engine) -> Iterator[Looser]:
    """Looser readings of ``written`` (made by ``search.query.parse``), the stricter first; none of one plain word."""
    parts = list(written.subqueries) if isinstance(written, And) else [written]
    plain = list(dict.fromkeys(part.text for part in parts if is_plain(part)))
    if len(plain) < 2:
        return
    strict = [meaning(part, engine) for part in parts if not is_plain(part)]
    better = any_of([Phrase(Field.STEMS, stemmed(list(pair))) for pair in pairwise(plain)])
    yield Looser(
        AndMaybe(_all_around(plain, strict, engine), better),
        "places that hold some of these words, where the others name its paper or body, its kind or its date",
    )
    telling = [word for word in plain if engine.frequency(Field.STEMS, *stemmed([word])) <= COMMON * engine.count()]
    if not telling:
        return
    named = ", ".join(telling)
    if 1 < len(telling) < len(plain):
        yield Looser(
            AndMaybe(_all_around(telling, strict, engine), better),
            f"the same of {named} alone",
        )
    some = any_of([_here(word, engine) for word in telling])
    around = any_of([_around(word) for word in plain])
    yield Looser(AndMaybe(AndMaybe(And([*strict, some]), around), better), f"places that hold any of {named}")


def _all_around(words: list[str], strict: list[Query], engine: Engine) -> Query:
    """What finds places that hold one of ``words`` at least, while each other is there or around."""
    here = [_here(word, engine) for word in words]
    each = [Or([word_here, _around(word)]) for word, word_here in zip(words, here, strict=True)]
    return And([*strict, any_of(here), *each])


def _here(word: str, engine: Engine) -> Query:
    return meaning(Term(Field.TEXT, word), engine)


def _around(word: str) -> Query:
    return Term(Field.AROUND, *stemmed([word]), boost=AROUND)
