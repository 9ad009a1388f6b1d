"""The revisions of a corpus: which document came on show, changed or went at which. What is derived follows by them."""

from __future__ import annotations

import sqlite3


def current_revision(connection: sqlite3.Connection) -> int:
    """How many times the documents on show have changed."""
    (revision,) = connection.execute("SELECT coalesce(max(revision), 0) FROM document_changes").fetchone()
    return int(revision)


def note_change(connection: sqlite3.Connection, document_id: str, revision: int, *, present: bool) -> None:
    """Note that a document came on show (or its content changed), or went, at ``revision``."""
    connection.execute(
        "INSERT OR REPLACE INTO document_changes (document_id, revision, present) VALUES (?, ?, ?)",
        (document_id, revision, int(present)),
    )
