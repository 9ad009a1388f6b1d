"""Which persons and bodies something changed for since when: what the search index looks at again.

More may be noted than has changed in the end, never less.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from corpus import changes
from corpus.entries import EntryKind, Unit, unit_of
from corpus.stringlists import encode_strings


def note_persons(connection: sqlite3.Connection, persons: Iterable[str]) -> None:
    """Note that something changed for ``persons`` (ids), or for whom they were merged into."""
    wanted = {"ids": encode_strings(frozenset(persons))}
    named = [row["id"] for row in connection.execute(_PERSONS, wanted)]
    _note(connection, (unit_of(EntryKind.PERSON, person) for person in named))


def note_bodies(connection: sqlite3.Connection, bodies: Iterable[str]) -> None:
    """The same for ``bodies`` (ids), and for their boards, which are told with their names."""
    wanted = {"ids": encode_strings(frozenset(bodies))}
    named = [row["id"] for row in connection.execute(_BODIES, wanted)]
    _note(connection, (unit_of(EntryKind.ORGANISATION, body) for body in named))


def altered_since(connection: sqlite3.Connection, revision: int) -> tuple[Unit, ...]:
    """The persons and bodies that something changed for after ``revision``, in order."""
    rows = connection.execute("SELECT unit FROM registry_changes WHERE revision > ? ORDER BY unit", (revision,))
    return tuple(row["unit"] for row in rows)


def _note(connection: sqlite3.Connection, units: Iterable[Unit]) -> None:
    revision = changes.current_revision(connection) + 1
    connection.executemany(
        "INSERT OR REPLACE INTO registry_changes (unit, revision) VALUES (?, ?)", [(unit, revision) for unit in units]
    )


_PERSONS = """
    WITH altered AS (SELECT value AS id FROM json_each(:ids))
    SELECT id FROM altered
    UNION SELECT p.merged_into FROM persons p JOIN altered a ON a.id = p.id WHERE p.merged_into IS NOT NULL
"""
_BODIES = """
    WITH altered AS (
        SELECT value AS id FROM json_each(:ids)
        UNION SELECT b.merged_into FROM bodies b JOIN json_each(:ids) ON b.id = value WHERE b.merged_into IS NOT NULL
    )
    SELECT id FROM altered
    UNION SELECT coalesce(b.merged_into, b.id) FROM bodies b JOIN altered a ON b.owner = a.id
"""
