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
BOLD_WEIGHT = 600
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

    def box(self, index: int) -> Box:
        """The box of a glyph: its advance width, by the font's ascent and descent."""
        rect = self._rect
        self._pdfium.FPDFText_GetLooseCharBox(self._textpage, self._glyph(index), rect)
        return self.frame.box(rect.left, rect.bottom, rect.right, rect.top)

    def angle(self, index: int) -> int:
        """To which side of the page as held the text runs: 0 (to the right), 90 (down), 180, 270 (up)."""
        radians = self._pdfium.FPDFText_GetCharAngle(self._textpage, self._glyph(index))
        return (round(math.degrees(radians) / 90) * 90 + self.frame.rotation) % 360

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
            known = bool(
                _BOLD_NAME.search(name) or self._flags.value & FORCE_BOLD or weight >= BOLD_WEIGHT,
            )
            self._fonts.bold[name] = known
        return known
