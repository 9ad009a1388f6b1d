"""Strips and table rows of a whole paper, made into its pieces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice
from typing import NamedTuple

from corpus.document import BlockKind, Hyperlink
from ingest.layout import Mark, Piece
from ingest.pdf.borders import borders
from ingest.pdf.cells import Row
from ingest.pdf.drafts import Draft, PagedLine, cell_paragraphs
from ingest.pdf.flow import Flow, one_weight
from ingest.pdf.headings import StatedHeadings
from ingest.pdf.hyphens import Joiner
from ingest.pdf.lines import MARKER, Line
from ingest.pdf.links import PlacedLink, links_of_lines
from ingest.pdf.page import PageLayout
from ingest.pdf.strips import SAME_COLUMN, Strip

# A heading is short: longer bold text is a paragraph that somebody wanted read.
_LONGEST_HEADING = 250
# Text larger than the paper's usual size by this factor is a heading.
_LARGER = 1.15
_LONGEST_LARGE_HEADING = 150
_CAPITALS = range(4, 81)
_SENTENCE_ENDS = (".", ";", ",", ":")
# Between two pieces: a marked agenda item begins or ends there.
_ITEM_OPENS = Piece(text="", marks=(), opens_item=True)
_ITEM_ENDS = Piece(text="", marks=(), ends_item=True)
# So many rows make a list that a line with nothing in its other columns goes on with.
_LIST_ROWS = 2


class Made(NamedTuple):
    """A piece, and the lines that it was made of, each with its page: those of each cell of a row, else of one cell."""

    piece: Piece
    cells: Sequence[Sequence[PagedLine]]


class PieceMaker:
    """Takes the items of a paper page by page, and gives its pieces."""

    def __init__(self, flow: Flow, join: Joiner, usual_size: float, stated: StatedHeadings) -> None:
        self._flow = flow
        self._join = join
        self._usual_size = usual_size
        self._stated = stated
        self._draft: Draft | None = None
        self._tables = -1
        self._ruled = -1
        self._list: list[Draft] = []
        self._links: dict[int, tuple[PlacedLink, ...]] = {}

    def pieces(self, pages: Sequence[PageLayout]) -> Iterator[Made]:
        """All pieces of the paper; ``pages`` are without furniture."""
        self._links = {page.number: page.links for page in pages if page.links}
        for page in pages:
            marked = borders(page.items, page.marks)
            if marked.ended:
                yield from self._border(_ITEM_ENDS)
            for at, item in enumerate(page.items):
                if at in marked.before:
                    yield from self._border(_ITEM_OPENS)
                if isinstance(item, Row):
                    yield from self._flush()
                    self._list = []
                    yield self._ruled_row(item, page.number)
                else:
                    yield from self._strip(item, page.number)
                if at in marked.behind:
                    yield from self._border(_ITEM_ENDS)
            if marked.opened:
                yield from self._border(_ITEM_OPENS)
        yield from self._flush()

    def _border(self, border: Piece) -> Iterator[Made]:
        yield from self._flush()
        yield Made(border, ())

    def _strip(self, strip: Strip, page: int) -> Iterator[Made]:
        if len(strip.parts) == 1 and self._stated.level(page, strip.first.text, strip.first.box.top):
            yield from self._flush()
            self._draft = Draft.of(strip, page)
            yield from self._flush()
            return
        if self._draft and self._draft.takes(strip, page, self._flow):
            return
        yield from self._flush()
        self._draft = Draft.of(strip, page)
        if len(strip.parts) == 1 and self._goes_on_list(strip.first, page):
            self._draft = Draft(
                self._list[-1].starts, [[(page, strip.first)], *([] for _ in self._list[-1].starts[1:])]
            )

    def _goes_on_list(self, line: Line, page: int) -> bool:
        """Whether a lone line is the next row of a borderless list, as the longer side of an attendance list is."""
        if len(self._list) < _LIST_ROWS or MARKER.match(line.text):
            return False
        above = self._list[-1]
        last_page, last = above.lowest
        first = above.columns[0][0][1] if above.columns[0] else last
        return (
            page == last_page
            and abs(line.box.x0 - above.starts[0]) <= SAME_COLUMN
            and line.box.x1 < above.starts[1]
            and self._flow.near(last, line)
            and one_weight(first, line)
            and not first.text.endswith(":")
        )

    def _flush(self) -> Iterator[Made]:
        draft, self._draft = self._draft, None
        if draft and draft.is_row:
            yield Made(self._borderless_row(draft), draft.columns)
        elif draft:
            self._list = []
            yield Made(self._paragraph(draft.columns[0]), draft.columns)

    def _borderless_row(self, draft: Draft) -> Piece:
        above = self._list[-1].starts if self._list else []
        same = len(above) == len(draft.starts) and all(
            abs(here - there) <= SAME_COLUMN for here, there in zip(draft.starts, above, strict=True)
        )
        if not same:
            self._tables += 1
            self._list = []
        self._list.append(draft)
        first, *others = draft.columns
        cells = (
            self._text(line for _, line in first),
            *("\n".join(map(self._text, cell_paragraphs(column, self._flow))) for column in others),
        )
        return self._row(cells, draft.lines)

    def _ruled_row(self, row: Row, page: int) -> Made:
        if row.table != self._ruled:
            self._tables += 1
            self._ruled = row.table
        cells = tuple("\n".join(map(self._text, cell)) for cell in row.cells)
        placed = _placed(row, page)
        piece = self._row(cells, [entry for cell in placed for entry in cell])
        if row.turns:
            piece = replace(piece, marks=(*piece.marks, *self._turns(row, cells, page)))
        return Made(piece, placed)

    def _turns(self, row: Row, cells: Sequence[str], page: int) -> Iterator[Mark]:
        """Where the row goes on over page ends."""
        offset = 0
        for further, (column, lines) in enumerate(row.turns, start=1):
            start = sum(len(cell) + 1 for cell in cells[:column])
            before = self._text(islice(chain.from_iterable(row.cells[column]), lines[column]))
            offset = max(offset, start + min(len(before) + bool(before), len(cells[column])))
            yield Mark(offset, page + further)

    def _row(self, cells: tuple[str, ...], lines: Sequence[PagedLine]) -> Piece:
        page, first = lines[0]
        return Piece(
            text="\t".join(cells),
            marks=(Mark(0, page),),
            kind=BlockKind.ROW,
            cells=cells,
            table=self._tables,
            size=max(line.size for _, line in lines),
            bold=all(line.bold and line.bold_end for _, line in lines),
            indent=self._indent(page, first),
            links=self._linked("\t".join(cells), lines),
        )

    def _text(self, lines: Iterable[Line]) -> str:
        text = ""
        for line in lines:
            text = self._join(text, line.text) if text else line.text
        return text

    def _paragraph(self, lines: Sequence[PagedLine]) -> Piece:
        page, first = lines[0]
        text, marks = "", [Mark(0, page)]
        bold, bold_lead = True, 0
        for at, line in lines:
            text = self._join(text, line.text) if text else line.text
            start = len(text) - len(line.text)
            if at != marks[-1].page:
                marks.append(Mark(start, at))
            if bold and line.bold:
                bold_lead = len(text) if line.bold_end else start + line.lead
            bold = bold and line.bold and line.bold_end
        size = max(line.size for _, line in lines)
        level = self._stated.level(page, text, first.box.top)
        return Piece(
            text=text,
            marks=tuple(marks),
            kind=BlockKind.HEADING if level else self._kind(text, size, bold=bold),
            level=level,
            size=size,
            bold=bold,
            bold_lead=bold_lead,
            indent=self._indent(page, first),
            centred=self._flow.centred(page, first),
            links=self._linked(text, lines),
        )

    def _linked(self, text: str, lines: Sequence[PagedLine]) -> tuple[Hyperlink, ...]:
        return tuple(links_of_lines(text, lines, self._links)) if self._links else ()

    def _indent(self, page: int, line: Line) -> float:
        return round(max(line.box.x0 - self._flow.measures[page].left, 0.0), 1)

    def _kind(self, text: str, size: float, *, bold: bool) -> BlockKind:
        marker = MARKER.match(text)
        words = text[marker.end() :].strip() if marker else text
        ended = words.endswith(_SENTENCE_ENDS)
        heading = (
            (bold and len(text) <= _LONGEST_HEADING)
            or (size >= _LARGER * self._usual_size and len(text) <= _LONGEST_LARGE_HEADING and not ended)
            or (words.isupper() and len(words) in _CAPITALS and not ended)
        )
        if heading and any(map(str.isalpha, words)):
            return BlockKind.HEADING
        return BlockKind.LIST_ITEM if marker else BlockKind.PARAGRAPH


def _placed(row: Row, page: int) -> list[list[PagedLine]]:
    """The lines of each cell of a ruled row that begins on ``page``, with the pages that they stand on."""
    if not row.turns:
        return [[(page, line) for paragraph in cell for line in paragraph] for cell in row.cells]
    return [
        [
            (page + sum(at >= turn.lines[column] for turn in row.turns), line)
            for at, line in enumerate(chain.from_iterable(cell))
        ]
        for column, cell in enumerate(row.cells)
    ]
