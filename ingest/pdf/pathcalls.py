"""pdfium's questions about what is drawn on a page, asked for many objects at a time.

A chart has ten thousand paths, a page of tables hundreds, and what takes time is not pdfium's answer but the way there.
These are pypdfium2's functions with plain addresses for arguments and with the interpreter's lock kept (pdfium is used
by one thread of a process), called in a loop that runs in C, with the answers put side by side into one buffer.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Sequence
from functools import cache
from itertools import repeat
from typing import Any, NamedTuple

# So many answers fit into the buffer; a page of more objects is asked in several rounds.
AT_ONCE = 2048
_FLOAT = ctypes.sizeof(ctypes.c_float)

# An address: of a page, of an object on it, of a segment of a path.
Handle = int
Point = tuple[float, float]
# Left, bottom, right and top in the coordinates of what an object stands in.
Rect = tuple[float, float, float, float]


class Paint(NamedTuple):
    """Whether the outline of a path is drawn, and the colour (red, green, blue, alpha) of its area, if it has one."""

    stroked: bool
    fill: tuple[int, ...] | None


class Matrix(NamedTuple):
    """How the coordinates of an object become those of what it stands in (PDF 32000-1:2008, 8.3.3)."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def point(self, x: float, y: float) -> Point:
        """Where the point comes to stand."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def then(self, outer: Matrix) -> Matrix:
        """Both, one after the other."""
        return Matrix(
            self.a * outer.a + self.b * outer.c,
            self.a * outer.b + self.b * outer.d,
            self.c * outer.a + self.d * outer.c,
            self.c * outer.b + self.d * outer.d,
            self.e * outer.a + self.f * outer.c + outer.e,
            self.e * outer.b + self.f * outer.d + outer.f,
        )


class PathCalls:
    """``FPDFPageObj_*`` and ``FPDFPath_*`` functions; the kinds of objects and segments are pdfium's numbers."""

    def __init__(self) -> None:
        import pypdfium2.raw as pdfium

        handle, number = ctypes.c_void_p, ctypes.c_int
        self.text, self.path = pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_PATH
        self.image, self.form = pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM
        self.move, self.line = pdfium.FPDF_SEGMENT_MOVETO, pdfium.FPDF_SEGMENT_LINETO
        self._page_count = _bound(pdfium.FPDFPage_CountObjects, number, handle)
        self._page_object = _bound(pdfium.FPDFPage_GetObject, handle, handle, number)
        self._form_count = _bound(pdfium.FPDFFormObj_CountObjects, number, handle)
        self._form_object = _bound(pdfium.FPDFFormObj_GetObject, handle, handle, number)
        self._kind = _bound(pdfium.FPDFPageObj_GetType, number, handle)
        self._bounds = _bound(pdfium.FPDFPageObj_GetBounds, number, handle, handle, handle, handle, handle)
        self._matrix = _bound(pdfium.FPDFPageObj_GetMatrix, number, handle, handle)
        self._draw_mode = _bound(pdfium.FPDFPath_GetDrawMode, number, handle, handle, handle)
        self._fill_colour = _bound(pdfium.FPDFPageObj_GetFillColor, number, handle, handle, handle, handle, handle)
        self.segment_count = _bound(pdfium.FPDFPath_CountSegments, number, handle)
        self._segment = _bound(pdfium.FPDFPath_GetPathSegment, handle, handle, number)
        self._segment_point = _bound(pdfium.FPDFPathSegment_GetPoint, number, handle, handle, handle)
        self.segment_kind = _bound(pdfium.FPDFPathSegment_GetType, number, handle)
        self.closes = _bound(pdfium.FPDFPathSegment_GetClose, number, handle)
        self._answers = (ctypes.c_float * (4 * AT_ONCE))()
        self._read = memoryview(self._answers).cast("B").cast("f")
        start = ctypes.addressof(self._answers)
        self._slots = [[start + _FLOAT * (4 * at + side) for at in range(AT_ONCE)] for side in range(4)]
        self._numbers = (ctypes.c_uint * 4)()
        self._number_slots = [ctypes.addressof(self._numbers) + ctypes.sizeof(ctypes.c_uint) * at for at in range(4)]

    def on_page(self, page: Any) -> list[Handle]:
        """The objects of an open pdfium page; they live as long as it does."""
        handle = ctypes.cast(page.raw, ctypes.c_void_p).value
        return list(map(self._page_object, repeat(handle), range(self._page_count(handle))))

    def in_form(self, form: Handle) -> list[Handle]:
        """The objects of a form."""
        return list(map(self._form_object, repeat(form), range(self._form_count(form))))

    def kinds(self, objects: Sequence[Handle]) -> list[int]:
        """What each object is."""
        return list(map(self._kind, objects))

    def bounds(self, objects: Sequence[Handle]) -> list[Rect]:
        """What each object covers, the width of strokes included."""
        found: list[Rect] = []
        for at in range(0, len(objects), AT_ONCE):
            some = objects[at : at + AT_ONCE]
            sum(map(self._bounds, some, *self._slots))
            flat = iter(self._read[: 4 * len(some)].tolist())
            found.extend(zip(flat, flat, flat, flat, strict=True))
        return found

    def matrix(self, obj: Handle) -> Matrix:
        """The matrix of an object."""
        raw = (ctypes.c_float * 6)()
        self._matrix(obj, ctypes.addressof(raw))
        return Matrix(*raw)

    def paint(self, path: Handle) -> Paint:
        """With what a path is drawn."""
        numbers, slots = self._numbers, self._number_slots
        self._draw_mode(path, slots[0], slots[1])
        filled, stroked = numbers[0], numbers[1]
        if not filled:
            return Paint(bool(stroked), None)
        self._fill_colour(path, *slots)
        return Paint(bool(stroked), tuple(numbers))

    def segments(self, path: Handle, count: int) -> tuple[list[Handle], list[Point]]:
        """The first ``count`` segments of a path, at most ``AT_ONCE``, and where each of them ends."""
        segments = list(map(self._segment, repeat(path), range(count)))
        sum(map(self._segment_point, segments, self._slots[0], self._slots[1]))
        flat = self._read[: 4 * count].tolist()
        return segments, list(zip(flat[::4], flat[1::4], strict=True))


@cache
def path_calls() -> PathCalls:
    """The functions of the pdfium that pypdfium2 has loaded."""
    return PathCalls()


def _bound(function: Any, result: type[Any], *arguments: type[Any]) -> Callable[..., Any]:
    address = ctypes.cast(function, ctypes.c_void_p).value
    return ctypes.PYFUNCTYPE(result, *arguments)(address or 0)
