"""Words broken at line ends, made whole with the paper itself as the dictionary."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
# No word that is broken has more letters before its hyphen.
_LONGEST_HEAD = 30
_BROKEN_END = re.compile(r"[^\W\d_]+-$")
_BROKEN_START = re.compile(r"[^\W\d_]+")

Joiner = Callable[[str, str], str]


def joiner(texts: Iterable[str]) -> Joiner:
    """A function that joins a line to the text before it, knowing the words of the whole paper."""
    lines = list(texts)
    known: set[str] = set()

    def join(before: str, after: str) -> str:
        if not before.endswith("-"):
            return f"{before} {after}"
        end = _BROKEN_END.search(before, max(len(before) - _LONGEST_HEAD, 0))
        start = _BROKEN_START.match(after)
        if end is None or start is None:
            # "2024-" and "25", "a/" and "b": no word, but no space either.
            return before + after if before[-2:-1].isalnum() else f"{before} {after}"
        if not known:
            known.update(_whole_words(lines))
        keep = _keeps_hyphen(end.group()[:-1], start.group(), known)
        return before + after if keep else before[:-1] + after

    return join


def _whole_words(lines: Iterable[str]) -> Iterator[str]:
    """The words of all lines in lower case, without the halves of those that are broken at a line end."""
    parts = "\n".join(lines).casefold().split("-\n")
    for at, part in enumerate(parts):
        words = _WORD.findall(part)
        yield from words[at > 0 : len(words) - (at + 1 < len(parts))]


def _keeps_hyphen(head: str, tail: str, known: set[str]) -> bool:
    if not tail[0].islower():
        return True
    whole = (head + tail).casefold()
    if whole in known:
        return False
    return f"{head}-{tail}".casefold() in known or {head.casefold(), tail.casefold()} <= known
