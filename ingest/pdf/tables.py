"""Ruled tables: the cells that a page's ruling lines make, as ``pdfplumber.table.TableFinder`` finds them.

The same steps with the same tolerances, which tests hold to pdfplumber's results; but lines and crossings are numbers
here and not dictionaries, which makes it ten times faster, and pdfplumber needs not be loaded for it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ingest.pdf.edges import Edge
from ingest.pdf.geometry import Box

# Fewer ruling lines than this in either direction can't enclose two cells.
FEWEST_EDGES = 2
# pdfplumber's own defaults (``pdfplumber.table.TableSettings``), in points: lines this near are one line, ...
_SNAP = _JOIN = 3.0
# ... lines shorter than this are none, and lines that come this near to each other meet.
_SHORTEST_EDGE = 3.0
_MEET = 3.0
# A full page of small cells has some thousand crossings; hatchings and maps have more.
_MOST_CROSSINGS = 20_000
# A table has two cells; one alone is a frame.
_FEWEST_CELLS = 2


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table on one page: its rows of cells, downwards; ``None`` where a merged cell covers the place.

    ``columns`` are the x at which cells begin, ``bands`` the cells that reach over the heights between one y of
    ``heights`` and the next.
    """

    box: Box
    rows: tuple[tuple[Box | None, ...], ...]
    columns: tuple[float, ...]
    heights: tuple[float, ...]
    bands: tuple[tuple[Box, ...], ...]

    def cell_at(self, x: float, y: float) -> Box | None:
        """The cell in which a point lies."""
        band = bisect_right(self.heights, y) - 1
        if not 0 <= band < len(self.bands):
            return None
        return next((cell for cell in self.bands[band] if cell.x0 <= x <= cell.x1), None)


# An upright and a level line, by number.
_Point = tuple[int, int]


class _Rule(NamedTuple):
    """A stretch of a line, widened by how near others need to come; ``bit`` is its own among those of its line."""

    start: float
    end: float
    bit: int


class _Cell(NamedTuple):
    """A cell, by the numbers of the lines around it."""

    left: int
    top: int
    right: int
    bottom: int


class _Crossings(NamedTuple):
    """Where upright lines (by number, from the left) and level ones (by number, from above) meet.

    ``upright`` and ``level`` hold the bits of the stretches that meet in a point: two points of one line are joined
    where they share one. ``below`` has the level lines that an upright one meets, ``beside`` the reverse, in order.
    """

    upright: dict[_Point, int]
    level: dict[_Point, int]
    below: list[list[int]]
    beside: list[list[int]]


def find_grids(edges: Sequence[Edge]) -> list[Grid]:
    """The ruled tables of two cells or more that a page's ruling lines make, from top to bottom."""
    upright = [edge for edge in edges if edge.upright]
    if len(upright) < FEWEST_EDGES or len(edges) - len(upright) < FEWEST_EDGES:
        return []
    xs, columns = _merged(upright)
    ys, lines = _merged([edge for edge in edges if not edge.upright])
    crossings = _crossings(xs, columns, ys, lines)
    if len(crossings.upright) > _MOST_CROSSINGS:
        return []
    tables = [cells for cells in _tables(_cells(crossings)) if len(cells) >= _FEWEST_CELLS]
    tables.sort(key=lambda cells: min((cell.top, cell.left) for cell in cells))
    return [_grid(cells, xs, ys) for cells in tables]


def _merged(edges: Iterable[Edge]) -> tuple[list[float], list[list[_Rule]]]:
    """Edges of one direction, near ones snapped onto one line and joined to stretches: as ``merge_edges``."""
    places: list[float] = []
    lines: list[list[_Rule]] = []
    ordered = sorted(edges, key=lambda edge: edge.at)
    first = 0
    for at in range(1, len(ordered) + 1):
        if at == len(ordered) or ordered[at].at - ordered[at - 1].at > _SNAP:
            snapped = ordered[first:at]
            rules = list(_joined(snapped))
            if rules:
                places.append(sum(edge.at for edge in snapped) / len(snapped))
                lines.append(rules)
            first = at
    return places, lines


def _joined(edges: Sequence[Edge]) -> Iterator[_Rule]:
    """The stretches of one line."""
    stretches: list[list[float]] = []
    for start, end in sorted((edge.start, edge.end) for edge in edges):
        if stretches and start <= stretches[-1][1] + _JOIN:
            stretches[-1][1] = max(end, stretches[-1][1])
        else:
            stretches.append([start, end])
    for bit, (start, end) in enumerate(stretches):
        if end - start >= _SHORTEST_EDGE:
            yield _Rule(start - _MEET, end + _MEET, 1 << bit)


def _crossings(
    xs: Sequence[float], columns: Sequence[Sequence[_Rule]], ys: Sequence[float], lines: Sequence[Sequence[_Rule]]
) -> _Crossings:
    """Where lines meet: as ``edges_to_intersections``."""
    upright: dict[_Point, int] = defaultdict(int)
    level: dict[_Point, int] = defaultdict(int)
    for column, x in enumerate(xs):
        for top, bottom, bit in columns[column]:
            for line in range(bisect_left(ys, top), bisect_right(ys, bottom)):
                for start, end, other in lines[line]:
                    if start <= x <= end:
                        upright[column, line] |= bit
                        level[column, line] |= other
            if len(upright) > _MOST_CROSSINGS:
                break
    below: list[list[int]] = [[] for _ in xs]
    beside: list[list[int]] = [[] for _ in ys]
    for column, line in sorted(upright):
        below[column].append(line)
        beside[line].append(column)
    return _Crossings(upright, level, below, beside)


def _cells(crossings: _Crossings) -> Iterator[_Cell]:
    """The smallest rectangles between crossings: as ``intersections_to_cells``."""
    for column, lines in enumerate(crossings.below):
        for number, line in enumerate(lines):
            found = _smallest_cell(crossings, column, line, lines[number + 1 :])
            if found:
                yield found


def _smallest_cell(crossings: _Crossings, column: int, line: int, lower: Sequence[int]) -> _Cell | None:
    upright, level = crossings.upright, crossings.level
    down, across = upright[column, line], level[column, line]
    row = crossings.beside[line]
    right = row[bisect_right(row, column) :]
    for bottom in lower:
        if not down & upright[column, bottom]:
            # Points of one stretch follow each other without others between them.
            break
        for end in right:
            if not across & level[end, line]:
                break
            corner = (end, bottom)
            if corner in upright and upright[corner] & upright[end, line] and level[corner] & level[column, bottom]:
                return _Cell(column, line, end, bottom)
    return None


def _tables(cells: Iterable[_Cell]) -> list[list[_Cell]]:
    """Cells that hang together by their corners: as ``cells_to_tables``."""
    heads: dict[_Point, _Point] = {}

    def head(corner: _Point) -> _Point:
        while (above := heads.setdefault(corner, corner)) != corner:
            # Every second step is cut short, so that no chain grows long.
            heads[corner] = corner = heads[above]
        return corner

    known = list(cells)
    for left, top, right, bottom in known:
        first = head((left, top))
        for corner in ((right, top), (left, bottom), (right, bottom)):
            heads[head(corner)] = first
    tables: dict[_Point, list[_Cell]] = defaultdict(list)
    for cell in known:
        tables[head((cell.left, cell.top))].append(cell)
    return list(tables.values())


def _grid(cells: Sequence[_Cell], xs: Sequence[float], ys: Sequence[float]) -> Grid:
    boxes = {(cell.top, cell.left): Box(xs[cell.left], ys[cell.top], xs[cell.right], ys[cell.bottom]) for cell in cells}
    lefts = sorted({cell.left for cell in cells})
    tops = sorted({cell.top for cell in cells})
    heights = sorted({*tops, *(cell.bottom for cell in cells)})
    bands: list[list[Box]] = [[] for _ in heights[1:]]
    for cell in sorted(cells, key=lambda cell: cell.left):
        for band in range(bisect_left(heights, cell.top), bisect_left(heights, cell.bottom)):
            bands[band].append(boxes[cell.top, cell.left])
    right = max(cell.right for cell in cells)
    return Grid(
        box=Box(xs[lefts[0]], ys[tops[0]], xs[right], ys[heights[-1]]),
        rows=tuple(tuple(boxes.get((top, left)) for left in lefts) for top in tops),
        columns=tuple(xs[left] for left in lefts),
        heights=tuple(ys[height] for height in heights),
        bands=tuple(map(tuple, bands)),
    )
