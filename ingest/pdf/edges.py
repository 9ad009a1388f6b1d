"""The ruling lines of a page, from pdfium's path objects."""

from __future__ import annotations

import ctypes
from typing import Any, NamedTuple

from ingest.pdf.geometry import Box, Frame

# A path no thicker than this (points) is one ruling line; pdfplumber snaps lines nearer than 3 points together too.
THIN = 3.0
# Shorter strokes are bits of glyphs and dotted lines.
_SHORTEST = 1.0
# Points of a segment farther apart than this across its direction make it a slope, not a rule.
_STRAIGHT = 0.5
# Vector drawings of thousands of paths hold no table; a grid of a whole page has a few hundred segments.
_MOST_SEGMENTS = 2000
# Forms inside forms: deeper than this is a file made to harm.
_DEEPEST = 6


class Edge(NamedTuple):
    """A ruling line; ``upright`` or level. Level ones have ``top == bottom``, upright ones ``x0 == x1``."""

    box: Box
    upright: bool


class _Matrix(NamedTuple):
    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def then(self, outer: _Matrix) -> _Matrix:
        return _Matrix(
            self.a * outer.a + self.b * outer.c,
            self.a * outer.b + self.b * outer.d,
            self.c * outer.a + self.d * outer.c,
            self.c * outer.b + self.d * outer.d,
            self.e * outer.a + self.f * outer.c + outer.e,
            self.e * outer.b + self.f * outer.d + outer.f,
        )


class PageObjects(NamedTuple):
    """What is drawn on a page beside its text: the ruling lines, and how much else."""

    edges: list[Edge]
    texts: int
    paths: int
    images: list[Box]


def page_objects(page: Any, frame: Frame) -> PageObjects:
    """The ruling lines of an open pdfium page, forms included, and what else is drawn on it."""
    walk = _Walk(frame)
    walk.page(page.raw)
    return PageObjects(walk.edges, walk.texts, walk.paths, walk.images)


class _Walk:
    """One walk over a page's objects; its buffers serve for all of them, for a chart has ten thousand."""

    __slots__ = ("_frame", "_pdfium", "_sides", "edges", "images", "paths", "texts")

    def __init__(self, frame: Frame) -> None:
        import pypdfium2.raw

        self._pdfium = pypdfium2.raw
        self._frame = frame
        self._sides = tuple(ctypes.c_float() for _ in range(4))
        self.edges: list[Edge] = []
        self.images: list[Box] = []
        self.texts = 0
        self.paths = 0

    def page(self, page: Any) -> None:
        get = self._pdfium.FPDFPage_GetObject
        for index in range(self._pdfium.FPDFPage_CountObjects(page)):
            self._object(get(page, index), None, 0)

    def _object(self, obj: Any, matrix: _Matrix | None, depth: int) -> None:
        """Look at one object; ``matrix`` is that of the forms it stands in, ``None`` outside of any."""
        kind = self._pdfium.FPDFPageObj_GetType(obj)
        if kind == self._pdfium.FPDF_PAGEOBJ_TEXT:
            self.texts += 1
        elif kind == self._pdfium.FPDF_PAGEOBJ_PATH:
            self.paths += 1
            if len(self.edges) < _MOST_SEGMENTS:
                self._path(obj, matrix)
        elif kind == self._pdfium.FPDF_PAGEOBJ_IMAGE:
            self.images.append(self._bounds(obj, matrix))
        elif kind == self._pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            inner = self._own_matrix(obj, matrix)
            for index in range(self._pdfium.FPDFFormObj_CountObjects(obj)):
                self._object(self._pdfium.FPDFFormObj_GetObject(obj, index), inner, depth + 1)

    def _own_matrix(self, obj: Any, outer: _Matrix | None) -> _Matrix:
        raw = self._pdfium.FS_MATRIX()
        self._pdfium.FPDFPageObj_GetMatrix(obj, raw)
        own = _Matrix(raw.a, raw.b, raw.c, raw.d, raw.e, raw.f)
        return own.then(outer) if outer else own

    def _bounds(self, obj: Any, matrix: _Matrix | None) -> Box:
        left, bottom, right, top = self._sides
        self._pdfium.FPDFPageObj_GetBounds(obj, left, bottom, right, top)
        if matrix is None:
            return self._frame.box(left.value, bottom.value, right.value, top.value)
        return self._frame.box(*matrix.point(left.value, bottom.value), *matrix.point(right.value, top.value))

    def _path(self, obj: Any, matrix: _Matrix | None) -> None:
        box = self._bounds(obj, matrix)
        if box.x1 - box.x0 <= THIN or box.bottom - box.top <= THIN:
            self._rule(box)
        elif (count := self._pdfium.FPDFPath_CountSegments(obj)) <= _MOST_SEGMENTS:
            self._outline(obj, self._own_matrix(obj, matrix), count)

    def _outline(self, obj: Any, matrix: _Matrix, count: int) -> None:
        """The straight sides of a rectangle, or of a whole grid drawn as one path."""
        x, y = self._sides[:2]
        start = here = None
        for index in range(count):
            segment = self._pdfium.FPDFPath_GetPathSegment(obj, index)
            self._pdfium.FPDFPathSegment_GetPoint(segment, x, y)
            kind = self._pdfium.FPDFPathSegment_GetType(segment)
            there = matrix.point(x.value, y.value)
            if kind == self._pdfium.FPDF_SEGMENT_MOVETO:
                start = there
            elif kind == self._pdfium.FPDF_SEGMENT_LINETO and here:
                self._segment(here, there)
            if start and self._pdfium.FPDFPathSegment_GetClose(segment):
                self._segment(there, start)
            here = there

    def _segment(self, here: tuple[float, float], there: tuple[float, float]) -> None:
        if abs(here[0] - there[0]) <= _STRAIGHT or abs(here[1] - there[1]) <= _STRAIGHT:
            self._rule(self._frame.box(*here, *there))

    def _rule(self, box: Box) -> None:
        """Keep the middle line of a thin box; nothing of a dot."""
        x0, top, x1, bottom = box
        width, height = x1 - x0, bottom - top
        if width >= height and width >= _SHORTEST:
            middle = (top + bottom) / 2
            self.edges.append(Edge(Box(x0, middle, x1, middle), upright=False))
        elif height > width and height >= _SHORTEST:
            middle = (x0 + x1) / 2
            self.edges.append(Edge(Box(middle, top, middle, bottom), upright=True))
