"""The ruling lines of a page, from pdfium's path objects."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
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


_IDENTITY = _Matrix(1, 0, 0, 1, 0, 0)


class PageObjects(NamedTuple):
    """What is drawn on a page beside its text: the ruling lines, and how much else."""

    edges: list[Edge]
    texts: int
    paths: int
    images: list[Box]


def page_objects(page: Any, frame: Frame) -> PageObjects:
    """The ruling lines of an open pdfium page, forms included, and counts of its objects."""
    found = PageObjects([], 0, 0, [])
    texts = paths = 0
    import pypdfium2.raw as pdfium

    for kind, obj, matrix in _walk(page.raw, None, _IDENTITY, 0):
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            texts += 1
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            found.images.append(_bounds(obj, matrix, frame))
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            paths += 1
            if len(found.edges) < _MOST_SEGMENTS:
                found.edges.extend(_path_edges(obj, matrix, frame))
    return found._replace(texts=texts, paths=paths)


def _walk(page: Any, form: Any, matrix: _Matrix, depth: int) -> Iterator[tuple[int, Any, _Matrix]]:
    import pypdfium2.raw as pdfium

    count = pdfium.FPDFFormObj_CountObjects(form) if form else pdfium.FPDFPage_CountObjects(page)
    for index in range(count):
        obj = pdfium.FPDFFormObj_GetObject(form, index) if form else pdfium.FPDFPage_GetObject(page, index)
        kind = pdfium.FPDFPageObj_GetType(obj)
        if kind == pdfium.FPDF_PAGEOBJ_FORM:
            if depth < _DEEPEST:
                yield from _walk(page, obj, _own_matrix(obj).then(matrix), depth + 1)
        else:
            yield kind, obj, matrix


def _own_matrix(obj: Any) -> _Matrix:
    import pypdfium2.raw as pdfium

    raw = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(obj, raw):
        return _IDENTITY
    return _Matrix(raw.a, raw.b, raw.c, raw.d, raw.e, raw.f)


def _bounds(obj: Any, matrix: _Matrix, frame: Frame) -> Box:
    import pypdfium2.raw as pdfium

    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(obj, left, bottom, right, top)
    return frame.box(*matrix.point(left.value, bottom.value), *matrix.point(right.value, top.value))


def _path_edges(obj: Any, matrix: _Matrix, frame: Frame) -> Iterator[Edge]:
    box = _bounds(obj, matrix, frame)
    if box.width <= THIN or box.height <= THIN:
        edge = _rule(box)
        if edge:
            yield edge
        return
    import pypdfium2.raw as pdfium

    count = pdfium.FPDFPath_CountSegments(obj)
    if count > _MOST_SEGMENTS:
        return
    matrix = _own_matrix(obj).then(matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    start = here = None
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(obj, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        there = matrix.point(x.value, y.value)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = there
        elif kind == pdfium.FPDF_SEGMENT_LINETO and here:
            yield from _segment(here, there, frame)
        if start and pdfium.FPDFPathSegment_GetClose(segment):
            yield from _segment(there, start, frame)
        here = there


def _segment(here: tuple[float, float], there: tuple[float, float], frame: Frame) -> Iterator[Edge]:
    box = frame.box(*here, *there)
    if box.width <= _STRAIGHT or box.height <= _STRAIGHT:
        edge = _rule(box)
        if edge:
            yield edge


def _rule(box: Box) -> Edge | None:
    """The middle line of a thin box; nothing for a dot."""
    if max(box.width, box.height) < _SHORTEST:
        return None
    if box.height <= box.width:
        middle = (box.top + box.bottom) / 2
        return Edge(Box(box.x0, middle, box.x1, middle), upright=False)
    middle = (box.x0 + box.x1) / 2
    return Edge(Box(middle, box.top, middle, box.bottom), upright=True)
