"""The query language: what a user writes, read into a query tree, or refused with the place that is not understood."""

from __future__ import annotations

from corpus.errors import QueryError
from search.leaves import NotUnderstood
from search.plainwords import plain_words
from search.tree import Query

MAX_DEPTH = 40
"""Brackets nested deeper than a person writes; the parser recurses once a level."""

MAX_LENGTH = 10_000
"""Characters of a query; one that is longer is a pasted paper."""

_TYPOGRAPHIC_QUOTES = str.maketrans("\u201c\u201d\u201e\u00ab\u00bb", '"""""')


def parse(text: str) -> Query:
    """The query tree that ``text`` means (see ``search.tree``).

    Raises ``QueryError`` with the 0-based position where ``text`` can't be understood; nothing is ever dropped.
    """
    plain = text.translate(_TYPOGRAPHIC_QUOTES)
    try:
        _check_balance(plain)
        return plain_words(plain) or _in_grammar(plain)
    except NotUnderstood as problem:
        raise QueryError(text, problem.position, problem.reason) from None


def _check_balance(text: str) -> None:
    """Refuses an empty query, and quotes and brackets that don't pair up or hold nothing."""
    if not text.strip():
        raise NotUnderstood(0, "the query is empty")
    if len(text) > MAX_LENGTH:
        raise NotUnderstood(MAX_LENGTH, f"longer than {MAX_LENGTH} characters")
    open_brackets: list[int] = []
    open_quote: int | None = None
    for at, char in enumerate(text):
        if char == '"':
            open_quote = at if open_quote is None else None
        elif open_quote is None and char == "(":
            open_brackets.append(at)
            if len(open_brackets) > MAX_DEPTH:
                raise NotUnderstood(at, f"brackets nested more than {MAX_DEPTH} deep")
        elif open_quote is None and char == ")":
            if not open_brackets:
                raise NotUnderstood(at, "this bracket was never opened")
            if not text[open_brackets.pop() + 1 : at].strip():
                raise NotUnderstood(at, "nothing in the brackets")
    if open_quote is not None:
        raise NotUnderstood(open_quote, "this quote is never closed")
    if open_brackets:
        raise NotUnderstood(open_brackets[-1], "this bracket is never closed")


def _in_grammar(text: str) -> Query:
    # Loads Whoosh's parser.
    from search.grammar import in_grammar

    return in_grammar(text)
