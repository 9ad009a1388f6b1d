"""When an action is due: the words as written, and the day that they mean."""

from __future__ import annotations

import re
from datetime import date

from corpus.dates import MONTHS, WrittenDate, find_dates

_MONTH_NAMES = "|".join(name.capitalize() for name in MONTHS)
_DUE = re.compile(
    r"\b(?:(?:by|before|no later than|until)\s+(?:the\s+)?(?:end of\s+)?[^.;,\n\t]{0,40}?"
    rf"(?:(?:19|20)\d\d|\b(?:{_MONTH_NAMES})\b(?: (?:19|20)\d\d)?|\b(?:meeting|week|month|year))|"
    rf"(?:at|to|for) (?:the|our) (?:next|{_MONTH_NAMES}) (?:\w+ ){{0,4}}?"
    r"(?:meeting|[Bb]oard|[Cc]ommittee|[Cc]ouncil|[Cc]abinet|[Pp]anel)|"
    rf"(?:in|on|during) (?:early |late |mid-?)?(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{_MONTH_NAMES})(?: \d{{4}})?|"
    r"within (?:the next )?(?:\d{1,3}|[a-z]+) (?:working )?(?:day|week|month)s?|"
    r"in due course|as soon as possible|immediately)\b"
)


def due_of(text: str, meeting_date: str | None) -> tuple[str | None, str | None]:
    """The due date in ``text`` as written and in ISO 8601; a day without a year is the first after the meeting."""
    match = _DUE.search(text)
    if match is None:
        return None, None
    written = " ".join(match.group().split())
    return written, date_meant(written, meeting_date)


def date_meant(written: str, meeting_date: str | None) -> str | None:
    """The day that ``written`` names, its year taken from the meeting's date where none is written."""
    for day in find_dates(written):
        if day.iso:
            return day.iso
        if meeting_date:
            return _next_such_day(day, date.fromisoformat(meeting_date))
    return None


def _next_such_day(day: WrittenDate, meeting: date) -> str | None:
    """``day`` in the meeting's year or the next, not before the meeting; ``None`` where neither has a 29 February."""
    for year in (meeting.year, meeting.year + 1):
        try:
            meant = date(year, day.month, day.day)
        except ValueError:
            continue
        if meant >= meeting:
            return meant.isoformat()
    return None
