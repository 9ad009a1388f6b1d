"""Actions with a day to be done by, as a calendar (RFC 5545) that mail and calendar programs take in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.vocabulary import EventKind
from minuted.output.citation import joined, one_line, place
from minuted.writing import write_aside

if TYPE_CHECKING:
    from search.stories.events import Event

LONGEST_LINE = 75
"""Octets of a line, its end not counted (RFC 5545, 3.1)."""

_PRODUCT = "-//Minuted//Minuted//EN"


def due_actions(events: Iterable[Event]) -> tuple[tuple[date, Event], ...]:
    """The actions among ``events`` that are not closed and have a whole day, with it, each once, by day."""
    found = {event.id: (day, event) for event in events if event.kind is EventKind.ACTION and (day := _day(event))}
    return tuple(sorted(found.values(), key=lambda pair: (pair[0], pair[1].id)))


def write_calendar(path: Path, due: Iterable[tuple[date, Event]]) -> None:
    """Write the actions ``due`` at ``path``, whole or not at all; raises ``OSError`` where it can't be written."""
    with write_aside(path) as aside:
        aside.write_bytes(calendar(due, at=datetime.now(UTC)).encode())


def calendar(due: Iterable[tuple[date, Event]], *, at: datetime) -> str:
    """The calendar of the actions ``due``, an entry of a whole day each; ``at`` is now, in UTC."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{_PRODUCT}", "CALSCALE:GREGORIAN"]
    for day, event in due:
        lines.extend(_entry(day, event, at))
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _entry(day: date, event: Event, at: datetime) -> Iterator[str]:
    summary = joined(event.owner, event.quote)
    told = joined(event.title, event.body, event.date, place(event), event.id)
    yield "BEGIN:VEVENT"
    yield f"UID:{_value(event.id)}@minuted"
    yield f"DTSTAMP:{at:%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"
    yield "TRANSP:TRANSPARENT"
    yield f"SUMMARY:{_value(summary)}"
    yield f"DESCRIPTION:{_value(told)}"
    yield "END:VEVENT"


def _day(event: Event) -> date | None:
    try:
        return date.fromisoformat(event.due or "")
    except ValueError:
        return None


def _value(text: str) -> str:
    """``text`` as a value: one line, with the signs that mean something there behind a backslash."""
    escaped = one_line(text).replace("\\", "\\\\")
    return escaped.replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> str:
    """``line`` in pieces of at most ``LONGEST_LINE`` octets, no character cut, each further one behind a blank."""
    pieces: list[str] = []
    piece, size = "", 0
    for char in line:
        octets = len(char.encode())
        if size + octets > LONGEST_LINE:
            pieces.append(piece)
            piece, size = " ", 1
        piece, size = piece + char, size + octets
    return "\r\n".join((*pieces, piece))
