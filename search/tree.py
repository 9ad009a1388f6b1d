"""The query tree: Whoosh's query objects are the project's query model, and this module is where they come from.

A tree holds ``And``, ``Or`` and ``Not`` over leaves whose words are folded already (``search.analysis``): ``Term``,
``Phrase`` (these words in this order, at most ``slop - 1`` others among them in all), ``Prefix``, ``Wildcard`` (``*``
and ``?``), ``FuzzyTerm`` (``maxdist`` edits) and ``TermRange`` (days, field ``date`` only). ``Leaf.fieldname`` is a
``search.fields.Field``.

There are two kinds of trees. A *written* one is what a user wrote (``search.query``): it may ask for running text, in
which a ``Term`` is a plain word, a ``Sequence`` of terms a number or word with signs inside it ("24/00093", "co-op")
and a ``Phrase`` stood in quotes. What it means (``search.meaning``) is a tree of indexed fields, which engines run; in
it ``AndMaybe`` finds what its first part finds, and ranks higher what its second part finds too.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from whoosh.query import And, AndMaybe, FuzzyTerm, Not, Or, Phrase, Prefix, Sequence, Term, TermRange, Wildcard

from search.fields import Field

Query: TypeAlias = Any
"""A Whoosh query object (Whoosh is untyped)."""

ADJACENT = 1
"""The slop of a phrase whose words stand next to one another, as Whoosh counts: how far on the next word stands."""

__all__ = [
    "ADJACENT",
    "And",
    "AndMaybe",
    "FuzzyTerm",
    "Not",
    "Or",
    "Phrase",
    "Prefix",
    "Query",
    "Sequence",
    "Term",
    "TermRange",
    "Wildcard",
    "any_of",
    "field_of",
    "term_or_phrase",
]


def term_or_phrase(field: str, words: list[str], boost: float = 1.0) -> Query:
    """The leaf that finds ``words`` (at least one, analysed) next to one another in ``field``."""
    return Term(field, words[0], boost=boost) if len(words) == 1 else Phrase(field, words, boost=boost)


def field_of(leaf: Query) -> Field:
    """The field that ``leaf`` asks for; a ``Sequence`` of terms is a leaf too."""
    return Field(leaf.subqueries[0].fieldname if isinstance(leaf, Sequence) else leaf.fieldname)


def any_of(queries: list[Query]) -> Query:
    """What finds all that any of ``queries`` (at least one) finds."""
    return queries[0] if len(queries) == 1 else Or(queries)
