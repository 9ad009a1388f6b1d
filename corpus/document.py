"""A document: the text of one version of a paper, once, with all that its layout tells."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NewType, TypeVar

from corpus.spans import Span
from corpus.vocabulary import UNREAD, AttendanceStatus, FieldKey, MediaType, MeetingStatus, PaperKind, ReadBy

DocumentId = NewType("DocumentId", str)
PaperId = NewType("PaperId", str)
SectionId = NewType("SectionId", str)
MeetingId = NewType("MeetingId", str)

# A page's or an item's number within its stamp: "42" of "Page 42", "5a" of "Agenda Item 5a", "iv" of "– iv –".
_PRINTED = re.compile(r"\b(?:\d+[a-z]?|[ivxl]+)\b", re.IGNORECASE)


class BlockKind(StrEnum):
    """What a block of text is by its layout alone."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    ROW = "row"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph, heading, list item or table row: the unit that structure and rules work on.

    ``cells`` holds a row's cells from left to right (empty cells are empty spans), else nothing; ``table`` counts the
    tables of the document from 0. ``size`` is in points (0 where the format has none); ``bold`` says that all of it is
    bold, ``bold_lead`` how many of its first characters are. ``indent`` is in points from the left edge of the text.
    ``level`` is the heading level that the format itself states (1 to 6), else 0.
    """

    span: Span
    kind: BlockKind = BlockKind.PARAGRAPH
    cells: tuple[Span, ...] = ()
    table: int = -1
    size: float = 0.0
    bold: bool = False
    bold_lead: int = 0
    indent: float = 0.0
    centred: bool = False
    level: int = 0


@dataclass(frozen=True, slots=True)
class SourceLine:
    """From character ``offset`` of the text on, line ``line`` (1-based) of the source file is told."""

    offset: int
    line: int


@dataclass(frozen=True, slots=True)
class WordBox:
    """A word that OCR read, and its place: whole points from the top left corner of its page, as it is shown."""

    span: Span
    x0: int
    top: int
    x1: int
    bottom: int


@dataclass(frozen=True, slots=True)
class PageRead:
    """A page (1-based) that was not read from a sound text layer: by what means it was, and why.

    ``words`` are those that OCR read, in the order of the text; of a page read otherwise there are none.
    """

    page: int
    by: ReadBy
    reason: str
    words: tuple[WordBox, ...] = ()


class FurnitureKind(StrEnum):
    """What stands on a page beside its text: repeated from page to page, printed by the pack's maker, or laid over it.

    ``LEFT_BLANK`` is the note on a page that it was left blank on purpose.
    ``CONTENTS`` is a line of a list of contents, ``SETTING`` what a site keeps above the text of a page, ``TABLE_HEAD``
    the head of a table, repeated on a page that it goes on to.
    """

    HEAD = "head"
    FOOT = "foot"
    PAGE_NUMBER = "page_number"
    ITEM_STAMP = "item_stamp"
    WATERMARK = "watermark"
    LEFT_BLANK = "left_blank"
    CONTENTS = "contents"
    SETTING = "setting"
    TABLE_HEAD = "table_head"


@dataclass(frozen=True, slots=True)
class Furniture:
    """A fact about a page (1-based) that is no part of the text: its words as printed."""

    page: int
    kind: FurnitureKind
    text: str


@dataclass(frozen=True, slots=True)
class PageStamp:
    """What a page (1-based) says of itself: the number printed on it and the agenda item it belongs to, as printed."""

    page: int
    number: str | None
    item: str | None


@dataclass(frozen=True, slots=True)
class Hyperlink:
    """Words that the file links to ``target``: an ``http``, ``https`` or ``mailto`` address."""

    span: Span
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A label and its value on a report's front sheet or in a form, as printed; of boxes to tick, what is ticked.

    ``key`` is what the label asks for, ``None`` for a label that no vocabulary knows; ``span`` is the value's. In a
    list of entries that each have the same labels, such as a forward plan, ``entry`` counts them from 1; else it is 0.
    """

    label: str
    value: str
    span: Span
    key: FieldKey | None = None
    entry: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One paper: a whole document, or a part of a public pack.

    ``body`` is the board or committee it is for, ``organisation`` the council or NHS body that publishes it,
    ``date`` the meeting's date (ISO 8601), each ``None`` where the text does not say.
    """

    id: PaperId
    kind: PaperKind
    title: str
    span: Span
    body: str | None = None
    organisation: str | None = None
    date: str | None = None
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading or numbered paragraph and the text under it, up to the next of its level.

    ``number`` is as printed (display text, never a key); ``level`` counts from 1; ``span`` includes the heading.
    """

    id: SectionId
    paper: PaperId
    number: str | None
    heading: str | None
    level: int
    parent: SectionId | None
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """One person's line in a meeting's attendance list; ``meeting`` is ``None`` for a membership list.

    ``substitutes_for`` names whom the person stood in for, ``part`` tells for which part of the meeting the person was
    there ("item 4 only", "from 7.30pm"), ``note`` is all that the list says of the person beside the name; as written.
    """

    meeting: MeetingId | None
    name: str
    status: AttendanceStatus
    span: Span
    title: str | None = None
    initials: str | None = None
    role: str | None = None
    organisation: str | None = None
    note: str | None = None
    substitutes_for: str | None = None
    part: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A meeting that the text holds an agenda, minutes or an attendance list of.

    ``time`` is when it began (or is to begin), as HH:MM; ``place`` is as printed; ``quorate`` is ``None`` where the
    text says nothing of a quorum.
    """

    id: MeetingId
    paper: PaperId
    kind: PaperKind
    span: Span
    body: str | None
    organisation: str | None
    date: str | None
    status: MeetingStatus | None = None
    time: str | None = None
    place: str | None = None
    quorate: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesApproval:
    """At ``meeting``, the minutes of its body's meeting of ``date`` (ISO 8601) were confirmed, as ``span`` says."""

    meeting: MeetingId
    date: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnouncedMeeting:
    """At ``span``, ``paper`` announces a meeting on ``date`` (ISO 8601), or says that it is ``cancelled``.

    It is a meeting of the paper's own body, unless ``called`` says what is met: as printed, without "meeting".
    """

    paper: PaperId
    date: str
    span: Span
    called: str | None = None
    cancelled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemPaper:
    """That ``paper`` belongs to the agenda item ``section``, and why: an item may have many, and a paper many items."""

    section: SectionId
    paper: PaperId
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemption:
    """The words at ``span`` say that something is kept from the public; ``section`` is the item that it concerns.

    ``paragraphs`` are those of Part 1 of Schedule 12A to the Local Government Act 1972 that are named, as printed;
    nothing where none is. ``withheld`` tells that the words stand in place of a paper or text that is not here.
    """

    span: Span
    paragraphs: tuple[str, ...] = ()
    withheld: bool = False
    section: SectionId | None = None


@dataclass(frozen=True, slots=True)
class Doubt:
    """What the source itself gets wrong at ``span``, and how that shows; it is kept as printed, never repaired."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The text of one version of a source, and its structure.

    ``page_starts`` holds the offset of each page's first character (one page, ``(0,)``, where the format has none);
    ``source_lines`` is ordered by offset and empty for paged sources. Everything found is a ``Span`` of ``text``.
    ``page_reads`` tells, in order, of the pages that were not read in the ordinary way, and of no others.
    """

    id: DocumentId
    name: str
    sha256: str
    media_type: MediaType
    text: str
    page_starts: tuple[int, ...]
    source_lines: tuple[SourceLine, ...]
    blocks: tuple[Block, ...]
    papers: tuple[Paper, ...]
    sections: tuple[Section, ...]
    meetings: tuple[Meeting, ...]
    attendance: tuple[Attendance, ...]
    page_reads: tuple[PageRead, ...] = ()
    hyperlinks: tuple[Hyperlink, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    approvals: tuple[MinutesApproval, ...] = ()
    announced: tuple[AnnouncedMeeting, ...] = ()
    item_papers: tuple[ItemPaper, ...] = ()
    exemptions: tuple[Exemption, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    @property
    def unread_pages(self) -> tuple[PageRead, ...]:
        """The pages whose text could not be had."""
        return tuple(read for read in self.page_reads if read.by in UNREAD)

    def read_by(self, page: int) -> ReadBy:
        """By what means the text of the 1-based ``page`` was had."""
        return next((read.by for read in self.page_reads if read.page == page), ReadBy.TEXT_LAYER)

    def quote(self, span: Span) -> str:
        """The text of ``span``, exactly as it stands."""
        return self.text[span.start : span.end]

    def page(self, offset: int) -> int:
        """The 1-based page that holds character ``offset``."""
        return _page_at(self.page_starts, offset)

    def line(self, offset: int) -> int | None:
        """The 1-based line of the source file that tells character ``offset``; ``None`` for paged sources."""
        return line_at(self.source_lines, offset)

    def place(self, offset: int) -> str:
        """The place of character ``offset`` as ids tell it: "10" for page 10, "L118" for line 118 of a text source."""
        return place_at(self.page_starts, self.source_lines, offset)

    def paper_at(self, offset: int) -> Paper | None:
        """The paper that holds character ``offset``."""
        return _last_holding(self.papers, offset)

    def section_at(self, offset: int) -> Section | None:
        """The innermost section that holds character ``offset``."""
        at = bisect_right(self.sections, offset, key=lambda section: section.span.start)
        for section in reversed(self.sections[:at]):
            if offset < section.span.end or section.span.end == len(self.text):
                return section
        return None

    def meeting_at(self, offset: int) -> Meeting | None:
        """The meeting whose agenda or minutes hold character ``offset``."""
        return _last_holding(self.meetings, offset)


def page_stamps(furniture: Iterable[Furniture]) -> tuple[PageStamp, ...]:
    """The pages that bear a number or the stamp of an agenda item, in order.

    Where a page has several numbers, the one that is called a page number is told: the pack's, which was stamped on it.
    """
    numbers: dict[int, str] = {}
    items: dict[int, str] = {}
    for fact in furniture:
        printed = _PRINTED.search(fact.text)
        if fact.kind is FurnitureKind.ITEM_STAMP and printed:
            items.setdefault(fact.page, printed.group())
        elif fact.kind is FurnitureKind.PAGE_NUMBER and printed:
            named = fact.text[:1].isalpha() and " of " not in fact.text
            numbers[fact.page] = printed.group() if named else numbers.get(fact.page, printed.group())
    return tuple(PageStamp(page, numbers.get(page), items.get(page)) for page in sorted(numbers.keys() | items.keys()))


def place_at(page_starts: Sequence[int], source_lines: Sequence[SourceLine], offset: int) -> str:
    """``Document.place``, for a text whose document is still being made."""
    line = line_at(source_lines, offset)
    return f"L{line}" if line is not None else str(_page_at(page_starts, offset))


def _page_at(page_starts: Sequence[int], offset: int) -> int:
    return max(bisect_right(page_starts, offset), 1)


def line_at(source_lines: Sequence[SourceLine], offset: int) -> int | None:
    if not source_lines:
        return None
    at = bisect_right(source_lines, offset, key=lambda mark: mark.offset)
    return source_lines[max(at - 1, 0)].line


_Part = TypeVar("_Part", Paper, Meeting)


def _last_holding(ordered: tuple[_Part, ...], offset: int) -> _Part | None:
    at = bisect_right(ordered, offset, key=lambda part: part.span.start)
    if at and offset <= ordered[at - 1].span.end:
        return ordered[at - 1]
    return None
