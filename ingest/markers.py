"""Marks that stand before a list item or a numbered paragraph: bullets, numbers, letters."""

from __future__ import annotations

import re
from dataclasses import dataclass

# The one bullet that readers keep, whatever sign a paper uses (dashes, squares, the private signs of Symbol fonts).
BULLET = "•"

_BULLET = re.compile(r"(?:[-*+–—•●▪◦‣⁃■□➢·\uf0a7\uf0b7\uf0d8]|--)(?=\s)")

# "1." "12)" "(3)" "3.5.1" "a)" "(b)" "c." "iv." "(iv)" "A)", not "A." (an initial), "4 posts" (a count) or "1.5m".
_NUMBER = re.compile(
    r"(?:"
    r"\(?\d{1,4}\\?[.)]"
    r"|\d{1,3}(?:\.\d{1,3}){1,4}\\?[.)]?"
    r"|\(?(?:[a-zA-Z]|[ivx]{1,5})\\?\)"
    r"|(?:[a-z]|[ivx]{1,5})\\?\."
    r")(?=\s|\*\*|$)(?!\s*(?:am|pm|a\.m|p\.m|hrs|hours|million|billion|per cent|%|[mk]\b))"
)

_BARE_NUMBER = re.compile(r"\(?(?:\d{1,4}(?:\.\d{1,3}){0,4}[a-z]?|[a-z])[.)]{0,2}")


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker as it is to be shown, and how many characters of the raw text it and the gap after it take."""

    shown: str
    length: int

    @property
    def bullet(self) -> bool:
        """Whether it is a bullet and not a number or letter."""
        return self.shown == BULLET


def leading_marker(raw: str) -> Marker | None:
    """The marker that ``raw`` begins with (no white space before it); a number behind a bullet counts as the marker."""
    bullet = _BULLET.match(raw)
    start = _after_gap(raw, bullet.end()) if bullet else 0
    number = _NUMBER.match(raw, start)
    if number:
        return Marker(number.group().replace("\\", ""), _after_gap(raw, number.end()))
    return Marker(BULLET, start) if bullet else None


def is_bare_number(text: str) -> bool:
    """Whether ``text`` is nothing but an item's number or letter: ``12.`` ``4a`` ``(b)``."""
    return _BARE_NUMBER.fullmatch(text) is not None


def _after_gap(raw: str, at: int) -> int:
    while at < len(raw) and raw[at].isspace():
        at += 1
    return at
