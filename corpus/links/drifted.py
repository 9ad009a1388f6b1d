"""Documents whose bodies are others than when their things were kept: what other papers say can change that."""

from __future__ import annotations

import sqlite3

from corpus.entries import EntryKind
from corpus.links.publishers import publisher
from corpus.registry.altered import altered_since
from corpus.stringlists import encode_strings

_ORGANISATION = f"{EntryKind.ORGANISATION}:"


def drifted(connection: sqlite3.Connection, revision: int) -> list[str]:
    """The documents on show that name a body which changed after ``revision``, and mean another by it than before.

    Only those that name such a body are looked at.
    """
    altered = [unit.removeprefix(_ORGANISATION) for unit in altered_since(connection, revision)]
    found: dict[str, bool] = {}
    for row in connection.execute(_BOARDS, (encode_strings(altered),)):
        document = row["document_id"]
        if not found.get(document):
            found[document] = publisher(connection, document).board(row["name"]).id != row["id"]
    return sorted(document for document, other in found.items() if other)


_BOARDS = """
    SELECT DISTINCT t.document_id,
        json_extract(t.thing, '$.board.name') AS name, json_extract(t.thing, '$.board.id') AS id
    FROM json_each(?) a JOIN body_links l ON l.body_id = a.value
    JOIN documents d ON d.sha256 = l.sha256 AND d.current JOIN linked_things t ON t.document_id = d.id
    WHERE json_extract(t.thing, '$.board.name') IS NOT NULL
"""
