"""The query tree: Whoosh's query objects are the project's query model, and this module is where they come from.

A tree holds ``And``, ``Or`` and ``Not`` over leaves whose words are analysed already: ``Term``, ``Phrase`` (adjacent
words), ``Prefix``, ``Wildcard`` (``*`` and ``?``), ``FuzzyTerm`` (``maxdist`` edits) and ``TermRange`` (days, field
``date`` only). ``Leaf.fieldname`` is a ``search.fields.Field``.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from whoosh.query import And, FuzzyTerm, Not, Or, Phrase, Prefix, Term, TermRange, Wildcard

Query: TypeAlias = Any
"""A Whoosh query object (Whoosh is untyped)."""

__all__ = [
    "And",
    "FuzzyTerm",
    "Not",
    "Or",
    "Phrase",
    "Prefix",
    "Query",
    "Term",
    "TermRange",
    "Wildcard",
    "term_or_phrase",
]


def term_or_phrase(field: str, words: list[str], boost: float = 1.0) -> Query:
    """The leaf that finds ``words`` (at least one, analysed) next to one another in ``field``."""
    return Term(field, words[0], boost=boost) if len(words) == 1 else Phrase(field, words, boost=boost)
