"""Dates as UK papers write them, in English and in Welsh, and what is wrong with those that are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from corpus.months import MONTHS, WEEKDAYS

# Welsh months, and as they are written after "o" (of), which softens their first letter.
_WELSH_MONTHS = {
    "ionawr": 1, "chwefror": 2, "mawrth": 3, "fawrth": 3, "ebrill": 4, "mai": 5, "fai": 5, "mehefin": 6, "fehefin": 6,
    "gorffennaf": 7, "orffennaf": 7, "awst": 8, "medi": 9, "fedi": 9, "hydref": 10, "tachwedd": 11, "dachwedd": 11,
    "rhagfyr": 12, "ragfyr": 12,
}  # fmt: skip
_MONTH = "|".join((*(f"{name[:3]}(?:{name[3:]}|t)?" if name[3:] else name for name in MONTHS), *sorted(_WELSH_MONTHS)))
_ORDINAL = r"(?:st|nd|rd|th|af|ail|il|ydd|fed|eg|ain|ed)?"
_FULL_YEAR = r"(?:19|20|2[oO])[\doO]{2}(?![\doO])"
# Two figures are a year behind an apostrophe, or where nothing of a sum, a time or a count can follow.
_YEAR = rf"(?:{_FULL_YEAR}|['’]\d\d(?!\d)|\d\d(?=\s*(?:$|[);\n])))"
_WRITTEN = re.compile(
    rf"\b(?P<day>\d{{1,2}})\s?{_ORDINAL}[.,]?(?:\s*-\s*|\s+|(?-i:(?=[A-Z][a-z])))(?:day\s+)?(?:of?\s+)?"
    rf"(?P<month>{_MONTH})\b(?:[.,]?\s?[-,]?\s?(?P<year>{_YEAR}))?",
    re.IGNORECASE,
)
_AMERICAN = re.compile(
    rf"\b(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>{_FULL_YEAR})", re.IGNORECASE
)
_FIGURES = re.compile(r"\b(?P<day>\d{1,2})(?P<mark>[/.-])(?P<month>\d{1,2})(?P=mark)(?P<year>(?:19|20)?\d\d)\b")
_ISO = re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b")
_MISSPELT = re.compile(
    rf"\b(?P<day>\d{{1,2}})\s?{_ORDINAL}\s+(?:of\s+)?(?P<month>[A-Z][a-z]{{4,10}}),?\s+(?P<year>{_FULL_YEAR})"
)
_ALIKE = 0.8  # of difflib's 0 to 1: "Febuary" and "Novemeber" are above it, "Autumn" and "Summer" below
_FIGURE = re.compile(r"\d")
_CENTURY = 2000
_TWO_DIGIT_LIMIT = 100
_WEEKDAY = re.compile(
    r"\b(?=[A-Z])(?P<weekday>(?i:mon|tue|wed|thu|fri|sat|sun))"
    r"(?:(?i:s|nes|rs?|ur)?(?i:day),?|s?\.?,?|rs?\.?,?)\s{1,4}(?:the\s+)?(?=\d|[A-Z])"
)
_LETTER_IN_YEAR = re.compile(r"\b2[oO][\doO]{2}\b|\b20(?:[oO]\d|\d[oO])\b")
_LONGEST_DATE = 40  # characters before a year in which the day and the month stand


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as it stands at ``[start, end)`` of a text; ``iso`` is ``None`` where no year is written.

    ``slip`` says what is misspelt in it, where something is.
    """

    start: int
    end: int
    day: int
    month: int
    year: int | None
    slip: str | None = None

    @property
    def iso(self) -> str | None:
        return f"{self.year:04}-{self.month:02}-{self.day:02}" if self.year else None


@dataclass(frozen=True, slots=True)
class DoubtfulDate:
    """What is wrong with the date at ``[start, end)`` of a text."""

    start: int
    end: int
    reason: str


def find_dates(text: str) -> Iterator[WrittenDate]:
    """Every day that ``text`` names, in order; impossible days (31 June) are passed over."""
    if not _FIGURE.search(text):
        return
    found = [
        written
        for pattern in (_WRITTEN, _AMERICAN, _FIGURES, _ISO, _MISSPELT)
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


def doubtful_dates(text: str) -> Iterator[DoubtfulDate]:
    """The dates of ``text`` that can't be right as they are written, in order.

    A day that no month has, a weekday that the day was not, a month or year that is misspelt.
    """
    found = {*_impossible(text), *_contradicted(text), *_misspelt(text)}
    yield from sorted(found, key=lambda doubt: (doubt.start, doubt.end))


def _impossible(text: str) -> Iterator[DoubtfulDate]:
    for match in _WRITTEN.finditer(text):
        day, month, year = int(match["day"]), _month(match["month"]), _year(match["year"])
        if month is None or year is None or not day or _exists(year, month, day):
            continue
        reason = f"{MONTHS[month - 1].capitalize()} {year} has no day {day}"
        yield DoubtfulDate(match.start(), match.end(), reason)


def _contradicted(text: str) -> Iterator[DoubtfulDate]:
    """The dates beside a weekday that the day was not."""
    for said in _WEEKDAY.finditer(text):
        matches = (pattern.match(text, said.end()) for pattern in (_WRITTEN, _AMERICAN, _FIGURES))
        written = next((day for match in matches if match and (day := _written(match))), None)
        if written is None or written.year is None:
            continue
        was = WEEKDAYS[date(written.year, written.month, written.day).weekday()]
        if not was.startswith(said["weekday"].lower()):
            yield DoubtfulDate(said.start(), written.end, f"the day was a {was.capitalize()}")


def _misspelt(text: str) -> Iterator[DoubtfulDate]:
    """The dates with a month that is nearly one, or with a letter in the year."""
    for match in _MISSPELT.finditer(text):
        written = _written(match)
        if written and written.slip:
            yield DoubtfulDate(written.start, written.end, written.slip)
    for year in _LETTER_IN_YEAR.finditer(text):
        start = max(year.start() - _LONGEST_DATE, 0)
        for written in find_dates(text[start : year.end()]):
            if written.slip and start + written.end == year.end():
                yield DoubtfulDate(start + written.start, start + written.end, written.slip)


def _written(match: re.Match[str]) -> WrittenDate | None:
    day, month, year = int(match["day"]), _month(match["month"]), _year(match["year"])
    if month is None or not _exists(year or _CENTURY, month, day):
        return None
    end = match.start() + len(match.group().rstrip(" ,.-"))
    return WrittenDate(match.start(), end, day, month, year, _slip(match["month"], month, match["year"]))


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _month(written: str) -> int | None:
    """The number of a month by its figures, its name, its first letters, or a name that is nearly its own."""
    if written.isdigit():
        return int(written)
    name = written.lower()
    if name in _WELSH_MONTHS:
        return _WELSH_MONTHS[name]
    exact = next((number for number, month in enumerate(MONTHS, 1) if month.startswith(name[:3])), None)
    if exact is not None and _is_name_of(name, exact):
        return exact
    near = get_close_matches(name, MONTHS, n=1, cutoff=_ALIKE)
    # "2 Marches" is no day of March.
    return MONTHS.index(near[0]) + 1 if near and not name.startswith(near[0]) else None


def _is_name_of(name: str, month: int) -> bool:
    """Whether ``name`` (lower case) is the month's name or what it is shortened to."""
    return MONTHS[month - 1].startswith(name) or name == MONTHS[month - 1][:3] + "t"


def _slip(name: str, month: int, year: str | None) -> str | None:
    """What is misspelt in a month's name or a year's figures."""
    lower = name.lower()
    if not (name.isdigit() or lower in _WELSH_MONTHS or _is_name_of(lower, month)):
        return f"“{name}” is read as {MONTHS[month - 1].capitalize()}"
    if year and "o" in year.lower():
        return f"“{year}” has a letter for a figure"
    return None


def _year(written: str | None) -> int | None:
    if not written:
        return None
    year = int(written.lower().replace("o", "0").lstrip("'’"))
    return year + _CENTURY if year < _TWO_DIGIT_LIMIT else year
