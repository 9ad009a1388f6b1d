"""What somebody decided by hand: that two persons, or two bodies, are one. No later run undoes it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from corpus import organisations, people, sources
from corpus.errors import UnknownIdError
from corpus.registry.altered import note_bodies, note_persons


@dataclass(frozen=True, slots=True, kw_only=True)
class Registered:
    """What is merged: the table of those that are one over all documents, and who an id stands for now.

    ``note`` notes that something changed for them.
    """

    table: str
    who: Callable[[sqlite3.Connection, str], str | None]
    note: Callable[[sqlite3.Connection, Iterable[str]], None]


PEOPLE = Registered(table="persons", who=people.who, note=note_persons)
BODIES = Registered(table="bodies", who=organisations.which, note=note_bodies)


def merge(connection: sqlite3.Connection, of: Registered, kept: str, *others: str) -> str:
    """Make ``others`` one with ``kept`` (ids), whose id all have from now on; raises ``UnknownIdError``."""
    root = root_of(connection, of, kept)
    at = sources.now()
    for other in others:
        merged = root_of(connection, of, other)
        if merged != root:
            connection.execute(
                f"UPDATE {of.table} SET merged_into = ?, merged_at = ? WHERE id = ? OR merged_into = ?",  # noqa: S608
                (root, at, merged, merged),
            )
            of.note(connection, (root, merged))
    return root


def unmerge(connection: sqlite3.Connection, of: Registered, one: str) -> tuple[str, ...]:
    """Undo all merging by hand into ``one``: the ids of those who are somebody else again."""
    root = root_of(connection, of, one)
    rows = connection.execute(
        f"UPDATE {of.table} SET merged_into = NULL, merged_at = NULL WHERE merged_into = ? RETURNING id",  # noqa: S608
        (root,),
    )
    apart = tuple(sorted(row["id"] for row in rows))
    of.note(connection, (root, *apart))
    return apart


def root_of(connection: sqlite3.Connection, of: Registered, one: str) -> str:
    """The id under which ``one`` (an id of the registry, or of one document's finding) is known now.

    Raises ``UnknownIdError``.
    """
    root = of.who(connection, one)
    if root is None:
        raise UnknownIdError(one, ())
    return root
