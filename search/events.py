"""What an entry is as an event in the history of a matter."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.document import DocumentId
from corpus.entries import Entry, EntryKind
from corpus.vocabulary import ActionStatus, EventKind, Outcome, PaperKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened to a matter, told by one place of one paper.

    ``date`` is the meeting's (ISO 8601), ``quote`` the words of that place with white space folded, ``id`` that of the
    paper, section or finding, ``why`` says in words why it belongs.
    """

    document: DocumentId
    document_name: str
    page: int
    line: int | None
    date: str | None
    body: str | None
    kind: EventKind
    title: str
    quote: str
    id: str
    why: str


PRECEDENCE = {
    kind: place
    for place, kind in enumerate(
        (
            EventKind.NOTICE,
            EventKind.REPORT,
            EventKind.RECOMMENDATION,
            EventKind.MENTION,
            EventKind.CALL_IN,
            EventKind.DECISION,
            EventKind.MINUTES_APPROVED,
            EventKind.ACTION,
            EventKind.ACTION_CLOSED,
        )
    )
}
"""What comes first within a day: a paper is given notice of, reported, then decided on, then acted on."""

_CALL_IN = re.compile(r"\bcall(?:ed)?[ -]in\b", re.IGNORECASE)
_TOLD = re.compile(
    r"\b(?:report(?:s|ed)?|present(?:s|ed)|updat(?:e|ed|es)|introduc(?:ed|es)|inform(?:ed|s)|advis(?:ed|es)"
    r"|explain(?:ed|s)|outlin(?:ed|es)|stated|consider(?:ed|s))\b",
    re.IGNORECASE,
)
"""Words by which minutes tell that somebody put a matter before the meeting."""

_STANDING = re.compile(r"\b(?:declarations?|disclosures?|apolog(?:y|ies)|questions|minutes)\b", re.IGNORECASE)
"""Items that stand on every agenda: what is said under them of a matter is a mention."""

_REPORTS = frozenset({PaperKind.REPORT, PaperKind.PRESENTATION, PaperKind.APPENDIX})
_NOTICES = frozenset({PaperKind.AGENDA, PaperKind.FORWARD_PLAN})

_OF_FINDINGS = {
    EntryKind.DECISION: EventKind.DECISION,
    EntryKind.RECOMMENDATION: EventKind.RECOMMENDATION,
    EntryKind.REPORTED_DECISION: EventKind.MENTION,
    EntryKind.ACTION: EventKind.ACTION,
}


def event_kind(entry: Entry) -> EventKind:
    """What ``entry`` tells of."""
    if entry.kind is EntryKind.ACTION and entry.status == ActionStatus.CLOSED:
        return EventKind.ACTION_CLOSED
    if entry.kind is EntryKind.DECISION and entry.outcome == Outcome.ACCEPTED_MINUTES:
        return EventKind.MINUTES_APPROVED
    if entry.kind in _OF_FINDINGS:
        return _OF_FINDINGS[entry.kind]
    if entry.paper_kind == PaperKind.CALL_IN or _CALL_IN.search(entry.heading):
        return EventKind.CALL_IN
    if entry.paper_kind in _NOTICES:
        return EventKind.NOTICE
    if entry.paper_kind in _REPORTS:
        return EventKind.REPORT if entry.kind is EntryKind.PAPER else EventKind.MENTION
    if entry.paper_kind == PaperKind.MINUTES and _TOLD.search(entry.text) and not _STANDING.search(entry.heading):
        return EventKind.REPORT
    return EventKind.MENTION
