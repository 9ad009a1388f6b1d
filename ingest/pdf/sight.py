"""What was seen on one page of a PDF: lines, paragraphs, headings, cells, furniture, numbers, people, and where.

The places are those that the page was read by. Nothing is looked for once more, and nothing of this is made where
nobody asks for it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from corpus.document import BlockKind, Document, FurnitureKind, Section
from corpus.spans import Span
from corpus.vocabulary import ReadBy
from ingest.layout import Piece
from ingest.pdf.cells import Row
from ingest.pdf.geometry import Box, around
from ingest.pdf.lines import Line
from ingest.pdf.page import PageLayout
from ingest.pdf.places import Places
from ingest.pdf.reader import Joined
from ingest.pdf.strips import Strip


class SightKind(StrEnum):
    """What is seen: as lines and blocks by the reader, as numbers, headings and people by the structure."""

    LINE = "line"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    HEADING = "heading"
    CELL = "cell"
    FURNITURE = "furniture"
    NUMBER = "number"
    FIELD = "field"
    ATTENDEE = "attendee"
    EXEMPT = "exempt"
    DOUBTFUL = "doubtful"


# Characters before a section's number ("Minute (242", "(Item 4"), and before its heading, which may stand in a cell of
# its own.
_BEFORE_NUMBER = 12
_BEFORE_HEADING = 200
_BETWEEN_WORDS = 8

_OF_BLOCK = {
    BlockKind.PARAGRAPH: SightKind.PARAGRAPH,
    BlockKind.LIST_ITEM: SightKind.LIST_ITEM,
    BlockKind.HEADING: SightKind.HEADING,
    BlockKind.ROW: SightKind.CELL,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One thing that was seen: its ``box`` in points from the top left corner of the page as it was read.

    ``level`` is that of a section's heading or number, 0 for a heading that no section begins with. ``note`` tells what
    kind of furniture, the label of a front sheet's value, in which way somebody attended, or what is doubtful.
    """

    kind: SightKind
    box: Box
    text: str
    level: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSight:
    """Page ``page`` of ``pages``: its size in points, by what means it was read and why by these, what was seen on it.

    ``turned`` says by how many degrees, clockwise, it was turned from how it is shown so as to be read. ``order`` has
    the boxes of its blocks (of a table, its rows) one after the other as they were read.
    """

    page: int
    pages: int
    width: float
    height: float
    turned: int
    by: ReadBy
    reason: str | None
    seen: tuple[Seen, ...]
    order: tuple[Box, ...]


def page_sight(pages: Sequence[PageLayout], put: Joined, document: Document, number: int) -> PageSight:
    """What was seen on page ``number`` (1-based) of ``pages``, which ``put`` has put together into ``document``."""
    layout = pages[number - 1]
    reading = _PageReading(layout, put)
    structure = list(_structure(document, Places(document, put.pieces, put.lines, number), number))
    headings = [seen.box for seen in structure if seen.kind is SightKind.HEADING]
    seen = (
        *reading.lines(),
        *reading.furniture(number - 1),
        *reading.cells(),
        *(block for block in reading.blocks() if block.kind is not SightKind.HEADING or not _any(headings, block.box)),
        *structure,
    )
    return PageSight(
        page=number,
        pages=len(pages),
        width=layout.width,
        height=layout.height,
        turned=layout.turned,
        by=layout.by,
        reason=layout.reason,
        seen=seen,
        order=tuple(reading.order()),
    )


class _PageReading:
    """One page's layout beside the pieces that were made of it."""

    def __init__(self, layout: PageLayout, put: Joined) -> None:
        self._layout = layout
        self._put = put
        self._made: list[tuple[Piece, list[list[Line]]]] = []
        for piece, cells in zip(put.pieces, put.lines, strict=True):
            here = [[line for page, line in cell if page == layout.number] for cell in cells]
            if any(here):
                self._made.append((piece, here))
        rows = [lines for piece, lines in self._made if piece.kind is BlockKind.ROW]
        self._in_rows = {line.start for lines in rows for cell in lines for line in cell}
        self._used = sorted((line.start, line.end) for _, lines in self._made for cell in lines for line in cell)

    def lines(self) -> Iterator[Seen]:
        """Each line of text, or the part of one that stands in a column."""
        for item in self._layout.items:
            for line in item.parts if isinstance(item, Strip) else _lines(item):
                yield Seen(kind=SightKind.LINE, box=line.box, text=line.text)

    def furniture(self, index: int) -> Iterator[Seen]:
        """What is no part of the text; ``index`` is the page's among all."""
        for overlay in self._layout.overlays:
            yield _furniture(overlay.box, overlay.text, overlay.kind)
        for at, item in enumerate(self._layout.items):
            kind = self._put.furniture.get((index, at))
            if kind and isinstance(item, Strip):
                yield _furniture(item.box, item.text, kind)
            elif isinstance(item, Row) and any(_lines(item)) and not any(map(self._is_used, _lines(item))):
                # The head of a table that goes on over the page is told once, where the table begins.
                text = " ".join(line.text for line in _lines(item))
                yield _furniture(item.box, text, FurnitureKind.TABLE_HEAD)

    def cells(self) -> Iterator[Seen]:
        """The cells of tables that ruling lines make, but for those that turned out to be frames around text."""
        for table, items in groupby(self._layout.items, key=lambda item: item.table if isinstance(item, Row) else None):
            rows = [item for item in items if isinstance(item, Row)]
            if table is None or self._in_rows.isdisjoint(line.start for row in rows for line in _lines(row)):
                continue
            for row in rows:
                for cell, box in zip(row.cells, row.boxes, strict=True):
                    if box:
                        text = "\n".join(" ".join(line.text for line in paragraph) for paragraph in cell)
                        yield Seen(kind=SightKind.CELL, box=Box(*box), text=text)

    def blocks(self) -> Iterator[Seen]:
        """What lines were put together to; of the cells of ruled tables the boxes are told already."""
        ruled = {line.start for item in self._layout.items if isinstance(item, Row) for line in _lines(item)}
        for piece, cells in self._made:
            for cell in cells:
                if cell and not (piece.kind is BlockKind.ROW and cell[0].start in ruled):
                    text = " ".join(line.text for line in cell)
                    yield Seen(kind=_OF_BLOCK[piece.kind], box=around([line.box for line in cell]), text=text)

    def order(self) -> Iterator[Box]:
        """Where the pieces stand, in their order."""
        for _, cells in self._made:
            yield around([line.box for cell in cells for line in cell])

    def _is_used(self, line: Line) -> bool:
        """Whether a line, or one that it was joined to, went into a piece."""
        at = bisect_right(self._used, (line.start, line.end)) - 1
        return at >= 0 and self._used[at][1] >= line.end


def _lines(row: Row) -> Iterator[Line]:
    return (line for cell in row.cells for paragraph in cell for line in paragraph)


def _furniture(box: Box, text: str, kind: FurnitureKind) -> Seen:
    return Seen(kind=SightKind.FURNITURE, box=box, text=text, note=kind.value)


def _any(inner: Sequence[Box], outer: Box) -> bool:
    """Whether the middle of one of some boxes lies in ``outer``."""
    return any(outer.holds((box.x0 + box.x1) / 2, (box.top + box.bottom) / 2) for box in inner)


def _structure(document: Document, places: Places, page: int) -> Iterator[Seen]:
    """What the structure makes of the page: the headings and numbers of sections that begin on it, and who attended."""
    for section in document.sections:
        if document.page(section.span.start) == page:
            yield from _section(document, section, places)
    for kind, span, text, note in _marked(document):
        for box in places.boxes(span):
            yield Seen(kind=kind, box=box, text=text, note=note)


def _marked(document: Document) -> Iterator[tuple[SightKind, Span, str, str]]:
    """What stands out from the words of a document beside its sections: kind, place, words, note."""
    for paper in document.papers:
        for field in paper.fields:
            yield SightKind.FIELD, field.span, field.value, field.label
    for person in document.attendance:
        yield SightKind.ATTENDEE, person.span, person.name, person.status.value
    for exempt in document.exemptions:
        yield SightKind.EXEMPT, exempt.span, document.quote(exempt.span), ", ".join(exempt.paragraphs)
    for doubt in document.doubts:
        yield SightKind.DOUBTFUL, doubt.span, document.quote(doubt.span), doubt.reason


def _section(document: Document, section: Section, places: Places) -> Iterator[Seen]:
    words = _heading_span(document, section)
    number = _number_span(document, section, words)
    if number:
        for box in places.boxes(number):
            yield Seen(kind=SightKind.NUMBER, box=box, text=document.quote(number), level=section.level)
    boxes = list(places.boxes(words)) if words else []
    if boxes and section.heading:
        yield Seen(kind=SightKind.HEADING, box=around(boxes), text=section.heading, level=section.level)


def _number_span(document: Document, section: Section, heading: Span | None) -> Span | None:
    """Where a section's number stands: at its beginning, or as "(Item 4)" below its heading."""
    number = section.number
    if not number:
        return None
    for start in (section.span.start, heading.end if heading else section.span.start):
        at = document.text.find(number, start, start + len(number) + _BEFORE_NUMBER)
        if at >= 0:
            return Span(at, at + len(number))
    return None


def _heading_span(document: Document, section: Section) -> Span | None:
    """Where the words of a section's heading stand, whatever white space is between them in the text."""
    words = (section.heading or "").split()
    if not words:
        return None
    start = at = document.text.find(words[0], section.span.start, section.span.start + _BEFORE_HEADING)
    for word in words:
        at = document.text.find(word, at, at + len(word) + _BETWEEN_WORDS) if at >= 0 else at
        at = at + len(word) if at >= 0 else at
    return Span(start, at) if at >= 0 else None
