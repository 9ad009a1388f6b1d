"""A query tree compiled into tantivy's own queries."""

from __future__ import annotations

import re

import tantivy
from tantivy import Occur

from search.fields import EXACT, Field
from search.tree import And, FuzzyTerm, Not, Or, Phrase, Prefix, Query, Term, TermRange, Wildcard

DAY = Field.DATE
"""The field of an entry's day, a number such as 20210415 that filters and sorts."""

TITLE_WEIGHT = 2.0
"""How much a word counts in a heading or title, beside what it counts in the text that includes the heading."""


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
        case Not():
            return tantivy.Query.boolean_query(
                [(Occur.Must, tantivy.Query.all_query()), (Occur.MustNot, compiled(tree.query, schema))]
            )
        case TermRange():
            return _days(tree, schema)
    return _boosted(_leaf(tree, schema), tree.boost)


def day_number(day: str) -> int:
    """``day`` (YYYY-MM-DD) as a number in the same order."""
    return int(day.replace("-", ""))


def _clause(part: Query, schema: tantivy.Schema) -> tuple[Occur, tantivy.Query]:
    if isinstance(part, Not):
        return Occur.MustNot, compiled(part.query, schema)
    return Occur.Must, compiled(part, schema)


def _leaf(leaf: Query, schema: tantivy.Schema) -> tantivy.Query:
    field = Field(leaf.fieldname)
    match leaf:
        case Prefix():
            return tantivy.Query.regex_query(schema, field, re.escape(leaf.text) + ".*")
        case Wildcard():
            pattern = re.escape(leaf.text).replace(r"\*", ".*").replace(r"\?", ".")
            return tantivy.Query.regex_query(schema, field, pattern)
        case FuzzyTerm():
            return tantivy.Query.fuzzy_term_query(
                schema, field, leaf.text, distance=leaf.maxdist, transposition_cost_one=False
            )
    exact = _words(leaf, field, schema)
    if field in EXACT:
        return tantivy.Query.const_score_query(exact, 0.0)
    if field is not Field.TEXT:
        return exact
    in_title = tantivy.Query.boost_query(_words(leaf, Field.TITLE, schema), TITLE_WEIGHT)
    return tantivy.Query.boolean_query([(Occur.Must, exact), (Occur.Should, in_title)])


def _words(leaf: Query, field: Field, schema: tantivy.Schema) -> tantivy.Query:
    if isinstance(leaf, Phrase):
        return tantivy.Query.phrase_query(schema, field, list(leaf.words))
    if isinstance(leaf, Term):
        return tantivy.Query.term_query(schema, field, leaf.text)
    raise TypeError(f"not a leaf of the query model: {leaf!r}")


def _days(leaf: Query, schema: tantivy.Schema) -> tantivy.Query:
    first = day_number(leaf.start) if leaf.start else 0
    last = day_number(leaf.end) if leaf.end else None
    within = tantivy.Query.range_query(schema, DAY, tantivy.FieldType.Unsigned, first, last)
    return tantivy.Query.const_score_query(within, 0.0)


def _boosted(query: tantivy.Query, boost: float) -> tantivy.Query:
    return query if boost == 1.0 else tantivy.Query.boost_query(query, boost)
