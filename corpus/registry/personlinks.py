"""Links all who bear one surname, with the reason of each link."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from corpus.folding import folded_name
from corpus.registry.ids import claim_ids
from corpus.registry.persons import Companions, Gathered, companions_of, gather
from corpus.registry.saidpeople import SaidKey, said_people

VERSION = "1"
"""To be raised when the rules for people change: then all are linked anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relinked:
    """How many ``persons`` bear a surname, and the ids of those who gained or lost what a document says."""

    persons: int
    altered: frozenset[str]


def together(connection: sqlite3.Connection) -> Companions:
    """By home those homes whose people are the same."""
    return companions_of((row["home"], row["other"]) for row in connection.execute("SELECT * FROM companion_homes"))


def relink(connection: sqlite3.Connection, surname: str, companions: Companions | None = None) -> Relinked:
    """Link all who bear ``surname`` anew."""
    if companions is None:
        companions = together(connection)
    rows = connection.execute("SELECT * FROM person_links WHERE surname = ?", (surname,)).fetchall()
    linked = {SaidKey(row["sha256"], row["folded"], row["namesake"]): row["person_id"] for row in rows}
    pins = {SaidKey(row["sha256"], row["folded"], row["namesake"]): row["person_id"] for row in rows if row["by_hand"]}
    gathered = gather(said_people(connection, surname), companions, pins)
    connection.execute("DELETE FROM person_links WHERE surname = ? AND NOT by_hand", (surname,))
    named = claim_ids(gathered, linked, lambda wanted: is_taken(connection, wanted))
    for person_id, person in named:
        _save(connection, surname, person_id, person, pins)
    now = {said.key: person_id for person_id, person in named for said, _ in person.said}
    moved = (key for key in linked.keys() | now.keys() if linked.get(key) != now.get(key))
    altered = frozenset(each for key in moved for each in (linked.get(key), now.get(key)) if each)
    return Relinked(persons=len(named), altered=altered)


def persons_of(connection: sqlite3.Connection, documents: Iterable[str]) -> frozenset[str]:
    """The ids of those whom ``documents`` (ids) name, as they are linked now."""
    return frozenset(
        row["person_id"] for document in documents for row in connection.execute(_PERSONS_OF, {"document": document})
    )


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


def is_taken(connection: sqlite3.Connection, person_id: str) -> bool:
    """Whether somebody has that id; one whom no paper names any more gives it up, unless merged by hand."""
    (taken,) = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM persons p WHERE p.id = :id AND (p.merged_into IS NOT NULL"
        " OR EXISTS (SELECT 1 FROM persons m WHERE m.merged_into = p.id)"
        " OR EXISTS (SELECT 1 FROM person_links l WHERE l.person_id = p.id)))",
        {"id": person_id},
    ).fetchone()
    return bool(taken)


_PERSONS_OF = """
    SELECT DISTINCT l.person_id FROM person_links l JOIN documents d ON d.sha256 = l.sha256 WHERE d.id = :document
"""
