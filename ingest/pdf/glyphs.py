"""pdfium's text of one page, and the few questions about single glyphs that the reader asks of it."""

from __future__ import annotations

import ctypes
import math
import re
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from ingest.pdf.geometry import Box, Frame
from ingest.pdf.textcalls import RectBuffer, text_calls

# PDF 32000-1:2008, table 123: the font is to be drawn bold.
FORCE_BOLD = 1 << 18
# 400 is regular, 500 medium: pdfium guesses 435 for some regular faces, so bold starts well above.
# Past 950 the stem width that pdfium reckons from is a slip of the program that made the file.
BOLD_WEIGHTS = (600, 950)
# A loose glyph box is ascent plus descent high: 1 to 1.35 times the size in all ordinary fonts. Outside of this range
# the size is that of a text scaled by its matrix.
SANE_HEIGHTS = (0.8, 1.8)
_FONT_NAME_BYTES = 256
_WORD = re.compile(r"\S+")
_BOLD_NAME = re.compile(rb"bold|black|heavy|(?:^|[-,])(?:bd|demi)(?:$|[^a-z])", re.I)


@dataclass(slots=True)
class FontWeights:
    """Which fonts of a document are bold, by name: asked of pdfium once a font."""

    bold: dict[bytes, bool] = field(default_factory=dict)


class Word(NamedTuple):
    """A word of a line: its range in the page's text, and from where to where it reaches, in points."""

    start: int
    end: int
    x0: float
    x1: float


class Glyphs:
    """The text of one page; open only while its page is. Indices are those of ``text``.

    Each question is one call into pdfium, and no question is asked for every character.
    """

    __slots__ = (
        "_box_call",
        "_calls",
        "_flags",
        "_flags_at",
        "_fonts",
        "_frame",
        "_matrix",
        "_name",
        "_offset",
        "_page",
        "_rect",
        "_rect_at",
        "_same",
        "text",
    )

    def __init__(self, textpage: Any, frame: Frame, fonts: FontWeights) -> None:
        self._calls = calls = text_calls()
        self._page = ctypes.cast(textpage.raw, ctypes.c_void_p)
        self._fonts = fonts
        self.frame = frame
        self.text: str = textpage.get_text_range()
        self._same = len(self.text) == textpage.count_chars()
        self._box_call = calls.loose_box
        buffer = RectBuffer()
        self._rect_at = ctypes.byref(buffer)
        self._rect = memoryview(buffer).cast("B").cast("f")
        self._matrix = calls.matrix()
        self._name = ctypes.create_string_buffer(_FONT_NAME_BYTES)
        self._flags = ctypes.c_int()
        self._flags_at = ctypes.byref(self._flags)

    @property
    def frame(self) -> Frame:
        """How the page's coordinates come to be those of the page as held; it may be turned once its lines are seen."""
        return self._frame

    @frame.setter
    def frame(self, frame: Frame) -> None:
        self._frame = frame
        # Nearly all pages stand upright: only their origin moves, which need not be worked out for every box.
        self._offset = None if frame.rotation else (frame.left, frame.top)

    def _glyph(self, index: int) -> int:
        """pdfium keeps glyphs that stand for no character: its numbering runs ahead of the text's."""
        if self._same:
            return index
        glyph: int = self._calls.glyph_of(self._page, index)
        return max(glyph, 0)

    def span_box(self, start: int, end: int) -> Box:
        """The box of a line's or a word's glyphs, told from its first and its last one.

        A glyph's own box is its advance width by its font's ascent and descent.
        """
        ask, rect, address = self._box_call, self._rect, self._rect_at
        ask(self._page, start if self._same else self._glyph(start), address)
        left, top, right, bottom = rect.tolist()
        if end - start > 1:
            ask(self._page, end - 1 if self._same else self._glyph(end - 1), address)
            last_left, last_top, last_right, last_bottom = rect.tolist()
            if last_right >= right:
                right = last_right
            elif last_left < left:
                left = last_left
            if last_top != top or last_bottom != bottom:
                top, bottom = max(top, last_top), min(bottom, last_bottom)
        if self._offset and left <= right and bottom <= top:
            x, y = self._offset
            return Box(left - x, y - top, right - x, y - bottom)
        return self._frame.box(left, bottom, right, top)

    def box(self, index: int) -> Box:
        """The box of one glyph."""
        return self.span_box(index, index + 1)

    def words(self, start: int, end: int) -> list[Word]:
        """The words of a stretch of text and how far each reaches."""
        found = []
        ask, rect, address, page = self._box_call, self._rect, self._rect_at, self._page
        for match in _WORD.finditer(self.text, start, end):
            first, last = match.span()
            if self._offset is None or not self._same:
                box = self.span_box(first, last)
                found.append(Word(first, last, box.x0, box.x1))
                continue
            # As ``span_box``, without the heights: lines of tables and justified lines have each word measured.
            ask(page, first, address)
            left, _, right, _ = rect.tolist()
            ask(page, last - 1, address)
            last_left, _, last_right, _ = rect.tolist()
            x = self._offset[0]
            found.append(Word(first, last, min(left, last_left) - x, max(right, last_right) - x))
        return found

    def size(self, index: int, height: float) -> float:
        """The size in points of a glyph whose box is ``height`` high."""
        glyph = self._glyph(index)
        size: float = self._calls.font_size(self._page, glyph)
        low, high = SANE_HEIGHTS
        if size > 0 and low * size <= height <= high * size:
            return round(size, 1)
        matrix = self._matrix
        if size > 0 and self._calls.matrix_of(self._page, glyph, ctypes.byref(matrix)):
            return round(size * math.hypot(matrix.c, matrix.d), 1)
        return round(height, 1)

    def bold(self, index: int) -> bool:
        """Whether a glyph's font is bold: by its name, its flag, or its weight where that can be believed."""
        glyph = self._glyph(index)
        self._calls.font_info(self._page, glyph, self._name, _FONT_NAME_BYTES, self._flags_at)
        name = self._name.value
        known = self._fonts.bold.get(name)
        if known is None:
            weight = self._calls.font_weight(self._page, glyph)
            lightest, heaviest = BOLD_WEIGHTS
            known = bool(
                _BOLD_NAME.search(name) or self._flags.value & FORCE_BOLD or lightest <= weight <= heaviest,
            )
            self._fonts.bold[name] = known
        return known
