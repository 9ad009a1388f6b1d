"""One page: its strips of text and rows of ruled tables, in reading order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from corpus.vocabulary import ReadBy
from ingest.layout import PlacedWord
from ingest.pdf.borders import PlacedMark, take_marks
from ingest.pdf.cells import Row, fill
from ingest.pdf.columns import side_by_side
from ingest.pdf.edges import Edge, page_objects
from ingest.pdf.geometry import Frame
from ingest.pdf.glyphs import FontWeights, Glyphs
from ingest.pdf.legible import is_legible
from ingest.pdf.lines import Line, page_lines
from ingest.pdf.links import PlacedLink, page_links
from ingest.pdf.mending import MENDED, from_glyph_numbers, unshifted
from ingest.pdf.notemarks import hide_note_marks
from ingest.pdf.overlays import Overlay, parted
from ingest.pdf.strips import Strip, strips
from ingest.pdf.tables import find_grids
from ingest.pdf.unread import TOO_MUCH_TEXT, WRONG_CHARACTERS, shows_letters, why_unread

# Content that climbs back up the page more often than this share of its lines is not in reading order.
_CLIMBS = 0.15
_FEWEST_CLIMBS = 4
# A page of small print has 10,000 characters, a large sheet some times as many. What is made of more, each of which may
# be a line of its own, would take the time of the whole file.
_MOST_CHARACTERS = 100_000
# Lines enough to tell from their direction that a page is to be read turned.
_TURNED_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class PageLayout:
    """What stands on one page (``number`` is 1-based): strips and table rows in reading order.

    ``by`` tells how it was read, and ``reason`` why not from its text layer, or what was amiss there; ``words`` are
    those that OCR read. ``marks`` are the hidden marks of agenda items that stood among its text, ``links`` the words
    that it links to other places, ``overlays`` its stamps. It was ``turned`` by so many degrees, clockwise, from how it
    is shown so as to be read; all boxes are those of the page so turned.
    """

    number: int
    width: float
    height: float
    items: tuple[Strip | Row, ...]
    by: ReadBy = ReadBy.TEXT_LAYER
    reason: str | None = None
    words: tuple[PlacedWord, ...] = ()
    marks: tuple[PlacedMark, ...] = ()
    links: tuple[PlacedLink, ...] = ()
    overlays: tuple[Overlay, ...] = ()
    turned: int = 0


def read_page(page: Any, number: int, fonts: FontWeights) -> PageLayout | None:
    """What stands on an open pdfium page; ``None`` where it shows text that pdfium can't make out.

    Where OCR is needed, what the text layer holds beside is kept, but for wrong characters.
    """
    left, bottom, right, top = page.get_bbox()
    frame = Frame(left, bottom, right, top, page.get_rotation())
    textpage = page.get_textpage()
    try:
        if textpage.count_chars() > _MOST_CHARACTERS:
            return PageLayout(number, frame.width, frame.height, (), ReadBy.NOTHING, TOO_MUCH_TEXT)
        return _read(page, textpage, Glyphs(textpage, frame, fonts), number)
    finally:
        textpage.close()


def _read(page: Any, textpage: Any, glyphs: Glyphs, number: int) -> PageLayout | None:
    is_mended = not glyphs.is_whole and _mended(glyphs, from_glyph_numbers(textpage))
    is_sound = is_legible(glyphs.text)
    if not is_sound:
        is_sound = is_mended = _mended(glyphs, from_glyph_numbers(textpage) or unshifted(glyphs.text))
    marks = take_marks(glyphs)
    hide_note_marks(glyphs)
    lines = page_lines(glyphs)
    turn = _turn(glyphs, lines)
    if turn:
        glyphs.frame = glyphs.frame.turned(turn)
        lines = page_lines(glyphs)
    frame = glyphs.frame
    objects = page_objects(page, frame)
    if objects.texts and not glyphs.text and shows_letters(page):
        return None
    if not is_sound:
        return PageLayout(number, frame.width, frame.height, (), ReadBy.NEEDS_OCR, WRONG_CHARACTERS)
    layout = laid_out(glyphs, lines, objects.edges, number)
    layout = replace(layout, marks=marks, links=page_links(page, glyphs, lines), turned=turn)
    reason = why_unread(page, lines, objects, frame)
    if reason:
        return replace(layout, by=ReadBy.NEEDS_OCR, reason=reason)
    return replace(layout, reason=MENDED) if is_mended else layout


def _mended(glyphs: Glyphs, text: str | None) -> bool:
    if text is None:
        return False
    glyphs.put_right(text)
    return True


def laid_out(glyphs: Glyphs, lines: list[Line], edges: list[Edge], number: int) -> PageLayout:
    """The strips and table rows that the lines and ruling lines of a page make."""
    lines, overlays = parted(lines, glyphs.frame.width, glyphs.frame.height)
    items: list[Strip | Row] = []
    grids = find_grids(edges)
    for stretch in fill(grids, lines, glyphs):
        # Tables are told apart by number: a list side by side with others takes that of its place on the page.
        items.extend(stretch.rows or side_by_side(strips(_in_order(stretch.lines)), len(grids) + len(items)))
    return PageLayout(number, glyphs.frame.width, glyphs.frame.height, tuple(items), overlays=overlays)


def _turn(glyphs: Glyphs, lines: list[Line]) -> int:
    """By how many degrees the page is to be turned so that most of its text runs to the right."""
    long = [line for line in lines if len(line.text) > 3]
    upright = sum(line.box.height > 2 * line.box.width for line in long)
    if not long or upright < _TURNED_SHARE * len(long):
        return 0
    tall = next(line for line in long if line.box.height > 2 * line.box.width)
    first, last = glyphs.box(tall.start), glyphs.box(tall.end - 1)
    return 90 if first.top > last.top else 270


def _in_order(lines: list[Line]) -> list[Line]:
    """Content order, which is reading order in all ordinary files; by place where it climbs up again and again."""
    climbs = sum(below.box.bottom < above.box.top for above, below in pairwise(lines))
    if climbs < max(_FEWEST_CLIMBS, _CLIMBS * len(lines)):
        return lines
    return sorted(lines, key=lambda line: (round(line.box.bottom / max(line.size, 1.0)), line.box.x0))
