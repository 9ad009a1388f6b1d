"""Brings the links of people up to date with the documents on show: only the surnames that something changed for."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from corpus import sources
from corpus.folding import folded_name
from corpus.registry.homefacts import HomeFacts, home_facts
from corpus.registry.homes import companions, homes
from corpus.registry.ids import claim_ids
from corpus.registry.persons import Companions, Gathered, companions_of, gather
from corpus.registry.saidpeople import SaidKey, all_surnames, said_people, surnames_of

REGISTRY = "people"
VERSION = "1"
"""To be raised when the rules for people change: then all are linked anew."""


@dataclass(frozen=True, slots=True)
class Linked:
    """How many surnames were looked at, and how many persons bear them now."""

    surnames: int
    persons: int


def is_linked(connection: sqlite3.Connection) -> bool:
    """Whether the links are those of the documents on show, by the present rules."""
    return _state(connection) == (sources.current_revision(connection), VERSION)


def link_people(connection: sqlite3.Connection) -> Linked:
    """Link what changed since the last time, inside the caller's transaction."""
    revision, version = _state(connection)
    found = home_facts(connection)
    moved = _settle_homes(connection, found)
    if version != VERSION:
        affected = all_surnames(connection)
    else:
        affected = surnames_of(connection, {*_changed(connection, revision), *moved})
    together = companions_of((row["home"], row["other"]) for row in connection.execute(_COMPANIONS))
    persons = sum(relink(connection, surname, together) for surname in sorted(affected))
    connection.execute(
        "INSERT OR REPLACE INTO registry_states (registry, revision, version) VALUES (?, ?, ?)",
        (REGISTRY, sources.current_revision(connection), VERSION),
    )
    return Linked(len(affected), persons)


def relink(connection: sqlite3.Connection, surname: str, together: Companions | None = None) -> int:
    """Link all who bear ``surname`` anew; how many persons they are."""
    if together is None:
        together = companions_of((row["home"], row["other"]) for row in connection.execute(_COMPANIONS))
    rows = connection.execute("SELECT * FROM person_links WHERE surname = ?", (surname,)).fetchall()
    linked = {SaidKey(row["sha256"], row["folded"], row["namesake"]): row["person_id"] for row in rows}
    pins = {SaidKey(row["sha256"], row["folded"], row["namesake"]): row["person_id"] for row in rows if row["by_hand"]}
    gathered = gather(said_people(connection, surname), together, pins)
    connection.execute("DELETE FROM person_links WHERE surname = ? AND NOT by_hand", (surname,))
    named = claim_ids(gathered, linked, lambda wanted: is_taken(connection, wanted))
    for person_id, person in named:
        _save(connection, surname, person_id, person, pins)
    return len(named)


def _save(
    connection: sqlite3.Connection, surname: str, person_id: str, person: Gathered, pins: Mapping[SaidKey, str]
) -> None:
    fullest = person.fullest
    title = next((said.title for said, _ in person.said if said.title), None)
    connection.execute(
        "INSERT INTO persons (id, name, folded, title) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET name = excluded.name, folded = excluded.folded, title = excluded.title",
        (person_id, fullest.name, folded_name(fullest.name), title),
    )
    connection.executemany(
        "INSERT INTO person_links (sha256, folded, namesake, surname, person_id, reason, by_hand)"
        " VALUES (?, ?, ?, ?, ?, ?, 0)",
        [
            (said.key.sha256, said.key.folded, said.key.namesake, surname, person_id, reason)
            for said, reason in person.said
            if said.key not in pins
        ],
    )


def _settle_homes(connection: sqlite3.Connection, found: Iterable[HomeFacts]) -> set[str]:
    """Write where each document is at home, and give those for which that, or a companion of it, is new."""
    found = tuple(found)
    now = homes(found)
    pairs = companions(found, now)
    before = {row["document_id"]: row["home"] for row in connection.execute("SELECT * FROM document_homes")}
    known = {(row["home"], row["other"]) for row in connection.execute(_COMPANIONS)}
    connection.executemany(
        "INSERT OR REPLACE INTO document_homes (document_id, home) VALUES (?, ?)",
        [(document, home) for document, home in now.items() if before.get(document) != home],
    )
    connection.execute("DELETE FROM companion_homes")
    connection.executemany(
        "INSERT INTO companion_homes (home, other, shared) VALUES (?, ?, ?)",
        [(one, other, count) for (one, other), count in pairs.items()],
    )
    stirred = {home for pair in known.symmetric_difference(pairs) for home in pair}
    return {document for document, home in now.items() if before.get(document) != home or home in stirred}


def _changed(connection: sqlite3.Connection, revision: int) -> list[str]:
    found = connection.execute("SELECT document_id FROM document_changes WHERE revision > ?", (revision,))
    return [row["document_id"] for row in found]


def is_taken(connection: sqlite3.Connection, person_id: str) -> bool:
    """Whether somebody has that id; one whom no paper names any more gives it up, unless merged by hand."""
    (taken,) = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM persons p WHERE p.id = :id AND (p.merged_into IS NOT NULL"
        " OR EXISTS (SELECT 1 FROM persons m WHERE m.merged_into = p.id)"
        " OR EXISTS (SELECT 1 FROM person_links l WHERE l.person_id = p.id)))",
        {"id": person_id},
    ).fetchone()
    return bool(taken)


def _state(connection: sqlite3.Connection) -> tuple[int, str]:
    row = connection.execute("SELECT * FROM registry_states WHERE registry = ?", (REGISTRY,)).fetchone()
    return (row["revision"], row["version"]) if row else (0, "")


_COMPANIONS = "SELECT home, other FROM companion_homes"
