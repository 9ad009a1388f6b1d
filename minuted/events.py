"""What a run tells while it goes on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from corpus.document import Document
from corpus.findings import Findings
from corpus.vocabulary import ReadBy


class FileKind(StrEnum):
    """What became of one file."""

    NEW = "new"
    CHANGED = "changed"
    UPDATED = "updated"
    DUPLICATE = "duplicate"
    UNCHANGED = "unchanged"
    EMPTY = "empty"
    FAILED = "failed"
    OPENED = "opened"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """How much a document holds.

    ``unread_pages`` counts pages whose text could not be had, ``need_ocr`` those of them that OCR can read, ``by_ocr``
    those that it has read.
    """

    pages: int
    unread_pages: int
    need_ocr: int
    by_ocr: int
    papers: int
    decisions: int
    actions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """So many pages of so many files could not be read: ``need_ocr`` of them only for want of OCR.

    ``ocr_wanted`` is false where the run was told to do without.
    """

    pages: int
    files: int
    need_ocr: int
    ocr_wanted: bool


@dataclass(frozen=True, slots=True)
class Started:
    """So many files were found."""

    files: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PagesRead:
    """So many pages of a long paper have been read by now, ``of`` so many."""

    path: str
    pages: int
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FileDone:
    """One file is done with; ``reason`` says why it failed, is empty, or still can't be read.

    A container that was opened holds ``members`` files, each of which is told of in turn.
    ``details`` is the traceback where a reader or a rule failed.
    """

    path: str
    kind: FileKind
    reason: str | None = None
    document: str | None = None
    contents: Contents | None = None
    details: str | None = None
    members: int = 0


@dataclass(frozen=True, slots=True)
class Understood:
    """A paper was read, and this was found in it: told by an analysis only, before what became of its file."""

    document: Document
    findings: Findings


@dataclass(frozen=True, slots=True)
class Linking:
    """All files are stored; what they say of people is linked over all documents."""


@dataclass(frozen=True, slots=True)
class Aligning:
    """All is linked; what was recommended and reported is compared with what minutes say."""


@dataclass(frozen=True, slots=True)
class Joining:
    """All is compared; findings that belong to one matter are linked over papers and meetings."""


@dataclass(frozen=True, slots=True)
class Indexing:
    """All files are stored, linked and compared; the search index is brought up to date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """How many files were of each kind; ``usable`` counts those that could at least be tried.

    ``still_failing`` counts the unchanged ones that could not be read earlier and were not tried again,
    ``unread`` the pages that could not be read of all that the corpus holds, or of what was analysed.
    """

    counts: Mapping[FileKind, int]
    usable: int
    still_failing: int
    unread: Unread
    seconds: float

    @property
    def failed(self) -> int:
        """How many files failed now."""
        return self.counts.get(FileKind.FAILED, 0)


Event = Started | PagesRead | FileDone | Linking | Aligning | Joining | Indexing | Unread | Finished


def contents(document: Document, findings: Findings) -> Contents:
    """How much ``document`` holds."""
    return Contents(
        pages=len(document.page_starts),
        unread_pages=len(document.unread_pages),
        need_ocr=sum(read.by is ReadBy.NEEDS_OCR for read in document.page_reads),
        by_ocr=sum(read.by is ReadBy.OCR for read in document.page_reads),
        papers=len(document.papers),
        decisions=len(findings.decisions),
        actions=len(findings.actions),
    )
