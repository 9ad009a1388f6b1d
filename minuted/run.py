"""A run: find files, read what is new, find what it says, store, link, compare, index it; a transaction a document."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Generator, Iterable, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from corpus.errors import CorpusError
from corpus.store import Corpus
from corpus.vocabulary import UNREAD, ReadBy
from ingest.files import Found, Problem, find_files
from minuted.aligning import bring_in_line
from minuted.events import (
    Aligning,
    Event,
    FileDone,
    FileKind,
    Finished,
    Indexing,
    Joining,
    Linking,
    PagesRead,
    Started,
    Unread,
    contents,
)
from minuted.indexing import bring_up_to_date, is_up_to_date
from minuted.limits import ReadingLimits
from minuted.linking import bring_links_in_line
from minuted.pending import Pending
from minuted.reading import PaperRead, printable
from minuted.triage import ToRead, file_kind, known_bytes, triage
from minuted.unpacking import Opened
from minuted.versions import Versions, current_versions
from minuted.workers import FileOutcome, failure_reason, read_papers


def ingest(
    folder: Path, paths: Iterable[Path], *, retry_failed: bool = False, limits: ReadingLimits | None = None
) -> Generator[Event, None, None]:
    """Bring the corpus in ``folder`` up to date with the files and folders ``paths``, making it where there is none.

    A file that can't be read within ``limits`` is recorded, and the run goes on; ``retry_failed`` tries those again
    that failed earlier and have not changed. Raises ``CorpusError`` where the corpus can't be opened
    or written, or another run is at it. Where it is broken off, all that was done with stays stored.
    """
    began = time.monotonic()
    paths = tuple(paths)
    listed = tuple(find_files(paths))
    yield Started(len(listed))
    files = [each for each in listed if isinstance(each, Found)]
    counts: Counter[FileKind] = Counter()
    still_failing = 0
    limits = limits or ReadingLimits()
    unread = Unread(pages=0, files=0, need_ocr=0, ocr_wanted=limits.ocr)
    with closing(_events(folder, paths, listed, retry_failed, limits)) as events:
        for event in events:
            if isinstance(event, FileDone):
                counts[event.kind] += 1
                still_failing += event.kind is FileKind.UNCHANGED and event.reason is not None
            elif isinstance(event, Unread):
                unread = event
            yield event
    seconds = time.monotonic() - began
    yield Finished(counts=counts, usable=len(files), still_failing=still_failing, unread=unread, seconds=seconds)


def _events(
    folder: Path, paths: Sequence[Path], listed: Sequence[Found | Problem], retry_failed: bool, limits: ReadingLimits
) -> Generator[Event, None, None]:
    for each in listed:
        if isinstance(each, Problem):
            yield FileDone(path=printable(each.path), kind=FileKind.FAILED, reason=each.reason)
    files = [each for each in listed if isinstance(each, Found)]
    if not files:
        return
    arguments = " ".join(printable(path) for path in paths)
    with Corpus.open(folder, create=True) as corpus, corpus.run(arguments):
        yield from _ingest_files(corpus, files, retry_failed, limits)
        if not corpus.is_linked:
            yield Linking()
            corpus.link()
        if not corpus.is_aligned:
            yield Aligning()
            bring_in_line(corpus)
        if not corpus.is_joined:
            yield Joining()
            bring_links_in_line(corpus)
        if not is_up_to_date(corpus):
            yield Indexing()
            bring_up_to_date(corpus)
        yield _unread(corpus, limits)


def _ingest_files(
    corpus: Corpus, files: Sequence[Found], retry_failed: bool, limits: ReadingLimits
) -> Generator[FileDone | PagesRead, None, None]:
    current = current_versions(ocr=limits.ocr)
    pending = Pending(corpus, current, retry_failed=retry_failed)
    for found in files:
        sorted_out = triage(corpus, found, current, retry_failed=retry_failed)
        if isinstance(sorted_out, FileDone):
            yield sorted_out
        else:
            pending.add(sorted_out)
    with closing(read_papers(pending.largest_first(), limits, wanted=pending.wanted)) as outcomes:
        for outcome in outcomes:
            if isinstance(outcome, PagesRead):
                yield outcome
                continue
            for done in _done(corpus, pending.take(outcome.task), outcome, current):
                yield done
                pending.settle(done.path)
            yield from pending.told()


def _done(
    corpus: Corpus, tasks: Sequence[ToRead], outcome: FileOutcome, current: Versions
) -> Generator[FileDone, None, None]:
    """What became of each file that waited for the same bytes."""
    first, *others = tasks
    if isinstance(outcome.result, Opened):
        for task in tasks:
            yield FileDone(path=task.source.location, kind=FileKind.OPENED, members=len(outcome.result.members))
        return
    yield _store(corpus, first, outcome, outcome.result, current)
    for other in others:
        known = known_bytes(corpus, other.source, other.sha256, current)
        yield known or _store(corpus, other, outcome, outcome.result, current)


def _store(corpus: Corpus, task: ToRead, outcome: FileOutcome, paper: PaperRead | None, current: Versions) -> FileDone:
    if paper is None:
        return replace(_failed(corpus, task, failure_reason(outcome), current), details=outcome.details)
    document, findings = paper.document, paper.findings
    try:
        added = corpus.add(
            document,
            findings,
            source=task.source,
            reader_version=current.reader,
            ruleset_version=current.ruleset,
        )
    except CorpusError as error:
        # If the fault is the corpus' and not the document's, recording it fails as well and ends the run.
        return _failed(corpus, task, str(error), current)
    has_text = bool(document.text.strip())
    return FileDone(
        path=task.source.location,
        kind=file_kind(added.kind) if has_text else FileKind.EMPTY,
        reason=None if has_text else _why_empty(paper),
        document=added.document,
        contents=contents(document, findings),
    )


def _failed(corpus: Corpus, task: ToRead, reason: str, current: Versions) -> FileDone:
    corpus.record_failure(
        task.source, task.sha256, reason, reader_version=current.reader, ruleset_version=current.ruleset
    )
    return FileDone(path=task.source.location, kind=FileKind.FAILED, reason=reason)


def _unread(corpus: Corpus, limits: ReadingLimits) -> Unread:
    rows = [row for row in corpus.page_reads() if row.read_by in UNREAD]
    return Unread(
        pages=len(rows),
        files=len({row.document for row in rows}),
        need_ocr=sum(row.read_by == ReadBy.NEEDS_OCR for row in rows),
        ocr_wanted=limits.ocr,
    )


def _why_empty(read: PaperRead) -> str:
    unread = read.document.unread_pages
    return f"no text could be read ({unread[0].reason})" if unread else "it holds no text"
