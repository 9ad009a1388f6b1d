"""Queries of words and quoted phrases, also of fields, with AND, OR, NOT and brackets, which nearly all are.

They mean what they do in Whoosh's grammar (``search.grammar``), which is asked for all else, and wherever anything is
out of place: loading it takes a good part of the time that a whole search takes.
"""

from __future__ import annotations

import re
from itertools import pairwise

from search.fields import WRITTEN, Field
from search.leaves import NotUnderstood, worded
from search.tree import Leaf, Not, Query, all_of, any_of

_PART = re.compile(
    r"""\s+
    | (?P<structure> \( | \)(?![^\s)]) | (?:AND|OR|NOT)(?![^\s)]) )
    | (?:(?P<field>[^\W\d]\w*):)? (?: "(?P<quoted>[^"]*)" | (?P<word>[^\s"():*?~^\[\]{}]+) ) (?![^\s)])""",
    re.VERBOSE,
)
"""What a query is made of as long as no sign in it may have another meaning."""

_OPEN, _CLOSE, _AND, _OR, _NOT, _LEAF = "(", ")", "AND", "OR", "NOT", "leaf"

_BEFORE_OPERAND = frozenset({_OPEN, _AND, _OR, _NOT})
_NO_OPERAND = frozenset({_CLOSE, _AND, _OR})

NO_WORD = "no letter or digit to look for"

_PUNCTUATION = re.compile(r"(?:[^\w\[\]{}~^]|_)+")
"""Anything but letters, digits and what has a meaning of its own in queries."""


def is_punctuation(text: str) -> bool:
    """Whether ``text`` is dashes, ampersands and the like: they are no part of words, alone as little as inside."""
    return _PUNCTUATION.fullmatch(text) is not None


def plain_words(text: str) -> Query | None:
    """The written tree of ``text``; ``None`` where it is for the grammar to read, or to refuse.

    Raises ``NotUnderstood`` where a part of it, or all of it, holds no word.
    """
    parts = _parts(text)
    if parts is None:
        return None
    words = [part for part in parts if not _is_stray(part)]
    if not words:
        raise NotUnderstood(0, NO_WORD)
    if not any(part["structure"] or part["field"] for part in words):
        return all_of(tuple(map(_leaf, words)))
    if len(words) < len(parts) or not _is_in_place([_kind(part) for part in parts]):
        return None
    left = parts[::-1]
    found = _side_by_side(left)
    return None if left else all_of(found)


def _parts(text: str) -> list[re.Match[str]] | None:
    """The parts of ``text`` but for the blanks; ``None`` where a sign may have a meaning besides."""
    parts: list[re.Match[str]] = []
    at = 0
    while at < len(text):
        part = _PART.match(text, at)
        if part is None or (part["field"] and part["field"].lower() not in WRITTEN):
            return None
        if not part[0].isspace():
            parts.append(part)
        at = part.end()
    return parts


def _kind(part: re.Match[str]) -> str:
    return part["structure"] or _LEAF


def _is_stray(part: re.Match[str]) -> bool:
    return part["field"] is None and part["word"] is not None and is_punctuation(part["word"])


def _is_in_place(kinds: list[str]) -> bool:
    """Whether there is an operand wherever there must be one, and as many brackets open as close."""
    pairs = pairwise((_OPEN, *kinds, _CLOSE))
    return kinds.count(_OPEN) == kinds.count(_CLOSE) and not any(
        (before in _BEFORE_OPERAND and after in _NO_OPERAND) or before == after == _NOT for before, after in pairs
    )


# Each of these takes what it reads off the end of ``left``: the parts that are left, the next one last.


def _side_by_side(left: list[re.Match[str]]) -> tuple[Query, ...]:
    found = [_either(left)]
    while left and _kind(left[-1]) != _CLOSE:
        found.append(_either(left))
    return tuple(found)


def _either(left: list[re.Match[str]]) -> Query:
    found = [_both(left)]
    while left and _kind(left[-1]) == _OR:
        left.pop()
        found.append(_both(left))
    return any_of(tuple(found))


def _both(left: list[re.Match[str]]) -> Query:
    # AND takes what stands side by side in brackets before it one by one, as Whoosh does.
    found = [*_operand(left)]
    while left and _kind(left[-1]) == _AND:
        left.pop()
        found.append(all_of(_operand(left)))
    return all_of(tuple(found))


def _operand(left: list[re.Match[str]]) -> tuple[Query, ...]:
    """What a word, or NOT, or each of what stands side by side in brackets finds."""
    part = left.pop()
    match _kind(part):
        case "NOT":
            return (Not(all_of(_operand(left))),)
        case "(":
            inner = _side_by_side(left)
            left.pop()
            return inner
        case _:
            return (_leaf(part),)


def _leaf(part: re.Match[str]) -> Leaf:
    field = WRITTEN[part["field"].lower()] if part["field"] else Field.TEXT
    which = "word" if part["quoted"] is None else "quoted"
    return worded(field, part[which], at=part.start(which), boost=1.0, quoted=which == "quoted")
