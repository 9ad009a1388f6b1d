"""pdfium's questions about single glyphs, bound so that asking costs little: they are asked for every line of a pack.

pypdfium2 declares the types of all arguments, and ctypes then checks each of them in Python at every call, which takes
longer than pdfium's answer. These are the same functions without declared arguments and with the interpreter's lock
kept (pdfium is used by one thread of a process): less than half the time a call. Callers pass exactly what the
comments say; an ``int`` goes as a C ``int``.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from functools import cache
from typing import Any

# Longer font names are not told.
_NAME_BYTES = 256


class TextCalls:
    """``FPDFText_*`` functions; ``page`` is the text page's address as ``c_void_p``, ``glyph`` pdfium's own index.

    pdfium writes its answers into buffers that stand here, once a process: they are read before the next call.
    """

    def __init__(self) -> None:
        import pypdfium2.raw as pdfium

        # (page, glyph, rect_at): writes left, top, right and bottom of the glyph's loose box into ``rect``
        self.loose_box = _unchecked(pdfium.FPDFText_GetLooseCharBox, ctypes.c_int)
        # (page, glyph) -> points
        self.font_size = _unchecked(pdfium.FPDFText_GetFontSize, ctypes.c_double)
        # (page, glyph) -> 100 to 900, less than 0 where it has none
        self.font_weight = _unchecked(pdfium.FPDFText_GetFontWeight, ctypes.c_int)
        # (page, index of a character of the text) -> glyph, -1 where it has none
        self.glyph_of = _unchecked(pdfium.FPDFText_GetCharIndexFromTextIndex, ctypes.c_int)
        self._font_info = _unchecked(pdfium.FPDFText_GetFontInfo, ctypes.c_ulong)
        self._matrix_of = _unchecked(pdfium.FPDFText_GetMatrix, ctypes.c_int)
        rect = (ctypes.c_float * 4)()
        self.rect = memoryview(rect).cast("B").cast("f")
        self.rect_at = ctypes.byref(rect)
        self._name = ctypes.create_string_buffer(_NAME_BYTES)
        self._flags = ctypes.c_int()
        self._flags_at = ctypes.byref(self._flags)
        self._matrix = pdfium.FS_MATRIX()
        self._matrix_at = ctypes.byref(self._matrix)

    def font_name(self, page: ctypes.c_void_p, glyph: int) -> bytes:
        """The name of a glyph's font; that of the glyph asked for before where this one has none."""
        self._font_info(page, glyph, self._name, _NAME_BYTES, self._flags_at)
        return self._name.value

    def font_flags(self, page: ctypes.c_void_p, glyph: int) -> int:
        """The flags of a glyph's font (PDF 32000-1:2008, table 123)."""
        self._flags.value = 0
        self._font_info(page, glyph, self._name, _NAME_BYTES, self._flags_at)
        return self._flags.value

    def text_matrix(self, page: ctypes.c_void_p, glyph: int) -> tuple[float, float] | None:
        """What the matrix of a glyph's text makes of an upright unit: (x, y); ``None`` where it has none."""
        told = self._matrix_of(page, glyph, self._matrix_at)
        return (self._matrix.c, self._matrix.d) if told else None


@cache
def text_calls() -> TextCalls:
    """The functions of the pdfium that pypdfium2 has loaded."""
    return TextCalls()


def _unchecked(function: Any, result: type[Any]) -> Callable[..., Any]:
    address = ctypes.cast(function, ctypes.c_void_p).value
    assert address is not None, "pdfium's functions are loaded"
    return ctypes.PYFUNCTYPE(result)(address)
