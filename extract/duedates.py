"""When an action is due: the words as written, and the day that they mean."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from corpus.dates import WrittenDate, find_dates
from corpus.months import MONTHS, WEEKDAYS

_MONTH = "(?:" + "|".join(name.capitalize() for name in MONTHS) + ")"
_WEEKDAY = "(?:" + "|".join(name.capitalize() for name in WEEKDAYS) + ")"
_YEAR = r"(?:19|20)\d\d"
_BODY = r"(?:[Mm]eeting|[Bb]oard|[Cc]ommittee|[Cc]ouncil|[Cc]abinet|[Pp]anel|[Aa]genda)(?: [Mm]eeting)?"
_OF_ITS_OWN = r"(?: of (?:the )?(?:Council|Board|Committee|Cabinet|Panel|Group))?"
_BEFORE_A_DAY = (
    r"(?:(?:the|our|its|this|beginning|start|middle|end|close|of|play|business|on|next|following|coming|early|mid|late|"
    r"noon|the same|\d{1,2}(?:st|nd|rd|th)?|[A-Z][a-z]{2,6}day|[12]?\d(?:\.\d\d)? ?[ap]m)[ ,]{1,3}){0,8}?"
)
_DUE = re.compile(
    rf"\b(?:(?:by|before|no later than|ahead of|in time for)\s{{1,9}}{_BEFORE_A_DAY}"
    rf"(?:{_MONTH}\b(?: {_YEAR})?(?: {_BODY})?|{_YEAR}|"
    rf"{_WEEKDAY}(?:,? (?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}(?: {_YEAR})?)?|"
    r"week|month|year|tomorrow|\d{1,2}[./]\d{1,2}[./](?:\d\d){1,2})|"
    rf"(?:by|before|ahead of|in time for) (?:(?:the|our|its|this) (?:[\w’'-]+ ){{0,4}}?|next )[Mm]eeting"
    rf"(?: in {_MONTH})?|"
    rf"(?:at|to|for|on) (?:(?:the|our|its) (?:next|following|{_MONTH})|next) (?:(?!and\b)[\w’'-]+ ){{0,5}}?{_BODY}"
    r"(?: of (?:the )?[A-Z][\w’&-]{1,30}(?: [A-Z][\w’&-]{1,30}){0,4})?|"
    rf"(?:in|on|during) (?:early |late |mid-?)?(?:\d{{1,2}}(?:st|nd|rd|th)? )?{_MONTH}(?: {_YEAR})?|"
    r"within (?:the next )?(?:\d{1,3}|[a-z]+) (?:working )?(?:day|week|month)s?|"
    r"in due course|as soon as (?:possible|practicable)|ASAP|asap|immediately)\b"
)
_END_OF = re.compile(
    rf"\bend of (?:(?P<month>{_MONTH})(?: (?P<year>{_YEAR}))?|(?:the |this )?(?P<span>month|year))\b", re.IGNORECASE
)
_ON_A_WEEKDAY = re.compile(rf"(?:by|before|on|until|no later than) (?:this |the )?(?P<day>{_WEEKDAY})$")
_WITHIN = re.compile(r"\bwithin (?:the next )?(?P<count>\w+) (?P<working>working )?(?P<unit>day|week|month)s?\b")
_NEXT_MEETING = re.compile(
    rf"^(?:\w+ ){{0,3}}(?:the |our |its )?next (?:[a-z]+ ){{0,2}}{_BODY}{_OF_ITS_OWN}$", re.IGNORECASE
)
_MEETING_OF = re.compile(rf"\b(?:(?P<month>{_MONTH})(?: {_YEAR})? {_BODY}|meeting in (?P<later>{_MONTH}))$")
_COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "ten": 10,
    "twelve": 12, "fourteen": 14,
}  # fmt: skip
_MOST_DAYS = 1000  # of a span within which something is due; a longer one is a slip
_DAYS_A_WEEK = 7
_SATURDAY = 5  # of ``date.weekday``
_MONTHS_A_YEAR = 12


def due_of(text: str, meeting_date: str | None, next_meeting: str | None = None) -> tuple[str | None, str | None]:
    """The due date in ``text`` as written and in ISO 8601; see ``date_meant``."""
    match = _DUE.search(text)
    if match is None:
        return None, None
    written = " ".join(match.group().split())
    return written, date_meant(written, meeting_date, next_meeting)


def date_meant(written: str, meeting_date: str | None, next_meeting: str | None = None) -> str | None:
    """The day that ``written`` means for what a meeting of ``meeting_date`` (ISO 8601) recorded.

    A year that is not written is the meeting's or the next one, the end of a month is its last day. ``next_meeting`` is
    the day on which the meeting's body meets again, where the paper tells it. ``None`` where no one day is meant.
    """
    meeting = date.fromisoformat(meeting_date) if meeting_date else None
    for day in find_dates(written):
        if day.iso:
            return day.iso
        if meeting:
            return _iso(_next_such_day(day, meeting))
    if end := _END_OF.search(written):
        return _iso(_end_of(end, meeting))
    if next_meeting and (_NEXT_MEETING.search(written) or _is_in(written, date.fromisoformat(next_meeting))):
        return next_meeting
    return _iso(_counted_from(written, meeting)) if meeting else None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _next_such_day(day: WrittenDate, meeting: date) -> date | None:
    """``day`` in the meeting's year or the next, not before the meeting; ``None`` where neither has a 29 February."""
    for year in (meeting.year, meeting.year + 1):
        try:
            meant = date(year, day.month, day.day)
        except ValueError:
            continue
        if meant >= meeting:
            return meant
    return None


def _end_of(end: re.Match[str], meeting: date | None) -> date | None:
    """The last day of a month or of the year; without a year, of the first such one that ends after ``meeting``."""
    if end["month"]:
        month = MONTHS.index(end["month"].lower()) + 1
        if end["year"]:
            return _last_of(int(end["year"]), month)
        return _last_of(meeting.year + (month < meeting.month), month) if meeting else None
    if meeting is None:
        return None
    return _last_of(meeting.year, meeting.month if end["span"].lower() == "month" else _MONTHS_A_YEAR)


def _last_of(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _is_in(written: str, next_meeting: date) -> bool:
    """Whether ``written`` is "the May meeting", and the next meeting is in May."""
    named = _MEETING_OF.search(written)
    return named is not None and MONTHS.index((named["month"] or named["later"]).lower()) + 1 == next_meeting.month


def _counted_from(written: str, meeting: date) -> date | None:
    """The weekday after the meeting, or the last day of so many days, weeks or months after it."""
    if weekday := _ON_A_WEEKDAY.search(written):
        ahead = WEEKDAYS.index(weekday["day"].lower()) - meeting.weekday()
        return meeting + timedelta(days=ahead % _DAYS_A_WEEK or _DAYS_A_WEEK)
    within = _WITHIN.search(written)
    count = (_COUNTS.get(within["count"]) or _number(within["count"])) if within else 0
    if within is None or not 0 < count <= _MOST_DAYS:
        return None
    if within["unit"] == "month":
        years, month = divmod(meeting.month - 1 + count, _MONTHS_A_YEAR)
        last = monthrange(meeting.year + years, month + 1)[1]
        return date(meeting.year + years, month + 1, min(meeting.day, last))
    if within["working"]:
        return _working_days_after(meeting, count)
    return meeting + timedelta(days=count * (_DAYS_A_WEEK if within["unit"] == "week" else 1))


def _number(written: str) -> int:
    return int(written) if written.isdecimal() else 0


def _working_days_after(day: date, count: int) -> date:
    """``count`` days after ``day`` without Saturdays and Sundays; bank holidays count as days of work."""
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < _SATURDAY
    return day
