"""Paths of a page that may be letters drawn as outlines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

from ingest.pdf.pathcalls import AT_ONCE, Handle, Matrix, Rect, path_calls

# Letters are no larger than this (points), and are made of more than the four or five sides of a box.
_LARGEST = 60.0
_BOX_SEGMENTS = 5
# A path with more segments than this draws a whole word or page: it counts as one more for each so many of them.
_LETTER_SEGMENTS = 50
# Of more paths nothing new is learned; forms inside forms deeper than this are a file made to harm.
_MOST_PATHS = 4 * AT_ONCE
_DEEPEST = 6


class Outlines(NamedTuple):
    """The paths of a page that may be letters, in its own coordinates, and how many letters its paths could draw."""

    small: list[Rect]
    letters: int


def outlines(page: Any) -> Outlines:
    """What is drawn with paths on an open pdfium page, forms included."""
    calls = path_calls()
    small, letters = [], 0
    for path, (x0, y0, x1, y1) in islice(_paths(calls.on_page(page), None, 0), _MOST_PATHS):
        segments = calls.segment_count(path)
        letters += 1 + segments // _LETTER_SEGMENTS
        if segments > _BOX_SEGMENTS and abs(x1 - x0) <= _LARGEST and abs(y1 - y0) <= _LARGEST:
            small.append((x0, y0, x1, y1))
    return Outlines(small, letters)


def _paths(objects: Sequence[Handle], matrix: Matrix | None, depth: int) -> Iterator[tuple[Handle, Rect]]:
    """The paths among ``objects`` and what they cover; ``matrix`` is that of the forms they stand in."""
    calls = path_calls()
    kinds = calls.kinds(objects)
    paths = [obj for obj, kind in zip(objects, kinds, strict=True) if kind == calls.path]
    for path, (left, bottom, right, top) in zip(paths, calls.bounds(paths), strict=True):
        if matrix is None:
            yield path, (left, bottom, right, top)
        else:
            yield path, (*matrix.point(left, bottom), *matrix.point(right, top))
    if depth < _DEEPEST:
        for obj, kind in zip(objects, kinds, strict=True):
            if kind == calls.form:
                own = calls.matrix(obj)
                yield from _paths(calls.in_form(obj), own.then(matrix) if matrix else own, depth + 1)
