"""Reads Rich Text: paragraphs, tables and lists in order, with the numbers that its writer left before them.

With a tokenizer and a walk of our own: striprtf, the library that is kept, gives bare text, and papers need to be told
what is bold, what stands in which cell, what is a number and what a running head.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from corpus.document import Furniture, FurnitureKind
from corpus.errors import UnreadableFileError
from corpus.vocabulary import MediaType, ReadBy
from ingest.flow import Flow, row
from ingest.itemmarks import with_item_signs
from ingest.layout import PageNote, Piece, Reading
from ingest.rtfparts import Paragraph, Row, Story
from ingest.rtfwalk import walked

# White space and a byte order mark may stand before the first brace; no program puts more there.
_STARTS_WITHIN = 64
_START = b"{\\rtf"
# Word allows no more columns.
_MOST_COLUMNS = 63
# Edges of cells that are one column may differ by two points from row to row.
_SAME_EDGE = 40


def read_rtf(data: bytes, name: str) -> Reading:
    """The pieces of Rich Text: one page, and in place of a line the 1-based count of the paragraphs with words.

    Deleted and hidden text is left out; footnotes follow at the end, headers, footers and lists of contents are
    furniture. A file that breaks off is read as far as it goes, and that is told as an unread page. Raises
    ``UnreadableFileError`` where the data is no Rich Text, or nested too deep.
    """
    start = data.find(_START, 0, _STARTS_WITHIN)
    if start < 0:
        raise UnreadableFileError(name, "is no Rich Text file; fetch it again")
    parts = walked(data[start:], name)
    body = _Body()
    body.take(parts.body.blocks)
    for number, note in enumerate(parts.notes, start=1):
        body.take(note.blocks, marker=f"[{number}]")
    furniture = [
        Furniture(1, kind, line)
        for kind, stories in (
            (FurnitureKind.HEAD, parts.heads),
            (FurnitureKind.FOOT, parts.feet),
            (FurnitureKind.CONTENTS, parts.contents),
        )
        for story in stories
        for line in _lines(story)
    ]
    cut_off = PageNote(1, ReadBy.NOTHING, "the file breaks off before its end; what may follow was not read")
    return Reading(
        media_type=MediaType.RTF,
        pieces=tuple(body.flow.pieces),
        title=" ".join(parts.title.split()) or None,
        furniture=tuple(dict.fromkeys(furniture)),
        page_notes=() if parts.whole else (cut_off,),
    )


class _Body:
    """Blocks on their way to pieces; ``flow.pieces`` is what was made."""

    def __init__(self) -> None:
        self.flow = Flow()
        self._count = 0
        self._tables = 0

    def take(self, blocks: Iterable[Paragraph | Row], *, marker: str = "") -> None:
        """All of ``blocks``; ``marker`` is due before the first paragraph. Rows in a row are one table."""
        for is_table, group in groupby(blocks, key=lambda block: isinstance(block, Row)):
            if is_table:
                self._table([each for each in group if isinstance(each, Row)])
                continue
            for paragraph in group:
                if isinstance(paragraph, Paragraph):
                    self._paragraph(paragraph, marker)
                    marker = ""

    def _paragraph(self, paragraph: Paragraph, marker: str = "") -> None:
        if any(words.text and words.text.strip() for words in paragraph.words):
            self._count += 1
            self.flow.due(marker or paragraph.marker)
            for words in paragraph.words:
                self.flow.link(words.target)
                if words.text is None:
                    self.flow.line_break()
                elif words.raised:
                    self.flow.add_raised(words.text, self._count, bold=words.bold)
                else:
                    self.flow.add(with_item_signs(words.text), self._count, bold=words.bold)
            self.flow.link(None)
            self.flow.end(level=paragraph.level, centred=paragraph.centred, indent=paragraph.indent)
            self.flow.due("")
        for box in paragraph.boxes:
            self.take(box.blocks)

    def _table(self, rows: Sequence[Row]) -> None:
        columns = _columns(rows)
        for each in rows:
            first = self._count + 1
            cells: list[Sequence[Piece]] = []
            for i, cell in enumerate(each.cells):
                column = columns.get(each.edges[i], 0) if i < len(each.edges) else 0
                cells.extend([()] * (column - len(cells)))
                cells.append(self._cell(cell))
            cells.extend([()] * (len(set(columns.values())) - len(cells)))
            piece = row(cells, self._tables, first)
            if piece:
                self.flow.pieces.append(piece)
        self._tables += 1

    def _cell(self, paragraphs: Sequence[Paragraph]) -> tuple[Piece, ...]:
        outside, self.flow = self.flow, Flow()
        for paragraph in paragraphs:
            self._paragraph(paragraph)
        inside, self.flow = self.flow, outside
        return tuple(inside.pieces)


def _columns(rows: Iterable[Row]) -> dict[int, int]:
    """The column that each left edge of a cell stands at; none where there are more than a table can have."""
    columns: dict[int, int] = {}
    at, before = -1, 0
    for edge in sorted({edge for each in rows for edge in each.edges}):
        if at < 0 or edge - before > _SAME_EDGE:
            at += 1
        columns[edge], before = at, edge
    return columns if at < _MOST_COLUMNS else {}


def _lines(story: Story) -> Iterator[str]:
    for block in story.blocks:
        for paragraph in (block,) if isinstance(block, Paragraph) else (each for cell in block.cells for each in cell):
            text = " ".join("".join(words.text or " " for words in paragraph.words).split())
            if text:
                yield text
