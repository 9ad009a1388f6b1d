"""A query tree compiled into Whoosh's own queries."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

from whoosh import query as whoosh

from search.fields import NARROWING
from search.tree import (
    ADJACENT,
    And,
    AndMaybe,
    FuzzyTerm,
    Joined,
    Leaf,
    Not,
    Or,
    Phrase,
    Prefix,
    Query,
    Term,
    TermRange,
    Wildcard,
)

_NEXT_TO_NOTHING = 1e-9
"""What a field that narrows counts: Whoosh takes 0 for 1."""

WhooshQuery: TypeAlias = Any
"""A Whoosh query object (Whoosh is untyped)."""


def compiled(query: Query) -> WhooshQuery:
    """The Whoosh query that finds exactly what ``query`` means.

    An ``And`` of nothing but ``Not`` finds nothing by itself in Whoosh, and the slop of its phrases is one for each
    pair of words, where ours is for all of them.
    """
    match query:
        case Not():
            return whoosh.And([whoosh.Every(), whoosh.Not(compiled(query.query))])
        case Or():
            return whoosh.Or([compiled(part) for part in query.subqueries], boost=query.boost)
        case And():
            parts = [_clause(part) for part in query.subqueries]
            if all(isinstance(part, whoosh.Not) for part in parts):
                parts.insert(0, whoosh.Every())
            return whoosh.And(parts, boost=query.boost)
        case AndMaybe():
            return whoosh.AndMaybe(compiled(query.found), _preferred(query.better))
        case _:
            found = _leaf(query)
            return whoosh.ConstantScoreQuery(found, _NEXT_TO_NOTHING) if query.field in NARROWING else found


def _clause(part: Query) -> WhooshQuery:
    return whoosh.Not(compiled(part.query)) if isinstance(part, Not) else compiled(part)


def _preferred(better: Query) -> WhooshQuery:
    """What ranks a hit higher: a value of a closed vocabulary counts as much as its boost says, however rare it is."""
    if isinstance(better, Or):
        return whoosh.Or([_preferred(part) for part in better.subqueries], boost=better.boost)
    if isinstance(better, Term) and better.field in NARROWING:
        return whoosh.ConstantScoreQuery(whoosh.Term(better.field, better.text), better.boost)
    return compiled(better)


def _leaf(leaf: Leaf) -> WhooshQuery:
    match leaf:
        case Term():
            return whoosh.Term(leaf.field, leaf.text, boost=leaf.boost)
        case Phrase() if leaf.slop > ADJACENT:
            return whoosh.Or([_near(leaf, others) for others in _divided(leaf.slop - ADJACENT, len(leaf.words) - 1)])
        case Phrase():
            return whoosh.Phrase(leaf.field, list(leaf.words), boost=leaf.boost)
        case Prefix():
            return whoosh.Prefix(leaf.field, leaf.text, boost=leaf.boost)
        case Wildcard():
            return whoosh.Wildcard(leaf.field, leaf.text, boost=leaf.boost)
        case FuzzyTerm():
            return whoosh.FuzzyTerm(leaf.field, leaf.text, leaf.boost, leaf.maxdist, prefixlength=0)
        case TermRange():
            return whoosh.TermRange(leaf.field, leaf.start, leaf.end)
        case Joined():
            raise TypeError(f"not a leaf of indexed fields: {leaf!r}")


def _near(phrase: Phrase, others: tuple[int, ...]) -> WhooshQuery:
    """The words of ``phrase`` with at most so many ``others`` between each and the next."""
    first, *rest = (whoosh.Term(phrase.field, word, boost=phrase.boost) for word in phrase.words)
    for word, between in zip(rest, others, strict=True):
        first = whoosh.Sequence([first, word], slop=between + ADJACENT)
    return first


def _divided(total: int, parts: int) -> Iterator[tuple[int, ...]]:
    """All ways to divide ``total`` into so many ``parts``."""
    if parts == 1:
        yield (total,)
        return
    for first in range(total + 1):
        for rest in _divided(total - first, parts - 1):
            yield (first, *rest)
