"""Ruled tables: pdfplumber's table finding, on nothing but the ruling lines that pdfium gives."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ingest.pdf.edges import Edge
from ingest.pdf.geometry import Box

# Fewer ruling lines than this in either direction can't enclose two cells.
FEWEST_EDGES = 2
# pdfplumber's own defaults (``pdfplumber.table.TableSettings``), in points: lines this near are one line, ...
_SNAP = _JOIN = 3
# ... lines shorter than this are none, and lines that come this near to each other meet.
_SHORTEST_EDGE = 3
_MEET = 3

_PlumberEdge = dict[str, Any]
_Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table on one page: its rows of cells, downwards; ``None`` where a merged cell covers the place."""

    box: Box
    rows: tuple[tuple[Box | None, ...], ...]
    cells: tuple[Box, ...]

    def level(self, y: float) -> list[Box]:
        """The cells that reach over the height ``y``, from left to right in each row."""
        return [cell for cell in self.cells if cell[1] <= y <= cell[3]]


@dataclass(frozen=True, slots=True)
class _Crossing:
    """The upright and the level lines that meet in a point, by number."""

    upright: frozenset[int]
    level: frozenset[int]


def find_grids(edges: list[Edge]) -> list[Grid]:
    """The ruled tables of two cells or more that a page's ruling lines make, from top to bottom.

    As ``pdfplumber.table.TableFinder`` finds them, but for how cells are told from crossings: that step takes most of
    its time, and numbering the lines makes it several times faster.
    """
    upright = sum(edge.upright for edge in edges)
    if upright < FEWEST_EDGES or len(edges) - upright < FEWEST_EDGES:
        return []
    from pdfplumber.table import cells_to_tables, merge_edges

    merged = merge_edges([_as_plumber(edge) for edge in edges], _SNAP, _SNAP, _JOIN, _JOIN)
    cells = list(_cells(_crossings(merged)))
    return [_grid(group) for group in cells_to_tables(cells)]


def _grid(cells: list[tuple[float, float, float, float]]) -> Grid:
    from pdfplumber.table import Table

    page: Any = None  # it serves only for reading text, which is done here by ``ingest.pdf.cells``
    table = Table(page, cells)
    rows = tuple(tuple(Box(*cell) if cell else None for cell in row.cells) for row in table.rows)
    return Grid(Box(*table.bbox), rows, tuple(cell for row in rows for cell in row if cell))


def _as_plumber(edge: Edge) -> _PlumberEdge:
    box = edge.box
    return {
        "object_type": "line",
        "orientation": "v" if edge.upright else "h",
        "x0": box.x0,
        "x1": box.x1,
        "top": box.top,
        "bottom": box.bottom,
        "width": box.width,
        "height": box.height,
    }


def _crossings(edges: list[_PlumberEdge]) -> dict[_Point, _Crossing]:
    """The points in which upright and level lines meet, as ``pdfplumber.table.edges_to_intersections``."""
    level = sorted(
        (edge["top"], edge["x0"] - _MEET, edge["x1"] + _MEET, number)
        for number, edge in enumerate(edges)
        if edge["orientation"] == "h" and edge["width"] >= _SHORTEST_EDGE
    )
    tops = [top for top, *_ in level]
    upright: dict[_Point, set[int]] = defaultdict(set)
    flat: dict[_Point, set[int]] = defaultdict(set)
    for number, edge in enumerate(edges):
        if edge["orientation"] != "v" or edge["height"] < _SHORTEST_EDGE:
            continue
        x = edge["x0"]
        for top, x0, x1, other in level[bisect_left(tops, edge["top"] - _MEET) :]:
            if top > edge["bottom"] + _MEET:
                break
            if x0 <= x <= x1:
                upright[x, top].add(number)
                flat[x, top].add(other)
    return {point: _Crossing(frozenset(upright[point]), frozenset(flat[point])) for point in sorted(upright)}


def _cells(crossings: Mapping[_Point, _Crossing]) -> Iterator[tuple[float, float, float, float]]:
    """The smallest rectangles between crossings, as ``pdfplumber.table.intersections_to_cells``."""
    below: dict[float, list[float]] = defaultdict(list)
    beside: dict[float, list[float]] = defaultdict(list)
    for x, y in crossings:
        below[x].append(y)
        beside[y].append(x)
    for corner, crossing in crossings.items():
        x, y = corner
        bottoms = [
            bottom
            for bottom in below[x][bisect_right(below[x], y) :]
            if not crossing.upright.isdisjoint(crossings[x, bottom].upright)
        ]
        rights = [
            right
            for right in beside[y][bisect_right(beside[y], x) :]
            if not crossing.level.isdisjoint(crossings[right, y].level)
        ]
        found = next(
            (
                (x, y, right, bottom)
                for bottom in bottoms
                for right in rights
                if (last := crossings.get((right, bottom)))
                and not last.upright.isdisjoint(crossings[right, y].upright)
                and not last.level.isdisjoint(crossings[x, bottom].level)
            ),
            None,
        )
        if found:
            yield found
