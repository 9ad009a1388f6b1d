"""The steps in which worker processes draw a page: the paper is read as for the corpus, then the page is drawn."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import UnknownPageError, UnreadableFileError
from corpus.vocabulary import MediaType
from ingest.jobs import Fork
from minuted.limits import ReadingLimits
from minuted.reading import PaperFile, file_bytes
from minuted.steps import PAGES_AT_ONCE, ReadPages, opened_pdf

if TYPE_CHECKING:
    from ingest.pdf import Opening, PageLayout
    from ingest.pdf.sight import PageSight


@dataclass(frozen=True, slots=True)
class Drawing:
    """What was seen on a page, and the picture of it (PNG)."""

    sight: PageSight
    picture: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawPage:
    """Draw page ``page`` (1-based) of ``file``, or of the file ``member`` in that container.

    ``sha256`` is that of the bytes that are meant, ``None`` for whatever is there. What a container holds is put into
    the folder ``spool``.
    """

    file: PaperFile
    member: str | None
    sha256: str | None
    page: int
    spool: Path
    limits: ReadingLimits
    pages: int = 0

    @property
    def seconds(self) -> float:
        """How long it may take to find the file and to open it."""
        return self.limits.seconds(PAGES_AT_ONCE)

    def run(self) -> Fork:
        """A fork that reads the whole paper; raises ``UnreadableFileError`` and ``UnknownPageError``."""
        from ingest.sniff import media_type

        file, data = self._paper()
        sha256 = hashlib.sha256(data).hexdigest()
        if self.sha256 not in (None, sha256):
            reason = "has changed since it was read; `minuted ingest` it again, or draw the file as it is now"
            raise UnreadableFileError(file.name, reason)
        if media_type(data, file.name) is not MediaType.PDF:
            raise UnreadableFileError(file.name, "is no PDF file, so there is no page of it to draw")
        found = opened_pdf(file, data, self.limits)
        if self.page > found.pages:
            raise UnknownPageError(file.name, self.page, range(1, found.pages + 1))
        join = DrawJoined(file=file, sha256=sha256, opening=found, page=self.page, limits=self.limits)
        return Fork(tuple(self._ranges(file, found.pages)), join)

    def instead(self, _failure: str) -> None:
        """Nothing: pages that can't be read are left out by the steps that read them."""

    def _paper(self) -> tuple[PaperFile, bytes]:
        data = file_bytes(self.file)
        if self.member is None:
            return self.file, data
        from ingest.containers import members

        for member in members(data, self.file.name):
            if member.name == self.member and member.failure is None:
                with tempfile.NamedTemporaryFile(dir=self.spool, delete=False) as spooled:
                    spooled.write(member.data)
                return PaperFile(Path(spooled.name), self.member, spooled=True), member.data
        raise UnreadableFileError(self.file.name, f"holds no file {self.member} any more")

    def _ranges(self, file: PaperFile, pages: int) -> Iterator[ReadPages]:
        """All pages, for each is read by what stands on the others; OCR, which takes its time, gets this one only."""
        modified_ns = file.path.stat().st_mtime_ns
        without_ocr = replace(self.limits, ocr=False)
        starts = sorted({*range(1, pages + 1, PAGES_AT_ONCE), self.page, min(self.page + 1, pages)})
        for first, after in zip(starts, [*starts[1:], pages + 1], strict=True):
            limits = self.limits if first == self.page else without_ocr
            yield ReadPages(file=file, modified_ns=modified_ns, first=first, last=after - 1, limits=limits)


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawJoined:
    """Draw one page of a PDF file, all pages of which are read."""

    file: PaperFile
    sha256: str
    opening: Opening
    page: int
    limits: ReadingLimits

    @property
    def seconds(self) -> float:
        """How long it may take."""
        return self.limits.seconds(self.opening.pages) + self.limits.seconds_alone

    def run(self, parts: Iterator[list[PageLayout]], /) -> Drawing:
        """The page; raises ``UnreadableFileError`` where pdfium can't show it."""
        from ingest.pdf.drawing import draw
        from ingest.pdf.reader import joined, reading_of
        from ingest.pdf.sight import page_sight
        from ingest.structure.build import build_document

        pages = [page for part in parts for page in part]
        put = joined(self.opening, pages)
        reading = reading_of(self.opening, pages, put)
        document = build_document(reading, name=self.file.name, sha256=self.sha256)
        sight = page_sight(pages, put, document, self.page)
        return Drawing(sight, draw(file_bytes(self.file), self.file.name, sight))
