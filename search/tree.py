"""The query tree: what users write and engines run, as data that belongs to no engine.

A tree holds ``And``, ``Or`` and ``Not`` over leaves whose words are folded already (``search.analysis``).

There are two kinds of trees. A *written* one is what a user wrote (``search.query``): it may ask for running text, in
which a ``Term`` is a plain word, ``Joined`` is a number or word with signs inside it and a ``Phrase`` stood in quotes.
What it means (``search.meaning``) is a tree of indexed fields, which engines run; in it stands no ``Joined``, and
``AndMaybe`` ranks higher some of what it finds. ``boost`` is how much a part counts in ranking, 1 where nothing is
said; ``Not`` and ``TermRange`` say nothing of how well something fits.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeAlias

from search.fields import Field

ADJACENT = 1
"""The slop of a phrase whose words stand next to one another: how far on from a word the next one stands."""


@dataclass(frozen=True, slots=True)
class Term:
    """One word, or one value of a field that holds whole values."""

    field: Field
    text: str
    boost: float = 1.0


@dataclass(frozen=True, slots=True)
class Phrase:
    """These words (two or more; in quotes also one) in this order, at most ``slop - 1`` others among them in all."""

    field: Field
    words: tuple[str, ...]
    slop: int = ADJACENT
    boost: float = 1.0


@dataclass(frozen=True, slots=True)
class Joined:
    """The words (two or more) of what was written as one, with signs between: "24/00093", "co-op"."""

    field: Field
    words: tuple[str, ...]
    boost: float = 1.0


@dataclass(frozen=True, slots=True)
class Prefix:
    """A word that begins with ``text``."""

    field: Field
    text: str
    boost: float = 1.0


@dataclass(frozen=True, slots=True)
class Wildcard:
    """A word like ``text``, in which ``*`` is any run of characters and ``?`` any one."""

    field: Field
    text: str
    boost: float = 1.0


@dataclass(frozen=True, slots=True)
class FuzzyTerm:
    """A word that becomes ``text`` by at most ``maxdist`` letters put in, left out or changed."""

    field: Field
    text: str
    maxdist: int
    boost: float = 1.0


@dataclass(frozen=True, slots=True)
class TermRange:
    """A day (``Field.DATE``) from ``start`` to ``end``, both YYYY-MM-DD and included; ``None`` where it is open."""

    field: Field
    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class And:
    """What all of ``subqueries`` (one or more) find."""

    subqueries: tuple[Query, ...]
    boost: float = 1.0


@dataclass(frozen=True, slots=True)
class Or:
    """What any of ``subqueries`` (one or more) finds."""

    subqueries: tuple[Query, ...]
    boost: float = 1.0


@dataclass(frozen=True, slots=True)
class Not:
    """All that ``query`` does not find."""

    query: Query


@dataclass(frozen=True, slots=True)
class AndMaybe:
    """What ``found`` finds, and first of it what ``better`` finds too."""

    found: Query
    better: Query


Leaf: TypeAlias = Term | Phrase | Joined | Prefix | Wildcard | FuzzyTerm | TermRange
Query: TypeAlias = Leaf | And | Or | Not | AndMaybe


def term_or_phrase(field: Field, words: tuple[str, ...], boost: float = 1.0) -> Term | Phrase:
    """The leaf that finds ``words`` (at least one, analysed) next to one another in ``field``."""
    return Term(field, words[0], boost) if len(words) == 1 else Phrase(field, words, boost=boost)


def all_of(queries: tuple[Query, ...]) -> Query:
    """What all of ``queries`` (at least one) find."""
    return queries[0] if len(queries) == 1 else And(queries)


def any_of(queries: tuple[Query, ...]) -> Query:
    """What finds all that any of ``queries`` (at least one) finds."""
    return queries[0] if len(queries) == 1 else Or(queries)


def boosted(query: Query, times: float) -> Query:
    """``query`` counting so many ``times`` as much."""
    match query:
        case _ if times == 1.0:
            return query
        case Not() | TermRange():
            return query
        case AndMaybe():
            return AndMaybe(boosted(query.found, times), boosted(query.better, times))
        case _:
            return replace(query, boost=query.boost * times)


def fields(query: Query) -> frozenset[Field]:
    """The fields that ``query`` asks of."""
    match query:
        case And() | Or():
            return frozenset().union(*map(fields, query.subqueries))
        case Not():
            return fields(query.query)
        case AndMaybe():
            return fields(query.found)
        case _:
            return frozenset({query.field})
