"""What happened to a matter, as one event each, and what kind of event a part of a paper tells of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.entries import Entry, EntryKind
from corpus.vocabulary import ActionStatus, EventKind, Outcome, PaperKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened to a matter, told by one place of one paper.

    ``date`` is the meeting's or the day that a statement is of (ISO 8601, a month or year where no more is told);
    ``quote`` the words of that place with white space folded, ``id`` that of the paper, section or finding; ``why``
    says in words why it belongs. ``retold`` ones happened before the paper was written that tells of them, not at its
    meeting. ``outcome`` is a decision's, ``owner`` and ``due`` (ISO 8601) are those of an action.
    """

    document: str
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
    retold: bool = False
    outcome: str | None = None
    owner: str | None = None
    due: str | None = None


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

OPENING = 40
"""Characters of a sentence in which the thing stands that it is about."""

_CALL_IN = re.compile(r"\bcall(?:ed)?[ -]in\b", re.IGNORECASE)
_TOLD = re.compile(
    r"\b(?:report(?:s|ed)?|present(?:s|ed)|updat(?:e|ed|es)|introduc(?:ed|es)|inform(?:ed|s)|advis(?:ed|es)"
    r"|explain(?:ed|s)|outlin(?:ed|es)|stated|consider(?:ed|s))\b",
    re.IGNORECASE,
)
"""Words by which minutes tell that somebody put a matter before the meeting."""

_STANDING = re.compile(r"\b(?:declarations?|disclosures?|apolog(?:y|ies)|questions|minutes)\b", re.IGNORECASE)
"""Items that stand on every agenda: what is said under them of a matter is a mention."""

_FORMAL = re.compile(r"\b(?:declarations?|disclosures?|apolog(?:y|ies))\b", re.IGNORECASE)

_REPORTS = frozenset({PaperKind.REPORT, PaperKind.PRESENTATION, PaperKind.APPENDIX})
_NOTICES = frozenset({PaperKind.AGENDA, PaperKind.FORWARD_PLAN, PaperKind.DECISION_NOTICE})

_PUT = re.compile(r"\b(?:motion|amendment)s?\b", re.IGNORECASE)
"""What a member puts to a meeting, in the title of a paper."""

_OF_FINDINGS = {
    EntryKind.DECISION: EventKind.DECISION,
    EntryKind.RECOMMENDATION: EventKind.RECOMMENDATION,
    EntryKind.REPORTED_DECISION: EventKind.MENTION,
    EntryKind.ACTION: EventKind.ACTION,
}


def is_standing(heading: str) -> bool:
    """Whether ``heading`` is that of an item which stands on every agenda, so that it is no name for a matter."""
    return bool(_STANDING.search(heading))


def is_formal(heading: str) -> bool:
    """Whether under ``heading`` members say who they are to a matter, not what becomes of it."""
    return bool(_FORMAL.search(heading))


def is_report(text: str) -> bool:
    """Whether minutes tell in ``text`` that somebody put a matter before the meeting."""
    return bool(_TOLD.search(text))


def finding_kind(kind: EntryKind, outcome: str | None, status: str | None) -> EventKind:
    """What a finding tells of, by its kind and the ``outcome`` of a decision or ``status`` of an action."""
    if kind is EntryKind.ACTION and status == ActionStatus.CLOSED:
        return EventKind.ACTION_CLOSED
    if kind is EntryKind.DECISION and outcome == Outcome.ACCEPTED_MINUTES:
        return EventKind.MINUTES_APPROVED
    return _OF_FINDINGS[kind]


def retold_kind(text: str) -> EventKind:
    """What a sentence about an earlier day tells of."""
    return EventKind.CALL_IN if _CALL_IN.search(text[:OPENING]) else EventKind.MENTION


def part_kind(paper_kind: str, heading: str, text: str, *, about: bool) -> EventKind:
    """What a paper of that kind tells of with ``text`` under ``heading``.

    ``about`` says whether all of it is about the matter, and not only mentions it.
    """
    if paper_kind == PaperKind.CALL_IN or (about and _CALL_IN.search(heading)):
        return EventKind.CALL_IN
    if paper_kind in _NOTICES:
        return EventKind.NOTICE
    if paper_kind == PaperKind.OTHER and about and _PUT.search(heading):
        return EventKind.RECOMMENDATION
    if paper_kind in _REPORTS:
        return EventKind.REPORT if about else EventKind.MENTION
    if paper_kind == PaperKind.MINUTES and is_report(text) and not is_standing(heading):
        return EventKind.REPORT
    return EventKind.MENTION


def entry_kind(entry: Entry) -> EventKind:
    """What ``entry`` of the index tells of by itself."""
    if entry.kind in _OF_FINDINGS:
        return finding_kind(entry.kind, entry.outcome, entry.status)
    return part_kind(entry.paper_kind, entry.heading, entry.text, about=entry.kind is EntryKind.PAPER)
