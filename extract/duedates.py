"""When an action is due: the words as written, and the day that they mean."""

from __future__ import annotations

import re

from corpus.dates import MONTHS, find_dates

_MONTH_NAMES = "|".join(name.capitalize() for name in MONTHS)
_DUE = re.compile(
    r"\b(?:(?:by|before|no later than|until)\s+(?:the\s+)?(?:end of\s+)?[^.;,\n\t]{3,40}?"
    rf"(?:\d{{4}}|{_MONTH_NAMES}|meeting|week|month|year)|"
    rf"(?:at|to|for) (?:the|our) (?:next|{_MONTH_NAMES}) (?:\w+ ){{0,4}}?"
    r"(?:meeting|[Bb]oard|[Cc]ommittee|[Cc]ouncil|[Cc]abinet|[Pp]anel)|"
    rf"(?:in|on|during) (?:early |late |mid-?)?(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{_MONTH_NAMES})(?: \d{{4}})?|"
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
            year, rest = int(meeting_date[:4]), meeting_date[5:]
            later = f"{day.month:02}-{day.day:02}" >= rest
            return f"{year if later else year + 1:04}-{day.month:02}-{day.day:02}"
    return None
