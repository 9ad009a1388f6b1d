"""Numerals as lists print them: decimal, letters and Roman numbers. The names are those of WordprocessingML."""

from __future__ import annotations

# ECMA-376 part 1, 17.18.59 (ST_NumberFormat), as far as papers use it.
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_ORDINALS = {1: "st", 2: "nd", 3: "rd"}
# Past this, Word itself prints nothing sensible; it also bounds the length of what a damaged file asks for.
_LARGEST_SPELT = 3999


def numeral(number: int, style: str) -> str:
    """``number`` as a list of the given style prints it; an unknown style is decimal."""
    if 1 <= number <= _LARGEST_SPELT:
        match style:
            case "lowerLetter":
                return _letters(number)
            case "upperLetter":
                return _letters(number).upper()
            case "lowerRoman":
                return _roman(number)
            case "upperRoman":
                return _roman(number).upper()
            case "ordinal":
                return f"{number}{'th' if number % 100 in {11, 12, 13} else _ORDINALS.get(number % 10, 'th')}"
            case "decimalZero":
                return f"{number:02d}"
    return str(number)


def _letters(number: int) -> str:
    """a to z, then aa, bb: as Word counts on."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    digits: list[str] = []
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        digits.append(sign * count)
    return "".join(digits)
