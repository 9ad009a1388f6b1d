"""The lists of papers, meetings and findings: one query each, over the documents on show."""

from __future__ import annotations

import sqlite3
from typing import Any

from corpus.filters import Filter
from corpus.listing import JOIN_PAPER, OF_PAPER, PLACE, WHERE_MEETING, WHERE_PAPER, listed
from corpus.registry.belonging import asked_for
from corpus.rows import (
    AttendanceRow,
    Counts,
    DocumentRow,
    FailureRow,
    FieldRow,
    MeetingRow,
    PageReadRow,
    PaperRow,
    PapersHeld,
    RunRow,
    SectionRow,
    UnresolvedRow,
)
from corpus.stringlists import decode_strings

_TEXT_ORDER = " ORDER BY f.position"

DOCUMENTS = """
    SELECT d.id, d.name, d.media_type, d.title, d.body, d.organisation, d.date, d.pages,
           (SELECT count(*) FROM papers p WHERE p.document_id = d.id) AS papers,
           v.status, v.read_at, d.sha256,
           (SELECT min(s.location) FROM sources s WHERE s.sha256 = d.sha256) AS location
    FROM documents d JOIN versions v ON v.sha256 = d.sha256
"""
_WHERE_DOCUMENT = {
    "body": "instr(fold(d.body), :body) > 0",
    "organisation": asked_for("d.organisation", "d.body"),
    "since": "d.date >= :since",
    "until": "substr(d.date, 1, length(:until)) <= :until",
    "paper_kind": "EXISTS (SELECT 1 FROM papers p WHERE p.document_id = d.id AND p.kind = :paper_kind)",
    "person": "EXISTS (SELECT 1 FROM people q WHERE q.document_id = d.id AND instr(q.folded, :person) > 0)",
    "status": "v.status = :status",
    "text": "instr(fold(d.title), :text) > 0 OR instr(fold(d.name), :text) > 0",
    "document": "d.id = :document",
}

PAPERS = """
    SELECT f.id, d.id AS document, d.name AS document_name, f.page, f.line, f.span_start AS start,
           f.span_end AS "end", f.kind, f.title, f.body, f.organisation, f.date AS date
    FROM papers f JOIN papers p ON p.id = f.id JOIN documents d ON d.id = f.document_id
"""
_PAPERS_HELD = """
    SELECT count(*) AS papers, min(p.date) AS first_date, max(p.date) AS last_date
    FROM papers f JOIN papers p ON p.id = f.id JOIN documents d ON d.id = f.document_id
"""
_WHERE_PAPERS = {**WHERE_PAPER, "text": "instr(fold(f.title), :text) > 0"}

FIELDS = " ".join(
    (
        "SELECT f.paper_id AS id,",
        PLACE,
        ",",
        OF_PAPER,
        ", f.key, f.label, f.value, coalesce(f.entry, 0) AS entry FROM paper_fields f",
        "JOIN papers p ON p.id = f.paper_id JOIN documents d ON d.id = p.document_id",
    )
)
_WHERE_FIELDS = {
    **WHERE_PAPER,
    "field": "f.key = :field",
    "text": "instr(fold(f.label), :text) > 0 OR instr(fold(f.value), :text) > 0",
}

SECTIONS = " ".join(
    (
        "SELECT f.id,",
        PLACE,
        ",",
        OF_PAPER,
        ", f.number, f.heading, f.level, f.parent_id AS parent FROM sections f",
        "JOIN documents d ON d.id = f.document_id JOIN papers p ON p.id = f.paper_id",
    )
)

# Bodies of one name may belong to two publishers; a paper that names none tells only of its own body.
_CONFIRMED_BY = """
    (SELECT a.meeting_id FROM minutes_approvals a JOIN meetings b ON b.id = a.meeting_id
        JOIN documents e ON e.id = a.document_id
        WHERE e.current AND a.date = f.date AND f.kind = 'minutes' AND fold(b.body) = fold(f.body)
            AND fold(b.organisation) IS fold(f.organisation) ORDER BY b.date, b.id LIMIT 1)"""
MEETINGS = " ".join(
    (
        "SELECT f.id,",
        PLACE,
        ", f.body, f.organisation, f.date AS date, f.kind, f.status, f.time, f.place, f.quorate,",
        _CONFIRMED_BY,
        "AS confirmed_by,",
        "(SELECT count(*) FROM attendance a WHERE a.meeting_id = f.id) AS attendees FROM meetings f",
        "JOIN documents d ON d.id = f.document_id JOIN papers p ON p.id = f.paper_id JOIN meetings m ON m.id = f.id",
    )
)
_WHERE_MEETINGS = {
    **WHERE_MEETING,
    "person": "EXISTS (SELECT 1 FROM attendance a WHERE a.meeting_id = f.id AND instr(fold(a.name), :person) > 0)",
    "status": "f.status = :status",
    "text": "instr(fold(p.title), :text) > 0",
}

ATTENDANCE = """
    SELECT d.id AS document, d.name AS document_name, f.page, f.line, f.span_start AS start, f.span_end AS "end",
           f.quote, f.meeting_id AS meeting, f.name, f.status, f.title, f.initials, f.role,
           f.organisation AS affiliation, f.note, f.substitutes_for, f.part
    FROM attendance f JOIN documents d ON d.id = f.document_id
"""

_UNRESOLVED = " ".join(
    ("SELECT", PLACE, ",", OF_PAPER, ", f.quote, f.rule, f.candidates, f.reason FROM unresolved f", JOIN_PAPER)
)
_WHERE_UNRESOLVED = {
    **WHERE_PAPER,
    "text": "fold(f.quote) = :text"
    " OR EXISTS (SELECT 1 FROM json_each(f.candidates) WHERE instr(fold(value), :text) > 0)",
}


def documents(connection: sqlite3.Connection, wanted: Filter) -> tuple[DocumentRow, ...]:
    """The documents on show that ``wanted`` lets through, newest first."""
    found = listed(connection, DOCUMENTS, wanted, _WHERE_DOCUMENT, " ORDER BY d.date DESC, d.id")
    return tuple(DocumentRow(**row) for row in found)


def papers(connection: sqlite3.Connection, wanted: Filter) -> tuple[PaperRow, ...]:
    """The papers that ``wanted`` lets through, newest first."""
    return tuple(PaperRow(**row) for row in listed(connection, PAPERS, wanted, _WHERE_PAPERS))


def papers_held(connection: sqlite3.Connection, wanted: Filter) -> PapersHeld:
    """How many papers ``wanted`` lets through, and the first and last of their days."""
    (row,) = listed(connection, _PAPERS_HELD, wanted, _WHERE_PAPERS, order="")
    return PapersHeld(**row)


def fields(connection: sqlite3.Connection, wanted: Filter) -> tuple[FieldRow, ...]:
    """The fields of front sheets and forms that ``wanted`` lets through, newest paper first."""
    return tuple(FieldRow(**row) for row in listed(connection, FIELDS, wanted, _WHERE_FIELDS))


def meetings(connection: sqlite3.Connection, wanted: Filter) -> tuple[MeetingRow, ...]:
    """The meetings that ``wanted`` lets through, newest first."""
    return tuple(map(meeting_row, listed(connection, MEETINGS, wanted, _WHERE_MEETINGS)))


def unresolved(connection: sqlite3.Connection, wanted: Filter) -> tuple[UnresolvedRow, ...]:
    """The names and initials linked to nobody that ``wanted`` lets through, newest first; its text is a whole name."""
    found = listed(connection, _UNRESOLVED, wanted, _WHERE_UNRESOLVED)
    return tuple(UnresolvedRow(**{**row, "candidates": decode_strings(row["candidates"])}) for row in found)


def sections(connection: sqlite3.Connection, paper: str) -> tuple[SectionRow, ...]:
    """The sections of a paper in the order of the text."""
    found = connection.execute(" ".join((SECTIONS, "WHERE f.paper_id = ?", _TEXT_ORDER)), (paper,))
    return tuple(SectionRow(**row) for row in found)


def attendance(connection: sqlite3.Connection, meeting: str) -> tuple[AttendanceRow, ...]:
    """The attendance list of a meeting in the order of the text."""
    found = connection.execute(" ".join((ATTENDANCE, "WHERE f.meeting_id = ?", _TEXT_ORDER)), (meeting,))
    return tuple(AttendanceRow(**row) for row in found)


def meeting_row(row: sqlite3.Row) -> MeetingRow:
    """One row of ``MEETINGS``."""
    columns: dict[str, Any] = {**row, "quorate": None if row["quorate"] is None else bool(row["quorate"])}
    return MeetingRow(**columns)


def failures(connection: sqlite3.Connection) -> tuple[FailureRow, ...]:
    """The sources whose last reading failed, by location."""
    found = connection.execute(
        "SELECT f.location, f.reason, f.failed_at, f.sha256, d.id AS document FROM failures f"
        " JOIN sources s ON s.location = f.location LEFT JOIN documents d ON d.sha256 = s.sha256 ORDER BY f.location"
    )
    return tuple(FailureRow(**row) for row in found)


def page_reads(connection: sqlite3.Connection, document: str | None) -> tuple[PageReadRow, ...]:
    """The pages of that document (of all on show where ``None``) that were not read in the ordinary way."""
    found = connection.execute(
        "SELECT d.id AS document, d.name AS document_name, r.page, r.read_by, r.reason FROM page_reads r"
        " JOIN documents d ON d.id = r.document_id WHERE iif(:document IS NULL, d.current, d.id = :document)"
        " ORDER BY d.id, r.position",
        {"document": document},
    )
    return tuple(PageReadRow(**row) for row in found)


def runs(connection: sqlite3.Connection) -> tuple[RunRow, ...]:
    """All runs, newest first."""
    return tuple(RunRow(**row) for row in connection.execute("SELECT * FROM runs ORDER BY id DESC"))


def counts(connection: sqlite3.Connection) -> Counts:
    """How much of each kind is on show."""
    return Counts(**connection.execute(_COUNTS).fetchone())


_COUNTS = """
    SELECT (SELECT count(*) FROM sources) AS sources,
           (SELECT count(*) FROM versions) AS versions,
           (SELECT count(*) FROM failures) AS failures,
           count(*) AS documents,
           coalesce(sum(d.pages), 0) AS pages,
           (SELECT count(*) FROM page_reads f JOIN documents d ON d.id = f.document_id
               WHERE d.current AND f.read_by IN ('needs_ocr', 'nothing')) AS unread_pages,
           (SELECT count(*) FROM papers f JOIN documents d ON d.id = f.document_id WHERE d.current) AS papers,
           (SELECT count(*) FROM sections f JOIN documents d ON d.id = f.document_id WHERE d.current) AS sections,
           (SELECT count(*) FROM meetings f JOIN documents d ON d.id = f.document_id WHERE d.current) AS meetings,
           (SELECT count(DISTINCT coalesce(r.merged_into, r.id, f.id)) FROM people f
               JOIN documents d ON d.id = f.document_id
               LEFT JOIN person_links l ON l.sha256 = d.sha256 AND l.folded = f.folded AND l.namesake = f.namesake
               LEFT JOIN persons r ON r.id = l.person_id WHERE d.current) AS people,
           (SELECT count(DISTINCT coalesce(r.merged_into, r.id, f.id)) FROM organisations f
               JOIN documents d ON d.id = f.document_id
               LEFT JOIN body_links l ON l.sha256 = d.sha256 AND l.folded = f.folded
               LEFT JOIN bodies r ON r.id = l.body_id WHERE d.current) AS organisations,
           (SELECT count(*) FROM recommendations f JOIN documents d ON d.id = f.document_id WHERE d.current)
               AS recommendations,
           (SELECT count(*) FROM decisions f JOIN documents d ON d.id = f.document_id WHERE d.current) AS decisions,
           (SELECT count(*) FROM reported_decisions f JOIN documents d ON d.id = f.document_id WHERE d.current)
               AS reported_decisions,
           (SELECT count(*) FROM actions f JOIN documents d ON d.id = f.document_id WHERE d.current) AS actions
    FROM documents d WHERE d.current
"""
