"""Until when a decision was put off, and to which body a matter was sent."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from corpus.dates import MONTHS, WEEKDAYS, find_dates
from corpus.document import Document, Meeting
from corpus.vocabulary import Outcome
from extract.duedates import date_meant
from extract.matching import Match
from extract.regexes import labelled, searches

_NEXT = re.compile(r"\bnext (?:[\w’']{1,20} ){0,4}(?:meeting|agenda)\b", re.IGNORECASE)
_MONTH = re.compile(rf"\b(?:{'|'.join(name.capitalize() for name in MONTHS)})\b")
_REFERRED = re.compile(r"\bbe (?:referred|remitted)\b", re.IGNORECASE)
_REASON = re.compile(r",? (?:when|as|because|due to|in order|so that|to allow|to enable|and) .*$")
_LONGEST_WAIT = timedelta(days=200)  # to the next meeting; what is later is a slip in one of the two dates
_LONGEST_NOTICE = 250  # characters from "next meeting" on in which its day stands
_LABEL = re.compile(r"[^\n]{0,60}?meetings?\s{0,3}[:–-]?[ \t]{0,3}\n+", re.IGNORECASE)
_WEEK = re.compile(r"\bweek (?:beginning|commencing|ending|of)\b", re.IGNORECASE)
_WEEKDAY = re.compile(rf"\b({'|'.join(WEEKDAYS)})\b", re.IGNORECASE)


def deferred_to(text: str, outcome: Outcome) -> str | None:
    """Until when what ``text`` decides was put off, as written: "the next meeting", "until officers have reported"."""
    if outcome is not Outcome.DEFERRED:
        return None
    found = next(searches(labelled("particulars", "deferred"), text), None)
    if found is None:
        return None
    rule, match = found
    return (match["when"] if rule.id.endswith("until") else _REASON.sub("", match["when"])).strip(" ,")


def deferred_to_date(written: str, meeting: Meeting | None, next_meeting: str | None) -> str | None:
    """The day that ``written`` means, in ISO 8601; ``next_meeting`` is the day that the minutes tell for that."""
    day = date_meant(written, meeting.date if meeting else None)
    if day or next_meeting is None:
        return day
    month = _MONTH.search(written)
    if month:
        return next_meeting if int(next_meeting[5:7]) == MONTHS.index(month.group().lower()) + 1 else None
    return next_meeting if _NEXT.search(written) else None


def next_meeting(document: Document, meeting: Meeting, told: Sequence[Match]) -> str | None:
    """The day of the meeting after ``meeting``, as its minutes tell it last; ``told`` is where they speak of one."""
    if meeting.date is None:
        return None
    held = date.fromisoformat(meeting.date)
    for match in reversed(told):
        if not meeting.span.contains(match.span):
            continue
        day = _day_of(_notice(document.text, match.span.start, meeting.span.end), meeting.date)
        if day and held < day <= held + _LONGEST_WAIT:
            return day.isoformat()
    return None


def _notice(text: str, start: int, end: int) -> str:
    """The line that speaks of the next meeting, and where it is a mere label, the line below it."""
    said = text[start : min(start + _LONGEST_NOTICE, end)]
    label = _LABEL.match(said)
    return said[label.end() if label else 0 :].split("\n")[0]


def _day_of(notice: str, meeting_date: str) -> date | None:
    """The first day that ``notice`` names; ``None`` for a week, and where it was not the weekday that is named."""
    named = next(find_dates(notice), None)
    if named is None or _WEEK.search(notice, 0, named.start):
        return None
    day = date_meant(notice[named.start : named.end], meeting_date)
    weekday = _WEEKDAY.search(notice, 0, named.start)
    if day is None or (weekday and WEEKDAYS[date.fromisoformat(day).weekday()] != weekday.group().lower()):
        return None
    return date.fromisoformat(day)


def referred_to(text: str, outcome: Outcome) -> str | None:
    """The body that ``text`` refers its matter to, as written."""
    if outcome is not Outcome.REFERRED and not _REFERRED.search(text):
        return None
    found = next(searches(labelled("particulars", "referred"), text), None)
    return found[1]["to"].strip(" ,") if found else None
