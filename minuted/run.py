"""A run: find files, read what is new, find what it says, store it, index it; one transaction a document."""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from collections.abc import Generator, Iterable, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from corpus.errors import CorpusError
from corpus.store import Corpus
from ingest.files import Found, Problem, find_files
from ingest.pool import Outcome
from minuted.events import Event, FileDone, FileKind, Finished, Indexing, PagesRead, Started, contents
from minuted.indexing import bring_up_to_date, is_up_to_date
from minuted.limits import ReadingLimits
from minuted.reading import PaperRead, printable
from minuted.triage import ToRead, file_kind, known_bytes, triage
from minuted.versions import Versions, current_versions
from minuted.workers import failure_reason, read_papers


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
    with closing(_events(folder, paths, listed, retry_failed, limits or ReadingLimits())) as events:
        for event in events:
            if isinstance(event, FileDone):
                counts[event.kind] += 1
                still_failing += event.kind is FileKind.UNCHANGED and event.reason is not None
            yield event
    seconds = time.monotonic() - began
    yield Finished(counts=counts, usable=len(files), still_failing=still_failing, seconds=seconds)


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
        if not is_up_to_date(corpus):
            yield Indexing()
            bring_up_to_date(corpus)


def _ingest_files(
    corpus: Corpus, files: Sequence[Found], retry_failed: bool, limits: ReadingLimits
) -> Generator[FileDone | PagesRead, None, None]:
    current = current_versions()
    # The same bytes under several names are read once.
    same: defaultdict[str, list[ToRead]] = defaultdict(list)
    for found in files:
        sorted_out = triage(corpus, found, current, retry_failed=retry_failed)
        if isinstance(sorted_out, FileDone):
            yield sorted_out
        else:
            same[sorted_out.sha256].append(sorted_out)
    firsts = {waiting[0].path: waiting for waiting in same.values()}
    # The largest first: a long one that begins last would keep one processor waiting for the other.
    order = sorted(firsts, key=lambda path: -firsts[path][0].source.size)
    with closing(read_papers(order, limits)) as outcomes:
        for outcome in outcomes:
            if isinstance(outcome, PagesRead):
                yield outcome
                continue
            first, *others = firsts[outcome.task]
            yield _store(corpus, first, outcome, current)
            for other in others:
                yield known_bytes(corpus, other.source, other.sha256, current) or _store(
                    corpus, other, outcome, current
                )


def _store(corpus: Corpus, task: ToRead, outcome: Outcome[Path, PaperRead], current: Versions) -> FileDone:
    if outcome.result is None:
        return replace(_failed(corpus, task, failure_reason(outcome), current), details=outcome.details)
    document, findings = outcome.result.document, outcome.result.findings
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
        reason=None if has_text else _why_empty(outcome.result),
        document=added.document,
        contents=contents(document, findings),
    )


def _failed(corpus: Corpus, task: ToRead, reason: str, current: Versions) -> FileDone:
    corpus.record_failure(
        task.source, task.sha256, reason, reader_version=current.reader, ruleset_version=current.ruleset
    )
    return FileDone(path=task.source.location, kind=FileKind.FAILED, reason=reason)


def _why_empty(read: PaperRead) -> str:
    unread = read.document.unread_pages
    return f"no text could be read ({unread[0].reason})" if unread else "it holds no text"
