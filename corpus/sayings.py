"""What the lists of people and of bodies over all documents share: how they are narrowed, where one is named.

Both are asked of ``said`` (what each document says of each) and ``mine`` (what those on show say of one), two common
table expressions of the same columns.
"""

from __future__ import annotations

import sqlite3

from corpus.filters import Parameters

OF_DOCUMENT = {
    "body": "instr(fold(f.body), :body) > 0",
    "since": "f.date >= :since",
    "until": "substr(f.date, 1, length(:until)) <= :until",
    "document": "f.document_id = :document",
}
"""The conditions that the document of a saying ``f`` can meet."""

ONE = "SELECT * FROM mine UNION ALL SELECT * FROM said f WHERE f.id = :id AND NOT f.current ORDER BY stored"
"""All that is said of one, as it was stored; of a finding ``:id`` in an old version only itself is told."""


def mentions(
    connection: sqlite3.Connection, mine: str, findings: str, places: tuple[str, str], parameters: Parameters
) -> list[sqlite3.Row]:
    """Up to ``:limit`` places that name one, newest document first, those of the finding ``:id`` in an old version too.

    ``mine`` is the expression, ``findings`` the table of what it is about, ``places`` the table of the places that name
    it and that table's column for the finding.
    """
    table, finding = places
    shown = connection.execute(
        f"""
        WITH {mine}
        SELECT s.document_id AS document, s.document_name, m.page, m.line, m.quote, m.rule
        FROM mine s JOIN {table} m ON m.{finding} = s.id
        ORDER BY s.date DESC, s.document_id, m.rowid LIMIT :limit
        """,  # noqa: S608 - names of the schema
        parameters,
    ).fetchall()
    old = connection.execute(
        f"""
        SELECT f.document_id AS document, d.name AS document_name, m.page, m.line, m.quote, m.rule
        FROM {findings} f JOIN documents d ON d.id = f.document_id JOIN {table} m ON m.{finding} = f.id
        WHERE f.id = :id AND NOT d.current ORDER BY m.rowid LIMIT :limit
        """,  # noqa: S608
        parameters,
    ).fetchall()
    limit = parameters["limit"]
    assert isinstance(limit, int), "places are counted"
    return [*old, *shown][:limit]
