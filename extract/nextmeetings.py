"""When a meeting's body meets again, as its own paper tells it."""

from __future__ import annotations

import re
from datetime import date, timedelta

from corpus.dates import find_dates
from corpus.document import Document, Meeting, MeetingId

_NEXT_MEETING = re.compile(r"next (?:[a-z’'&/-]{1,20} ){0,4}meetings?\b")
_TOLD_WITHIN = 160  # characters behind the words in which the day is told, be it in the next line
_LED_BY = re.compile(
    r"^(?:[^\w]|\d|\b(?:dates?|times?|place|venue|and|of|the|our|to|note|noted|confirm|it|was|that|is)\b){0,60}$"
)
"""What may stand before the words in their line: "9. Date, time and place of the"; all else is a sentence about it."""
_WEEK = re.compile(r"\bweek (?:beginning|commencing|ending|of)\s.{0,20}$", re.IGNORECASE)
_LONGEST_AHEAD = timedelta(days=200)  # a body that meets twice a year; a day further on is of something else


class NextMeetings:
    """The days on which the bodies of one document's meetings meet next; each is looked for once."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._told: dict[MeetingId, str | None] = {}

    def after(self, meeting: Meeting | None) -> str | None:
        """The day (ISO 8601) on which the body of ``meeting`` meets next, where the papers of ``meeting`` tell it."""
        if meeting is None or meeting.date is None:
            return None
        if meeting.id not in self._told:
            said = self._text[meeting.span.start : meeting.span.end]
            self._told[meeting.id] = _told_in(said, date.fromisoformat(meeting.date))
        return self._told[meeting.id]


def _told_in(said: str, held: date) -> str | None:
    for match in reversed(list(_NEXT_MEETING.finditer(said.lower()))):  # it is told at the end
        if not _LED_BY.match(said[said.rfind("\n", 0, match.start()) + 1 : match.start()].lower()):
            continue
        told = said[match.end() : match.end() + _TOLD_WITHIN]
        for day in find_dates(told):
            if _WEEK.search(told, 0, day.start):
                continue
            for year in (held.year, held.year + 1) if day.year is None else (day.year,):
                meant = _day(year, day.month, day.day)
                if meant and held < meant <= held + _LONGEST_AHEAD:
                    return meant.isoformat()
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
