"""A query tree compiled into tantivy's own queries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations_with_replacement

import tantivy
from tantivy import Occur

from search.fields import NARROWING, Field
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

DAY = Field.DATE
"""The field of an entry's day, a number such as 20210415 that filters."""


def compiled(tree: Query, schema: tantivy.Schema) -> tantivy.Query:
    """The tantivy query that finds exactly what ``tree`` means."""
    match tree:
        case And():
            parts = [_clause(part, schema) for part in tree.subqueries]
            if all(occur is Occur.MustNot for occur, _ in parts):
                parts.append((Occur.Must, tantivy.Query.all_query()))
            return _boosted(tantivy.Query.boolean_query(parts), tree.boost)
        case Or():
            parts = [(Occur.Should, compiled(part, schema)) for part in tree.subqueries]
            return _boosted(tantivy.Query.boolean_query(parts), tree.boost)
        case AndMaybe():
            found, better = compiled(tree.found, schema), _preferred(tree.better, schema)
            return tantivy.Query.boolean_query([(Occur.Must, found), (Occur.Should, better)])
        case Not():
            return tantivy.Query.boolean_query(
                [(Occur.Must, tantivy.Query.all_query()), (Occur.MustNot, compiled(tree.query, schema))]
            )
        case TermRange():
            return _days(tree, schema)
        case _:
            found = _leaf(tree, schema)
            return (
                tantivy.Query.const_score_query(found, 0.0) if tree.field in NARROWING else _boosted(found, tree.boost)
            )


def day_number(day: str) -> int:
    """``day`` (YYYY-MM-DD) as a number in the same order."""
    return int(day.replace("-", ""))


def _clause(part: Query, schema: tantivy.Schema) -> tuple[Occur, tantivy.Query]:
    if isinstance(part, Not):
        return Occur.MustNot, compiled(part.query, schema)
    return Occur.Must, compiled(part, schema)


def _preferred(better: Query, schema: tantivy.Schema) -> tantivy.Query:
    """What ranks a hit higher: here a field that narrows counts as much as its boost says."""
    if isinstance(better, Or):
        each = [(Occur.Should, _preferred(part, schema)) for part in better.subqueries]
        return _boosted(tantivy.Query.boolean_query(each), better.boost)
    if isinstance(better, Term) and better.field in NARROWING:
        return tantivy.Query.const_score_query(_leaf(better, schema), better.boost)
    return compiled(better, schema)


def _leaf(leaf: Leaf, schema: tantivy.Schema) -> tantivy.Query:
    field = leaf.field
    match leaf:
        case Prefix():
            # As a beginning without an edit: making a pattern takes longer than most searches.
            return tantivy.Query.fuzzy_term_query(schema, field, leaf.text, distance=0, prefix=True)
        case Wildcard():
            pattern = re.escape(leaf.text).replace(r"\*", ".*").replace(r"\?", ".")
            return tantivy.Query.regex_query(schema, field, pattern)
        case FuzzyTerm():
            return tantivy.Query.fuzzy_term_query(
                schema, field, leaf.text, distance=leaf.maxdist, transposition_cost_one=False
            )
        case Term():
            return tantivy.Query.term_query(schema, field, leaf.text)
        case Phrase():
            return _phrase(leaf, schema)
        case TermRange():
            return _days(leaf, schema)
        case Joined():
            raise TypeError(f"not a leaf of indexed fields: {leaf!r}")


def _phrase(phrase: Phrase, schema: tantivy.Schema) -> tantivy.Query:
    """``phrase``; where other words may stand among its own, each way in which they can.

    tantivy's own slop counts moves of words, also backwards, and in longer phrases not the fewest.
    """
    if phrase.slop == ADJACENT:
        return tantivy.Query.phrase_query(schema, phrase.field, list(phrase.words))
    each_way = [
        tantivy.Query.phrase_query(schema, phrase.field, list(zip(places, phrase.words, strict=True)))
        for places in _places(len(phrase.words), phrase.slop - ADJACENT)
    ]
    return tantivy.Query.boolean_query([(Occur.Should, way) for way in each_way])


def _places(length: int, between: int) -> Iterator[tuple[int, ...]]:
    """The places that ``length`` words can stand at, from 0 on, with at most ``between`` others among them."""
    for others in combinations_with_replacement(range(between + 1), length - 1):
        yield (0, *(at + before for at, before in enumerate(others, start=1)))


def _days(leaf: TermRange, schema: tantivy.Schema) -> tantivy.Query:
    first = day_number(leaf.start) if leaf.start else 0
    last = day_number(leaf.end) if leaf.end else None
    within = tantivy.Query.range_query(schema, DAY, tantivy.FieldType.Unsigned, first, last)
    return tantivy.Query.const_score_query(within, 0.0)


def _boosted(query: tantivy.Query, boost: float) -> tantivy.Query:
    return query if boost == 1.0 else tantivy.Query.boost_query(query, boost)
