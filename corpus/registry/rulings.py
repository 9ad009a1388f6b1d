"""What somebody decided by hand: that two persons are one, or that one is two. No later run undoes it."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection

from corpus import sources
from corpus.errors import CorpusError, UnknownIdError
from corpus.registry.ids import free_id
from corpus.registry.linking import is_taken, relink

_DAY = len("2026-11-24")


def merge_people(connection: sqlite3.Connection, kept: str, *others: str) -> str:
    """Make ``others`` one with ``kept`` (ids), whose id all have from now on; raises ``UnknownIdError``."""
    root = root_of(connection, kept)
    at = sources.now()
    for other in others:
        merged = root_of(connection, other)
        if merged != root:
            connection.execute(
                "UPDATE persons SET merged_into = ?, merged_at = ? WHERE id = ? OR merged_into = ?",
                (root, at, merged, merged),
            )
    return root


def unmerge_people(connection: sqlite3.Connection, person: str) -> tuple[str, ...]:
    """Undo all merging by hand into ``person``: the ids of those who are somebody else again."""
    root = root_of(connection, person)
    apart = connection.execute(
        "UPDATE persons SET merged_into = NULL, merged_at = NULL WHERE merged_into = ? RETURNING id", (root,)
    )
    return tuple(sorted(row["id"] for row in apart))


def split_people(connection: sqlite3.Connection, person: str, documents: Collection[str]) -> str:
    """Make whom ``documents`` (ids) name as ``person`` somebody else: the id of that new person.

    All other papers so far go on naming ``person``; a later one that fits both is linked to neither. Raises
    ``UnknownIdError``, and ``CorpusError`` where these documents don't name the person, or no other does.
    """
    root = root_of(connection, person)
    rows = connection.execute(_SAYINGS, {"root": root}).fetchall()
    leaving = [row for row in rows if row["document_id"] in documents]
    if not leaving:
        raise CorpusError(
            f"{person} is not named in {', '.join(sorted(documents))}; `minuted people {person}` shows where"
        )
    if len(leaving) == len(rows):
        raise CorpusError(f"no other paper names {person}, so there is nobody to tell apart")
    new = free_id(root, lambda wanted: is_taken(connection, wanted))
    connection.execute(
        "INSERT INTO persons (id, name, folded, title) SELECT ?, name, folded, title FROM persons WHERE id = ?"
        " ON CONFLICT (id) DO NOTHING",
        (new, root),
    )
    today = sources.now()[:_DAY]
    for row in rows:
        moved = row in leaving
        connection.execute(
            "UPDATE person_links SET person_id = ?, by_hand = 1, reason = ?"
            " WHERE sha256 = ? AND folded = ? AND namesake = ?",
            (
                new if moved else row["person_id"],
                f"told apart from {root} by hand on {today}" if moved else f"told apart from {new} by hand on {today}",
                row["sha256"],
                row["folded"],
                row["namesake"],
            ),
        )
    for surname in {row["surname"] for row in rows}:
        relink(connection, surname)
    return new


def root_of(connection: sqlite3.Connection, person: str) -> str:
    """The id under which ``person`` (an id of the registry, or of one document's finding) is known now.

    Raises ``UnknownIdError``.
    """
    row = connection.execute(_ROOT, {"id": person}).fetchone()
    if row is None:
        raise UnknownIdError(person, ())
    return str(row["id"])


_ROOT = """
    SELECT coalesce(merged_into, id) AS id FROM persons WHERE id = :id
    UNION ALL
    SELECT coalesce(r.merged_into, r.id) FROM people p JOIN documents d ON d.id = p.document_id
        JOIN person_links l ON l.sha256 = d.sha256 AND l.folded = p.folded AND l.namesake = p.namesake
        JOIN persons r ON r.id = l.person_id WHERE p.id = :id
    LIMIT 1
"""
_SAYINGS = """
    SELECT l.*, d.id AS document_id FROM person_links l JOIN persons r ON r.id = l.person_id
    LEFT JOIN documents d ON d.sha256 = l.sha256 WHERE coalesce(r.merged_into, r.id) = :root
"""
