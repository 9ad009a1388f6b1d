"""Dates in a query: ISO 8601 of any precision, and ranges of them."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_BOUNDED = re.compile(r"(>=|<=|>|<)(.*)", re.DOTALL)

ONE_DAY = timedelta(days=1)

HOW_TO_WRITE = "dates are written 2021, 2021-04 or 2021-04-15, ranges 2021-04..2021-06, >2020 or <=2021-06-30"

Bounds = tuple[str | None, str | None]
"""First and last day, both included, as YYYY-MM-DD; ``None`` leaves that side open."""


def bounds(text: str) -> Bounds:
    """The days that ``text`` (a date, a range or a comparison) covers; ``ValueError`` says why it can't be read."""
    if match := _BOUNDED.fullmatch(text):
        return _compared(match[1], match[2])
    first, dots, last = text.partition("..")
    if not dots:
        return _days(first)
    if not first and not last:
        raise ValueError(HOW_TO_WRITE)
    return between(first, last)


def between(first: str, last: str) -> Bounds:
    """The days from the start of ``first`` to the end of ``last``; an empty side is open."""
    start = _days(first)[0] if first else None
    end = _days(last)[1] if last else None
    if start and end and start > end:
        raise ValueError(f"{first} is after {last}")
    return start, end


def first_day(partial: str) -> str:
    """The first day that a date of any precision can mean, as YYYY-MM-DD; ``ValueError`` where it is no date."""
    return _days(partial)[0]


def _compared(sign: str, text: str) -> Bounds:
    start, end = _days(text)
    if sign == ">":
        return _next_day(end), None
    if sign == ">=":
        return start, None
    if sign == "<":
        return None, _day_before(start)
    return None, end


def _days(text: str) -> tuple[str, str]:
    match = _PARTIAL.fullmatch(text.strip())
    if not match:
        raise ValueError(f"{text!r} is no date: {HOW_TO_WRITE}" if text else HOW_TO_WRITE)
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
        last = first if day else date(first.year, month or 12, monthrange(first.year, month or 12)[1])
    except ValueError:
        raise ValueError(f"there is no such day as {text}") from None
    return first.isoformat(), last.isoformat()


def _next_day(day: str) -> str | None:
    return None if day == date.max.isoformat() else (date.fromisoformat(day) + ONE_DAY).isoformat()


def _day_before(day: str) -> str | None:
    return None if day == date.min.isoformat() else (date.fromisoformat(day) - ONE_DAY).isoformat()
