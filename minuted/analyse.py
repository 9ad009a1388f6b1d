"""Reads papers without a corpus, tells what was found and writes it as one JSON file a paper."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Generator, Iterable, Sequence
from contextlib import closing
from pathlib import Path, PurePosixPath

from corpus.interchange import interchange
from corpus.vocabulary import INSIDE
from ingest.files import Found, Problem, find_files
from minuted.events import (
    Contents,
    Event,
    FileDone,
    FileKind,
    Finished,
    PagesRead,
    Started,
    Understood,
    Unread,
    contents,
)
from minuted.limits import ReadingLimits
from minuted.linking import links_within
from minuted.reading import PaperFile, PaperRead, printable
from minuted.unpacking import Opened
from minuted.workers import FileOutcome, failure_reason, read_papers
from minuted.writing import write_aside


def analyse(
    paths: Iterable[Path], out: Path | None, *, limits: ReadingLimits | None = None
) -> Generator[Event | Understood, None, None]:
    """Read each paper of ``paths``; where there is an ``out``, write ``<stem>.json`` into that folder, made if need be.

    A paper in a container is written to ``<stem of the container>--<its own>.json``.
    A file of that name is replaced as a whole or not at all. Of several papers with one stem only the first is read,
    the others fail. Raises ``OSError`` where ``out`` can't be made or written.
    """
    began = time.monotonic()
    listed = tuple(find_files(paths))
    yield Started(len(listed))
    limits = limits or ReadingLimits()
    counts: Counter[FileKind] = Counter()
    read: list[Contents] = []
    with closing(_events(listed, out, limits)) as events:
        for event in events:
            if isinstance(event, FileDone):
                counts[event.kind] += 1
                read.extend([event.contents] if event.contents else [])
            yield event
    usable = sum(isinstance(each, Found) for each in listed)
    unread = Unread(
        pages=sum(each.unread_pages for each in read),
        files=sum(each.unread_pages > 0 for each in read),
        need_ocr=sum(each.need_ocr for each in read),
        ocr_wanted=limits.ocr,
    )
    seconds = time.monotonic() - began
    yield Finished(counts=counts, usable=usable, still_failing=0, unread=unread, seconds=seconds)


def _events(
    listed: Sequence[Found | Problem], out: Path | None, limits: ReadingLimits
) -> Generator[FileDone | PagesRead | Understood, None, None]:
    targets = _Targets(out)
    for each in listed:
        if isinstance(each, Problem):
            targets.told.append(FileDone(path=printable(each.path), kind=FileKind.FAILED, reason=each.reason))
    found = [each.path for each in listed if isinstance(each, Found)]
    files = [file for path in found if (file := targets.claim(PaperFile.at(path), printable(path), path.stem))]
    yield from targets.take_told()
    if not files:
        return
    if out is not None:
        out.mkdir(parents=True, exist_ok=True)
    with closing(read_papers(files, limits, wanted=targets.wanted)) as outcomes:
        for outcome in outcomes:
            if isinstance(outcome, PagesRead):
                yield outcome
                continue
            if isinstance(outcome.result, PaperRead):
                yield Understood(outcome.result.document, outcome.result.findings)
            yield _done(targets.location(outcome.task), outcome, targets.path(outcome.task))
            outcome.task.done_with()
            yield from targets.take_told()


class _Targets:
    """Which file goes where; of several that would be written to the same place only the first is read."""

    def __init__(self, out: Path | None) -> None:
        self._out = out
        self._locations: dict[PaperFile, str] = {}
        self._stems: dict[PaperFile, str] = {}
        self._taken: dict[str, str] = {}
        self.told: list[FileDone] = []

    def claim(self, file: PaperFile, location: str, stem: str) -> PaperFile | None:
        """``file``, which stands at ``location``, if nothing else is written to ``<stem>.json``."""
        other = self._taken.setdefault(stem, location)
        if self._out is not None and other != location:
            reason = f"would be written to the same {stem}.json as {other}; give it another --out"
            self.told.append(FileDone(path=location, kind=FileKind.FAILED, reason=reason))
            return None
        self._locations[file], self._stems[file] = location, stem
        return file

    def wanted(self, outcome: FileOutcome) -> list[PaperFile]:
        """The members of a container that was opened: ``minutes.pdf`` in ``may.zip`` becomes ``may--minutes.json``."""
        if not isinstance(outcome.result, Opened):
            return []
        wanted = []
        for member in outcome.result.members:
            location = f"{self._locations[outcome.task]}{INSIDE}{member.name}"
            stem = "--".join([self._stems[outcome.task], *map(_stem, member.name.split(INSIDE))])
            if member.file is None:
                self.told.append(FileDone(path=location, kind=FileKind.FAILED, reason=member.failure))
            elif self.claim(member.file, location, stem):
                wanted.append(member.file)
            else:
                member.file.done_with()
        return wanted

    def location(self, file: PaperFile) -> str:
        """Where ``file`` stands, for messages."""
        return self._locations[file]

    def path(self, file: PaperFile) -> Path | None:
        """Where what is found in ``file`` is written to; ``None`` where nothing is written."""
        return None if self._out is None else self._out / f"{self._stems[file]}.json"

    def take_told(self) -> list[FileDone]:
        """What there is to tell of files that are not read, since it was asked last."""
        told, self.told = self.told, []
        return told


def _stem(name: str) -> str:
    """``2024/minutes.pdf`` as part of a file's name: ``2024-minutes``."""
    return str(PurePosixPath(name).with_suffix("")).replace("/", "-")


def _done(location: str, outcome: FileOutcome, target: Path | None) -> FileDone:
    if isinstance(outcome.result, Opened):
        return FileDone(path=location, kind=FileKind.OPENED, members=len(outcome.result.members))
    if outcome.result is None:
        reason = failure_reason(outcome)
        return FileDone(path=location, kind=FileKind.FAILED, reason=reason, details=outcome.details)
    if target is not None:
        _write(outcome.result, target)
    return _read(location, outcome.result)


def _write(read: PaperRead, target: Path) -> None:
    links = links_within(read.document, read.findings)
    told = json.dumps(interchange(read.document, read.findings, links), ensure_ascii=False, indent=1)
    with write_aside(target) as aside:
        aside.write_text(told + "\n", encoding="utf-8")


def _read(path: str, read: PaperRead) -> FileDone:
    has_text = bool(read.document.text.strip())
    return FileDone(
        path=path,
        kind=FileKind.NEW if has_text else FileKind.EMPTY,
        reason=None if has_text else "it holds no text that could be read",
        document=read.document.id,
        contents=contents(read.document, read.findings),
    )
