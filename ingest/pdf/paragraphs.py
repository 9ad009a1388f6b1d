"""Strips and table rows of a whole paper, made into its pieces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from corpus.document import BlockKind
from ingest.layout import Mark, Piece
from ingest.pdf.cells import Row
from ingest.pdf.flow import Flow
from ingest.pdf.hyphens import Joiner
from ingest.pdf.lines import MARKER, Line
from ingest.pdf.page import PageLayout
from ingest.pdf.strips import SAME_COLUMN, Strip

# A heading is short: longer bold text is a paragraph that somebody wanted read.
_LONGEST_HEADING = 250
# Text larger than the paper's usual size by this factor is a heading.
_LARGER = 1.15
_LONGEST_LARGE_HEADING = 150
_LONGEST_CAPITALS = 80
_FEWEST_CAPITALS = 4
_SENTENCE_END = re.compile(r"[.;,:]$")


@dataclass(slots=True)
class _Draft:
    """The paragraph or borderless row that is being read: lines of each of its columns, with their pages."""

    columns: list[list[tuple[int, Line]]] = field(default_factory=list)

    @property
    def starts(self) -> list[float]:
        return [column[0][1].box.x0 for column in self.columns]


class PieceMaker:
    """Takes the items of a paper page by page, and gives its pieces."""

    def __init__(self, flow: Flow, join: Joiner, usual_size: float) -> None:
        self._flow = flow
        self._join = join
        self._usual_size = usual_size
        self._draft = _Draft()
        self._tables = -1
        self._row: Row | None = None
        self._starts: list[float] = []

    def pieces(self, pages: Sequence[PageLayout]) -> Iterator[Piece]:
        """All pieces of the paper; ``pages`` are without furniture."""
        for page in pages:
            first = True
            for item in page.items:
                if isinstance(item, Row):
                    yield from self._flush()
                    yield self._ruled(item, page.number, first)
                    self._starts = []
                else:
                    yield from self._strip(item, page.number)
                    self._row = None
                first = False
        yield from self._flush()

    def _strip(self, strip: Strip, page: int) -> Iterator[Piece]:
        draft = self._draft
        if draft.columns and self._takes(draft, strip, page):
            return
        yield from self._flush()
        self._draft = _Draft([[(page, part)] for part in strip.parts])

    def _takes(self, draft: _Draft, strip: Strip, page: int) -> bool:
        """Put a strip into the draft where it goes on with it."""
        starts = draft.starts
        if len(strip.parts) == 1:
            if len(starts) == 1:
                return self._takes_line(draft, 0, strip.first, page)
            at = next((n for n, x in enumerate(starts) if abs(strip.first.box.x0 - x) <= SAME_COLUMN), None)
            return at is not None and self._takes_cell_line(draft, at, strip.first, page)
        if not self._flow.goes_on(draft.columns[0], page, strip.first) or not strip.first.text[0].islower():
            return False
        for part in strip.parts:
            at = next((n for n, x in enumerate(starts) if abs(part.box.x0 - x) <= SAME_COLUMN), None)
            if at is None:
                draft.columns.append([(page, part)])
            else:
                draft.columns[at].append((page, part))
        return True

    def _takes_line(self, draft: _Draft, at: int, line: Line, page: int) -> bool:
        if not self._flow.goes_on(draft.columns[at], page, line):
            return False
        draft.columns[at].append((page, line))
        return True

    def _takes_cell_line(self, draft: _Draft, at: int, line: Line, page: int) -> bool:
        last_page, last = max(
            (column[-1] for column in draft.columns), key=lambda entry: (entry[0], entry[1].box.bottom)
        )
        near = line.box.top - last.box.bottom < line.size / 2
        if page != last_page or not near or MARKER.match(line.text):
            return False
        if at == 0 and not line.text[0].islower():
            return False
        draft.columns[at].append((page, line))
        return True

    def _flush(self) -> Iterator[Piece]:
        draft, self._draft = self._draft, _Draft()
        if len(draft.columns) > 1:
            yield self._borderless(draft)
        elif draft.columns:
            self._starts = []
            yield self._paragraph(draft.columns[0])

    def _borderless(self, draft: _Draft) -> Piece:
        draft.columns.sort(key=lambda column: column[0][1].box.x0)
        starts = draft.starts
        same = len(starts) == len(self._starts) and all(
            abs(here - there) <= SAME_COLUMN for here, there in zip(starts, self._starts, strict=True)
        )
        if not same:
            self._tables += 1
        self._starts = starts
        cells = tuple(self._joined([line for _, line in column]) for column in draft.columns)
        return self._row_piece(cells, draft.columns[0][0][0], [line for column in draft.columns for _, line in column])

    def _ruled(self, row: Row, page: int, first: bool) -> Piece:
        before = self._row
        same = before is not None and row.continues(before) and (first or row.index == before.index)
        if not same:
            self._tables += 1
        self._row = row
        cells = tuple(
            "\n".join(self._joined([part for strip in paragraph for part in strip.parts]) for paragraph in cell)
            for cell in row.cells
        )
        lines = [part for cell in row.cells for paragraph in cell for strip in paragraph for part in strip.parts]
        return self._row_piece(cells, page, lines)

    def _row_piece(self, cells: tuple[str, ...], page: int, lines: Sequence[Line]) -> Piece:
        return Piece(
            text="\t".join(cells),
            marks=(Mark(0, page),),
            kind=BlockKind.ROW,
            cells=cells,
            table=self._tables,
            size=max(line.size for line in lines),
            bold=all(line.bold and line.bold_end for line in lines),
            indent=round(max(lines[0].box.x0 - self._flow.measures[page].left, 0.0), 1),
        )

    def _joined(self, lines: Sequence[Line]) -> str:
        text = ""
        for line in lines:
            text = self._join(text, line.text) if text else line.text
        return text

    def _paragraph(self, lines: Sequence[tuple[int, Line]]) -> Piece:
        page, first = lines[0]
        text, marks = "", [Mark(0, page)]
        bold, bold_lead = True, 0
        for at, line in lines:
            text = self._join(text, line.text) if text else line.text
            if at != marks[-1].page:
                marks.append(Mark(len(text) - len(line.text), at))
            if bold and line.bold:
                bold_lead = len(text) if line.bold_end or not line.lead else len(text) - len(line.text) + line.lead
            bold = bold and line.bold and line.bold_end
        size = max(line.size for _, line in lines)
        return Piece(
            text=text,
            marks=tuple(marks),
            kind=self._kind(text, bold, size),
            size=size,
            bold=bold,
            bold_lead=len(text) if bold else bold_lead,
            indent=round(max(first.box.x0 - self._flow.measures[page].left, 0.0), 1),
            centred=self._flow.centred(page, first),
        )

    def _kind(self, text: str, bold: bool, size: float) -> BlockKind:
        words = text[match.end() :].strip() if (match := MARKER.match(text)) else text
        if not any(map(str.isalpha, words)):
            return BlockKind.PARAGRAPH
        ended = _SENTENCE_END.search(words) is not None
        heading = (
            (bold and len(text) <= _LONGEST_HEADING)
            or (size >= _LARGER * self._usual_size and len(text) <= _LONGEST_LARGE_HEADING and not ended)
            or (words.isupper() and _FEWEST_CAPITALS <= len(words) <= _LONGEST_CAPITALS and not ended)
        )
        if heading:
            return BlockKind.HEADING
        return BlockKind.LIST_ITEM if match else BlockKind.PARAGRAPH
