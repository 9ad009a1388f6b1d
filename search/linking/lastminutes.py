"""Minutes that a meeting confirmed without naming their day: those of the last meeting of the body before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from corpus.links.model import Link, Thing, ThingKind
from corpus.spans import Span
from corpus.vocabulary import LinkKind
from search.linking.linked import linked

_CONFIRMED = re.compile(
    r"\bminutes\b[^.\n]{0,60}\b(?:last|previous)\b[^.\n]{0,120}"
    r"\b(?:approved|agreed|accepted|confirmed|adopted|signed|(?:correct|accurate) record)\b"
    r"|\b(?:approved|agreed|accepted|confirmed|adopted|signed)\b[^.\n]{0,60}\bminutes\b[^.\n]{0,60}\b(?:last|previous)\b"
    r"|\bno (?:changes|amendments|corrections)\b[^.\n]{0,40}\bminutes\b[^.\n]{0,40}\b(?:last|previous)\b",
    re.IGNORECASE,
)
_A_MONTH, _A_QUARTER = 45, 100
"""Days: most bodies meet monthly, so that between two meetings that are held and further apart there was another."""
_LIKELY, _PERHAPS = 0.75, 0.5


def confirmed_in(text: str, span: Span) -> Span | None:
    """Where ``span`` says that the minutes of the last meeting were confirmed."""
    found = _CONFIRMED.search(text, span.start, span.end)
    return Span(found.start(), found.end()) if found else None


def last_minutes(things: Sequence[Thing]) -> Iterator[Link]:
    """Each confirmation without a day with the meeting of the body before it, if that is not too long ago."""
    days = sorted({each.date for each in things if each.kind is ThingKind.MEETING and each.date})
    for approval in things:
        if approval.kind is ThingKind.APPROVAL and approval.date:
            before = max((day for day in days if day < approval.date), default=None)
            gap = _days(before, approval.date) if before else None
            if gap is not None and gap <= _A_QUARTER:
                score = _LIKELY if gap <= _A_MONTH else _PERHAPS
                reason = f"it confirmed the minutes of the last meeting; the last that is held was on {before}"
                for meeting in things:
                    if meeting.kind is ThingKind.MEETING and meeting.date == before:
                        yield linked(LinkKind.APPROVES_MINUTES_OF, approval, meeting, score, reason)


def _days(first: str, last: str) -> int | None:
    try:
        return (date.fromisoformat(last) - date.fromisoformat(first)).days
    except ValueError:
        return None
