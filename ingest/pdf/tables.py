"""Ruled tables: pdfplumber's own finder on a page that holds nothing but pdfium's ruling lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ingest.pdf.edges import Edge
from ingest.pdf.geometry import Box

# Fewer ruling lines than this in either direction can't enclose two cells.
FEWEST_EDGES = 2
_Dict = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table on one page: its rows of cells from top to bottom; ``None`` where a merged cell covers the place."""

    box: Box
    rows: tuple[tuple[Box | None, ...], ...]


@dataclass(frozen=True, slots=True)
class _RuledPage:
    """As much of a ``pdfplumber.page.Page`` as its table finder looks at."""

    bbox: Box
    edges: list[_Dict]


def find_grids(edges: list[Edge], page: Box) -> list[Grid]:
    """The ruled tables of a page, of two cells or more."""
    upright = sum(edge.upright for edge in edges)
    if upright < FEWEST_EDGES or len(edges) - upright < FEWEST_EDGES:
        return []
    from pdfplumber.table import TableFinder

    finder = TableFinder(_RuledPage(page, [_as_plumber(edge) for edge in edges]))
    return [
        Grid(
            Box(*table.bbox),
            tuple(tuple(Box(*cell) if cell else None for cell in row.cells) for row in table.rows),
        )
        for table in finder.tables
        if len(table.cells) > 1
    ]


def _as_plumber(edge: Edge) -> _Dict:
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
