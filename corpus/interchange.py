"""A document and its findings as plain JSON values, in the form that annotations of papers have.

Every entry has ``page`` and, for text sources, ``line`` (both 1-based), ``start`` and ``end`` (characters of the
document's text); findings have ``quote`` and ``rule`` too. Meetings are called m1, m2…; ``paper`` is an index into
``papers``, ``section`` and ``parent`` one into ``sections``.
"""

from __future__ import annotations

from collections.abc import Iterable

from corpus.document import Attendance, Document, Field, Meeting, MeetingId, Paper, Section, page_stamps
from corpus.findings import (
    Action,
    Decision,
    Findings,
    Mention,
    Organisation,
    Person,
    Recommendation,
    ReportedDecision,
    Unresolved,
)
from corpus.spans import Span

Entry = dict[str, object]

# Annotations tell the first places only; all of them stand in `mentions`.
_PLACES_TOLD = 3


def interchange(document: Document, findings: Findings) -> dict[str, object]:
    """Everything known of ``document`` as values that any JSON encoder takes."""
    meetings = {meeting.id: f"m{at}" for at, meeting in enumerate(document.meetings, start=1)}
    papers = {paper.id: at for at, paper in enumerate(document.papers)}
    sections = {section.id: at for at, section in enumerate(document.sections)}
    return {
        "source": document.name,
        "papers": [_paper(document, paper) for paper in document.papers],
        "meetings": [_meeting(document, meeting, meetings[meeting.id]) for meeting in document.meetings],
        "sections": [
            _section(document, section, None if section.parent is None else sections[section.parent])
            for section in document.sections
        ],
        "attendance": [
            _attendance(document, line, _known(meetings, line.meeting))
            for line in document.attendance
            if line.meeting is not None  # a membership list is no attendance
        ],
        "people": [_person(document, person) for person in findings.people],
        "organisations": [_organisation(document, organisation) for organisation in findings.organisations],
        "unresolved": [_unresolved(document, found) for found in findings.unresolved],
        "recommendations": [
            _recommendation(document, found, None if found.paper is None else papers.get(found.paper))
            for found in findings.recommendations
        ],
        "decisions": [_decision(document, found, _known(meetings, found.meeting)) for found in findings.decisions],
        "reported_decisions": [_reported_decision(document, found) for found in findings.reported_decisions],
        "actions": [_action(document, found, _known(meetings, found.meeting)) for found in findings.actions],
        "fields": [_field(document, field, at) for at, paper in enumerate(document.papers) for field in paper.fields],
        "approvals": [
            {"meeting": meetings[approval.meeting], "date": approval.date, **_quoted(document, approval.span)}
            for approval in document.approvals
        ],
        "item_papers": [
            {"section": sections[tie.section], "paper": papers[tie.paper], "reason": tie.reason}
            for tie in document.item_papers
        ],
        "exemptions": [
            {
                "section": None if exemption.section is None else sections[exemption.section],
                "paragraphs": list(exemption.paragraphs),
                "withheld": exemption.withheld,
                **_quoted(document, exemption.span),
            }
            for exemption in document.exemptions
        ],
        "doubts": [{"reason": doubt.reason, **_quoted(document, doubt.span)} for doubt in document.doubts],
        "page_reads": [{"page": read.page, "by": read.by.value, "reason": read.reason} for read in document.page_reads],
        "links": [],
        "hyperlinks": [
            {"text": document.quote(link.span), "target": link.target, **_place(document, link.span)}
            for link in document.hyperlinks
        ],
        "pages": [
            {"page": stamp.page, "number": stamp.number, "item": stamp.item}
            for stamp in page_stamps(document.furniture)
        ],
        "furniture": [{"page": fact.page, "kind": fact.kind.value, "text": fact.text} for fact in document.furniture],
    }


def _paper(document: Document, paper: Paper) -> Entry:
    last = max(paper.span.start, paper.span.end - 1)
    line = document.line(last)
    return {
        "kind": paper.kind.value,
        "title": paper.title,
        "body": paper.body,
        "organisation": paper.organisation,
        "date": paper.date,
        **_place(document, paper.span),
        "end_page": document.page(last),
        **({} if line is None else {"end_line": line}),
    }


def _field(document: Document, field: Field, paper: int) -> Entry:
    return {
        "key": None if field.key is None else field.key.value,
        "label": field.label,
        "value": field.value,
        "paper": paper,
        "entry": field.entry or None,
        **_place(document, field.span),
    }


def _meeting(document: Document, meeting: Meeting, name: str) -> Entry:
    return {
        "id": name,
        "body": meeting.body,
        "organisation": meeting.organisation,
        "date": meeting.date,
        "kind": meeting.kind.value,
        "status": None if meeting.status is None else meeting.status.value,
        "time": meeting.time,
        "place": meeting.place,
        "quorate": meeting.quorate,
        **_place(document, meeting.span),
    }


def _section(document: Document, section: Section, parent: int | None) -> Entry:
    return {
        "number": section.number,
        "heading": section.heading,
        "level": section.level,
        "parent": parent,
        **_place(document, section.span),
    }


def _attendance(document: Document, line: Attendance, meeting: str | None) -> Entry:
    return {
        "meeting": meeting,
        "name": line.name,
        "title": line.title,
        "initials": line.initials,
        "role": line.role,
        "organisation": line.organisation,
        "status": line.status.value,
        "note": line.note,
        "substitutes_for": line.substitutes_for,
        "part": line.part,
        **_quoted(document, line.span),
    }


def _person(document: Document, person: Person) -> Entry:
    return {
        "name": person.name,
        "title": person.title,
        "aliases": list(person.aliases),
        "roles": list(person.roles),
        "organisations": list(person.organisations),
        "listed": person.listed,
        **_mentioned(document, person.mentions),
    }


def _unresolved(document: Document, found: Unresolved) -> Entry:
    return {
        "candidates": list(found.candidates),
        "reason": found.reason,
        **_evidence(document, found.span, found.rule),
    }


def _organisation(document: Document, organisation: Organisation) -> Entry:
    return {
        "name": organisation.name,
        "aliases": list(organisation.aliases),
        "kind": organisation.kind.value,
        **_mentioned(document, organisation.mentions),
    }


def _recommendation(document: Document, found: Recommendation, paper: int | None) -> Entry:
    return {"text": found.text, "paper": paper, "number": found.number, **_evidence(document, found.span, found.rule)}


def _decision(document: Document, found: Decision, meeting: str | None) -> Entry:
    vote = found.vote
    told: Entry = {}
    if vote is not None:
        told["vote"] = {
            "for": vote.votes_for,
            "against": vote.votes_against,
            "abstain": vote.abstained,
            "result": None if vote.result is None else vote.result.value,
        }
    return {
        "text": found.text,
        "item": found.item,
        "number": found.number,
        "outcome": found.outcome.value,
        "verb": found.verb,
        "meeting": meeting,
        "explicit": found.explicit,
        "moved_by": found.moved_by,
        "seconded_by": found.seconded_by,
        **told,
        **_evidence(document, found.span, found.rule),
    }


def _reported_decision(document: Document, found: ReportedDecision) -> Entry:
    return {"text": found.text, "by": found.by, "date": found.date, **_evidence(document, found.span, found.rule)}


def _action(document: Document, found: Action, meeting: str | None) -> Entry:
    also: Entry = {"also_pages": _pages(document, found.also)} if found.also else {}
    if found.also and document.source_lines:
        also["also_lines"] = _lines(document, found.also)
    return {
        "ref": found.reference,
        "text": found.text,
        "owner": found.owner,
        "owner_full": found.owner_name,
        "due": found.due,
        "due_date": found.due_date,
        "status": found.status.value,
        "meeting": meeting,
        "explicit": found.explicit,
        **also,
        **_evidence(document, found.span, found.rule),
    }


def _known(meetings: dict[MeetingId, str], meeting: MeetingId | None) -> str | None:
    return None if meeting is None else meetings.get(meeting)


def _place(document: Document, span: Span) -> Entry:
    line = document.line(span.start)
    lines: Entry = {} if line is None else {"line": line}
    return {"page": document.page(span.start), **lines, "start": span.start, "end": span.end}


def _quoted(document: Document, span: Span) -> Entry:
    return {**_place(document, span), "quote": document.quote(span)}


def _evidence(document: Document, span: Span, rule: str) -> Entry:
    return {**_quoted(document, span), "rule": rule}


def _mentioned(document: Document, mentions: tuple[Mention, ...]) -> Entry:
    """Where something is named: the first place, the first few pages and lines, and every place with its quote."""
    spans = [mention.span for mention in mentions]
    lines: Entry = {"lines": _lines(document, spans)[:_PLACES_TOLD]} if document.source_lines else {}
    return {
        **(_place(document, spans[0]) if spans else {}),
        "pages": _pages(document, spans)[:_PLACES_TOLD],
        **lines,
        "mentions": [_evidence(document, mention.span, mention.rule) for mention in mentions],
    }


def _pages(document: Document, spans: Iterable[Span]) -> list[int]:
    return list(dict.fromkeys(document.page(span.start) for span in spans))


def _lines(document: Document, spans: Iterable[Span]) -> list[int]:
    lines = (document.line(span.start) for span in spans)
    return list(dict.fromkeys(line for line in lines if line is not None))
