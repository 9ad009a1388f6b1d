"""Which files have to be read: those whose bytes, reader or rules have changed since they were read last."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import UnreadableFileError
from corpus.sources import AddedKind, SourceFile, SourceState, VersionStatus
from corpus.store import Corpus
from corpus.vocabulary import INSIDE
from ingest.files import Found
from minuted.events import FileDone, FileKind
from minuted.reading import PaperFile, printable
from minuted.sourcefiles import sha256_of
from minuted.unpacking import MemberFile
from minuted.versions import Versions


@dataclass(frozen=True, slots=True)
class ToRead:
    """A file that has to be read, and the hash of its bytes."""

    file: PaperFile
    source: SourceFile
    sha256: str


def triage(corpus: Corpus, found: Found, current: Versions, *, retry_failed: bool) -> FileDone | ToRead:
    """What to do with a file; where it need not be read, that is noted in the corpus."""
    source = SourceFile(_location(found.path), found.size, found.modified_ns)
    state = _settled(corpus, source, current, retry_failed)
    if state and (state.size, state.modified_ns) == (found.size, found.modified_ns):
        return _unchanged(corpus, source, state)
    try:
        sha256 = sha256_of(found.path)
    except OSError as error:
        failed = UnreadableFileError(source.location, f"can't be opened: {error.strerror}")
        corpus.record_failure(source, None, failed.reason)
        return FileDone(path=source.location, kind=FileKind.FAILED, reason=failed.reason)
    if state and state.sha256 == sha256:
        return _unchanged(corpus, source, state)
    return known_bytes(corpus, source, sha256, current) or ToRead(PaperFile.at(found.path), source, sha256)


def triage_member(
    corpus: Corpus, container: SourceFile, member: MemberFile, current: Versions, *, retry_failed: bool
) -> FileDone | ToRead:
    """The same for a file in a container: it is a source of its own, as old as the container is."""
    source = SourceFile(f"{container.location}{INSIDE}{member.name}", member.size, container.modified_ns)
    if member.file is None or member.sha256 is None:
        reason = member.failure or "can't be unpacked"
        corpus.record_failure(source, None, reason, reader_version=current.reader, ruleset_version=current.ruleset)
        return FileDone(path=source.location, kind=FileKind.FAILED, reason=reason)
    state = _settled(corpus, source, current, retry_failed)
    if state and state.sha256 == member.sha256:
        return _unchanged(corpus, source, state)
    return known_bytes(corpus, source, member.sha256, current) or ToRead(member.file, source, member.sha256)


def known_bytes(corpus: Corpus, source: SourceFile, sha256: str, current: Versions) -> FileDone | None:
    """Point ``source`` at a version with these bytes, if it was read as it would be read now."""
    version = corpus.version(sha256)
    if version is None or version.document is None:
        return None
    if (version.reader_version, version.ruleset_version) != (current.reader, current.ruleset):
        return None
    if version.needs_ocr and current.ocr:
        return None
    added = corpus.add_source_to_version(source, sha256)
    return FileDone(path=source.location, kind=file_kind(added.kind), document=added.document)


def file_kind(added: AddedKind) -> FileKind:
    """What became of a file that was stored."""
    return FileKind(added.value)


def _location(path: Path) -> str:
    # Links are not followed: where they lead may change, the place where a paper is published stays.
    return printable(os.path.abspath(path))  # noqa: PTH100 - Path.absolute keeps "..", Path.resolve follows links


def _settled(corpus: Corpus, source: SourceFile, current: Versions, retry_failed: bool) -> SourceState | None:
    """What is known of a source that need not be tried again unless it has changed."""
    state = corpus.source(source.location)
    if state is None or (state.reader_version, state.ruleset_version) != (current.reader, current.ruleset):
        return None
    if retry_failed and state.status is VersionStatus.FAILED:
        return None
    if retry_failed and state.status is VersionStatus.CONTAINER and corpus.has_failures_inside(source.location):
        return None
    if current.ocr and (state.needs_ocr or _needs_ocr_inside(corpus, state)):
        return None
    return state


def _needs_ocr_inside(corpus: Corpus, state: SourceState) -> bool:
    return state.status is VersionStatus.CONTAINER and corpus.needs_ocr_inside(state.location)


def _unchanged(corpus: Corpus, source: SourceFile, state: SourceState) -> FileDone:
    corpus.touch(source)
    reason = state.reason if state.status is VersionStatus.FAILED else None
    return FileDone(path=source.location, kind=FileKind.UNCHANGED, reason=reason)
