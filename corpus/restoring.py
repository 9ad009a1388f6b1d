"""From rows of the store back to the document and its findings, exactly as `writing` was given them."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from corpus.codec import decode_layout, decode_words
from corpus.decidedrows import decided_findings
from corpus.document import (
    AnnouncedMeeting,
    Attendance,
    Document,
    DocumentId,
    Doubt,
    Exemption,
    Field,
    Furniture,
    FurnitureKind,
    Hyperlink,
    ItemPaper,
    Meeting,
    MeetingId,
    MinutesApproval,
    PageRead,
    Paper,
    PaperId,
    Section,
    SectionId,
)
from corpus.findings import FindingId, Findings, Mention, Organisation, Person, RuleId, Unresolved
from corpus.placed import meeting_id, mention_of, rows_of, section_id, span_of
from corpus.stringlists import decode_strings
from corpus.vocabulary import (
    AttendanceStatus,
    FieldKey,
    MediaType,
    MeetingStatus,
    OrganisationKind,
    PaperKind,
    ReadBy,
)


def document(connection: sqlite3.Connection, document_id: str) -> Document | None:
    """The document of that id with all its structure; ``None`` where there is none."""
    row = connection.execute("SELECT * FROM documents WHERE id = ?", (document_id,)).fetchone()
    if row is None:
        return None
    layout = decode_layout(row["layout"])
    return Document(
        id=DocumentId(row["id"]),
        name=row["name"],
        sha256=row["sha256"],
        media_type=MediaType(row["media_type"]),
        text=row["text"],
        page_starts=layout.page_starts,
        source_lines=layout.source_lines,
        blocks=layout.blocks,
        papers=_papers(connection, document_id),
        sections=_sections(connection, document_id),
        meetings=_meetings(connection, document_id),
        attendance=_attendance(connection, document_id),
        page_reads=_page_reads(connection, document_id),
        hyperlinks=_hyperlinks(connection, document_id),
        furniture=_furniture(connection, document_id),
        approvals=_approvals(connection, document_id),
        announced=_announced(connection, document_id),
        item_papers=_item_papers(connection, document_id),
        exemptions=_exemptions(connection, document_id),
        doubts=_doubts(connection, document_id),
    )


def _hyperlinks(connection: sqlite3.Connection, document_id: str) -> tuple[Hyperlink, ...]:
    rows = rows_of(connection, "hyperlinks", document_id)
    return tuple(Hyperlink(span_of(row), row["target"]) for row in rows)


def _furniture(connection: sqlite3.Connection, document_id: str) -> tuple[Furniture, ...]:
    rows = rows_of(connection, "furniture", document_id)
    return tuple(Furniture(row["page"], FurnitureKind(row["kind"]), row["text"]) for row in rows)


def findings(connection: sqlite3.Connection, document_id: str) -> Findings:
    """All findings of the document of that id."""
    return replace(
        decided_findings(connection, document_id),
        people=_people(connection, document_id),
        organisations=_organisations(connection, document_id),
        unresolved=_unresolved(connection, document_id),
    )


def _page_reads(connection: sqlite3.Connection, document_id: str) -> tuple[PageRead, ...]:
    rows = rows_of(connection, "page_reads", document_id)
    return tuple(
        PageRead(row["page"], ReadBy(row["read_by"]), row["reason"], decode_words(row["words"])) for row in rows
    )


def _papers(connection: sqlite3.Connection, document_id: str) -> tuple[Paper, ...]:
    fields: dict[str, list[Field]] = {}
    for row in connection.execute(
        "SELECT f.* FROM paper_fields f JOIN papers p ON p.id = f.paper_id WHERE p.document_id = ? ORDER BY f.position",
        (document_id,),
    ):
        fields.setdefault(row["paper_id"], []).append(_field(row))
    rows = rows_of(connection, "papers", document_id)
    return tuple(
        Paper(
            id=PaperId(row["id"]),
            kind=PaperKind(row["kind"]),
            title=row["title"],
            span=span_of(row),
            body=row["body"],
            organisation=row["organisation"],
            date=row["date"],
            fields=tuple(fields.get(row["id"], ())),
        )
        for row in rows
    )


def _field(row: sqlite3.Row) -> Field:
    return Field(
        label=row["label"],
        value=row["value"],
        span=span_of(row),
        key=None if row["key"] is None else FieldKey(row["key"]),
        entry=row["entry"] or 0,
    )


def _sections(connection: sqlite3.Connection, document_id: str) -> tuple[Section, ...]:
    rows = rows_of(connection, "sections", document_id)
    return tuple(
        Section(
            id=SectionId(row["id"]),
            paper=PaperId(row["paper_id"]),
            number=row["number"],
            heading=row["heading"],
            level=row["level"],
            parent=section_id(row["parent_id"]),
            span=span_of(row),
        )
        for row in rows
    )


def _meetings(connection: sqlite3.Connection, document_id: str) -> tuple[Meeting, ...]:
    rows = rows_of(connection, "meetings", document_id)
    return tuple(
        Meeting(
            id=MeetingId(row["id"]),
            paper=PaperId(row["paper_id"]),
            kind=PaperKind(row["kind"]),
            span=span_of(row),
            body=row["body"],
            organisation=row["organisation"],
            date=row["date"],
            status=None if row["status"] is None else MeetingStatus(row["status"]),
            time=row["time"],
            place=row["place"],
            quorate=None if row["quorate"] is None else bool(row["quorate"]),
        )
        for row in rows
    )


def _approvals(connection: sqlite3.Connection, document_id: str) -> tuple[MinutesApproval, ...]:
    rows = rows_of(connection, "minutes_approvals", document_id)
    return tuple(
        MinutesApproval(meeting=MeetingId(row["meeting_id"]), date=row["date"], span=span_of(row)) for row in rows
    )


def _announced(connection: sqlite3.Connection, document_id: str) -> tuple[AnnouncedMeeting, ...]:
    rows = rows_of(connection, "announced_meetings", document_id)
    return tuple(
        AnnouncedMeeting(
            paper=PaperId(row["paper_id"]),
            date=row["date"],
            span=span_of(row),
            called=row["called"],
            cancelled=bool(row["cancelled"]),
        )
        for row in rows
    )


def _item_papers(connection: sqlite3.Connection, document_id: str) -> tuple[ItemPaper, ...]:
    rows = rows_of(connection, "item_papers", document_id)
    return tuple(
        ItemPaper(section=SectionId(row["section_id"]), paper=PaperId(row["paper_id"]), reason=row["reason"])
        for row in rows
    )


def _exemptions(connection: sqlite3.Connection, document_id: str) -> tuple[Exemption, ...]:
    rows = rows_of(connection, "exemptions", document_id)
    return tuple(
        Exemption(
            span=span_of(row),
            paragraphs=decode_strings(row["paragraphs"]),
            withheld=bool(row["withheld"]),
            section=section_id(row["section_id"]),
        )
        for row in rows
    )


def _doubts(connection: sqlite3.Connection, document_id: str) -> tuple[Doubt, ...]:
    return tuple(Doubt(span_of(row), row["reason"]) for row in rows_of(connection, "doubts", document_id))


def _attendance(connection: sqlite3.Connection, document_id: str) -> tuple[Attendance, ...]:
    rows = rows_of(connection, "attendance", document_id)
    return tuple(
        Attendance(
            meeting=meeting_id(row["meeting_id"]),
            name=row["name"],
            status=AttendanceStatus(row["status"]),
            span=span_of(row),
            title=row["title"],
            initials=row["initials"],
            role=row["role"],
            organisation=row["organisation"],
            note=row["note"],
            substitutes_for=row["substitutes_for"],
            part=row["part"],
        )
        for row in rows
    )


def _people(connection: sqlite3.Connection, document_id: str) -> tuple[Person, ...]:
    mentions: dict[str, list[Mention]] = {}
    for row in connection.execute(
        "SELECT m.* FROM people p JOIN person_mentions m ON m.person_id = p.id"
        " WHERE p.document_id = ? ORDER BY m.rowid",
        (document_id,),
    ):
        mentions.setdefault(row["person_id"], []).append(mention_of(row))
    rows = rows_of(connection, "people", document_id)
    return tuple(
        Person(
            id=FindingId(row["id"]),
            name=row["name"],
            title=row["title"],
            aliases=decode_strings(row["aliases"]),
            roles=decode_strings(row["roles"]),
            organisations=decode_strings(row["organisations"]),
            listed=bool(row["listed"]),
            mentions=tuple(mentions.get(row["id"], ())),
        )
        for row in rows
    )


def _organisations(connection: sqlite3.Connection, document_id: str) -> tuple[Organisation, ...]:
    mentions: dict[str, list[Mention]] = {}
    for row in connection.execute(
        "SELECT m.* FROM organisations o JOIN organisation_mentions m ON m.organisation_id = o.id"
        " WHERE o.document_id = ? ORDER BY m.rowid",
        (document_id,),
    ):
        mentions.setdefault(row["organisation_id"], []).append(mention_of(row))
    rows = rows_of(connection, "organisations", document_id)
    return tuple(
        Organisation(
            id=FindingId(row["id"]),
            name=row["name"],
            kind=OrganisationKind(row["kind"]),
            aliases=decode_strings(row["aliases"]),
            mentions=tuple(mentions.get(row["id"], ())),
        )
        for row in rows
    )


def _unresolved(connection: sqlite3.Connection, document_id: str) -> tuple[Unresolved, ...]:
    return tuple(
        Unresolved(
            span=span_of(row),
            as_written=row["quote"],
            candidates=decode_strings(row["candidates"]),
            reason=row["reason"],
            rule=RuleId(row["rule"]),
        )
        for row in rows_of(connection, "unresolved", document_id)
    )
