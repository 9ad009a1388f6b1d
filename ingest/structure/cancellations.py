"""Meetings that papers say were called off, and the days that they were put off to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from corpus.dates import WrittenDate, find_dates
from corpus.document import AnnouncedMeeting, PaperId
from corpus.months import WEEKDAYS
from ingest.structure.units import Unit

_OFF = r"(?:cancelled|canceled|postponed|called off|rescheduled|re-scheduled|rearranged|re-arranged|wedi['’]i ganslo)"
_CALLED_OFF = re.compile(rf"\b{_OFF}\b|\bwill not (?:now )?(?:be held|take place)\b", re.IGNORECASE)
_ITSELF = re.compile(
    rf"^\W*(?:(?:please note(?: that)?|notice of|the|this)\W+)*(?:\w+ ){{0,4}}?meeting\b[^.]{{0,60}}\b{_OFF}\W*$|"
    rf"^\W*(?:meeting\W+)?{_OFF}(?:\W+meeting)?\W*$|"
    r"^\W*notice of cancel\w+(?: of meeting)?\W*$|\bmeeting\W+cancelled\W*$",
    re.IGNORECASE,
)
"""What stands above or below the title of an agenda whose meeting was called off."""
_TITLE_UNITS = 12  # paragraphs in which it stands
_LONGEST_TITLE = 20  # words
_OF_ANOTHER_DAY = re.compile(
    r"\b(?:meeting|one)\b(?P<which>[^.;]{0,120}?)"
    rf"\b(?:has|have|had|was|were|is|are|be|been|being|to be)\W+(?:now )?{_OFF}\b",
    re.IGNORECASE,
)
_PUT_OFF_TO = re.compile(r"^[^.;]{0,30}?\b(?:to|until|till|for|on)\b(?P<day>[^.;]{4,50})", re.IGNORECASE)
_WHICH_WORDS = re.compile(
    rf"\b(?:of|on|the|that|which|scheduled|arranged|planned|due|meant|to|be|been|held|have|taken|place|for|in|at|was|"
    rf"were|had|has|this|a|an|and|it|council|committee|board|cabinet|panel|parish|noted|agreed|"
    rf"{'|'.join(WEEKDAYS)})\b|[\d\W]+(?:[ap]\.?m\b)?",
    re.IGNORECASE,
)
"""What may stand beside the day of a meeting before it is said to be called off."""
_NEAR = timedelta(days=120)  # a day without a year is that near to the meeting whose paper tells of it


def is_called_off(words: str) -> bool:
    """Whether ``words`` say of a meeting that it is not held on its day."""
    return _CALLED_OFF.search(words) is not None


def find_called_off(own: Sequence[Unit], paper: PaperId, held: str | None) -> Iterator[AnnouncedMeeting]:
    """The meetings that ``paper`` says were called off, its own (of ``held``, ISO 8601) among them; and new days."""
    for at, unit in enumerate(own):
        text = unit.text
        if not _CALLED_OFF.search(text):
            continue
        if held and at < _TITLE_UNITS and len(text.split()) <= _LONGEST_TITLE and _ITSELF.search(text):
            yield AnnouncedMeeting(paper=paper, date=held, span=unit.span, cancelled=True)
        for match in _OF_ANOTHER_DAY.finditer(text):
            days = [day for day in find_dates(match["which"]) if _tells_only(match["which"], day)]
            if len(days) == 1 and (off := _near(days[0], held)):
                yield AnnouncedMeeting(paper=paper, date=off, span=unit.span, cancelled=True)
                to = _PUT_OFF_TO.match(text[match.end() :])
                if to and (new := next(find_dates(to["day"]), None)) and (day := _near(new, off)):
                    yield AnnouncedMeeting(paper=paper, date=day, span=unit.span)


def _tells_only(which: str, day: WrittenDate) -> bool:
    """Whether ``which`` says nothing but which meeting is meant: the one of ``day``."""
    return not _WHICH_WORDS.sub("", which[: day.start] + " " + which[day.end :]).strip()


def _near(written: WrittenDate, held: str | None) -> str | None:
    """The day meant; where no year is written, the one nearest to ``held``."""
    if written.iso or held is None:
        return written.iso
    meeting = date.fromisoformat(held)
    near: list[date] = []
    for year in (meeting.year - 1, meeting.year, meeting.year + 1):
        try:
            near.append(date(year, written.month, written.day))
        except ValueError:  # 29 February
            continue
    best = min(near, key=lambda day: abs(day - meeting))
    return best.isoformat() if abs(best - meeting) <= _NEAR else None
