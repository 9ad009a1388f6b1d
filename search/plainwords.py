"""Queries of plain words, which most are: they hold no sign of the query language, and are read without its parser.

Loading Whoosh's parser takes half of the time that a whole search takes.
"""

from __future__ import annotations

import re

from search.fields import Field
from search.leaves import NotUnderstood, worded
from search.tree import Query, all_of

_SIGN = re.compile(r'["():*?~^\[\]{}]|(?<!\S)(?:AND|OR|NOT)(?!\S)')
"""What may have a meaning of its own in queries (``search.grammar``)."""

NO_WORD = "no letter or digit to look for"

_SPACED = re.compile(r"\S+")
_PUNCTUATION = re.compile(r"(?:[^\w\[\]{}~^]|_)+")
"""Anything but letters, digits and what has a meaning of its own in queries."""


def is_punctuation(text: str) -> bool:
    """Whether ``text`` is dashes, ampersands and the like: they are no part of words, alone as little as inside."""
    return _PUNCTUATION.fullmatch(text) is not None


def plain_words(text: str) -> Query | None:
    """The written tree of ``text``, all of whose words are to be found; ``None`` where it holds signs.

    Raises ``NotUnderstood`` where there is no word in it.
    """
    if _SIGN.search(text):
        return None
    spaced = [match for match in _SPACED.finditer(text) if not is_punctuation(match.group())]
    if not spaced:
        raise NotUnderstood(0, NO_WORD)
    return all_of(
        tuple(worded(Field.TEXT, match.group(), at=match.start(), boost=1.0, quoted=False) for match in spaced)
    )
