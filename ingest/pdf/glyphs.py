"""pdfium's text of one page, and the few questions about single glyphs that the reader asks of it."""

from __future__ import annotations

import ctypes
import math
import re
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from ingest.pdf.geometry import Box, Frame
from ingest.pdf.textcalls import text_calls

# PDF 32000-1:2008, table 123: the font is to be drawn bold.
FORCE_BOLD = 1 << 18
# 400 is regular, 500 medium: pdfium guesses 435 for some regular faces, so bold starts well above.
# Past 950 the stem width that pdfium reckons from is a slip of the program that made the file.
BOLD_WEIGHTS = (600, 950)
# A loose glyph box is ascent plus descent high: 1 to 1.35 times the size in all ordinary fonts. Outside of this range
# the size is that of a text scaled by its matrix.
_LOWEST, _HIGHEST = 0.8, 1.8
_BOLD_NAME = re.compile(rb"bold|black|heavy|(?:^|[-,])(?:bd|demi)(?:$|[^a-z])", re.I)
_WORD = re.compile(r"\S+")
_SPACE = re.compile(r"\s+")


def is_bold_name(name: bytes) -> bool:
    """Whether a font's name says that it is bold."""
    return _BOLD_NAME.search(name) is not None


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


class Gap(NamedTuple):
    """A space between two words of a line: its range in the page's text, and its width in points."""

    start: int
    end: int
    width: float


class Glyphs:
    """The text of one page; open only while its page is. Indices are those of ``text``.

    Each question is one call into pdfium, and no question is asked for every character.
    """

    __slots__ = ("_bold", "_calls", "_frame", "_left", "_page", "_same", "_top", "_upright", "text")

    def __init__(self, textpage: Any, frame: Frame, fonts: FontWeights) -> None:
        self._calls = text_calls()
        self._page = ctypes.cast(textpage.raw, ctypes.c_void_p)
        self._bold = fonts.bold
        self.frame = frame
        self.text: str = textpage.get_text_range()
        self._same: bool = len(self.text) == textpage.count_chars()

    @property
    def frame(self) -> Frame:
        """How the page's coordinates come to be those of the page as held; it may be turned once its lines are seen."""
        return self._frame

    @frame.setter
    def frame(self, frame: Frame) -> None:
        self._frame = frame
        # Nearly all pages stand upright: only their origin moves, which need not be worked out for every box.
        self._upright = frame.rotation == 0
        self._left, self._top = frame.left, frame.top

    @property
    def is_whole(self) -> bool:
        """Whether every glyph has its character in the text; those of fonts without a character map may be lost."""
        return self._same

    def put_right(self, text: str) -> None:
        """Take ``text`` for the page's text: as long as that one, or else a character a glyph."""
        self._same = self._same or len(text) != len(self.text)
        self.text = text

    def span_box(self, start: int, end: int) -> Box:
        """The box of a line's or a word's glyphs, told from its first and its last one.

        A glyph's own box is its advance width by its font's ascent and descent.
        """
        calls, page = self._calls, self._page
        rect, address = calls.rect, calls.rect_at
        calls.loose_box(page, start if self._same else self._glyph(start), address)
        left, top, right, bottom = rect.tolist()
        if end - start > 1:
            calls.loose_box(page, end - 1 if self._same else self._glyph(end - 1), address)
            last_left, last_top, last_right, last_bottom = rect.tolist()
            if last_right >= right:
                right = last_right
            elif last_left < left:
                left = last_left
            if last_top > top:
                top = last_top
            if last_bottom < bottom:
                bottom = last_bottom
        if self._upright:
            x, y = self._left, self._top
            return Box(left - x, y - top, right - x, y - bottom)
        return self._frame.box(left, bottom, right, top)

    def box(self, index: int) -> Box:
        """The box of one glyph."""
        return self.span_box(index, index + 1)

    def words(self, start: int, end: int) -> list[Word]:
        """The words of a stretch of text and how far each reaches."""
        found = []
        for match in _WORD.finditer(self.text, start, end):
            box = self.span_box(*match.span())
            found.append(Word(match.start(), match.end(), box.x0, box.x1))
        return found

    def gaps(self, start: int, end: int) -> list[Gap]:
        """The spaces of a stretch of text and how wide each is."""
        calls, page = self._calls, self._page
        rect, address = calls.rect, calls.rect_at
        found = []
        for match in _SPACE.finditer(self.text, start, end):
            first, behind = match.span()
            if self._upright and self._same:
                # Lines of tables and justified lines have each space measured: no boxes are made for them.
                calls.loose_box(page, first - 1, address)
                before = rect[2]
                calls.loose_box(page, behind, address)
                found.append(Gap(first, behind, rect[0] - before))
            else:
                found.append(Gap(first, behind, self.box(behind).x0 - self.box(first - 1).x1))
        return found

    def size(self, index: int, height: float) -> float:
        """The size in points of a glyph whose box is ``height`` high."""
        glyph = index if self._same else self._glyph(index)
        size: float = self._calls.font_size(self._page, glyph)
        if size > 0 and _LOWEST * size <= height <= _HIGHEST * size:
            return round(size, 1)
        scale = self._calls.text_matrix(self._page, glyph) if size > 0 else None
        return round(size * math.hypot(*scale) if scale else height, 1)

    def bold(self, index: int) -> bool:
        """Whether a glyph's font is bold: by its name, its flag, or its weight where that can be believed."""
        glyph = index if self._same else self._glyph(index)
        name = self._calls.font_name(self._page, glyph)
        known = self._bold.get(name)
        if known is None:
            lightest, heaviest = BOLD_WEIGHTS
            known = self._bold[name] = bool(
                is_bold_name(name)
                or self._calls.font_flags(self._page, glyph) & FORCE_BOLD
                or lightest <= self._calls.font_weight(self._page, glyph) <= heaviest
            )
        return known

    def _glyph(self, index: int) -> int:
        """pdfium keeps glyphs that stand for no character: its numbering runs ahead of the text's."""
        glyph: int = self._calls.glyph_of(self._page, index)
        return max(glyph, 0)
