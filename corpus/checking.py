"""Looks for everything that can be wrong with a store, for `minuted doctor`."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something wrong: what kind, with which file, id or table, and what in words."""

    kind: str
    subject: str
    message: str


def check(connection: sqlite3.Connection) -> tuple[Problem, ...]:
    """Everything wrong with the database, its references, its quotes and its versions; reads all of it."""
    return (
        *_integrity(connection),
        *_references(connection),
        *_quotes(connection),
        *_orphans(connection),
        *_current(connection),
    )


def _integrity(connection: sqlite3.Connection) -> Iterator[Problem]:
    for (message,) in connection.execute("PRAGMA integrity_check"):
        if message != "ok":
            yield Problem(kind="integrity", subject="minuted.db", message=message)


def _references(connection: sqlite3.Connection) -> Iterator[Problem]:
    for row in connection.execute("PRAGMA foreign_key_check"):
        message = f"row {row['rowid']} names a row of {row['parent']} that is not there"
        yield Problem(kind="reference", subject=row["table"], message=message)


def _quotes(connection: sqlite3.Connection) -> Iterator[Problem]:
    for document in connection.execute("SELECT id, text FROM documents ORDER BY id"):
        text = document["text"]
        for row in connection.execute(_QUOTES, {"document": document["id"]}):
            if text[row["span_start"] : row["span_end"]] != row["quote"]:
                message = f"the quote of {row['kind']} {row['id']} is not what stands at {row['span_start']}"
                yield Problem(kind="quote", subject=document["id"], message=message)


def _orphans(connection: sqlite3.Connection) -> Iterator[Problem]:
    for row in connection.execute(
        "SELECT sha256 FROM versions v WHERE NOT EXISTS (SELECT 1 FROM source_versions s WHERE s.sha256 = v.sha256)"
    ):
        yield Problem(kind="orphan", subject=row["sha256"], message="this version belongs to no source")
    for row in connection.execute(
        "SELECT sha256 FROM versions v WHERE status NOT IN ('failed', 'container')"
        " AND NOT EXISTS (SELECT 1 FROM documents d WHERE d.sha256 = v.sha256)"
    ):
        yield Problem(kind="orphan", subject=row["sha256"], message="this version was read, but its document is gone")


def _current(connection: sqlite3.Connection) -> Iterator[Problem]:
    for row in connection.execute(
        "SELECT id FROM documents d WHERE current <> EXISTS (SELECT 1 FROM sources s WHERE s.sha256 = d.sha256)"
    ):
        yield Problem(kind="current", subject=row["id"], message="on show or not against what its sources say")


_QUOTES = """
    SELECT 'decision' AS kind, id, span_start, span_end, quote FROM decisions WHERE document_id = :document
    UNION ALL SELECT 'recommendation', id, span_start, span_end, quote FROM recommendations
        WHERE document_id = :document
    UNION ALL SELECT 'reported decision', id, span_start, span_end, quote FROM reported_decisions
        WHERE document_id = :document
    UNION ALL SELECT 'action', id, span_start, span_end, quote FROM actions WHERE document_id = :document
    UNION ALL SELECT 'motion', id, span_start, span_end, quote FROM motions WHERE document_id = :document
    UNION ALL SELECT 'declaration', id, span_start, span_end, quote FROM declarations WHERE document_id = :document
    UNION ALL SELECT 'attendance line', position, span_start, span_end, quote FROM attendance
        WHERE document_id = :document
    UNION ALL SELECT 'person', p.id, m.span_start, m.span_end, m.quote
        FROM people p JOIN person_mentions m ON m.person_id = p.id WHERE p.document_id = :document
    UNION ALL SELECT 'organisation', o.id, m.span_start, m.span_end, m.quote
        FROM organisations o JOIN organisation_mentions m ON m.organisation_id = o.id WHERE o.document_id = :document
"""
