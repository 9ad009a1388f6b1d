"""From a document and its findings to rows of the store; `restoring` is the way back."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence

from corpus.codec import encode_layout, encode_words
from corpus.decidedrows import decided_rows
from corpus.document import Document, Exemption, Meeting, Paper, Section
from corpus.findings import Findings, Organisation, Person, Unresolved
from corpus.folding import folded_name
from corpus.namesakes import name_parts
from corpus.placed import Row, at_paper, evidence, mention, numbered, part, place, quoted
from corpus.schema import INSERTS
from corpus.stringlists import encode_strings


def insert_document(connection: sqlite3.Connection, document: Document, findings: Findings) -> None:
    """Insert everything of ``document``, which must not be there; it is not current until the caller says so."""
    for table, rows in _rows(document, findings):
        connection.executemany(INSERTS[table], rows)


def _rows(document: Document, findings: Findings) -> Iterator[tuple[str, list[Row]]]:
    yield "documents", [_document_row(document)]
    yield from _structure_rows(document)
    yield from _people_rows(document, findings.people)
    yield from _organisation_rows(document, findings.organisations)
    yield from decided_rows(document, findings)
    yield "unresolved", [_unresolved_row(document, at, found) for at, found in enumerate(findings.unresolved)]


def _document_row(document: Document) -> Row:
    return {
        "id": document.id,
        "sha256": document.sha256,
        "current": 0,
        "name": document.name,
        "media_type": document.media_type,
        "title": document.papers[0].title if document.papers else document.name,
        "body": next((paper.body for paper in document.papers if paper.body), None),
        "organisation": next((paper.organisation for paper in document.papers if paper.organisation), None),
        "date": next((paper.date for paper in document.papers if paper.date), None),
        "pages": len(document.page_starts),
        "text": document.text,
        "layout": encode_layout(document),
    }


def _structure_rows(document: Document) -> Iterator[tuple[str, list[Row]]]:
    yield (
        "page_reads",
        [
            {
                **numbered(document, at),
                "page": read.page,
                "read_by": read.by,
                "reason": read.reason,
                "words": encode_words(read.words),
            }
            for at, read in enumerate(document.page_reads)
        ],
    )
    yield (
        "hyperlinks",
        [
            {**numbered(document, at), "target": link.target, **place(document, link.span)}
            for at, link in enumerate(document.hyperlinks)
        ],
    )
    yield (
        "furniture",
        [
            {**numbered(document, at), "page": fact.page, "kind": fact.kind, "text": fact.text}
            for at, fact in enumerate(document.furniture)
        ],
    )
    yield "papers", [_paper_row(document, at, paper) for at, paper in enumerate(document.papers)]
    yield "paper_fields", [row for paper in document.papers for row in _field_rows(document, paper)]
    yield "sections", [_section_row(document, at, section) for at, section in enumerate(document.sections)]
    yield "meetings", [_meeting_row(document, at, meeting) for at, meeting in enumerate(document.meetings)]
    yield "attendance", _attendance_rows(document)
    yield (
        "minutes_approvals",
        [
            {
                **numbered(document, at),
                "meeting_id": approval.meeting,
                "date": approval.date,
                **quoted(document, approval.span),
            }
            for at, approval in enumerate(document.approvals)
        ],
    )
    yield (
        "announced_meetings",
        [
            {
                **numbered(document, at),
                "paper_id": announced.paper,
                "date": announced.date,
                "called": announced.called,
                "cancelled": int(announced.cancelled),
                **quoted(document, announced.span),
            }
            for at, announced in enumerate(document.announced)
        ],
    )
    yield (
        "item_papers",
        [
            {**numbered(document, at), "section_id": tie.section, "paper_id": tie.paper, "reason": tie.reason}
            for at, tie in enumerate(document.item_papers)
        ],
    )
    yield "exemptions", [_exemption_row(document, at, exemption) for at, exemption in enumerate(document.exemptions)]
    yield (
        "doubts",
        [
            {
                **numbered(document, at),
                "reason": doubt.reason,
                **quoted(document, doubt.span),
                "at_paper": at_paper(document, doubt.span),
            }
            for at, doubt in enumerate(document.doubts)
        ],
    )


def _paper_row(document: Document, position: int, paper: Paper) -> Row:
    return {
        **part(document, position, paper.id),
        "kind": paper.kind,
        "title": paper.title,
        "body": paper.body,
        "organisation": paper.organisation,
        "date": paper.date,
        **place(document, paper.span),
    }


def _field_rows(document: Document, paper: Paper) -> Iterator[Row]:
    for position, field in enumerate(paper.fields):
        yield {
            "paper_id": paper.id,
            "position": position,
            "label": field.label,
            "value": field.value,
            "key": field.key,
            "entry": field.entry,
            **place(document, field.span),
        }


def _section_row(document: Document, position: int, section: Section) -> Row:
    return {
        **part(document, position, section.id),
        "paper_id": section.paper,
        "number": section.number,
        "heading": section.heading,
        "level": section.level,
        "parent_id": section.parent,
        **place(document, section.span),
    }


def _meeting_row(document: Document, position: int, meeting: Meeting) -> Row:
    return {
        **part(document, position, meeting.id),
        "paper_id": meeting.paper,
        "kind": meeting.kind,
        "body": meeting.body,
        "organisation": meeting.organisation,
        "date": meeting.date,
        "status": meeting.status,
        **place(document, meeting.span),
        "time": meeting.time,
        "place": meeting.place,
        "quorate": None if meeting.quorate is None else int(meeting.quorate),
    }


def _exemption_row(document: Document, position: int, exemption: Exemption) -> Row:
    return {
        **numbered(document, position),
        "section_id": exemption.section,
        "paragraphs": encode_strings(exemption.paragraphs),
        "withheld": int(exemption.withheld),
        **quoted(document, exemption.span),
        "at_paper": at_paper(document, exemption.span),
    }


def _attendance_rows(document: Document) -> list[Row]:
    return [
        {
            **numbered(document, position),
            "meeting_id": line.meeting,
            "name": line.name,
            "status": line.status,
            "title": line.title,
            "initials": line.initials,
            "role": line.role,
            "organisation": line.organisation,
            "note": line.note,
            "substitutes_for": line.substitutes_for,
            "part": line.part,
            **quoted(document, line.span),
        }
        for position, line in enumerate(document.attendance)
    ]


def _people_rows(document: Document, people: Sequence[Person]) -> Iterator[tuple[str, list[Row]]]:
    namesakes: Counter[str] = Counter()
    yield (
        "people",
        [
            {
                **part(document, position, person.id),
                "name": person.name,
                "folded": folded_name(person.name),
                "title": person.title,
                "aliases": encode_strings(person.aliases),
                "roles": encode_strings(person.roles),
                "organisations": encode_strings(person.organisations),
                "listed": int(person.listed),
                "surname": name_parts(person.name)[1],
                "namesake": _counted(namesakes, folded_name(person.name)),
            }
            for position, person in enumerate(people)
        ],
    )
    yield (
        "person_mentions",
        [{"person_id": person.id, **mention(document, said)} for person in people for said in person.mentions],
    )


def _counted(seen: Counter[str], name: str) -> int:
    """How often ``name`` was seen before now."""
    seen[name] += 1
    return seen[name] - 1


def _organisation_rows(document: Document, found: Sequence[Organisation]) -> Iterator[tuple[str, list[Row]]]:
    yield (
        "organisations",
        [
            {
                **part(document, position, organisation.id),
                "name": organisation.name,
                "folded": folded_name(organisation.name),
                "kind": organisation.kind,
                "aliases": encode_strings(organisation.aliases),
            }
            for position, organisation in enumerate(found)
        ],
    )
    yield (
        "organisation_mentions",
        [
            {"organisation_id": organisation.id, **mention(document, said)}
            for organisation in found
            for said in organisation.mentions
        ],
    )


def _unresolved_row(document: Document, position: int, found: Unresolved) -> Row:
    return {
        **numbered(document, position),
        "candidates": encode_strings(found.candidates),
        "reason": found.reason,
        **evidence(document, found.span, found.rule),
    }
