"""Queries of words and quoted phrases, which most are: no other sign of the query language, and no parser needed.

Loading Whoosh's parser takes half of the time that a whole search takes.
"""

from __future__ import annotations

import re

from search.fields import Field
from search.leaves import NotUnderstood, worded
from search.tree import Query, all_of

_PART = re.compile(r'\s+|(?:"(?P<quoted>[^"]*)"|(?P<word>[^\s"]+))(?!\S)')
_SIGN = re.compile(r"[():*?~^\[\]{}]|\A(?:AND|OR|NOT)\Z")
"""What may have a meaning of its own in queries (``search.grammar``)."""

NO_WORD = "no letter or digit to look for"

_PUNCTUATION = re.compile(r"(?:[^\w\[\]{}~^]|_)+")
"""Anything but letters, digits and what has a meaning of its own in queries."""


def is_punctuation(text: str) -> bool:
    """Whether ``text`` is dashes, ampersands and the like: they are no part of words, alone as little as inside."""
    return _PUNCTUATION.fullmatch(text) is not None


def plain_words(text: str) -> Query | None:
    """The written tree of ``text``, all of whose words and quoted phrases are to be found; ``None`` where it says more.

    Raises ``NotUnderstood`` where a part of it, or all of it, holds no word.
    """
    parts: list[Query] = []
    at = 0
    while at < len(text):
        part = _PART.match(text, at)
        if part is None or (part["word"] and _SIGN.search(part["word"])):
            return None
        if part["quoted"] is not None:
            parts.append(worded(Field.TEXT, part["quoted"], at=part.start("quoted"), boost=1.0, quoted=True))
        elif part["word"] and not is_punctuation(part["word"]):
            parts.append(worded(Field.TEXT, part["word"], at=part.start("word"), boost=1.0, quoted=False))
        at = part.end()
    if not parts:
        raise NotUnderstood(0, NO_WORD)
    return all_of(tuple(parts))
