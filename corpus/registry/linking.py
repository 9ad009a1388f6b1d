"""Brings all links up to date with the documents on show: those of people, and those of bodies."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from corpus import changes
from corpus.registry import bodylinks, personlinks
from corpus.registry.altered import note_persons
from corpus.registry.saidpeople import all_surnames, surnames_of
from corpus.registry.settling import Settled, settle_homes

_PEOPLE = "people"
_BODIES = "bodies"


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """How many surnames were looked at and how many persons bear them now; how many bodies were looked at."""

    surnames: int
    persons: int
    bodies: int


def is_linked(connection: sqlite3.Connection) -> bool:
    """Whether the links are those of the documents on show, by the present rules."""
    revision = changes.documents_revision(connection)
    return all(_state(connection, registry) == (revision, version) for registry, version in _versions())


def link(connection: sqlite3.Connection) -> Linked:
    """Link what changed since the last time, inside the caller's transaction."""
    settled = settle_homes(connection)
    _note_moves(connection, settled)
    surnames, persons = _link_people(connection, settled)
    revision, version = _state(connection, _BODIES)
    anew = version != bodylinks.version()
    bodies = bodylinks.link_bodies(
        connection, {*changes.changed_since(connection, revision), *settled.moved}, anew=anew
    )
    connection.executemany(
        "INSERT OR REPLACE INTO registry_states (registry, revision, version) VALUES (?, ?, ?)",
        [(registry, changes.documents_revision(connection), version) for registry, version in _versions()],
    )
    return Linked(surnames=surnames, persons=persons, bodies=bodies)


def _note_moves(connection: sqlite3.Connection, settled: Settled) -> None:
    """Let the search index know of documents that are in another body's papers now, under whose name they are found."""
    revision = changes.current_revision(connection) + 1
    for document in settled.moved:
        changes.note_change(connection, document, revision, present=True)


def _link_people(connection: sqlite3.Connection, settled: Settled) -> tuple[int, int]:
    revision, version = _state(connection, _PEOPLE)
    changed = {*changes.changed_since(connection, revision), *settled.moved}
    if version != personlinks.VERSION:
        affected = all_surnames(connection)
    else:
        affected = surnames_of(connection, {*changed, *settled.stirred})
    together = personlinks.together(connection)
    relinked = [personlinks.relink(connection, surname, together) for surname in sorted(affected)]
    altered = (one.altered for one in relinked)
    note_persons(connection, personlinks.persons_of(connection, changed).union(*altered))
    return len(affected), sum(one.persons for one in relinked)


def _versions() -> tuple[tuple[str, str], ...]:
    """By registry the version of its rules."""
    return (_PEOPLE, personlinks.VERSION), (_BODIES, bodylinks.version())


def _state(connection: sqlite3.Connection, registry: str) -> tuple[int, str]:
    row = connection.execute("SELECT * FROM registry_states WHERE registry = ?", (registry,)).fetchone()
    return (row["revision"], row["version"]) if row else (0, "")
