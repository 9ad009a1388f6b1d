"""Ruled tables that go on over page ends: each is one table, its head said once, its split rows made whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from typing import NamedTuple

from corpus.document import Furniture, FurnitureKind
from ingest.pdf.cells import Cell, Corners, Row, Turn, flows_on, is_frame
from ingest.pdf.page import PageLayout
from ingest.pdf.strips import Strip, strips

# Columns of a table that goes on over the page stand within this many points of where they stood.
_SAME_BORDER = 4.0
# A page may show fewer columns than the table has, where all of its rows have merged cells; so many borders beside the
# outer two must still agree.
_FEWEST_SHARED = 2
# A head that is repeated on each page has at most this many rows.
_LONGEST_HEAD = 4
# So many rows with something in their first cell show that every row of the table has.
_LABELLED_ROWS = 2


class Spread(NamedTuple):
    """Pages whose rows have the number of their table in the document; heads that were left out."""

    pages: list[PageLayout]
    heads: list[Furniture]


def spread_tables(pages: Sequence[PageLayout]) -> Spread:
    """Join what belongs to one table; ``pages`` are without furniture, for a running head would part it.

    A table goes on where the next page begins with one that has its columns at the same places. Rows at its beginning
    that repeat the table's own first rows are its head again, and left out; so are empty rows. A first row that goes on
    with a sentence of the last row above it, or lacks the label that all others have, is the rest of that row.
    """
    whole = _Tables()
    for page in pages:
        whole.add(page)
    return Spread(
        [replace(page, items=tuple(items)) for page, items in zip(pages, whole.items, strict=True)], whole.heads
    )


class _Tables:
    """The tables of a document, put together page by page."""

    def __init__(self) -> None:
        self.items: list[list[Strip | Row]] = []
        self.heads: list[Furniture] = []
        self._number = -1
        # The rows of the table that the page before ended with, and on which page (by index) the last of them began.
        self._open: list[Row] = []
        self._begun = 0

    def add(self, page: PageLayout) -> None:
        """Take the next page."""
        above, self._open = self._open, []
        items: list[Strip | Row] = []
        self.items.append(items)
        for place, (table, group) in enumerate(groupby(page.items, key=_table_of)):
            if table is None:
                self._open = []
                items.extend(group)
                continue
            rows = [item for item in group if isinstance(item, Row) and any(item.cells)]
            laid = _laid_out(rows, above[-1].borders) if place == 0 and above and rows else None
            if laid is None and is_frame(rows):
                self._open = []
                items.extend(strips([line for row in rows for cell in row.cells for part in cell for line in part]))
                continue
            if laid is None:
                self._number += 1
                self._open = []
            else:
                self._open = above
                rows = self._rest(laid, page.number)
            if rows:
                self._begun = len(self.items) - 1
            rows = [row._replace(table=self._number) for row in rows]
            self._open = [*self._open, *rows]
            items.extend(rows)

    def _rest(self, rows: list[Row], page: int) -> list[Row]:
        """What is new among the rows with which the open table goes on."""
        repeated = _repeated(self._open, rows)
        self.heads.extend(
            Furniture(page, FurnitureKind.TABLE_HEAD, " ".join(filter(None, _cell_texts(row))))
            for row in rows[:repeated]
        )
        rows = rows[repeated:]
        if rows and _goes_on(self._open, rows[0]):
            joined = _joined(self._open[-1], rows[0])
            self._open = [*self._open[:-1], joined]
            self.items[self._begun][-1] = joined
            return rows[1:]
        return rows


def _table_of(item: Strip | Row) -> int | None:
    return item.table if isinstance(item, Row) else None


def _laid_out(rows: Sequence[Row], borders: Sequence[float]) -> list[Row] | None:
    """The rows in the columns that ``borders`` part; ``None`` where theirs are others."""
    own = rows[0].borders
    places = [next((at for at, x in enumerate(borders) if abs(x - border) <= _SAME_BORDER), -1) for border in own]
    if -1 in places or places[0] != 0 or places[-1] != len(borders) - 1:
        return None
    if len(own) == len(borders):
        return list(rows)
    if len(own) - 2 < _FEWEST_SHARED:
        return None
    return [_with_columns(row, places, borders) for row in rows]


def _with_columns(row: Row, places: Sequence[int], borders: Sequence[float]) -> Row:
    cells: list[Cell] = [()] * (len(borders) - 1)
    boxes: list[Corners | None] = [None] * len(cells)
    for cell, box, place in zip(row.cells, row.boxes, places[:-1], strict=True):
        cells[place], boxes[place] = cell, box
    return row._replace(cells=tuple(cells), borders=tuple(borders), boxes=tuple(boxes))


def _repeated(table: Sequence[Row], rows: Sequence[Row]) -> int:
    """How many of the rows at the top of a page are those at the table's own top."""
    same = 0
    for first, again in zip(table[:_LONGEST_HEAD], rows, strict=False):
        if _cell_texts(first) != _cell_texts(again):
            break
        same += 1
    return same


def _cell_texts(row: Row) -> list[str]:
    return [" ".join(line.text for paragraph in cell for line in paragraph) for cell in row.cells]


def _goes_on(table: Sequence[Row], row: Row) -> bool:
    """Whether a row at the top of a page is the rest of the table's last row."""
    last = table[-1]
    columns = list(zip(last.cells, row.cells, pairwise(row.borders), strict=True))
    if row.cells[0]:
        cell, rest, (left, right) = columns[0]
        return _flows(cell, rest, right - left) and rest[0][0].text[0].islower()
    if any(_flows(cell, rest, right - left) for cell, rest, (left, right) in columns):
        return True
    labelled = len(table) >= _LABELLED_ROWS and all(above.cells[0] for above in table)
    # A total below a column of figures has no label either; what goes on is text of more than a line.
    return labelled and any(rest and sum(map(len, cell)) > 1 for cell, rest, _ in columns)


def _flows(cell: Cell, rest: Cell, width: float) -> bool:
    """Whether the text of a cell breaks off in the middle of a sentence that ``rest`` goes on with."""
    return bool(cell and rest) and flows_on(cell[-1][-1], rest[0][0], width)


def _joined(row: Row, rest: Row) -> Row:
    cells = []
    for cell, more, (left, right) in zip(row.cells, rest.cells, pairwise(row.borders), strict=True):
        if _flows(cell, more, right - left):
            cells.append((*cell[:-1], cell[-1] + more[0], *more[1:]))
        else:
            cells.append(cell + more)
    column = max(at for at, cell in enumerate(rest.cells) if cell)
    turn = Turn(column, tuple(sum(map(len, cell)) for cell in row.cells))
    return row._replace(cells=tuple(cells), turns=(*row.turns, turn))
