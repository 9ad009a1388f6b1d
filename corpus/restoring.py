"""From rows of the store back to the document and its findings, exactly as `writing` was given them."""

from __future__ import annotations

import sqlite3

from corpus.codec import decode_layout, decode_spans, decode_strings, decode_words
from corpus.document import (
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
    ReadBy,
    Section,
    SectionId,
)
from corpus.findings import (
    Action,
    Decision,
    FindingId,
    Findings,
    Mention,
    Organisation,
    Person,
    Recommendation,
    ReportedDecision,
    RuleId,
    Unresolved,
    Vote,
)
from corpus.spans import Span
from corpus.vocabulary import (
    ActionStatus,
    AttendanceStatus,
    FieldKey,
    MediaType,
    MeetingStatus,
    OrganisationKind,
    Outcome,
    PaperKind,
    VoteResult,
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
        item_papers=_item_papers(connection, document_id),
        exemptions=_exemptions(connection, document_id),
        doubts=_doubts(connection, document_id),
    )


def _hyperlinks(connection: sqlite3.Connection, document_id: str) -> tuple[Hyperlink, ...]:
    rows = _numbered(connection, "hyperlinks", document_id)
    return tuple(Hyperlink(_span(row), row["target"]) for row in rows)


def _furniture(connection: sqlite3.Connection, document_id: str) -> tuple[Furniture, ...]:
    rows = _numbered(connection, "furniture", document_id)
    return tuple(Furniture(row["page"], FurnitureKind(row["kind"]), row["text"]) for row in rows)


def findings(connection: sqlite3.Connection, document_id: str) -> Findings:
    """All findings of the document of that id."""
    return Findings(
        people=_people(connection, document_id),
        organisations=_organisations(connection, document_id),
        recommendations=_recommendations(connection, document_id),
        decisions=_decisions(connection, document_id),
        reported_decisions=_reported_decisions(connection, document_id),
        actions=_actions(connection, document_id),
        unresolved=_unresolved(connection, document_id),
    )


def _page_reads(connection: sqlite3.Connection, document_id: str) -> tuple[PageRead, ...]:
    rows = _numbered(connection, "page_reads", document_id)
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
    rows = _numbered(connection, "papers", document_id)
    return tuple(
        Paper(
            id=PaperId(row["id"]),
            kind=PaperKind(row["kind"]),
            title=row["title"],
            span=_span(row),
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
        span=_span(row),
        key=None if row["key"] is None else FieldKey(row["key"]),
        entry=row["entry"] or 0,
    )


def _sections(connection: sqlite3.Connection, document_id: str) -> tuple[Section, ...]:
    rows = _numbered(connection, "sections", document_id)
    return tuple(
        Section(
            id=SectionId(row["id"]),
            paper=PaperId(row["paper_id"]),
            number=row["number"],
            heading=row["heading"],
            level=row["level"],
            parent=_section_id(row["parent_id"]),
            span=_span(row),
        )
        for row in rows
    )


def _meetings(connection: sqlite3.Connection, document_id: str) -> tuple[Meeting, ...]:
    rows = _numbered(connection, "meetings", document_id)
    return tuple(
        Meeting(
            id=MeetingId(row["id"]),
            paper=PaperId(row["paper_id"]),
            kind=PaperKind(row["kind"]),
            span=_span(row),
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
    rows = _numbered(connection, "minutes_approvals", document_id)
    return tuple(
        MinutesApproval(meeting=MeetingId(row["meeting_id"]), date=row["date"], span=_span(row)) for row in rows
    )


def _item_papers(connection: sqlite3.Connection, document_id: str) -> tuple[ItemPaper, ...]:
    rows = _numbered(connection, "item_papers", document_id)
    return tuple(
        ItemPaper(section=SectionId(row["section_id"]), paper=PaperId(row["paper_id"]), reason=row["reason"])
        for row in rows
    )


def _exemptions(connection: sqlite3.Connection, document_id: str) -> tuple[Exemption, ...]:
    rows = _numbered(connection, "exemptions", document_id)
    return tuple(
        Exemption(
            span=_span(row),
            paragraphs=decode_strings(row["paragraphs"]),
            withheld=bool(row["withheld"]),
            section=_section_id(row["section_id"]),
        )
        for row in rows
    )


def _doubts(connection: sqlite3.Connection, document_id: str) -> tuple[Doubt, ...]:
    return tuple(Doubt(_span(row), row["reason"]) for row in _numbered(connection, "doubts", document_id))


def _attendance(connection: sqlite3.Connection, document_id: str) -> tuple[Attendance, ...]:
    rows = _numbered(connection, "attendance", document_id)
    return tuple(
        Attendance(
            meeting=_meeting_id(row["meeting_id"]),
            name=row["name"],
            status=AttendanceStatus(row["status"]),
            span=_span(row),
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
        mentions.setdefault(row["person_id"], []).append(_mention(row))
    rows = _numbered(connection, "people", document_id)
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
        mentions.setdefault(row["organisation_id"], []).append(_mention(row))
    rows = _numbered(connection, "organisations", document_id)
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


def _recommendations(connection: sqlite3.Connection, document_id: str) -> tuple[Recommendation, ...]:
    rows = _numbered(connection, "recommendations", document_id)
    return tuple(
        Recommendation(
            id=FindingId(row["id"]),
            text=row["text"],
            number=row["number"],
            paper=None if row["paper_id"] is None else PaperId(row["paper_id"]),
            section=_section_id(row["section_id"]),
            span=_span(row),
            rule=RuleId(row["rule"]),
        )
        for row in rows
    )


def _decisions(connection: sqlite3.Connection, document_id: str) -> tuple[Decision, ...]:
    rows = _numbered(connection, "decisions", document_id)
    return tuple(
        Decision(
            id=FindingId(row["id"]),
            text=row["text"],
            number=row["number"],
            outcome=Outcome(row["outcome"]),
            verb=row["verb"],
            item=row["item"],
            section=_section_id(row["section_id"]),
            meeting=_meeting_id(row["meeting_id"]),
            explicit=bool(row["explicit"]),
            span=_span(row),
            rule=RuleId(row["rule"]),
            moved_by=row["moved_by"],
            seconded_by=row["seconded_by"],
            vote=_vote(row),
        )
        for row in rows
    )


def _reported_decisions(connection: sqlite3.Connection, document_id: str) -> tuple[ReportedDecision, ...]:
    rows = _numbered(connection, "reported_decisions", document_id)
    return tuple(
        ReportedDecision(
            id=FindingId(row["id"]),
            text=row["text"],
            by=row["decided_by"],
            date=row["decided_on"],
            section=_section_id(row["section_id"]),
            span=_span(row),
            rule=RuleId(row["rule"]),
        )
        for row in rows
    )


def _actions(connection: sqlite3.Connection, document_id: str) -> tuple[Action, ...]:
    rows = _numbered(connection, "actions", document_id)
    return tuple(
        Action(
            id=FindingId(row["id"]),
            text=row["text"],
            reference=row["reference"],
            owner=row["owner"],
            owner_name=row["owner_name"],
            due=row["due"],
            due_date=row["due_date"],
            status=ActionStatus(row["status"]),
            explicit=bool(row["explicit"]),
            section=_section_id(row["section_id"]),
            meeting=_meeting_id(row["meeting_id"]),
            span=_span(row),
            rule=RuleId(row["rule"]),
            also=decode_spans(row["also"]),
        )
        for row in rows
    )


def _unresolved(connection: sqlite3.Connection, document_id: str) -> tuple[Unresolved, ...]:
    return tuple(
        Unresolved(
            span=_span(row),
            as_written=row["quote"],
            candidates=decode_strings(row["candidates"]),
            reason=row["reason"],
            rule=RuleId(row["rule"]),
        )
        for row in _numbered(connection, "unresolved", document_id)
    )


def _numbered(connection: sqlite3.Connection, table: str, document_id: str) -> sqlite3.Cursor:
    """The rows of a document in ``table``, in order."""
    query = f"SELECT * FROM {table} WHERE document_id = ? ORDER BY position"  # noqa: S608 - a name of the schema
    return connection.execute(query, (document_id,))


def _span(row: sqlite3.Row) -> Span:
    return Span(row["span_start"], row["span_end"])


def _mention(row: sqlite3.Row) -> Mention:
    return Mention(span=_span(row), as_written=row["quote"], rule=RuleId(row["rule"]))


def _vote(row: sqlite3.Row) -> Vote | None:
    if not row["voted"]:
        return None
    return Vote(
        votes_for=row["votes_for"],
        votes_against=row["votes_against"],
        abstained=row["abstained"],
        result=None if row["vote_result"] is None else VoteResult(row["vote_result"]),
    )


def _section_id(column: str | None) -> SectionId | None:
    return None if column is None else SectionId(column)


def _meeting_id(column: str | None) -> MeetingId | None:
    return None if column is None else MeetingId(column)
