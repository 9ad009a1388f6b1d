"""What stands in the present version of a paper for a thing of an earlier one: the ids of the two differ."""

from __future__ import annotations

import sqlite3

from corpus.rows import DocumentRow, OrganisationRow, PersonRow, Shown, ShownKind
from corpus.showing import find_placed

# By kind, the table of such things, and what tells two of them in two versions to be the same.
_SAME = {
    ShownKind.PAPER: ("papers", "kind = :kind AND title = :title"),
    ShownKind.SECTION: ("sections", "heading IS :heading AND number IS :number"),
    ShownKind.MEETING: ("meetings", "kind = :kind AND date IS :date AND body IS :body"),
    ShownKind.DECISION: ("decisions", "quote = :quote"),
    ShownKind.ACTION: ("actions", "quote = :quote"),
    ShownKind.RECOMMENDATION: ("recommendations", "quote = :quote"),
    ShownKind.REPORTED_DECISION: ("reported_decisions", "quote = :quote"),
    ShownKind.MOTION: ("motions", "quote = :quote"),
    ShownKind.DECLARATION: ("declarations", "quote = :quote"),
}
_COMPARED = ("kind", "title", "heading", "number", "date", "body", "quote")


def heir(connection: sqlite3.Connection, wanted: str) -> str | None:
    """The id of what stands for the thing of that id in what its source holds now, the one and only that is the same.

    ``None`` where the thing is on show itself, or nothing stands for it.
    """
    found = find_placed(connection, wanted)
    if found is None or _is_current(connection, _document(found)):
        return None
    table, same = _SAME[found.kind]
    compared = {name: getattr(found.row, name, None) for name in _COMPARED}
    query = f"{_HEIRS} SELECT f.id FROM {table} f JOIN heirs ON heirs.id = f.document_id WHERE {same}"  # noqa: S608
    rows = connection.execute(query, {"document": _document(found), **compared}).fetchall()
    return str(rows[0]["id"]) if len(rows) == 1 else None


def _document(found: Shown) -> str:
    assert not isinstance(found.row, DocumentRow | PersonRow | OrganisationRow), (
        "parts and findings are of one document"
    )
    return found.row.document


def _is_current(connection: sqlite3.Connection, document: str) -> bool:
    return connection.execute("SELECT 1 FROM documents WHERE id = ? AND current", (document,)).fetchone() is not None


_HEIRS = """
    WITH heirs AS (
        SELECT DISTINCT d.id FROM documents before
        JOIN source_versions v ON v.sha256 = before.sha256 JOIN sources s ON s.location = v.location
        JOIN documents d ON d.sha256 = s.sha256 AND d.current
        WHERE before.id = :document)
"""
