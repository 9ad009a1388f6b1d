"""Stores what was read, or that it could not be: the writing half of the corpus, inside the caller's transaction."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from corpus import changes, sources
from corpus.document import Document
from corpus.errors import CorpusError
from corpus.findings import Findings
from corpus.sources import Added, AddedKind, SourceFile, SourceState, VersionState, VersionStatus
from corpus.writing import insert_document


@dataclass(frozen=True, slots=True)
class MadeWith:
    """Which reader and which rules made something: other ones may make something else of the same bytes."""

    reader_version: str
    ruleset_version: str


def add_document(
    connection: sqlite3.Connection, document: Document, findings: Findings, source: SourceFile, made: MadeWith
) -> Added:
    """Make ``document`` the current version of ``source``, in place of what its bytes gave before."""
    has_text = bool(document.text.strip())
    version = VersionState(
        sha256=document.sha256,
        size=source.size,
        reader_version=made.reader_version,
        ruleset_version=made.ruleset_version,
        read_at=sources.now(),
        status=VersionStatus.READ if has_text else VersionStatus.EMPTY,
        reason=None if has_text else "no text could be read",
        document=document.id,
    )
    before = sources.version_state(connection, document.sha256)
    revision = changes.current_revision(connection) + 1
    sources.save_version(connection, version, document.media_type)
    known = before is not None and before.document is not None
    if before is not None and before.document is not None:
        changes.note_change(connection, before.document, revision, present=False)
        connection.execute("DELETE FROM documents WHERE id = ?", (before.document,))
    insert_document(connection, document, findings)
    kind = _point(connection, source, document.sha256, revision, known=known)
    return Added(AddedKind.UPDATED if kind is AddedKind.UNCHANGED else kind, document.id, revision)


def add_source(connection: sqlite3.Connection, source: SourceFile, sha256: str) -> Added:
    """Make bytes that were read before the current version of ``source``; ``CorpusError`` where they never were."""
    version = sources.version_state(connection, sha256)
    if version is None or version.document is None:
        raise CorpusError(f"{source.location}: its bytes ({sha256[:12]}) have not been read yet")
    kind = _point(connection, source, sha256, changes.current_revision(connection) + 1, known=True)
    return Added(kind, version.document, changes.current_revision(connection))


def add_container(
    connection: sqlite3.Connection, source: SourceFile, sha256: str, members: frozenset[str], made: MadeWith
) -> None:
    """Note that ``source`` is a container that holds ``members`` (locations); those that it held before are gone."""
    version = VersionState(
        sha256=sha256,
        size=source.size,
        reader_version=made.reader_version,
        ruleset_version=made.ruleset_version,
        read_at=sources.now(),
        status=VersionStatus.CONTAINER,
        reason=None,
        document=None,
    )
    revision = changes.current_revision(connection) + 1
    sources.save_version(connection, version, None)
    sources.point_source(connection, source, sha256, revision)
    for gone in set(sources.locations_inside(connection, source.location)) - members:
        sources.withdraw_source(connection, gone)


def record_failure(connection: sqlite3.Connection, failed: SourceState) -> None:
    """Remember that a source could not be read as ``failed`` tells; what was read before stays as it is."""
    if failed.sha256 is not None:
        known = sources.version_state(connection, failed.sha256)
        if known is None or known.document is None:
            sources.save_version(connection, _failed_version(failed, failed.sha256), None)
    sources.save_failure(connection, failed)


def _point(connection: sqlite3.Connection, source: SourceFile, sha256: str, revision: int, *, known: bool) -> AddedKind:
    before = sources.point_source(connection, source, sha256, revision)
    if before is None:
        return AddedKind.DUPLICATE if known else AddedKind.NEW
    return AddedKind.UNCHANGED if before == sha256 else AddedKind.CHANGED


def _failed_version(failed: SourceState, sha256: str) -> VersionState:
    return VersionState(
        sha256=sha256,
        size=failed.size,
        reader_version=failed.reader_version,
        ruleset_version=failed.ruleset_version,
        read_at=sources.now(),
        status=VersionStatus.FAILED,
        reason=failed.reason,
        document=None,
    )
