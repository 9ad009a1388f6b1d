"""The steps in which pages that need OCR get it: each page by itself, in whichever worker is free."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from corpus.errors import UnreadableFileError
from corpus.vocabulary import ReadBy
from minuted.limits import ReadingLimits
from minuted.reading import PaperFile

if TYPE_CHECKING:
    from ingest.pdf import PageLayout
    from minuted.reading import PaperRead
    from minuted.steps import JoinPages

# Drawing a page, reading it, and reading it once more the other way up.
_TRIES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadScan:
    """Read the page of ``layout``, which needs OCR, of a PDF file last changed at ``modified_ns``."""

    file: PaperFile
    modified_ns: int
    layout: PageLayout
    limits: ReadingLimits
    pages: int

    @property
    def seconds(self) -> float:
        """How long it may take."""
        return _TRIES * self.limits.seconds_ocr

    def run(self) -> PageLayout:
        """What stands on it; raises ``UnreadableFileError`` where the file is another one by now."""
        from ingest.pdf.scan import read_scan

        if self.file.path.stat().st_mtime_ns != self.modified_ns:
            raise UnreadableFileError(self.file.name, "was changed while it was read; run it again")
        return read_scan(self.file.path, self.layout, self.limits.seconds_ocr)

    def instead(self, failure: str) -> PageLayout:
        """The page stays unread."""
        return replace(self.layout, by=ReadBy.NOTHING, reason=f"{self.layout.reason}, and OCR failed: {failure}")


@dataclass(frozen=True, slots=True, kw_only=True)
class PutScans:
    """Put the pages that OCR has read among the others of their range."""

    layouts: list[PageLayout]
    seconds: float = 60.0

    def run(self, scans: Iterator[PageLayout], /) -> list[PageLayout]:
        """All pages of the range, in order."""
        read = {layout.number: layout for layout in scans}
        return [read.get(layout.number, layout) for layout in self.layouts]


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinScans:
    """Make a paper of all its pages, among them those that OCR has read."""

    put: PutScans
    join: JoinPages

    @property
    def seconds(self) -> float:
        """How long it may take."""
        return self.put.seconds + self.join.seconds

    def run(self, scans: Iterator[PageLayout], /) -> PaperRead:
        """The paper; raises ``UnreadableFileError``."""
        return self.join.run(iter([self.put.run(scans)]))


def scans(
    file: PaperFile, layouts: Sequence[PageLayout], limits: ReadingLimits, *, counted: bool
) -> tuple[ReadScan, ...]:
    """A step for each page that needs OCR, where there is any; ``counted`` says that no other step counts them."""
    from ingest.ocr import is_available

    waiting = [layout for layout in layouts if layout.by is ReadBy.NEEDS_OCR]
    if not waiting or not limits.ocr or not is_available():
        return ()
    modified_ns, pages = file.path.stat().st_mtime_ns, int(counted)
    return tuple(
        ReadScan(file=file, modified_ns=modified_ns, layout=layout, limits=limits, pages=pages) for layout in waiting
    )
