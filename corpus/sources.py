"""Where papers were published, and which bytes stood there when: sources, versions, failures.

A source has versions, the newest that could be read is current, and none is ever deleted. A document is current while
its version is current for at least one source. Every function here runs inside the caller's transaction.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from corpus.changes import note_change
from corpus.vocabulary import INSIDE

if TYPE_CHECKING:
    from corpus.document import DocumentId


class VersionStatus(StrEnum):
    """What came of reading a version; a container is no document but holds files that are sources of their own."""

    READ = "read"
    EMPTY = "empty"
    CONTAINER = "container"
    FAILED = "failed"


class AddedKind(StrEnum):
    """What storing a paper changed."""

    NEW = "new"
    CHANGED = "changed"
    DUPLICATE = "duplicate"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A source as it stands now: its path or URL, size in bytes, time of last change in nanoseconds."""

    location: str
    size: int
    modified_ns: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceState:
    """What is known of a source since it was last tried.

    ``size``, ``modified_ns`` and ``sha256`` (``None`` where its bytes could not be had) are those of the last try, so
    that an unchanged source is told without reading it; where that failed, ``current`` still names the version in use.
    ``needs_ocr`` says that it has pages which no OCR was there for.
    """

    location: str
    size: int
    modified_ns: int
    sha256: str | None
    current: str | None
    reader_version: str
    ruleset_version: str
    status: VersionStatus
    reason: str | None
    withdrawn_at: str | None
    needs_ocr: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionState:
    """What is known of some bytes: ``document`` is what they were read as, ``None`` where they could not be read.

    ``needs_ocr`` says that it has pages which no OCR was there for.
    """

    sha256: str
    size: int
    reader_version: str
    ruleset_version: str
    read_at: str
    status: VersionStatus
    reason: str | None
    document: DocumentId | None
    needs_ocr: bool = False


@dataclass(frozen=True, slots=True)
class Added:
    """What storing a paper changed; ``revision`` is the corpus revision since which that holds."""

    kind: AddedKind
    document: DocumentId
    revision: int


def now() -> str:
    """The present moment as ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def source_state(connection: sqlite3.Connection, location: str) -> SourceState | None:
    """What is known of the source at ``location``; ``None`` where it was never seen."""
    row = connection.execute(_SOURCE_STATE, (location,)).fetchone()
    if row is None:
        return None
    return SourceState(**{**row, "status": VersionStatus(row["status"]), "needs_ocr": bool(row["needs_ocr"])})


def version_state(connection: sqlite3.Connection, sha256: str) -> VersionState | None:
    """What is known of the bytes with that SHA-256; ``None`` where they were never seen."""
    row = connection.execute(_VERSION_STATE, (sha256,)).fetchone()
    if row is None:
        return None
    return VersionState(**{**row, "status": VersionStatus(row["status"]), "needs_ocr": bool(row["needs_ocr"])})


def save_version(connection: sqlite3.Connection, version: VersionState, media_type: str | None) -> None:
    """Write what is now known of some bytes over what was known."""
    connection.execute(
        "INSERT INTO versions (sha256, size, media_type, reader_version, ruleset_version, read_at, status, reason)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (sha256) DO UPDATE SET media_type = excluded.media_type,"
        " reader_version = excluded.reader_version, ruleset_version = excluded.ruleset_version,"
        " read_at = excluded.read_at, status = excluded.status, reason = excluded.reason",
        (
            version.sha256,
            version.size,
            media_type,
            version.reader_version,
            version.ruleset_version,
            version.read_at,
            version.status,
            version.reason,
        ),
    )


def point_source(connection: sqlite3.Connection, source: SourceFile, sha256: str, revision: int) -> str | None:
    """Make ``sha256`` the current version of ``source``; give the version that was current before it."""
    at = now()
    row = connection.execute("SELECT sha256 FROM sources WHERE location = ?", (source.location,)).fetchone()
    connection.execute(
        "INSERT INTO sources (location, first_seen, last_seen, size, modified_ns, sha256) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (location) DO UPDATE SET last_seen = excluded.last_seen, withdrawn_at = NULL,"
        " size = excluded.size, modified_ns = excluded.modified_ns, sha256 = excluded.sha256",
        (source.location, at, at, source.size, source.modified_ns, sha256),
    )
    connection.execute("DELETE FROM failures WHERE location = ?", (source.location,))
    _remember_version(connection, source.location, sha256, at)
    before: str | None = row and row["sha256"]
    for affected in {sha256, before} - {None}:
        _refresh_current(connection, affected, revision)
    return before


def save_failure(connection: sqlite3.Connection, failed: SourceState) -> None:
    """Remember that a source could not be read as ``failed`` tells; what it was read as before stays current."""
    at = now()
    connection.execute(
        "INSERT INTO sources (location, first_seen, last_seen, size, modified_ns) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (location) DO UPDATE SET last_seen = excluded.last_seen, withdrawn_at = NULL",
        (failed.location, at, at, failed.size, failed.modified_ns),
    )
    connection.execute(
        "INSERT OR REPLACE INTO failures"
        " (location, sha256, size, modified_ns, reason, reader_version, ruleset_version, failed_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            failed.location,
            failed.sha256,
            failed.size,
            failed.modified_ns,
            failed.reason,
            failed.reader_version,
            failed.ruleset_version,
            at,
        ),
    )
    if failed.sha256 is not None:
        _remember_version(connection, failed.location, failed.sha256, at)


def withdraw_source(connection: sqlite3.Connection, location: str) -> bool:
    """Note that nothing stands at ``location`` any more; false where nothing was known of it."""
    gone = connection.execute(
        "UPDATE sources SET withdrawn_at = coalesce(withdrawn_at, ?) WHERE location = ?", (now(), location)
    )
    return bool(gone.rowcount)


def locations(connection: sqlite3.Connection, document: str) -> tuple[str, ...]:
    """The sources that a document is the current version of, those that were withdrawn last."""
    found = connection.execute(
        "SELECT s.location FROM sources s JOIN documents d ON d.sha256 = s.sha256 WHERE d.id = ?"
        " ORDER BY s.withdrawn_at IS NOT NULL, s.location",
        (document,),
    )
    return tuple(row["location"] for row in found)


def locations_inside(connection: sqlite3.Connection, location: str) -> tuple[str, ...]:
    """The sources that were found in the container at ``location`` and not withdrawn since."""
    found = connection.execute(
        "SELECT location FROM sources WHERE location >= ? AND location < ? AND withdrawn_at IS NULL", _inside(location)
    )
    return tuple(row["location"] for row in found)


def has_failures_inside(connection: sqlite3.Connection, location: str) -> bool:
    """Whether a file in the container at ``location`` could not be read at the last try."""
    (failing,) = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM failures f JOIN sources s ON s.location = f.location"
        " WHERE f.location >= ? AND f.location < ? AND s.withdrawn_at IS NULL)",
        _inside(location),
    ).fetchone()
    return bool(failing)


def needs_ocr_inside(connection: sqlite3.Connection, location: str) -> bool:
    """Whether a file in the container at ``location`` has pages that no OCR was there for."""
    (needing,) = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM sources s JOIN documents d ON d.sha256 = s.sha256"
        " JOIN page_reads r ON r.document_id = d.id WHERE s.location >= ? AND s.location < ?"
        " AND s.withdrawn_at IS NULL AND r.read_by = 'needs_ocr')",
        _inside(location),
    ).fetchone()
    return bool(needing)


def touch_source(connection: sqlite3.Connection, source: SourceFile) -> bool:
    """Note that ``source`` was seen and holds what it held at the last try; false where it was never seen."""
    seen = connection.execute(
        "UPDATE sources SET last_seen = ?, withdrawn_at = NULL WHERE location = ?", (now(), source.location)
    )
    place = (source.size, source.modified_ns, source.location)
    failed = connection.execute("UPDATE failures SET size = ?, modified_ns = ? WHERE location = ?", place)
    if not failed.rowcount:
        connection.execute("UPDATE sources SET size = ?, modified_ns = ? WHERE location = ?", place)
    return bool(seen.rowcount)


def _inside(location: str) -> tuple[str, str]:
    """The bounds between which the locations of files in the container at ``location`` sort."""
    first = location + INSIDE
    return first, first[:-1] + chr(ord(first[-1]) + 1)


def _remember_version(connection: sqlite3.Connection, location: str, sha256: str, at: str) -> None:
    connection.execute(
        "INSERT OR IGNORE INTO source_versions (location, sha256, first_seen) VALUES (?, ?, ?)", (location, sha256, at)
    )


def _refresh_current(connection: sqlite3.Connection, sha256: str | None, revision: int) -> None:
    (current,) = connection.execute("SELECT EXISTS (SELECT 1 FROM sources WHERE sha256 = ?)", (sha256,)).fetchone()
    flipped = connection.execute(
        "UPDATE documents SET current = ? WHERE sha256 = ? AND current <> ? RETURNING id", (current, sha256, current)
    ).fetchone()
    if flipped is not None:
        note_change(connection, flipped["id"], revision, present=bool(current))


# A failed try tells of the source before what it was last read as does.
_SOURCE_STATE = """
    SELECT s.location,
           iif(f.location IS NULL, s.size, f.size) AS size,
           iif(f.location IS NULL, s.modified_ns, f.modified_ns) AS modified_ns,
           iif(f.location IS NULL, s.sha256, f.sha256) AS sha256,
           s.sha256 AS current,
           iif(f.location IS NULL, v.reader_version, f.reader_version) AS reader_version,
           iif(f.location IS NULL, v.ruleset_version, f.ruleset_version) AS ruleset_version,
           iif(f.location IS NULL, v.status, 'failed') AS status,
           iif(f.location IS NULL, v.reason, f.reason) AS reason,
           s.withdrawn_at,
           EXISTS (SELECT 1 FROM documents d JOIN page_reads r ON r.document_id = d.id
                   WHERE d.sha256 = v.sha256 AND r.read_by = 'needs_ocr') AS needs_ocr
    FROM sources s LEFT JOIN failures f ON f.location = s.location LEFT JOIN versions v ON v.sha256 = s.sha256
    WHERE s.location = ?
"""

_VERSION_STATE = """
    SELECT v.sha256, v.size, v.reader_version, v.ruleset_version, v.read_at, v.status, v.reason, d.id AS document,
           EXISTS (SELECT 1 FROM documents d JOIN page_reads r ON r.document_id = d.id
                   WHERE d.sha256 = v.sha256 AND r.read_by = 'needs_ocr') AS needs_ocr
    FROM versions v LEFT JOIN documents d ON d.sha256 = v.sha256
    WHERE v.sha256 = ?
"""
