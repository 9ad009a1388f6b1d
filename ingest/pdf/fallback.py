"""pdfplumber whole, for a page that the fast path can't read: its characters and lines, read like pdfium's."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from corpus.vocabulary import ReadBy
from ingest.pdf.borders import take_marks
from ingest.pdf.edges import Edge
from ingest.pdf.geometry import Box, Frame
from ingest.pdf.glyphs import is_bold_name
from ingest.pdf.legible import is_legible
from ingest.pdf.lines import page_lines
from ingest.pdf.page import PageLayout, laid_out
from ingest.pdf.placed import PlacedGlyph, lines_of, spaced
from ingest.pdf.unread import IMAGE_ONLY

NOT_OPENED = "pdfium can't open the page"
NO_CHARACTERS = "pdfium makes no characters of the page's text"
UNREADABLE = "the page is damaged and can't be read"

# Words whose tops are nearer than this (points) stand on one line: pdfplumber's own tolerance.
_ONE_LINE = 3.0
# pdfminer writes a character that it knows nothing of as "(cid:27)".
_UNKNOWN = "(cid:"


def read_slowly(data: bytes, number: int, why: str) -> PageLayout:
    """Page ``number`` (1-based) as pdfplumber reads it; ``why`` is the reason for asking it.

    Where it makes no words of it either, OCR is needed if pdfium can show the page, else nothing can be done.
    """
    import pdfplumber
    from pdfminer.psexceptions import PSException
    from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

    try:
        with pdfplumber.open(io.BytesIO(data), pages=[number]) as pdf:
            page = pdf.pages[0]
            frame = Frame(0.0, 0.0, float(page.width), float(page.height))
            glyphs = lines_of([spaced(line) for line in _lines(page)], frame)
            edges = [_edge(edge) for edge in page.edges]
            is_pictured = bool(page.images)
    except (PdfminerException, MalformedPDFException, PSException, IndexError, KeyError, TypeError, ValueError):
        # pdfminer raises what its parsing stumbles upon; a page that both readers fail on is recorded, not fatal.
        return PageLayout(number, 0.0, 0.0, (), ReadBy.NOTHING, UNREADABLE)
    if _UNKNOWN in glyphs.text or not is_legible(glyphs.text):
        return PageLayout(number, frame.width, frame.height, (), _without_words(why), why)
    if is_pictured and not glyphs.text:
        return PageLayout(number, frame.width, frame.height, (), _without_words(why), IMAGE_ONLY)
    marks = take_marks(glyphs)
    layout = laid_out(glyphs, page_lines(glyphs), edges, number)
    return replace(layout, by=ReadBy.SECOND_READER, reason=why, marks=marks)


def _without_words(why: str) -> ReadBy:
    return ReadBy.NOTHING if why == NOT_OPENED else ReadBy.NEEDS_OCR


def _lines(page: Any) -> Iterator[list[list[PlacedGlyph]]]:
    """The words of a page, line by line, downwards."""
    line: list[list[PlacedGlyph]] = []
    top = 0.0
    for word in page.extract_words(return_chars=True):
        if line and abs(word["top"] - top) > _ONE_LINE:
            yield line
            line = []
        if not line:
            top = word["top"]
        line.append([glyph for char in word["chars"] for glyph in _glyphs(char)])
    if line:
        yield line


def _glyphs(char: dict[str, Any]) -> Iterator[PlacedGlyph]:
    """One glyph a character: a ligature may stand for several."""
    box = Box(float(char["x0"]), float(char["top"]), float(char["x1"]), float(char["bottom"]))
    bold = is_bold_name(char["fontname"].encode("ascii", "replace"))
    for character in char["text"]:
        yield PlacedGlyph(character, box, round(float(char["size"]), 1), bold)


def _edge(edge: dict[str, Any]) -> Edge:
    if edge["orientation"] == "v":
        return Edge(True, float(edge["x0"]), float(edge["top"]), float(edge["bottom"]))
    return Edge(False, float(edge["top"]), float(edge["x0"]), float(edge["x1"]))
