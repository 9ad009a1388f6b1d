"""pdfium's text of one page, and the few questions about single glyphs that the reader asks of it."""

from __future__ import annotations

import ctypes
import math
import re
from dataclasses import dataclass, field
from typing import Any

from ingest.pdf.geometry import Box, Frame

# PDF 32000-1:2008, table 123: the font is to be drawn bold.
FORCE_BOLD = 1 << 18
# 400 is regular, 500 medium: pdfium guesses 435 for some regular faces, so bold starts well above.
# Past 950 the stem width that pdfium reckons from is a slip of the program that made the file.
BOLD_WEIGHTS = (600, 950)
# A loose glyph box is ascent plus descent high: 1 to 1.35 times the size in all ordinary fonts. Outside of this range
# the size is that of a text scaled by its matrix.
SANE_HEIGHTS = (0.8, 1.8)
_FONT_NAME_BYTES = 256
_BOLD_NAME = re.compile(rb"bold|black|heavy|(?:^|[-,])(?:bd|demi)(?:$|[^a-z])", re.I)


@dataclass(slots=True)
class FontWeights:
    """Which fonts of a document are bold, by name: asked of pdfium once a font."""

    bold: dict[bytes, bool] = field(default_factory=dict)


class Glyphs:
    """The text of one page; open only while its page is. Indices are those of ``text``.

    Each question is one call into pdfium, and no question is asked for every character.
    """

    __slots__ = ("_flags", "_fonts", "_matrix", "_name", "_pdfium", "_rect", "_same", "_textpage", "frame", "text")

    def __init__(self, textpage: Any, frame: Frame, fonts: FontWeights) -> None:
        import pypdfium2.raw

        self._pdfium = pypdfium2.raw
        self._textpage = textpage.raw
        self._fonts = fonts
        self.frame = frame
        self.text: str = textpage.get_text_range()
        self._same = len(self.text) == textpage.count_chars()
        self._rect = self._pdfium.FS_RECTF()
        self._matrix = self._pdfium.FS_MATRIX()
        self._name = ctypes.create_string_buffer(_FONT_NAME_BYTES)
        self._flags = ctypes.c_int()

    def _glyph(self, index: int) -> int:
        """pdfium keeps glyphs that stand for no character: its numbering runs ahead of the text's."""
        if self._same:
            return index
        glyph: int = self._pdfium.FPDFText_GetCharIndexFromTextIndex(self._textpage, index)
        return max(glyph, 0)

    def span_box(self, start: int, end: int) -> Box:
        """The box of a line's or a word's glyphs, told from its first and its last one.

        A glyph's own box is its advance width by its font's ascent and descent.
        """
        rect, ask, page = self._rect, self._pdfium.FPDFText_GetLooseCharBox, self._textpage
        ask(page, start if self._same else self._glyph(start), rect)
        left, top, right, bottom = rect.left, rect.top, rect.right, rect.bottom
        if end - start > 1:
            ask(page, end - 1 if self._same else self._glyph(end - 1), rect)
            if rect.right >= right:
                right = rect.right
            else:
                left = min(left, rect.left)
            if rect.top != top or rect.bottom != bottom:
                top, bottom = max(top, rect.top), min(bottom, rect.bottom)
        return self.frame.box(left, bottom, right, top)

    def box(self, index: int) -> Box:
        """The box of one glyph."""
        return self.span_box(index, index + 1)

    def size(self, index: int, height: float) -> float:
        """The size in points of a glyph whose box is ``height`` high."""
        glyph = self._glyph(index)
        size: float = self._pdfium.FPDFText_GetFontSize(self._textpage, glyph)
        low, high = SANE_HEIGHTS
        if size > 0 and low * size <= height <= high * size:
            return round(size, 1)
        matrix = self._matrix
        if size > 0 and self._pdfium.FPDFText_GetMatrix(self._textpage, glyph, matrix):
            return round(size * math.hypot(matrix.c, matrix.d), 1)
        return round(height, 1)

    def bold(self, index: int) -> bool:
        """Whether a glyph's font is bold: by its name, its flag, or its weight where that can be believed."""
        glyph = self._glyph(index)
        self._pdfium.FPDFText_GetFontInfo(self._textpage, glyph, self._name, _FONT_NAME_BYTES, self._flags)
        name = self._name.value
        known = self._fonts.bold.get(name)
        if known is None:
            weight = self._pdfium.FPDFText_GetFontWeight(self._textpage, glyph)
            lightest, heaviest = BOLD_WEIGHTS
            known = bool(
                _BOLD_NAME.search(name) or self._flags.value & FORCE_BOLD or lightest <= weight <= heaviest,
            )
            self._fonts.bold[name] = known
        return known
