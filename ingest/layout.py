"""What every reader gives: a paper as pieces in reading order, before anything is known of its structure."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.document import BlockKind, Furniture, Hyperlink
from corpus.vocabulary import MediaType, ReadBy


@dataclass(frozen=True, slots=True)
class Mark:
    """From character ``offset`` of its piece on, the text stands on ``page`` and ``line`` (both 1-based).

    ``line`` is ``None`` for paged sources, else the line of the source file.
    """

    offset: int
    page: int
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One paragraph, heading, list item or table row, its words joined over line and page ends.

    ``marks`` starts at offset 0 and is ordered. A row has ``cells`` from left to right and its ``text`` is they joined
    by tabs; paragraphs inside a cell are parted by newlines; nothing else holds a tab or a newline. Measures are those
    of ``corpus.document.Block``. ``links`` have spans of ``text``.

    ``opens_item`` and ``ends_item`` say that the file itself marks an agenda item to begin with this piece, or to end
    with it; a piece without words may carry such a border, and nothing else, between two others.
    """

    text: str
    marks: tuple[Mark, ...]
    kind: BlockKind = BlockKind.PARAGRAPH
    cells: tuple[str, ...] = ()
    table: int = -1
    size: float = 0.0
    bold: bool = False
    bold_lead: int = 0
    indent: float = 0.0
    centred: bool = False
    level: int = 0
    links: tuple[Hyperlink, ...] = ()
    opens_item: bool = False
    ends_item: bool = False


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """A word that OCR read, and its place: whole points from the top left corner of its page, as it is shown."""

    text: str
    x0: int
    top: int
    x1: int
    bottom: int


@dataclass(frozen=True, slots=True)
class PageNote:
    """A page (1-based) that was not read from a sound text layer: by what means it was, and why.

    ``words`` are those that OCR read, in reading order.
    """

    page: int
    by: ReadBy
    reason: str
    words: tuple[PlacedWord, ...] = ()


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A heading that the file states of itself: its ``level`` from 1, its page (1-based) and where it stands there.

    ``height`` is in points above the lower edge of the page, ``None`` where the whole page is meant, as in packs that
    were put together from files.
    """

    title: str
    level: int
    page: int
    height: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a reader made of one file: its pieces, how many pages it has, and which were not read in the ordinary way.

    ``furniture`` holds running heads and feet, page numbers and stamps: facts about the page, kept out of the text.
    ``bookmarks`` are the outline or the tagged headings of the file, in its own order.
    """

    media_type: MediaType
    pieces: tuple[Piece, ...]
    pages: int = 1
    title: str | None = None
    furniture: tuple[Furniture, ...] = ()
    page_notes: tuple[PageNote, ...] = ()
    bookmarks: tuple[Bookmark, ...] = ()
