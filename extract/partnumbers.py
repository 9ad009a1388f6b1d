"""How the parts of a list are numbered: what the first is called, and what follows what."""

from __future__ import annotations

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
FIRST = ("1", "a", "i", "A")


def follows(number: str | None, last: str | None) -> bool:
    """Whether ``number`` comes next after ``last``: 2 after 1, b after a, ii after i."""
    if not number or not last:
        return False
    if number.isdigit() or last.isdigit():
        return number.isdigit() and last.isdigit() and int(number) == int(last) + 1
    if number in _ROMAN and last in _ROMAN and _ROMAN.index(number) == _ROMAN.index(last) + 1:
        return True
    return len(number) == len(last) == 1 and ord(number) == ord(last) + 1


def starts(number: str | None) -> bool:
    """Whether ``number`` is the first of a list; a bullet has none, and may be."""
    return number is None or number in FIRST
