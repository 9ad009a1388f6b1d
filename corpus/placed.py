"""The columns that rows of parts and findings share: of which document, in which order, where in it, by which rule."""

from __future__ import annotations

import sqlite3

from corpus.document import Document, MeetingId, PaperId, SectionId
from corpus.findings import Mention, RuleId
from corpus.spans import Span

Value = str | int | float | None
Row = dict[str, Value]


def numbered(document: Document, position: int) -> Row:
    """The columns of what has a place in a list of ``document``, and no id."""
    return {"document_id": document.id, "position": position}


def part(document: Document, position: int, part_id: str) -> Row:
    """The columns of what has an id and a place in a list of ``document``."""
    return {"id": part_id, **numbered(document, position)}


def place(document: Document, span: Span) -> Row:
    """Where ``span`` stands: in characters, and its page and line."""
    return {
        "span_start": span.start,
        "span_end": span.end,
        "page": document.page(span.start),
        "line": document.line(span.start),
    }


def quoted(document: Document, span: Span) -> Row:
    """The place of ``span`` and its words."""
    return {**place(document, span), "quote": document.quote(span)}


def evidence(document: Document, span: Span, rule: str) -> Row:
    """The place and words of ``span``, the rule that found it, and the paper that holds it."""
    return {**quoted(document, span), "rule": rule, "at_paper": at_paper(document, span)}


def mention(document: Document, said: Mention) -> Row:
    """One place that names somebody or something."""
    return {**place(document, said.span), "quote": said.as_written, "rule": said.rule}


def at_paper(document: Document, span: Span) -> PaperId | None:
    """The paper that holds ``span`` by its place."""
    paper = document.paper_at(span.start)
    return paper.id if paper else None


def rows_of(connection: sqlite3.Connection, table: str, document_id: str) -> sqlite3.Cursor:
    """The rows of a document in ``table``, in order."""
    query = f"SELECT * FROM {table} WHERE document_id = ? ORDER BY position"  # noqa: S608 - a name of the schema
    return connection.execute(query, (document_id,))


def span_of(row: sqlite3.Row) -> Span:
    """The span that ``place`` wrote."""
    return Span(row["span_start"], row["span_end"])


def mention_of(row: sqlite3.Row) -> Mention:
    """The mention that ``mention`` wrote."""
    return Mention(span=span_of(row), as_written=row["quote"], rule=RuleId(row["rule"]))


def section_id(column: str | None) -> SectionId | None:
    """The section that a column names, if any."""
    return None if column is None else SectionId(column)


def meeting_id(column: str | None) -> MeetingId | None:
    """The meeting that a column names, if any."""
    return None if column is None else MeetingId(column)
