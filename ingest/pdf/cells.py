"""The text of ruled tables: lines, or the words of one that runs over a border, put into the cells that hold them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from ingest.pdf.geometry import Box
from ingest.pdf.glyphs import Glyphs
from ingest.pdf.lines import MARKER, Line, measured
from ingest.pdf.strips import Strip, strips
from ingest.pdf.tables import Grid

# White space that Word leaves on the two sides of a cell, together, in points.
_PADDING = 11.0
# Lines of one paragraph follow each other within this many times their size.
_LEADING = 1.5
# A line that reaches over a border by less than this (points) stands in its cell all the same.
_INSET = 1.0
_SENTENCE_ENDS = (".", ":", ";", "?", "!")


# The paragraphs of a cell, and of each of these the lines.
Cell = tuple[tuple[Line, ...], ...]


# ``x0``, ``top``, ``x1`` and ``bottom``, as of a ``Box``.
Corners = tuple[float, float, float, float]


class Turn(NamedTuple):
    """Where a row goes on over the end of a page: behind so many ``lines`` of each of its cells.

    The text goes on to the further page in ``column``, the last cell with something there; what others have there is
    taken for the page before.
    """

    column: int
    lines: tuple[int, ...]


class Row(NamedTuple):
    """A row of a ruled table. ``borders`` are the x of the table's column borders.

    ``table`` counts the tables of the page, and of the document once ``ingest.pdf.spread`` has joined its pages; then
    ``turns`` has one entry for each further page that the row stands on. ``boxes`` are those of its cells on the page
    where it begins, ``None`` where a merged cell covers the place: as bare tuples, for which nothing is called when
    pages are sent from process to process.
    """

    cells: tuple[Cell, ...]
    box: Box
    table: int
    borders: tuple[float, ...]
    boxes: tuple[Corners | None, ...]
    turns: tuple[Turn, ...] = ()


class _Home(NamedTuple):
    """Where a line stands: the table, counted on its page, and the cell of it."""

    table: int
    cell: Box


class _Placed(NamedTuple):
    """A line and its home; ``None`` outside of all tables."""

    home: _Home | None
    line: Line


class Stretch(NamedTuple):
    """What follows each other on a page: lines outside of tables, or else the rows of one table."""

    lines: list[Line]
    rows: list[Row]


def fill(grids: Sequence[Grid], lines: Sequence[Line], glyphs: Glyphs) -> list[Stretch]:
    """Put the lines of a page into the cells of its tables; a table stands where its first line stood.

    A grid in which no row has two filled cells is a frame around text, and its lines stay where they are; but the first
    one of a page may be the rest of a cell of the page before, which ``ingest.pdf.spread`` can tell.
    """
    if not grids:
        return [Stretch(list(lines), [])]
    placed, tables = _filled(grids, lines, glyphs)
    frames = {number for number, rows in enumerate(tables) if is_frame(rows)}
    if 0 in frames and len(tables[0][0].cells) > 1 and not _beside(grids[0].box, placed):
        frames.remove(0)
    if any(_encloses(outer.box, grids[number].box) for number in frames for outer in grids):
        # What stands in a frame inside a cell belongs to the cell.
        grids = [grid for number, grid in enumerate(grids) if number not in frames]
        return fill(grids, lines, glyphs)
    stretches = [Stretch([], [])]
    shown: set[int] = set()
    for home, line in placed:
        if home is None or home.table in frames:
            if stretches[-1].rows:
                stretches.append(Stretch([], []))
            stretches[-1].lines.append(line)
        elif home.table not in shown:
            shown.add(home.table)
            stretches.append(Stretch([], tables[home.table]))
    return stretches


def _beside(first: Box, placed: Sequence[_Placed]) -> bool:
    """Whether anything stands beside the first grid of a page."""
    return any(
        (home is None or home.table) and first.top <= (line.box.top + line.box.bottom) / 2 <= first.bottom
        for home, line in placed
    )


def _filled(grids: Sequence[Grid], lines: Sequence[Line], glyphs: Glyphs) -> tuple[list[_Placed], list[list[Row]]]:
    """The home of each line, and of each grid its rows."""
    placed = list(_placed(grids, lines, glyphs))
    texts: dict[_Home, list[Line]] = defaultdict(list)
    for home, line in placed:
        if home:
            texts[home].append(line)
    return placed, [_rows(number, grid, texts) for number, grid in enumerate(grids)]


def _placed(grids: Sequence[Grid], lines: Sequence[Line], glyphs: Glyphs) -> Iterator[_Placed]:
    # A table may stand inside a cell of another: what stands in both belongs to the inner one.
    innermost = sorted(enumerate(grids), key=lambda entry: entry[1].box.width * entry[1].box.height)
    outer = {number for number, grid in innermost if any(_encloses(grid.box, other.box) for other in grids)}
    home: _Home | None = None
    for line in lines:
        # Most lines stand in the cell of the line before them.
        if home and home.table not in outer and _stands_in(home.cell, line.box):
            yield _Placed(home, line)
            continue
        for placed in _place(innermost, line, glyphs):
            home = placed.home
            yield placed


def _place(grids: Sequence[tuple[int, Grid]], line: Line, glyphs: Glyphs) -> Iterable[_Placed]:
    box = line.box
    middle = (box.top + box.bottom) / 2
    near = [
        (number, grid)
        for number, grid in grids
        if grid.box.top <= middle <= grid.box.bottom and box.x0 < grid.box.x1 and box.x1 > grid.box.x0
    ]
    if not near:
        return [_Placed(None, line)]
    inset = min(_INSET, box.width / 4)
    home = _home(near, box.x0 + inset, middle)
    if home == _home(near, box.x1 - inset, middle):
        return [_Placed(home, line)]
    return _by_words(near, line, glyphs, middle)


def _encloses(outer: Box, inner: Box) -> bool:
    return outer is not inner and outer.holds((inner.x0 + inner.x1) / 2, (inner.top + inner.bottom) / 2)


def _stands_in(cell: Box, box: Box) -> bool:
    return cell.x0 <= box.x0 and box.x1 <= cell.x1 and cell.top <= (box.top + box.bottom) / 2 <= cell.bottom


def _home(grids: Sequence[tuple[int, Grid]], x: float, y: float) -> _Home | None:
    """The first of the tables, and the cell of it, that a point lies in."""
    return next((_Home(number, cell) for number, grid in grids if (cell := grid.cell_at(x, y))), None)


def _by_words(grids: Sequence[tuple[int, Grid]], line: Line, glyphs: Glyphs, middle: float) -> Iterable[_Placed]:
    """A line that runs over cell borders, cut between the words whose centres lie in different cells."""
    parts = glyphs.words(line.start, line.end)
    homes = [_home(grids, (word.x0 + word.x1) / 2, middle) for word in parts]
    cuts = [at for at in range(1, len(parts)) if homes[at] != homes[at - 1]]
    for first, last in pairwise([0, *cuts, len(parts)]):
        yield _Placed(homes[first], measured(glyphs, parts[first].start, parts[last - 1].end))


def _rows(table: int, grid: Grid, texts: Mapping[_Home, list[Line]]) -> list[Row]:
    """The rows of a grid, empty ones among them."""
    borders = (*grid.columns, grid.box.x1)
    rows = []
    for cells in grid.rows:
        filled = tuple(_paragraphs(texts.get(_Home(table, cell), []), cell) if cell else () for cell in cells)
        boxes = tuple(cell[:] if cell else None for cell in cells)
        top = min(cell.top for cell in cells if cell)
        bottom = max(cell.bottom for cell in cells if cell)
        rows.append(Row(filled, Box(grid.box.x0, top, grid.box.x1, bottom), table, borders, boxes))
    return rows


def is_frame(rows: Sequence[Row]) -> bool:
    """Whether no row has two filled cells: what they hold is no table."""
    return not any(sum(map(bool, row.cells)) > 1 for row in rows)


def _paragraphs(lines: Sequence[Line], cell: Box) -> Cell:
    """The lines of a cell, paragraph by paragraph."""
    if len(lines) <= 1:
        return tuple((line,) for line in lines if line.text)
    paragraphs: list[list[Strip]] = []
    for strip in strips(
        sorted(lines, key=lambda line: (round(line.box.top), line.box.x0)) if _climbs(lines) else lines
    ):
        if paragraphs and _goes_on(paragraphs[-1][-1], strip, cell.width):
            paragraphs[-1].append(strip)
        else:
            paragraphs.append([strip])
    return tuple(tuple(part for strip in paragraph for part in strip.parts) for paragraph in paragraphs)


def _climbs(lines: Sequence[Line]) -> bool:
    return any(below.box.bottom < above.box.top for above, below in pairwise(lines))


def _goes_on(above: Strip, below: Strip, width: float) -> bool:
    """Whether ``below`` is the next line of the paragraph that ``above`` stands in."""
    line = below.first
    if line.box.top - above.box.top > _LEADING * max(line.size, above.first.size):
        return False
    return flows_on(above, line, width)


def flows_on(above: Strip | Line, line: Line, width: float) -> bool:
    """Whether the words of ``line`` go on with those of ``above`` in a cell of so many points between its borders."""
    if MARKER.match(line.text) and not line.text[0].isalnum():
        return False
    word = line.text.split(" ", 1)[0]
    per_character = line.box.width / max(len(line.text), 1)
    fits = above.box.width + per_character * (len(word) + 1) <= width - _PADDING
    if not fits:
        return MARKER.match(line.text) is None or not above.text.endswith(_SENTENCE_ENDS)
    return line.text[0].islower() and not above.text.endswith(_SENTENCE_ENDS)
