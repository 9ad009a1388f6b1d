"""A document and its findings as plain JSON values, in the form that annotations of papers have.

Every entry has ``page`` and, for text sources, ``line`` (both 1-based), ``start`` and ``end`` (characters of the
document's text); findings have ``quote`` and ``rule`` too. Meetings are called m1, m2…; ``paper`` is an index into
``papers``, ``section`` and ``parent`` one into ``sections``.
"""

from __future__ import annotations

from collections.abc import Iterable

from corpus.decidedentries import decided_entries
from corpus.document import Attendance, Document, Field, Meeting, Paper, Section, page_stamps
from corpus.findings import Findings, Mention, Organisation, Person, Unresolved
from corpus.linkentries import link_entries
from corpus.links.model import Link
from corpus.told import Entry, evidence, known, lines, pages, place, quoted

# Annotations tell the first places only; all of them stand in `mentions`.
_PLACES_TOLD = 3


def interchange(document: Document, findings: Findings, links: Iterable[Link] = ()) -> dict[str, object]:
    """Everything known of ``document`` as values that any JSON encoder takes; both ends of ``links`` are in it."""
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
            _attendance(document, line, known(meetings, line.meeting))
            for line in document.attendance
            if line.meeting is not None  # a membership list is no attendance
        ],
        "people": [_person(document, person) for person in findings.people],
        "organisations": [_organisation(document, organisation) for organisation in findings.organisations],
        "unresolved": [_unresolved(document, found) for found in findings.unresolved],
        **decided_entries(document, findings, meetings, papers),
        "fields": [_field(document, field, at) for at, paper in enumerate(document.papers) for field in paper.fields],
        "approvals": [
            {"meeting": meetings[approval.meeting], "date": approval.date, **quoted(document, approval.span)}
            for approval in document.approvals
        ],
        "announced": [
            {
                "paper": papers[announced.paper],
                "date": announced.date,
                "called": announced.called,
                "cancelled": announced.cancelled,
                **quoted(document, announced.span),
            }
            for announced in document.announced
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
                **quoted(document, exemption.span),
            }
            for exemption in document.exemptions
        ],
        "doubts": [{"reason": doubt.reason, **quoted(document, doubt.span)} for doubt in document.doubts],
        "page_reads": [{"page": read.page, "by": read.by.value, "reason": read.reason} for read in document.page_reads],
        "links": link_entries(links),
        "hyperlinks": [
            {"text": document.quote(link.span), "target": link.target, **place(document, link.span)}
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
        **place(document, paper.span),
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
        **place(document, field.span),
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
        **place(document, meeting.span),
    }


def _section(document: Document, section: Section, parent: int | None) -> Entry:
    return {
        "number": section.number,
        "heading": section.heading,
        "level": section.level,
        "parent": parent,
        **place(document, section.span),
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
        **quoted(document, line.span),
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
        **evidence(document, found.span, found.rule),
    }


def _organisation(document: Document, organisation: Organisation) -> Entry:
    return {
        "name": organisation.name,
        "aliases": list(organisation.aliases),
        "kind": organisation.kind.value,
        **_mentioned(document, organisation.mentions),
    }


def _mentioned(document: Document, mentions: tuple[Mention, ...]) -> Entry:
    """Where something is named: the first place, the first few pages and lines, and every place with its quote."""
    spans = [mention.span for mention in mentions]
    first: Entry = {"lines": lines(document, spans)[:_PLACES_TOLD]} if document.source_lines else {}
    return {
        **(place(document, spans[0]) if spans else {}),
        "pages": pages(document, spans)[:_PLACES_TOLD],
        **first,
        "mentions": [evidence(document, mention.span, mention.rule) for mention in mentions],
    }
