"""What bears a reference number: looked up by the key that links are made by."""

from __future__ import annotations

import sqlite3

from corpus.codec import decode_thing
from corpus.links.model import Thing, ThingKind

# What only cites a number does not bear it.
_BEARING = frozenset({ThingKind.PAPER, ThingKind.ITEM, ThingKind.MINUTE, ThingKind.DECISION, ThingKind.ACTION})


def bearing(connection: sqlite3.Connection, key: str) -> tuple[Thing, ...]:
    """The things on show that have the number of that ``key`` (``search.linking.keys``), by id."""
    found = (decode_thing(row["thing"]) for row in connection.execute(_KEYED, (key,)))
    return tuple(sorted((thing for thing in found if thing.kind in _BEARING), key=lambda thing: thing.id))


_KEYED = """
    SELECT t.thing FROM link_keys k
    JOIN linked_things t ON t.document_id = k.document_id AND t.position = k.position
    JOIN documents d ON d.id = k.document_id AND d.current
    WHERE k.key = ?
"""
