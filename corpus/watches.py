"""Saved searches: what each asks, and what of its answers has been told before.

What was told is kept by version (the bytes that a paper was read from) as two fingerprints, of the words of an entry
and of its place, with how many entries have both. They outlive ids, which a paper gets anew with each change. Every
function here runs inside the caller's transaction.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import astuple, dataclass, fields

from corpus import sources
from corpus.errors import CorpusError, UnknownWatchError

LONGEST_NAME = 80
"""Characters of the name of a watch: it stands in the subject of a mail."""

Told = Mapping[str, Mapping["Mark", int]]
"""By the SHA-256 of a version, the marks of its entries, and how many entries have each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What a watch asks, as the user wrote it: ``query`` in the query language, and the filters of a search."""

    query: str
    body: str | None = None
    organisation: str | None = None
    person: str | None = None
    owner: str | None = None
    kind: str | None = None
    outcome: str | None = None
    paper: str | None = None
    since: str | None = None
    until: str | None = None
    exactly: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """A saved search: all that changed in the corpus up to ``revision`` has been looked at.

    ``ran_at`` is when it last told what was new, ``None`` where it never did.
    """

    id: int
    name: str
    question: Question
    added_at: str
    ran_at: str | None
    revision: int


@dataclass(frozen=True, slots=True)
class Mark:
    """By what an entry is known again: fingerprints (64 bits) of its words, and of where they stand."""

    words: int
    place: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """The version that a document was read from, and the versions that stood at its sources ``before`` it."""

    version: str
    before: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What is to be kept of one run of a watch: what it has told or passed over, and up to which revision it looked."""

    watch: int
    revision: int
    told: Told


def watches(connection: sqlite3.Connection, names: Collection[str] = ()) -> tuple[Watch, ...]:
    """The watches of these ``names`` (all where there are none), by name; raises ``UnknownWatchError``."""
    found = tuple(_watch(row) for row in connection.execute("SELECT * FROM watches ORDER BY name"))
    known = [watch.name for watch in found]
    for name in names:
        if name not in known:
            raise UnknownWatchError(name, tuple(known))
    return tuple(watch for watch in found if watch.name in names or not names)


def add(connection: sqlite3.Connection, name: str, question: Question, *, revision: int, told: Told) -> None:
    """Keep a new watch that knows ``told`` already; raises ``CorpusError`` where there is one of that name."""
    if connection.execute("SELECT 1 FROM watches WHERE name = ?", (name,)).fetchone():
        raise CorpusError(f"there is a watch {name!r} already; --replace puts this one in its place")
    asked = ", ".join(_ASKED)
    marks = ", ".join("?" for _ in _ASKED)
    watch = connection.execute(
        # The names are those of the fields of ``Question``.
        f"INSERT INTO watches (name, added_at, revision, {asked}) VALUES (?, ?, ?, {marks})",  # noqa: S608
        (name, sources.now(), revision, *astuple(question)),
    ).lastrowid
    assert watch is not None, "SQLite gives every inserted row an id"
    _keep(connection, watch, told)


def remove(connection: sqlite3.Connection, name: str) -> None:
    """Forget the watch of that name, and what it has told; raises ``UnknownWatchError``."""
    (watch,) = watches(connection, (name,))
    connection.execute("DELETE FROM watches WHERE id = ?", (watch.id,))


def lineage(connection: sqlite3.Connection, document: str) -> Lineage | None:
    """From which versions ``document`` comes; ``None`` where it is not on show."""
    row = connection.execute("SELECT sha256 FROM documents WHERE id = ? AND current", (document,)).fetchone()
    if row is None:
        return None
    version: str = row["sha256"]
    stood = connection.execute(
        "SELECT DISTINCT v.sha256 FROM sources s JOIN source_versions v ON v.location = s.location WHERE s.sha256 = ?",
        (version,),
    )
    return Lineage(version=version, before=frozenset(each["sha256"] for each in stood) - {version})


def told_of(connection: sqlite3.Connection, watch: int, version: str) -> Counter[Mark]:
    """What ``watch`` has told of the paper that had these bytes."""
    rows = connection.execute(
        "SELECT t.words, t.place, t.times FROM watched_versions v JOIN watch_told t ON t.version_id = v.id"
        " WHERE v.sha256 = ? AND t.watch_id = ?",
        (version, watch),
    )
    return Counter({Mark(row["words"], row["place"]): row["times"] for row in rows})


def versions_told(connection: sqlite3.Connection, watch: int, mark: Mark) -> frozenset[str]:
    """The versions of which ``watch`` has told an entry of that ``mark``."""
    rows = connection.execute(
        "SELECT v.sha256 FROM watch_told t JOIN watched_versions v ON v.id = t.version_id"
        " WHERE t.watch_id = ? AND t.words = ? AND t.place = ?",
        (watch, mark.words, mark.place),
    )
    return frozenset(row["sha256"] for row in rows)


def keep(connection: sqlite3.Connection, runs: Collection[Ran]) -> None:
    """Note what ``runs`` have told."""
    at = sources.now()
    for ran in runs:
        connection.execute("UPDATE watches SET revision = ?, ran_at = ? WHERE id = ?", (ran.revision, at, ran.watch))
        _keep(connection, ran.watch, ran.told)


def _keep(connection: sqlite3.Connection, watch: int, told: Told) -> None:
    """Add ``told`` to what is known; what earlier readings of the same bytes gave stays known."""
    for version, marks in told.items():
        connection.execute("INSERT OR IGNORE INTO watched_versions (sha256) VALUES (?)", (version,))
        (number,) = connection.execute("SELECT id FROM watched_versions WHERE sha256 = ?", (version,)).fetchone()
        connection.executemany(
            "INSERT INTO watch_told (version_id, watch_id, words, place, times) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET times = max(times, excluded.times)",
            [(number, watch, mark.words, mark.place, times) for mark, times in marks.items()],
        )


_ASKED = tuple(field.name for field in fields(Question))


def _watch(row: sqlite3.Row) -> Watch:
    asked = {name: row[name] for name in _ASKED}
    question = Question(**{**asked, "exactly": bool(row["exactly"])})
    return Watch(
        id=row["id"],
        name=row["name"],
        question=question,
        added_at=row["added_at"],
        ran_at=row["ran_at"],
        revision=row["revision"],
    )
