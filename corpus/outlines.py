"""Documents as histories are told from them: the text, its parts in order, and what was found in it."""

from __future__ import annotations

import sqlite3
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus import listings
from corpus.codec import decode_places
from corpus.document import SourceLine, line_at
from corpus.entries import EntryKind
from corpus.rows import PaperRow, SectionRow

_IN_DOCUMENT = " WHERE d.id = ? ORDER BY f.span_start, f.position"


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlinedFinding:
    """A recommendation, decision, decision told in retrospect or action at ``[start, end)`` of the text.

    ``outcome`` is a decision's, ``status``, ``owner`` and ``due`` (ISO 8601) are an action's; ``decided_on`` is the day
    on which a decision told in retrospect was taken (ISO 8601).
    """

    id: str
    kind: EntryKind
    start: int
    end: int
    page: int
    line: int | None
    text: str
    outcome: str | None
    status: str | None
    owner: str | None
    due: str | None
    decided_on: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """One document on show: papers, sections and findings by where they begin in ``text``."""

    document: str
    name: str
    text: str
    page_starts: tuple[int, ...]
    source_lines: tuple[SourceLine, ...]
    papers: tuple[PaperRow, ...]
    sections: tuple[SectionRow, ...]
    findings: tuple[OutlinedFinding, ...]

    def page(self, offset: int) -> int:
        """The page (1-based) that holds character ``offset``."""
        return max(1, bisect_right(self.page_starts, offset))

    def line(self, offset: int) -> int | None:
        """The line (1-based) of the source file that holds character ``offset``; ``None`` for paged sources."""
        return line_at(self.source_lines, offset)


def outlines(connection: sqlite3.Connection, documents: Iterable[str]) -> Iterator[Outline]:
    """The outlines of these documents, one in memory at a time; those that are not on show give none."""
    for document in documents:
        row = connection.execute(
            "SELECT name, text, layout FROM documents WHERE id = ? AND current", (document,)
        ).fetchone()
        if row is None:
            continue
        page_starts, source_lines = decode_places(row["layout"])
        yield Outline(
            document=document,
            name=row["name"],
            text=row["text"],
            page_starts=page_starts,
            source_lines=source_lines,
            papers=tuple(PaperRow(**part) for part in connection.execute(listings.PAPERS + _IN_DOCUMENT, (document,))),
            sections=tuple(
                SectionRow(**part) for part in connection.execute(listings.SECTIONS + _IN_DOCUMENT, (document,))
            ),
            findings=tuple(_finding(found) for found in connection.execute(_FINDINGS, {"document": document})),
        )


def _finding(row: sqlite3.Row) -> OutlinedFinding:
    return OutlinedFinding(**{**row, "kind": EntryKind(row["kind"])})


_PLACE = 'f.id, f.span_start AS start, f.span_end AS "end", f.page, f.line, f.text'
_NOTHING = "NULL AS outcome, NULL AS status, NULL AS owner, NULL AS due, NULL AS decided_on"
_FINDINGS = f"""
    SELECT 'recommendation' AS kind, {_PLACE}, {_NOTHING} FROM recommendations f WHERE f.document_id = :document
    UNION ALL SELECT 'decision', {_PLACE}, f.outcome, NULL, NULL, NULL, NULL
        FROM decisions f WHERE f.document_id = :document
    UNION ALL SELECT 'reported_decision', {_PLACE}, NULL, NULL, NULL, NULL, f.decided_on
        FROM reported_decisions f WHERE f.document_id = :document
    UNION ALL SELECT 'action', {_PLACE}, NULL, f.status, coalesce(f.owner_name, f.owner), f.due_date, NULL
        FROM actions f WHERE f.document_id = :document
    ORDER BY start, "end" DESC, kind, id
"""  # noqa: S608 - of constants of this module
