"""Glyphs whose places are known beforehand: what pdfplumber and OCR give, for those who else ask pdfium."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ingest.pdf.geometry import Box, Frame, around
from ingest.pdf.glyphs import Gap, Glyphs

_SPACE = re.compile(r"\s+")


class PlacedGlyph(NamedTuple):
    """A character, its box, the size it is set in (points), and whether it is bold."""

    character: str
    box: Box
    size: float
    bold: bool = False


class PlacedGlyphs(Glyphs):
    """The text of one page, each character of it a glyph that is known already."""

    __slots__ = ("_glyphs",)

    def __init__(self, glyphs: Sequence[PlacedGlyph], frame: Frame) -> None:
        self._glyphs = glyphs
        self._same = True
        self.frame = frame
        self.text = "".join(glyph.character for glyph in glyphs)

    def span_box(self, start: int, end: int) -> Box:
        """The box of a line's or a word's glyphs, told from its first and its last one."""
        return around([self._glyphs[start].box, self._glyphs[end - 1].box])

    def gaps(self, start: int, end: int) -> list[Gap]:
        """The spaces of a stretch of text and how wide each is."""
        return [
            Gap(first, behind, self._glyphs[behind].box.x0 - self._glyphs[first - 1].box.x1)
            for first, behind in (match.span() for match in _SPACE.finditer(self.text, start, end))
        ]

    def size(self, index: int, height: float) -> float:
        """The size in points of a glyph."""
        return self._glyphs[index].size

    def bold(self, index: int) -> bool:
        """Whether a glyph is bold."""
        return self._glyphs[index].bold


def spaced(words: Sequence[Sequence[PlacedGlyph]]) -> list[PlacedGlyph]:
    """The glyphs of a line's words with a space between words, which takes up the gap."""
    glyphs: list[PlacedGlyph] = []
    for word in words:
        if glyphs:
            last, first = glyphs[-1], word[0]
            left, right = sorted((last.box.x1, first.box.x0))
            glyphs.append(PlacedGlyph(" ", Box(left, last.box.top, right, last.box.bottom), last.size, last.bold))
        glyphs.extend(word)
    return glyphs


def lines_of(lines: Sequence[Sequence[PlacedGlyph]], frame: Frame) -> PlacedGlyphs:
    """The glyphs of a page's lines, with the line ends that pdfium puts between lines."""
    glyphs: list[PlacedGlyph] = []
    for line in lines:
        if glyphs:
            glyphs.append(PlacedGlyph("\n", glyphs[-1].box, glyphs[-1].size))
        glyphs.extend(line)
    return PlacedGlyphs(glyphs, frame)
