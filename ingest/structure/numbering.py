"""Numbers as printed in front of items, paragraphs and list entries, and the schemes they belong to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from corpus.dates import find_dates


class Scheme(StrEnum):
    """The ways in which councils and NHS bodies number what they print."""

    DECIMAL = "decimal"  # 1.0, 3.5.1, 18.11.4
    REFERENCE = "reference"  # HWB10, PB/21/39, GBP/2122/255, 24/00093, 2024-06_3
    RUNNING = (
        "running"  # 43/19, 41a/19, 25/03/01, A1, TC 101 (a number only beside others of its run: 2021/22 is a span)
    )
    INTEGER = "integer"  # 1. 84. 292)
    WORDED = "worded"  # Item 4, Minute 242
    BARE = "bare"  # 4 (no stop after it: a number only where it leads a heading)
    LETTER = "letter"  # (a) b) (iv) A.


INTEGERS = (Scheme.INTEGER, Scheme.BARE)
REFERENCES = (Scheme.REFERENCE, Scheme.RUNNING, Scheme.WORDED)
"""Schemes that set an item's number off from those of lists and paragraphs by how it is written."""


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """A printed number: ``text`` as printed without closing stop, ``end`` where the words after it begin.

    ``depth`` is 1 for 4., 4.0 and HWB10, 2 for 4.1 and so on. ``style`` is what sets the number off: "." or ")",
    "()" for brackets on both sides, "" for nothing.
    """

    text: str
    scheme: Scheme
    depth: int
    end: int
    style: str = ""


_REST = r"[\s\t:–-]*"
_PATTERNS = (
    (Scheme.REFERENCE, re.compile(rf"(?P<n>[A-Z]{{1,6}}[A-Za-z]?(?:(?:/ ?|[.-])?\d{{1,4}}){{1,4}})(?![\w/])"
                                  rf"[.:)]?{_REST}(?=\S|$)")),
    (Scheme.REFERENCE, re.compile(rf"(?P<n>\d{{4}}-\d{{2}}[_/]\d{{1,3}})(?![\w/])[.:)]?{_REST}(?=\S|$)")),
    (Scheme.RUNNING, re.compile(rf"(?P<n>\d{{2}}[/-]\d{{2}}[./-]\d{{1,3}}|\d{{1,4}}[a-z]?[/-]\d{{2}})(?![\w/%])"
                                rf"[.:)]?{_REST}(?=[A-Z\d\"“(]|$)")),
    (Scheme.REFERENCE, re.compile(rf"(?P<n>\d{{1,4}}/\d{{1,5}}(?:[/.-]\d{{1,4}})*)(?![\w/%])[.:)]?{_REST}"
                                  r"(?=[A-Z]|$)")),
    (Scheme.RUNNING, re.compile(rf"(?P<n>[A-Z]\d{{1,4}}(?:\.\d{{1,3}})?|(?!PAGE|PART|ITEM|YEAR|WARD|ZONE)[A-Z]{{1,4}} "
                                rf"\d{{1,4}})(?![\w/%])[.:)]?{_REST}(?=[A-Z\"“(]|$)")),
    (Scheme.DECIMAL, re.compile(rf"(?P<n>\d{{1,3}}(?:\.\d{{1,3}}){{1,6}}(?:[ivx]{{1,5}}(?=\)))?)"
                                rf"\.?\)?(?:(?=\s*$)|(?![\d%.,]){_REST}(?=\D|$))")),
    (Scheme.WORDED, re.compile(rf"(?P<n>(?i:(?:minute|agenda item|item)\s+(?:no\.?\s*)?)\d{{1,4}}[a-z]?)\b[.:)]?"
                               rf"{_REST}")),
    (Scheme.INTEGER, re.compile(rf"\(?(?P<n>\d{{1,5}}[a-z]?)(?:[.):]|,(?=\s+[A-Z]{{2}})|\s?[–-](?=\s))"
                                rf"{_REST}(?=\D|$)")),
    (Scheme.LETTER, re.compile(rf"\(?(?P<n>[a-z]|[ivx]{{1,5}})\){_REST}")),
    (Scheme.LETTER, re.compile(rf"\(?(?P<n>[A-Za-z]|[ivx]{{1,5}}|[IVX]{{1,5}})[.)]\s{_REST}(?!\w\.)(?=\S)")),
    (Scheme.BARE, re.compile(r"(?P<n>\d{1,4})(?:\s+(?=[A-Z\"“‘'(]|\d\d/\d{4,5}\b)|$)")),
    (Scheme.BARE, re.compile(r"(?P<n>\d{1,3}[a-z])$")),
)  # fmt: skip
_NOT_REFERENCE = re.compile(r"^(?:A\d|M\d|B\d{3,4}|COVID|CO2|H[12]\b|Q[1-4]\b|P\d\b|GP\d|Y\d|S\.?\d|[A-Z]\d$)")
"""Road numbers, quarters, halves of a year: they lead sentences and number nothing."""
_POSTCODE = re.compile(r"[A-Z]{1,2}\d{1,2}[A-Z]?\s\d[A-Z]{2}\b")
_TIME = re.compile(r"\d{1,2}[.:]\d\d\s*(?:[ap]\.?m\b|hrs|hours|noon|[-–]|to\b)", re.IGNORECASE)
_DOTTED = re.compile(r"\d{1,2}\.\d{1,2}\.\d{2}$")
_LONGEST_DATE = 24  # "22nd of September, 2021"
_YEARS = range(1900, 2100)
_STOPS = (".", ")")  # a year with one of these behind it is a number after all


def printed_number(text: str) -> PrintedNumber | None:
    """The printed number that ``text`` begins with, if it does; dates and times number nothing.

    Whether one of the scheme ``RUNNING`` numbers anything is told by others of its run (``succession.in_runs``).
    """
    if text[:1].isdigit() and _TIME.match(text):
        return None
    dated = text[:1].isdigit() and _begins_with_date(text)
    for scheme, pattern in _PATTERNS:
        # What looks like a date may still be the third minute of March: others of its run will tell.
        if (dated and scheme is not Scheme.RUNNING) or not (match := pattern.match(text)):
            continue
        number = match["n"]
        if scheme is Scheme.REFERENCE and (_NOT_REFERENCE.match(number) or _POSTCODE.match(text)):
            continue
        if (
            scheme in (Scheme.INTEGER, Scheme.BARE)
            and _is_year(number)
            and not text[match.end("n") :].startswith(_STOPS)
        ):
            continue
        style = _style(text, match.start("n"), match.end("n"))
        return PrintedNumber(number, scheme, _depth(number, scheme), match.end(), style)
    return None


def _style(text: str, start: int, end: int) -> str:
    after = text[end : end + 1]
    if after == ")":
        return "()" if start else ")"
    return after if after in (".", ":") else ""


def _is_year(number: str) -> bool:
    return number.isdigit() and len(number) == 4 and int(number) in _YEARS


def _begins_with_date(text: str) -> bool:
    """Whether a date opens ``text``; "19.09.01 Apologies" is an item of September 2019, not the first of that month."""
    first = next(find_dates(text[:_LONGEST_DATE]), None)
    if first is None or first.start > 0:
        return False
    return not (_DOTTED.match(text[: first.end]) and text[first.end :].strip())


def _depth(number: str, scheme: Scheme) -> int:
    if scheme is not Scheme.DECIMAL:
        return 1
    parts = number.rstrip("ivx").split(".")
    while len(parts) > 1 and not parts[-1].strip("0"):
        parts.pop()
    return len(parts)
