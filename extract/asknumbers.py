"""How the asks of a list are marked: by bullets, figures, letters or Roman numerals, and which follows which."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

_MARK = re.compile(
    r"(?:(?P<bullet>[•▪◦·*‣●○□➢–—-]|o(?=\s))\s+"
    r"|(?:[Rr]ecommendation\s{1,3}|R(?=\d))?\(?(?:"
    r"(?P<decimal>\d{1,2}(?:\.\d{1,2}){1,3})[.):]{0,2}\s+"
    r"|(?P<number>\d{1,2}|[A-Za-z]|[ivxIVX]{2,5})\s?[.):]{1,3}(?:\s+|(?=[A-Z])|$)))"
)
_INLINE = re.compile(r"(?<![^\s:,;])\(?(?P<number>\d{1,2}|[a-h]|[ivx]{1,4})\)\s+")
_ROMAN = {"i": 1, "v": 5, "x": 10}


class Style(StrEnum):
    """What a list is marked with; ``DECIMAL`` is the number of a paragraph within its section ("2.1")."""

    BULLET = "bullet"
    FIGURE = "figure"
    DECIMAL = "decimal"
    LETTER = "letter"
    CAPITAL = "capital"
    ROMAN = "roman"
    CAPITAL_ROMAN = "capital_roman"


@dataclass(frozen=True, slots=True)
class Rank:
    """The place that a mark has in a list of its style, from 1; of a bullet a number below 0, the same for each."""

    style: Style
    place: int

    @property
    def begins(self) -> bool:
        """Whether a list can begin with it."""
        return self.place <= 1 or self.style is Style.DECIMAL

    def follows(self, other: Rank) -> bool:
        """Whether it is the next of the list after ``other``."""
        step = 0 if self.style is Style.BULLET else 1
        return self.style is other.style and self.place == other.place + step


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark: ``printed`` without brackets and stops (``None`` of a bullet), and what it can be ("i": 1, or a letter).

    ``length`` counts the characters that it takes with the white space behind it.
    """

    printed: str | None
    ranks: tuple[Rank, ...]
    length: int

    @property
    def begins(self) -> bool:
        """Whether a list can begin with it."""
        return any(rank.begins for rank in self.ranks)

    def follows(self, other: Mark) -> bool:
        """Whether it can be the next of the list after ``other``."""
        return any(rank.follows(before) for rank in self.ranks for before in other.ranks)


def mark_of(text: str) -> Mark | None:
    """The mark that ``text`` begins with."""
    match = _MARK.match(text)
    if match is None:
        return None
    if match["bullet"]:
        return Mark(None, (Rank(Style.BULLET, -ord(match["bullet"])),), match.end())
    if match["decimal"]:
        return Mark(match["decimal"], (Rank(Style.DECIMAL, int(match["decimal"].split(".")[-1])),), match.end())
    return Mark(match["number"], tuple(_ranks(match["number"])), match.end())


def inline_marks(text: str, after: Mark | None = None) -> tuple[tuple[int, Mark], ...]:
    """Where the parts of a list begin that runs on within ``text``, each the next of the one before it.

    The list goes on with the mark ``after``; without one it begins in the text, and has two parts or more.
    """
    found: list[tuple[int, Mark]] = []
    last = after
    for match in _INLINE.finditer(text):
        mark = Mark(match["number"], tuple(_ranks(match["number"])), match.end() - match.start())
        if mark.follows(last) if last else mark.begins:
            last = mark
            found.append((match.start(), mark))
    return tuple(found) if len(found) > (after is None) else ()


def _ranks(number: str) -> Iterator[Rank]:
    """What a number can be; a letter that is a Roman numeral too is that last."""
    if number.isdigit():
        yield Rank(Style.FIGURE, int(number))
        return
    if len(number) == 1:
        yield Rank(Style.LETTER if number.islower() else Style.CAPITAL, ord(number.lower()) - ord("a") + 1)
    if set(number.lower()) <= set(_ROMAN):
        yield Rank(Style.ROMAN if number.islower() else Style.CAPITAL_ROMAN, _roman(number.lower()))


def _roman(number: str) -> int:
    values = [_ROMAN[letter] for letter in number]
    return sum(
        -value if any(later > value for later in values[index + 1 :]) else value for index, value in enumerate(values)
    )
