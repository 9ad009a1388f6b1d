"""The steps in which worker processes read a paper: at once, or by ranges of pages that are joined.

A short paper is one step, and so is opening a container. A long PDF is opened, its pages are read in ranges by all
workers, and one of them joins what they read. Where a worker dies over some pages they are read one by one, and those
that are to blame are left unread.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import UnreadableFileError
from corpus.vocabulary import MediaType, ReadBy
from ingest.jobs import Fork
from minuted.limits import ReadingLimits
from minuted.reading import PaperFile, PaperRead, file_bytes, understood
from minuted.scans import JoinScans, PutScans, scans
from minuted.unpacking import Opened, opened

if TYPE_CHECKING:
    from ingest.pdf import Opening, PageLayout

# Pages of a range, and of a PDF that is read at once: a range takes a tenth of a second, beside which opening the file
# once more and sending what was read cost little.
PAGES_AT_ONCE = 48


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPaper:
    """Read ``file``: the first step, and for most files the only one.

    What a container holds is put into the folder ``spool``.
    """

    file: PaperFile
    spool: Path
    limits: ReadingLimits
    seconds: float
    pages: int = 0

    @classmethod
    def of(cls, file: PaperFile, spool: Path, limits: ReadingLimits) -> ReadPaper:
        """The step for a file, with time for its kind and size; that it can't be opened is told by the worker."""
        from ingest.sniff import PDF_HEADER_WITHIN, is_pdf

        try:
            with file.path.open("rb") as begun:
                is_paged = is_pdf(begun.read(PDF_HEADER_WITHIN))
                size = os.fstat(begun.fileno()).st_size
            seconds = limits.seconds(PAGES_AT_ONCE) if is_paged else limits.seconds_unpaged(size)
        except OSError:
            seconds = limits.seconds(0)
        return cls(file=file, spool=spool, limits=limits, seconds=seconds)

    def run(self) -> PaperRead | Opened | Fork:
        """The paper, or what a container holds; a fork for a long PDF. Raises ``UnreadableFileError``."""
        from ingest.containers import is_container
        from ingest.reader import read
        from ingest.sniff import media_type

        name, data = self.file.name, file_bytes(self.file)
        kind = media_type(data, name)
        if kind is MediaType.PDF:
            return self._pdf(data)
        if is_container(kind):
            return opened(self.file, data, self.spool)
        return understood(read(data, name), name, hashlib.sha256(data).hexdigest())

    def _pdf(self, data: bytes) -> PaperRead | Fork:
        from ingest.pdf import read_pages

        join = _opening(self.file, data, self.limits)
        pages = join.opening.pages
        if pages > PAGES_AT_ONCE:
            # As many ranges for each worker, and all of a size.
            ranges = ceil(pages / PAGES_AT_ONCE / self.limits.processes) * self.limits.processes
            return Fork(tuple(_ranges(self.file, join, ceil(pages / ranges))), join)
        layouts = read_pages(data, self.file.name, range(1, pages + 1))
        parts = scans(self.file, layouts, self.limits, counted=True)
        return Fork(parts, JoinScans(put=PutScans(layouts=layouts), join=join)) if parts else join.run(iter([layouts]))

    def instead(self, failure: str) -> Fork:
        """Reading it page by page, so that one bad page costs no more than itself."""
        return Fork((), ReadPageByPage(file=self.file, limits=self.limits, failure=failure))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPageByPage:
    """Read a file once more that failed by ``failure`` when it was read at once; joins nothing yet."""

    file: PaperFile
    limits: ReadingLimits
    failure: str

    @property
    def seconds(self) -> float:
        """How long it may take to open the file."""
        return self.limits.seconds(0)

    def run(self, _parts: Iterator[object], /) -> Fork:
        """A fork of as many parts as there are pages; raises ``UnreadableFileError`` where it has none."""
        from ingest.sniff import media_type

        data = file_bytes(self.file)
        if media_type(data, self.file.name) is not MediaType.PDF:
            raise UnreadableFileError(self.file.name, self.failure)
        join = _opening(self.file, data, self.limits)
        return Fork(tuple(_ranges(self.file, join, 1 if join.opening.pages <= PAGES_AT_ONCE else PAGES_AT_ONCE)), join)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPages:
    """Read the pages ``first`` to ``last`` (1-based) of a PDF file last changed at ``modified_ns``."""

    file: PaperFile
    modified_ns: int
    first: int
    last: int
    limits: ReadingLimits

    @property
    def pages(self) -> int:
        """How many they are."""
        return self.last - self.first + 1

    @property
    def seconds(self) -> float:
        """How long it may take."""
        return self.limits.seconds(self.pages) if self.pages > 1 else self.limits.seconds_alone

    def run(self) -> list[PageLayout] | Fork:
        """What stands on them, those that get OCR apart; raises ``UnreadableFileError`` where the file has changed."""
        from ingest.pdf import read_pages

        data = file_bytes(self.file)
        if self.file.path.stat().st_mtime_ns != self.modified_ns:
            raise UnreadableFileError(self.file.name, "was changed while it was read; run it again")
        layouts = read_pages(data, self.file.name, range(self.first, self.last + 1))
        parts = scans(self.file, layouts, self.limits, counted=False)
        return Fork(parts, PutScans(layouts=layouts)) if parts else layouts

    def instead(self, failure: str) -> Fork | list[PageLayout]:
        """Reading them one by one; a single one is left unread."""
        if self.pages > 1:
            numbers = range(self.first, self.last + 1)
            return Fork(tuple(replace(self, first=number, last=number) for number in numbers), GatherPages())
        from ingest.pdf import PageLayout

        return [PageLayout(self.first, 0.0, 0.0, (), ReadBy.NOTHING, f"the page can't be read: {failure}")]


@dataclass(frozen=True, slots=True)
class GatherPages:
    """Make one range of several."""

    seconds: float = 60.0

    def run(self, parts: Iterator[list[PageLayout]], /) -> list[PageLayout]:
        """All their pages."""
        return [page for part in parts for page in part]


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinPages:
    """Make a paper of all the pages of a PDF file."""

    name: str
    sha256: str
    opening: Opening
    limits: ReadingLimits

    @property
    def seconds(self) -> float:
        """How long it may take."""
        return self.limits.seconds(self.opening.pages)

    def run(self, parts: Iterator[list[PageLayout]], /) -> PaperRead:
        """The paper; raises ``UnreadableFileError``."""
        from ingest.pdf import join_pages

        pages = [page for part in parts for page in part]
        return understood(join_pages(self.opening, pages), self.name, self.sha256)


def opened_pdf(file: PaperFile, data: bytes, limits: ReadingLimits) -> Opening:
    """What a PDF file says before its pages are read; raises ``UnreadableFileError``, also where it has too many."""
    from ingest.pdf import opening

    found = opening(data, file.name)
    if found.pages > limits.most_pages:
        reason = f"has {found.pages} pages, and more than {limits.most_pages} are not read (--most-pages)"
        raise UnreadableFileError(file.name, reason)
    return found


def _opening(file: PaperFile, data: bytes, limits: ReadingLimits) -> JoinPages:
    found = opened_pdf(file, data, limits)
    return JoinPages(name=file.name, sha256=hashlib.sha256(data).hexdigest(), opening=found, limits=limits)


def _ranges(file: PaperFile, join: JoinPages, each: int) -> Iterator[ReadPages]:
    modified_ns = file.path.stat().st_mtime_ns
    for first in range(1, join.opening.pages + 1, each):
        last = min(first + each - 1, join.opening.pages)
        yield ReadPages(file=file, modified_ns=modified_ns, first=first, last=last, limits=join.limits)
