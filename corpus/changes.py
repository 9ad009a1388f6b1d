"""The revisions of a corpus: which document came on show, changed or went at which. What is derived follows by them."""

from __future__ import annotations

import sqlite3


def current_revision(connection: sqlite3.Connection) -> int:
    """How many times the documents on show have changed, or what is known of persons and bodies over all of them."""
    (revision,) = connection.execute(
        "SELECT coalesce(max(revision), 0) FROM (SELECT max(revision) AS revision FROM document_changes"
        " UNION ALL SELECT max(revision) FROM registry_changes)"
    ).fetchone()
    return int(revision)


def documents_revision(connection: sqlite3.Connection) -> int:
    """The revision at which a document came on show, changed or went last."""
    (revision,) = connection.execute("SELECT coalesce(max(revision), 0) FROM document_changes").fetchone()
    return int(revision)


def changed_since(connection: sqlite3.Connection, revision: int) -> dict[str, bool]:
    """The documents that came, changed or went after ``revision``, by id, and whether they are on show."""
    found = connection.execute(
        "SELECT document_id, present FROM document_changes WHERE revision > ? ORDER BY document_id", (revision,)
    )
    return {row["document_id"]: bool(row["present"]) for row in found}


def note_change(connection: sqlite3.Connection, document_id: str, revision: int, *, present: bool) -> None:
    """Note that a document came on show (or its content changed), or went, at ``revision``."""
    connection.execute(
        "INSERT OR REPLACE INTO document_changes (document_id, revision, present) VALUES (?, ?, ?)",
        (document_id, revision, int(present)),
    )
