"""The text of ruled tables: lines, or the words of one that runs over a border, put into the cells that hold them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
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
# Columns of a table that goes on over the page stand within this many points of where they stood.
_SAME_BORDER = 4.0
_SENTENCE_ENDS = (".", ":", ";", "?", "!")


class Row(NamedTuple):
    """A row of a ruled table: of each of its cells the paragraphs, of each of these the lines.

    ``borders`` are the x of the table's column borders; ``table`` counts the tables of the page.
    """

    cells: tuple[tuple[tuple[Line, ...], ...], ...]
    box: Box
    table: int
    borders: tuple[float, ...]

    def continues(self, other: Row) -> bool:
        """Whether the two have the same columns at the same places."""
        return len(self.borders) == len(other.borders) and all(
            abs(here - there) <= _SAME_BORDER for here, there in zip(self.borders, other.borders, strict=True)
        )


class _Placed(NamedTuple):
    """A line, and the table (counted on its page) and cell that it stands in; ``None`` outside of all tables."""

    table: int | None
    cell: Box | None
    line: Line


class Stretch(NamedTuple):
    """What follows each other on a page: lines outside of tables, or else the rows of one table."""

    lines: list[Line]
    rows: list[Row]


def fill(grids: Sequence[Grid], lines: Sequence[Line], glyphs: Glyphs) -> list[Stretch]:
    """Put the lines of a page into the cells of its tables; a table stands where its first line stood.

    A grid in which no row has two filled cells is a frame around text, and its lines stay where they are.
    """
    if not grids:
        return [Stretch(list(lines), [])]
    placed = _placed(grids, lines, glyphs)
    texts: dict[tuple[int, Box], list[Line]] = defaultdict(list)
    for table, cell, line in placed:
        if table is not None and cell is not None:
            texts[table, cell].append(line)
    tables = [_rows(number, grid, texts) for number, grid in enumerate(grids)]
    stretches = [Stretch([], [])]
    for table, _, line in placed:
        if table is None or not tables[table]:
            if stretches[-1].rows:
                stretches.append(Stretch([], []))
            stretches[-1].lines.append(line)
        elif not any(stretch.rows is tables[table] for stretch in stretches):
            stretches.append(Stretch([], tables[table]))
    return stretches


def _placed(grids: Sequence[Grid], lines: Sequence[Line], glyphs: Glyphs) -> list[_Placed]:
    placed: list[_Placed] = []
    for line in lines:
        # Most lines stand in the cell of the line before them.
        if placed and (cell := placed[-1].cell) and _stands_in(cell, line.box):
            placed.append(_Placed(placed[-1].table, cell, line))
        else:
            placed.extend(_place(grids, line, glyphs))
    return placed


def _place(grids: Sequence[Grid], line: Line, glyphs: Glyphs) -> Iterable[_Placed]:
    box = line.box
    middle = (box.top + box.bottom) / 2
    for index, grid in enumerate(grids):
        edge = grid.box
        if not (edge.top <= middle <= edge.bottom and box.x0 < edge.x1 and box.x1 > edge.x0):
            continue
        level = grid.level(middle)
        inset = min(1.0, box.width / 4)
        first, last = _holder(level, box.x0 + inset, middle), _holder(level, box.x1 - inset, middle)
        if first is last:
            return [_Placed(index if first else None, first, line)]
        return _by_words(index, level, line, glyphs, middle)
    return [_Placed(None, None, line)]


def _stands_in(cell: Box, box: Box) -> bool:
    return cell.x0 <= box.x0 and box.x1 <= cell.x1 and cell.top <= (box.top + box.bottom) / 2 <= cell.bottom


def _holder(cells: Sequence[Box], x: float, y: float) -> Box | None:
    return next((cell for cell in cells if cell.holds(x, y)), None)


def _by_words(index: int, level: Sequence[Box], line: Line, glyphs: Glyphs, middle: float) -> Iterable[_Placed]:
    """A line that runs over cell borders, cut between the words whose centres lie in different cells."""
    parts = glyphs.words(line.start, line.end)
    homes = [_holder(level, (word.x0 + word.x1) / 2, middle) for word in parts]
    cuts = [at for at in range(1, len(parts)) if homes[at] is not homes[at - 1]]
    for first, last in pairwise([0, *cuts, len(parts)]):
        home = homes[first]
        piece = measured(glyphs, parts[first].start, parts[last - 1].end)
        yield _Placed(index if home else None, home, piece)


def _rows(table: int, grid: Grid, texts: Mapping[tuple[int, Box], list[Line]]) -> list[Row]:
    """The filled rows of a grid; none where it is no table but a frame."""
    fullest = max(grid.rows, key=lambda row: sum(cell is not None for cell in row))
    borders = (*(cell.x0 for cell in fullest if cell), grid.box.x1)
    rows = []
    for cells in grid.rows:
        filled = tuple(_paragraphs(texts.get((table, cell), []), cell) if cell else () for cell in cells)
        if any(filled):
            top = min(cell.top for cell in cells if cell)
            bottom = max(cell.bottom for cell in cells if cell)
            rows.append(Row(filled, Box(grid.box.x0, top, grid.box.x1, bottom), table, borders))
    if not any(sum(map(bool, row.cells)) > 1 for row in rows):
        return []
    return rows


def _paragraphs(lines: Sequence[Line], cell: Box) -> tuple[tuple[Line, ...], ...]:
    """The lines of a cell, paragraph by paragraph."""
    if len(lines) <= 1:
        return tuple((line,) for line in lines if line.text)
    paragraphs: list[list[Strip]] = []
    for strip in strips(
        sorted(lines, key=lambda line: (round(line.box.top), line.box.x0)) if _climbs(lines) else lines
    ):
        if paragraphs and _goes_on(paragraphs[-1][-1], strip, cell.width - _PADDING):
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
    if MARKER.match(line.text) and not line.text[0].isalnum():
        return False
    word = line.text.split(" ", 1)[0]
    per_character = line.box.width / max(len(line.text), 1)
    fits = above.box.width + per_character * (len(word) + 1) <= width
    if not fits:
        return MARKER.match(line.text) is None or not above.text.endswith(_SENTENCE_ENDS)
    return line.text[0].islower() and not above.text.endswith(_SENTENCE_ENDS)
