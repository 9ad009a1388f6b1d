"""Dates as UK papers write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_MONTH = "|".join(f"{name[:3]}(?:{name[3:]}|t)?" if name[3:] else name for name in MONTHS)
_WRITTEN = re.compile(
    rf"\b(?P<day>\d{{1,2}})\s*(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH})\b\.?,?\s*(?P<year>(?:19|20)\d\d)?",
    re.IGNORECASE,
)
_AMERICAN = re.compile(
    rf"\b(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE
)
_FIGURES = re.compile(r"\b(?P<day>\d{1,2})(?P<mark>[/.-])(?P<month>\d{1,2})(?P=mark)(?P<year>(?:19|20)?\d\d)\b")
_ISO = re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b")
_CENTURY = 2000
_TWO_DIGIT_LIMIT = 100


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as it stands at ``[start, end)`` of a text; ``iso`` is ``None`` where no year is written."""

    start: int
    end: int
    day: int
    month: int
    year: int | None

    @property
    def iso(self) -> str | None:
        return f"{self.year:04}-{self.month:02}-{self.day:02}" if self.year else None


def find_dates(text: str) -> Iterator[WrittenDate]:
    """Every day that ``text`` names, in order; impossible days (31 June) are passed over."""
    found = [
        written
        for pattern in (_WRITTEN, _AMERICAN, _FIGURES, _ISO)
        for match in pattern.finditer(text)
        if (written := _written(match)) is not None
    ]
    end = 0
    for written in sorted(found, key=lambda each: (each.start, -each.end)):
        if written.start >= end:
            end = written.end
            yield written


def first_date(text: str) -> str | None:
    """The first day with a year that ``text`` names, in ISO 8601."""
    return next((written.iso for written in find_dates(text) if written.iso), None)


def _written(match: re.Match[str]) -> WrittenDate | None:
    day, month, year = int(match["day"]), _month(match["month"]), _year(match["year"])
    try:
        date(year or _CENTURY, month, day)
    except ValueError:
        return None
    end = match.start() + len(match.group().rstrip(" ,."))
    return WrittenDate(match.start(), end, day, month, year)


def _month(written: str) -> int:
    if written.isdigit():
        return int(written)
    return next(number for number, name in enumerate(MONTHS, 1) if name.startswith(written[:3].lower()))


def _year(written: str | None) -> int | None:
    if not written:
        return None
    year = int(written)
    return year + _CENTURY if year < _TWO_DIGIT_LIMIT else year
