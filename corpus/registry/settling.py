"""Writes down in whose papers each document stands."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from corpus.registry.homefacts import home_facts
from corpus.registry.homes import companions, homes


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What became new: ``moved`` are the documents that have another home than before, or the first.

    ``stirred`` are those whose home has other companions than before.
    """

    moved: frozenset[str]
    stirred: frozenset[str]


def settle_homes(connection: sqlite3.Connection) -> Settled:
    """Write where each document on show is at home, and which homes are companions."""
    found = home_facts(connection)
    now = homes(found)
    pairs = companions(found, now)
    before = {row["document_id"]: row["home"] for row in connection.execute("SELECT * FROM document_homes")}
    known = {(row["home"], row["other"]) for row in connection.execute("SELECT home, other FROM companion_homes")}
    moved = frozenset(document for document, home in now.items() if before.get(document) != home)
    connection.executemany(
        "INSERT OR REPLACE INTO document_homes (document_id, home) VALUES (?, ?)",
        [(document, now[document]) for document in moved],
    )
    connection.execute("DELETE FROM companion_homes")
    connection.executemany(
        "INSERT INTO companion_homes (home, other, shared) VALUES (?, ?, ?)",
        [(one, other, count) for (one, other), count in pairs.items()],
    )
    stirred = {home for pair in known.symmetric_difference(pairs) for home in pair}
    return Settled(moved=moved, stirred=frozenset(document for document, home in now.items() if home in stirred))
