"""Which day is meant where a paper announces meetings: years that are not written, and what is no likely day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from corpus.dates import WrittenDate
from corpus.months import WEEKDAYS

_WEEKDAY = re.compile(rf"\b({'|'.join(day[:3] for day in WEEKDAYS)})[a-z]*[\s,]*(?:the\s*)?$", re.IGNORECASE)
_NEXT_AHEAD = timedelta(days=200)  # a body that meets twice a year; where no year is written, a later day was misread
_LISTED_AHEAD = timedelta(days=550)  # the dates of all of next year, agreed in summer
_LISTED_BACK = timedelta(days=366)  # a list of the year's dates holds those that have been


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidDay:
    """A day as written in an announcement, with the words ``before`` it and the ``year`` that a heading gives it."""

    written: WrittenDate
    before: str
    year: int | None


def days_meant(said: Sequence[SaidDay], held: date | None) -> tuple[date | None, ...]:
    """The days of one list in their order; ``None`` where a day can't be known or is no likely one.

    ``held`` is when the meeting sat whose paper has the list. A year that is written once is that of the days around
    it; where none is, each day is the first of its name after ``held``, and none comes after the next of the list.
    """
    found: list[date | None] = []
    for day in said:
        found.append(
            _day(day.year, day.written) or (_first_from(found[-1], day.written) if found and found[-1] else None)
        )
    for at in range(len(said) - 1, -1, -1):
        if found[at] is None:
            after = found[at + 1] if at + 1 < len(said) else None
            ahead = _LISTED_AHEAD if at else _NEXT_AHEAD
            found[at] = _last_until(after, said[at].written) if after else _first_after(held, said[at].written, ahead)
    return tuple(day if day and _is_likely(each, day, held) else None for each, day in zip(said, found, strict=True))


def _is_likely(said: SaidDay, day: date, held: date | None) -> bool:
    weekday = _WEEKDAY.search(said.before)
    guessed = said.year is None
    if guessed and weekday and not WEEKDAYS[day.weekday()].startswith(weekday[1].lower()):
        return False
    if held is None:
        return True
    return held - _LISTED_BACK <= day <= held + _LISTED_AHEAD and day != held


def _first_after(held: date | None, written: WrittenDate, ahead: timedelta) -> date | None:
    if held is None or (held.month, held.day) == (written.month, written.day):
        return None
    day = _first_from(held, written)
    return day if day and day <= held + ahead else None


def _first_from(start: date, written: WrittenDate) -> date | None:
    return next((day for day in _days((start.year, start.year + 1), written) if day >= start), None)


def _last_until(end: date, written: WrittenDate) -> date | None:
    return next((day for day in _days((end.year, end.year - 1), written) if day <= end), None)


def _days(years: Sequence[int], written: WrittenDate) -> Iterator[date]:
    for year in years:
        if day := _day(year, written):
            yield day


def _day(year: int | None, written: WrittenDate) -> date | None:
    if year is None:
        return None
    try:
        return date(year, written.month, written.day)
    except ValueError:  # 29 February
        return None
