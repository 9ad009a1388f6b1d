"""pdfium's questions about single glyphs, bound so that asking costs little: they are asked for every line of a pack.

pypdfium2 declares the types of all arguments, and ctypes then checks each of them in Python at every call, which takes
longer than pdfium's answer. These are the same functions without declared arguments and with the interpreter's lock
kept (pdfium is used by one thread of a process): less than half the time a call. Callers pass exactly what the
comments say; an ``int`` goes as a C ``int``.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

# A pdfium FS_RECTF, read in one go: left, top, right, bottom.
RectBuffer = ctypes.c_float * 4

_Call = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class TextCalls:
    """``FPDFText_*`` functions; ``page`` is the text page's address as ``c_void_p``, ``glyph`` pdfium's own index."""

    loose_box: _Call  # (page, glyph, address of a RectBuffer)
    font_info: _Call  # (page, glyph, buffer for the name, its length, address of an int for the flags)
    font_size: _Call  # (page, glyph) -> points
    font_weight: _Call  # (page, glyph) -> 100 to 900, or less than 0
    matrix_of: _Call  # (page, glyph, address of a matrix)
    glyph_of: _Call  # (page, index of a character in the text) -> glyph, or -1
    matrix: type[Any]


@cache
def text_calls() -> TextCalls:
    """The functions of the pdfium that pypdfium2 has loaded."""
    import pypdfium2.raw as pdfium

    return TextCalls(
        loose_box=_unchecked(pdfium.FPDFText_GetLooseCharBox, ctypes.c_int),
        font_info=_unchecked(pdfium.FPDFText_GetFontInfo, ctypes.c_ulong),
        font_size=_unchecked(pdfium.FPDFText_GetFontSize, ctypes.c_double),
        font_weight=_unchecked(pdfium.FPDFText_GetFontWeight, ctypes.c_int),
        matrix_of=_unchecked(pdfium.FPDFText_GetMatrix, ctypes.c_int),
        glyph_of=_unchecked(pdfium.FPDFText_GetCharIndexFromTextIndex, ctypes.c_int),
        matrix=pdfium.FS_MATRIX,
    )


def _unchecked(function: Any, result: type[Any]) -> _Call:
    address = ctypes.cast(function, ctypes.c_void_p).value
    return ctypes.PYFUNCTYPE(result)(address)
