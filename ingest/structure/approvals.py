"""Minutes of earlier meetings that a meeting confirmed: "The minutes of 4 March were agreed as a correct record"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from corpus.dates import WrittenDate, find_dates
from corpus.document import MeetingId, MinutesApproval
from ingest.structure.units import Unit

_MINUTES = re.compile(r"\b(?:minutes|cofnodion)\b(?!\s*:)", re.IGNORECASE)  # "Minutes:" is a label of sites
_CONFIRMED = re.compile(
    r"\b(?:agreed|approved|confirmed|accepted|signed|adopted|ratified|received|taken)\b[^.]{0,80}\b(?:as|to be)\b"
    r"[^.]{0,30}\b(?:correct|true|accurate|proper|fair|read)\b|"
    r"\b(?:correct|true|accurate) record\b|"
    r"\b(?:were|was|be|been|being|is|are)\s+(?:\w+\s+){0,3}(?:agreed|approved|confirmed|accepted|signed|adopted|"
    r"ratified)\b|"
    r"\b(?:agreed|resolved|proposed)\b[^.]{0,120}\b(?:approve|confirm|accept|sign|adopt)\b|"
    r"^(?:agreed|approved|confirmed|signed)\b",
    re.IGNORECASE,
)
_NOT_CONFIRMED = re.compile(
    r"\bnot (?:yet )?(?:been )?(?:agreed|approved|confirmed|accepted|signed|available)\b|\b(?:deferred|to follow)\b|"
    r"\bto be (?:approved|confirmed|signed)\b|\basked to\b|"
    r"^to (?:[\w ]{1,20}\b(?:and|or|&) )?(?:approve|confirm|receive|agree|consider|sign)\b",
    re.IGNORECASE,
)
_BESIDE = 250  # characters behind "minutes" in which the day that they are of stands
_REACH = 4  # units from the heading that names the day to the sentence that confirms
_LONGEST = 600  # characters


def find_approvals(own: Sequence[Unit], meeting: MeetingId, held: str | None) -> Iterator[MinutesApproval]:
    """The minutes that the meeting of ``held`` (ISO 8601) confirmed, as the units ``own`` of its minutes tell.

    A day without a year is the last one of that name before the meeting; without ``held`` it is passed over.
    """
    named: tuple[str, ...] = ()
    at = -_REACH
    seen: set[str] = set()
    for unit in own:
        text = unit.text[:_LONGEST]
        minutes = _MINUTES.search(text)
        if minutes and (days := tuple(_days(text[minutes.start() : minutes.end() + _BESIDE], held))):
            named, at = days, unit.index
        near = minutes is not None or unit.index == at + 1
        if not near or unit.index - at >= _REACH:
            continue
        confirms = _CONFIRMED.search(text) and not _NOT_CONFIRMED.search(text)
        if confirms:
            for day in named:
                if day not in seen:
                    seen.add(day)
                    yield MinutesApproval(meeting=meeting, date=day, span=unit.span)


def _days(text: str, held: str | None) -> Iterator[str]:
    for day in find_dates(text):
        iso = day.iso or _last_before(day, held)
        if iso and (held is None or iso < held):
            yield iso


def _last_before(day: WrittenDate, held: str | None) -> str | None:
    if held is None:
        return None
    meeting = date.fromisoformat(held)
    for year in (meeting.year, meeting.year - 1):
        try:
            found = date(year, day.month, day.day)
        except ValueError:  # 29 February
            continue
        if found < meeting:
            return found.isoformat()
    return None
