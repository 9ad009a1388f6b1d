"""The ruling lines of a page, from pdfium's path objects."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from ingest.pdf.geometry import Box, Frame
from ingest.pdf.pathcalls import AT_ONCE, Handle, Matrix, PathCalls, Point, Rect, path_calls

# A path no thicker than this (points) is one ruling line; pdfplumber snaps lines nearer than 3 points together too.
THIN = 3.0
# Shorter strokes are bits of glyphs and dotted lines.
_SHORTEST = 1.0
# Points of a segment farther apart than this across its direction make it a slope, not a rule.
_STRAIGHT = 0.5
# Vector drawings of thousands of paths hold no table; a grid of a whole page has a few hundred segments.
_MOST_SEGMENTS = AT_ONCE
# Forms inside forms: deeper than this is a file made to harm.
_DEEPEST = 6
# A rectangle is a move, three sides and the way back.
_RECTANGLE = 5
# Boxes within this many points of each other touch.
_TOUCHING = 0.6
# No column is narrower than this (points); a box so narrow lies behind the space between two words.
_NARROW = 8.0
# A box over this much of the page in both directions is its backdrop.
_BACKDROP = 0.9


class Edge(NamedTuple):
    """A ruling line, ``upright`` or level: it stands ``at`` an x or at a y, and reaches from ``start`` to ``end``."""

    upright: bool
    at: float
    start: float
    end: float


class PageObjects(NamedTuple):
    """What is drawn on a page beside its text: the ruling lines, and how much else."""

    edges: list[Edge]
    texts: int
    paths: int
    images: list[Box]


def page_objects(page: Any, frame: Frame) -> PageObjects:
    """The ruling lines of an open pdfium page, forms included, and what else is drawn on it."""
    calls = path_calls()
    walk = _Walk(calls, frame)
    walk.objects(calls.on_page(page), None, 0)
    walk.areas.end()
    images = [frame.box(*image) for image in walk.images]
    return PageObjects(list(_edges(walk.areas.rules, frame)), walk.texts, walk.paths, images)


def _edges(rules: Iterable[Rect], frame: Frame) -> Iterable[Edge]:
    """The middle lines of thin boxes; nothing of a dot."""
    for rule in rules:
        x0, top, x1, bottom = frame.box(*rule)
        width, height = x1 - x0, bottom - top
        if width >= height:
            if width >= _SHORTEST:
                yield Edge(False, (top + bottom) / 2, x0, x1)
        elif height >= _SHORTEST:
            yield Edge(True, (x0 + x1) / 2, top, bottom)


class _Areas:
    """The rules of a page, in its own coordinates; of filled boxes the sides that part one colour from another.

    Word lays boxes behind single words and lines of shaded text, which would make a cell of each word: boxes of one
    colour inside of each other, or side by side with those of the spaces between words, are one area.
    """

    __slots__ = ("_backdrop", "_begun", "_words", "rules")

    def __init__(self, frame: Frame) -> None:
        self.rules: list[Rect] = []
        self._backdrop = (_BACKDROP * (frame.right - frame.left), _BACKDROP * (frame.top - frame.bottom))
        self._begun: tuple[tuple[int, ...], Rect] | None = None
        self._words = False

    def add(self, colour: tuple[int, ...], box: Rect) -> None:
        """Take the next filled box, in the order in which they are drawn."""
        x0, y0, x1, y1 = box
        if x1 - x0 > self._backdrop[0] and y1 - y0 > self._backdrop[1]:
            return
        if self._begun and self._begun[0] == colour:
            left, bottom, right, top = self._begun[1]
            near = _TOUCHING
            if x0 >= left - near and x1 <= right + near and y0 >= bottom - near and y1 <= top + near:
                return
            if abs(x0 - right) <= near and abs(y0 - bottom) <= near and abs(y1 - top) <= near:
                self._words = self._words or min(right - left, x1 - x0) < _NARROW
                if self._words:
                    self._begun = colour, (left, bottom, x1, top)
                    return
        self.end()
        self._begun = colour, box

    def end(self) -> None:
        """No box goes on with the area begun."""
        if self._begun:
            left, bottom, right, top = self._begun[1]
            self.rules += (
                (left, bottom, right, bottom),
                (right, bottom, right, top),
                (left, top, right, top),
                (left, bottom, left, top),
            )
        self._begun = None
        self._words = False


class _Walk:
    """One walk over a page's objects. ``images`` are corners in the page's own coordinates."""

    __slots__ = ("_calls", "areas", "images", "paths", "texts")

    def __init__(self, calls: PathCalls, frame: Frame) -> None:
        self._calls = calls
        self.areas = _Areas(frame)
        self.images: list[Rect] = []
        self.texts = 0
        self.paths = 0

    def objects(self, objects: Sequence[Handle], matrix: Matrix | None, depth: int) -> None:
        """Look at objects; ``matrix`` is that of the forms they stand in, ``None`` outside of any."""
        calls = self._calls
        kinds = calls.kinds(objects)
        texts = kinds.count(calls.text)
        self.texts += texts
        if texts == len(objects):
            return
        paths = [obj for obj, kind in zip(objects, kinds, strict=True) if kind == calls.path]
        self.paths += len(paths)
        self._paths(paths[:_MOST_SEGMENTS], matrix)
        if texts + len(paths) == len(objects):
            return
        for obj, kind in zip(objects, kinds, strict=True):
            if kind == calls.image:
                self.images.extend(self._bounds([obj], matrix))
            elif kind == calls.form and depth < _DEEPEST:
                own = calls.matrix(obj)
                self.objects(calls.in_form(obj), own.then(matrix) if matrix else own, depth + 1)

    def _bounds(self, objects: Sequence[Handle], matrix: Matrix | None) -> list[Rect]:
        bounds = self._calls.bounds(objects)
        if matrix is None:
            return bounds
        return [(*matrix.point(left, bottom), *matrix.point(right, top)) for left, bottom, right, top in bounds]

    def _paths(self, paths: Sequence[Handle], matrix: Matrix | None) -> None:
        for path, rect in zip(paths, self._bounds(paths, matrix), strict=True):
            if len(self.areas.rules) > _MOST_SEGMENTS:
                return
            if abs(rect[2] - rect[0]) <= THIN or abs(rect[3] - rect[1]) <= THIN:
                self.areas.rules.append(rect)
            else:
                self._outline(path, matrix)

    def _outline(self, path: Handle, outer: Matrix | None) -> None:
        """The straight sides of a rectangle, or of a whole grid drawn as one path."""
        calls = self._calls
        count = calls.segment_count(path)
        paint = calls.paint(path)
        if count > _MOST_SEGMENTS or not (paint.stroked or paint.fill):
            return
        own = calls.matrix(path)
        matrix = own.then(outer) if outer else own
        segments, places = calls.segments(path, count)
        points = [matrix.point(x, y) for x, y in places]
        if count == _RECTANGLE and _is_rectangle(points):
            if paint.stroked or paint.fill is None:
                self.areas.rules.extend((*here, *there) for here, there in pairwise(points))
            else:
                xs, ys = (points[0][0], points[2][0]), (points[0][1], points[2][1])
                self.areas.add(paint.fill, (min(xs), min(ys), max(xs), max(ys)))
            return
        start = points[0]
        for at, segment in enumerate(segments):
            kind = calls.segment_kind(segment)
            if kind == calls.move:
                start = points[at]
            elif kind == calls.line:
                self._segment(points[at - 1], points[at])
            if calls.closes(segment):
                self._segment(points[at], start)

    def _segment(self, here: Point, there: Point) -> None:
        if abs(here[0] - there[0]) <= _STRAIGHT or abs(here[1] - there[1]) <= _STRAIGHT:
            self.areas.rules.append((*here, *there))


def _is_rectangle(points: Sequence[Point]) -> bool:
    """Whether five points go once around a level rectangle: told without asking for what joins them."""
    (x0, y0), (x1, y1), (x2, y2), (x3, y3), last = points
    if last != points[0]:
        return False
    return (x0 == x1 and y1 == y2 and x2 == x3 and y3 == y0) or (y0 == y1 and x1 == x2 and y2 == y3 and x3 == x0)
