"""A text as words are looked up in it: folded, with the place where each word stands in the text as it is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from search.analysis import in_ascii, surface_end, surface_words, words

_WORD = re.compile(r"[^\W_]+")

_DROPPED = re.compile(r"'(?<=[^\W_]')(?:s\b|(?=[^\W_]))")
"""What folding takes away of words in ASCII: a possessive's end, and an apostrophe inside a word."""


@dataclass(frozen=True, slots=True)
class Folded:
    """The words of a text as ``search.analysis`` folds them, in order, with anything but letters and digits between.

    A word's ``start`` is its offset in ``text``. ``surface`` is the text as it is. From each offset of ``here`` on, in
    order and from 0, ``text`` runs alongside ``surface`` from that offset of ``there`` on which stands at its place.
    Where there is no other than 0, the words of both are as long.
    """

    text: str
    surface: str
    here: Sequence[int] = (0,)
    there: Sequence[int] = (0,)

    def holding(self, pieces: tuple[str, ...], *, first: bool) -> Iterator[tuple[int, str]]:
        """The start of each word that holds one of ``pieces``, and the word; with ``first``, that begins with one.

        Those with the first piece come first, in order, then those with the second; a word with two may come twice.
        """
        text = self.text
        for piece in pieces:
            at = text.find(piece)
            while at >= 0:
                if not at or not text[at - 1].isalnum():
                    start = at
                elif first:
                    at = text.find(piece, at + 1)
                    continue
                else:
                    start = self._start(at)
                word = _WORD.match(text, start)[0]  # type: ignore[index]  # a piece is letters and digits
                yield start, word
                at = text.find(piece, start + len(word))

    def following(self, start: int, count: int) -> list[tuple[int, str]]:
        """The word at ``start`` and at most ``count`` more after it, with where each starts."""
        return [(match.start(), match[0]) for match in islice(_WORD.finditer(self.text, start), count + 1)]

    def place(self, start: int, word: str) -> tuple[int, int]:
        """Where the ``word`` at ``start`` stands in the text as it is."""
        if len(self.here) == 1:
            return start, start + len(word)
        at = bisect_right(self.here, start) - 1
        begins = self.there[at] + start - self.here[at]
        return begins, surface_end(self.surface, begins)

    def _start(self, at: int) -> int:
        while at and self.text[at - 1].isalnum():
            at -= 1
        return at


def on_one_line(text: str) -> str:
    """``text`` with each run of white space as one blank, and none at its ends."""
    line = text.replace("\n", " ")
    # Most texts have no other white space: a blank is the only one that can be printed.
    return line if line.isprintable() and "  " not in line and line == line.strip(" ") else " ".join(text.split())


def folded(text: str) -> Folded:
    """``text`` with its words folded: as a whole where it is in ASCII but for common signs, else word by word."""
    plain = in_ascii(text)
    if plain is None or "`" in plain:
        return _word_by_word(text)
    plain = plain.lower()
    return _closed_up(plain, text) if "'" in plain else Folded(plain, text)


def _closed_up(plain: str, text: str) -> Folded:
    """``plain``, which has the length of ``text``, without what is dropped."""
    kept: list[str] = []
    here, there = [0], [0]
    for match in _DROPPED.finditer(plain):
        start, end = match.span()
        kept.append(plain[there[-1] : start])
        here.append(here[-1] + start - there[-1])
        there.append(end)
    return Folded("".join([*kept, plain[there[-1] :]]), text, here, there)


def _word_by_word(text: str) -> Folded:
    """What is one word as it stands but none or several as it is searched ("½") is left out."""
    found: list[str] = []
    here, there = [0], [0]
    for start, end in surface_words(text):
        of_it = words(text[start:end])
        if len(of_it) == 1:
            found += of_it
            there[-1] = start
            here.append(here[-1] + len(of_it[0]) + 1)
            there.append(end)
    return Folded(" ".join(found), text, here, there)
