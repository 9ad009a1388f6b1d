"""What somebody decided by hand: that one person is two. No later run undoes it."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection

from corpus import sources
from corpus.errors import CorpusError
from corpus.registry.altered import note_persons
from corpus.registry.ids import free_id
from corpus.registry.merging import PEOPLE, root_of
from corpus.registry.personlinks import is_taken, relink


def split_people(connection: sqlite3.Connection, person: str, documents: Collection[str]) -> str:
    """Make whom ``documents`` (ids) name as ``person`` somebody else: the id of that new person.

    All other papers so far go on naming ``person``; a later one that fits both is linked to neither. Raises
    ``UnknownIdError``, and ``CorpusError`` where these documents don't name the person, or no other does.
    """
    root = root_of(connection, PEOPLE, person)
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
    today = sources.now().partition("T")[0]
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
    relinked = [relink(connection, surname) for surname in sorted({row["surname"] for row in rows})]
    note_persons(connection, {root, new}.union(*(one.altered for one in relinked)))
    return new


_SAYINGS = """
    SELECT l.*, d.id AS document_id FROM person_links l JOIN persons r ON r.id = l.person_id
    LEFT JOIN documents d ON d.sha256 = l.sha256 WHERE coalesce(r.merged_into, r.id) = :root
"""
