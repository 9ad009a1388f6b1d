"""A PDF file, page by page, made into a reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from corpus.document import Furniture, FurnitureKind
from corpus.vocabulary import UNREAD, MediaType, ReadBy
from ingest.layout import Bookmark, PageNote, Piece, Reading
from ingest.pdf.bookmarks import bookmarks
from ingest.pdf.cells import Row
from ingest.pdf.drafts import PagedLine
from ingest.pdf.flow import Flow, line_distances, measure
from ingest.pdf.furniture import Place, furniture
from ingest.pdf.glyphs import FontWeights
from ingest.pdf.headings import StatedHeadings, without_slips
from ingest.pdf.hyphens import joiner
from ingest.pdf.opening import open_document, open_page
from ingest.pdf.page import PageLayout, read_page
from ingest.pdf.paragraphs import Made, PieceMaker
from ingest.pdf.spread import spread_tables
from ingest.pdf.strips import Strip
from ingest.pdf.title import sane_title
from ingest.pdf.unread import WRONG_CHARACTERS


@dataclass(frozen=True, slots=True)
class Opening:
    """What a PDF file says before any page is read: how many pages it has, the title and headings that it states."""

    pages: int
    title: str
    bookmarks: tuple[Bookmark, ...] = ()


def read_pdf(data: bytes, name: str) -> Reading:
    """The pieces, furniture and unread pages of a PDF file; ``name`` stands in its errors.

    Raises ``UnreadableFileError`` where the bytes are no PDF, need a password, are damaged beyond repair, or hold no
    page. pdfium knows no threads: one call at a time in a process.
    """
    with closing(open_document(data, name)) as document:
        # It may be asked for its tags before it is read, and opening a page takes a third of the time of reading it.
        first = open_page(document, 1)
        found = _opening(document, first)
        pages = _layouts(document, data, range(1, found.pages + 1), first)
    return join_pages(found, pages)


def opening(data: bytes, name: str) -> Opening:
    """Open a PDF file without reading a page; raises as ``read_pdf`` does."""
    with closing(open_document(data, name)) as document:
        return _opening(document, open_page(document, 1))


def read_pages(data: bytes, name: str, numbers: range) -> list[PageLayout]:
    """What stands on the pages of these 1-based ``numbers`` of a PDF file that can be opened."""
    with closing(open_document(data, name)) as document:
        return _layouts(document, data, numbers, open_page(document, numbers.start))


def _opening(document: Any, first: Any | None) -> Opening:
    return Opening(len(document), document.get_metadata_value("Title"), bookmarks(document, first))


def _layouts(document: Any, data: bytes, numbers: range, first: Any | None) -> list[PageLayout]:
    """The pages of these numbers; ``first`` is the first of them, open."""
    fonts = FontWeights()
    return [
        _page(first if number == numbers.start else open_page(document, number), number, fonts, data)
        for number in numbers
    ]


class Joined(NamedTuple):
    """The pages of a file put together: what is furniture on them, their tables' repeated heads, and their pieces.

    ``lines`` has for each piece the lines that it was made of, as ``ingest.pdf.paragraphs.Made`` has them.
    """

    furniture: dict[Place, FurnitureKind]
    heads: list[Furniture]
    pieces: list[Piece]
    lines: list[Sequence[Sequence[PagedLine]]]


def join_pages(found: Opening, pages: Sequence[PageLayout]) -> Reading:
    """All ``pages`` of a PDF file, in order, made into a reading."""
    return reading_of(found, pages, joined(found, pages))


def joined(found: Opening, pages: Sequence[PageLayout]) -> Joined:
    """All ``pages`` of a PDF file, in order, put together."""
    places = furniture(pages)
    bare = [
        replace(page, items=tuple(item for at, item in enumerate(page.items) if (index, at) not in places))
        for index, page in enumerate(pages)
    ]
    spread = spread_tables(bare)
    made = _made(spread.pages, found.bookmarks)
    return Joined(places, spread.heads, without_slips([each.piece for each in made]), [each.cells for each in made])


def reading_of(found: Opening, pages: Sequence[PageLayout], put: Joined) -> Reading:
    """What ``pages``, put together, tell."""
    return Reading(
        media_type=MediaType.PDF,
        pieces=tuple(put.pieces),
        pages=len(pages),
        title=sane_title(found.title, " ".join(_texts(pages[0]))),
        furniture=(*_facts(pages, put.furniture), *put.heads),
        page_notes=tuple(PageNote(page.number, page.by, page.reason, page.words) for page in pages if page.reason),
        bookmarks=found.bookmarks,
    )


def _facts(pages: Sequence[PageLayout], places: Mapping[Place, FurnitureKind]) -> Iterator[Furniture]:
    for index, page in enumerate(pages):
        yield from (Furniture(page.number, overlay.kind, overlay.text) for overlay in page.overlays)
        for at, item in enumerate(page.items):
            if (index, at) in places and isinstance(item, Strip):
                yield Furniture(page.number, places[index, at], item.text)


def _page(page: Any | None, number: int, fonts: FontWeights, data: bytes) -> PageLayout:
    """A page on the fast path, or by pdfplumber where pdfium can't read it; closes it."""
    import pypdfium2

    from ingest.pdf.fallback import NO_CHARACTERS, NOT_OPENED, read_slowly

    if page is None:
        return read_slowly(data, number, NOT_OPENED)
    with closing(page):
        try:
            layout = read_page(page, number, fonts)
        except pypdfium2.PdfiumError:
            return read_slowly(data, number, NOT_OPENED)
    if layout is None:
        # Text without any character is white space that somebody typed, unless the second reader knows better.
        second = read_slowly(data, number, NO_CHARACTERS)
        return second if second.items or second.by in UNREAD else replace(second, by=ReadBy.TEXT_LAYER, reason=None)
    if layout.reason == WRONG_CHARACTERS:
        # pdfplumber asks the font program where a font has no character map: now and then it knows.
        second = read_slowly(data, number, WRONG_CHARACTERS)
        return second if second.by is ReadBy.SECOND_READER else layout
    return layout


def _made(pages: Sequence[PageLayout], bookmarks: Sequence[Bookmark]) -> list[Made]:
    bodies = [[item for item in page.items if isinstance(item, Strip)] for page in pages]
    flow = Flow(
        line_distances(bodies),
        {page.number: measure(page, body) for page, body in zip(pages, bodies, strict=True)},
    )
    join = joiner(text for page in pages for text in _texts(page))
    stated = StatedHeadings(bookmarks, {page.number: page.height for page in pages})
    return list(PieceMaker(flow, join, _usual_size(bodies), stated).pieces(pages))


def _texts(page: PageLayout) -> Iterator[str]:
    for item in page.items:
        if isinstance(item, Row):
            yield from (line.text for cell in item.cells for paragraph in cell for line in paragraph)
        else:
            yield item.text


def _usual_size(bodies: Sequence[Sequence[Strip]]) -> float:
    """The size that most of the paper's characters are set in."""
    sizes: Counter[float] = Counter()
    for body in bodies:
        for strip in body:
            sizes[strip.first.size] += len(strip.first.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0
