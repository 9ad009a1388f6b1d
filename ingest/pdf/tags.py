"""Headings among the tags of a PDF file: what its structure tree calls ``H1`` to ``H6``, or ``H``.

pdfium takes 0.3 ms to give the tree of a page, an eighth of the time that reading a page takes, and nearly all tagged
files either have an outline that tells the same or no headings at all. So only files without an outline are asked,
and their other pages only where the first one has headings: that costs 5 % on short papers, nothing on long ones.
"""

from __future__ import annotations

import ctypes
import re
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from typing import Any, NamedTuple

from ingest.layout import Bookmark
from ingest.pdf.characters import clean
from ingest.pdf.opening import open_page

# What is longer is a pack, put together by programs that write an outline.
_MOST_PAGES = 200
_MOST_ELEMENTS = 5000
_DEEPEST = 24
_MOST_CHARACTERS = 400
_HEADING = re.compile(r"H([1-6]?)")
# Elements that group others (PDF 32000-1:2008, table 333): headings stand in these and in no others.
_GROUPS = frozenset({"Document", "DocumentFragment", "Part", "Art", "Sect", "Div", "NonStruct", "Aside"})


class _Heading(NamedTuple):
    """A heading of a page: its level, and the ids of the marked content that it is made of."""

    level: int
    content: tuple[int, ...]


def tagged_headings(document: Any, first: Any) -> tuple[Bookmark, ...]:
    """The headings among the tags of an open pdfium document, page by page; none where it has no tags.

    ``first`` is its first page, open, or ``None`` where it can't be opened.
    """
    import pypdfium2.raw as pdfium

    if first is None or not pdfium.FPDFCatalog_IsTagged(document.raw) or len(document) > _MOST_PAGES:
        return ()
    found = list(_of_page(first, 1))
    if not found:
        # A file that tags its headings has one on its first page.
        return ()
    for number in range(2, len(document) + 1):
        page = open_page(document, number)
        if page is not None:
            with closing(page):
                found.extend(_of_page(page, number))
    return tuple(found)


def _of_page(page: Any, number: int) -> Iterator[Bookmark]:
    import pypdfium2.raw as pdfium

    tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
    if not tree:
        return
    try:
        headings = _Walk().headings(tree)
    finally:
        pdfium.FPDF_StructTree_Close(tree)
    if headings:
        yield from _worded(page, headings, number)


class _Walk:
    """One walk over the structure tree of a page, bounded in depth and size."""

    def __init__(self) -> None:
        import pypdfium2.raw

        self._pdfium = pypdfium2.raw
        self._type = ctypes.create_string_buffer(64)
        self._left = _MOST_ELEMENTS

    def headings(self, tree: Any) -> list[_Heading]:
        found: list[_Heading] = []
        for at in range(self._pdfium.FPDF_StructTree_CountChildren(tree)):
            found.extend(self._in(self._pdfium.FPDF_StructTree_GetChildAtIndex(tree, at), 0))
        return found

    def _in(self, element: Any, depth: int) -> Iterator[_Heading]:
        self._left -= 1
        if not element or depth > _DEEPEST or self._left < 0:
            return
        length = self._pdfium.FPDF_StructElement_GetType(element, self._type, len(self._type))
        name = self._type.raw[: max(length - 2, 0)].decode("utf-16-le", "replace")
        heading = _HEADING.fullmatch(name)
        if heading:
            yield _Heading(int(heading.group(1) or 1), tuple(self._content(element, depth)))
        elif name in _GROUPS:
            for at in range(self._pdfium.FPDF_StructElement_CountChildren(element)):
                yield from self._in(self._pdfium.FPDF_StructElement_GetChildAtIndex(element, at), depth + 1)

    def _content(self, element: Any, depth: int) -> Iterator[int]:
        """The ids of the marked content of an element and all below it."""
        for at in range(self._pdfium.FPDF_StructElement_CountChildren(element)):
            child = self._pdfium.FPDF_StructElement_GetChildAtIndex(element, at)
            self._left -= 1
            if not child:
                content = self._pdfium.FPDF_StructElement_GetChildMarkedContentID(element, at)
                if content >= 0:
                    yield content
            elif depth <= _DEEPEST and self._left >= 0:
                yield from self._content(child, depth + 1)


def _worded(page: Any, headings: list[_Heading], number: int) -> Iterator[Bookmark]:
    """``headings`` with the words and the height of the text objects that bear their ids."""
    import pypdfium2.raw as pdfium

    wanted = {content for heading in headings for content in heading.content}
    words: dict[int, str] = defaultdict(str)
    tops: dict[int, float] = {}
    buffer = (ctypes.c_ushort * _MOST_CHARACTERS)()
    sides = [ctypes.c_float() for _ in range(4)]
    with closing(page.get_textpage()) as textpage:
        for at in range(pdfium.FPDFPage_CountObjects(page.raw)):
            drawn = pdfium.FPDFPage_GetObject(page.raw, at)
            content = pdfium.FPDFPageObj_GetMarkedContentID(drawn)
            if content not in wanted or pdfium.FPDFPageObj_GetType(drawn) != pdfium.FPDF_PAGEOBJ_TEXT:
                continue
            # Lengths are in bytes, and count the zero at the end.
            length = pdfium.FPDFTextObj_GetText(drawn, textpage.raw, buffer, 2 * len(buffer))
            if 2 <= length <= 2 * len(buffer):
                words[content] += bytes(buffer)[: length - 2].decode("utf-16-le", "replace")
            if content not in tops and pdfium.FPDFPageObj_GetBounds(drawn, *sides):
                tops[content] = sides[3].value
    for heading in headings:
        title = clean("".join(words[content] for content in heading.content)[:_MOST_CHARACTERS])
        if title:
            heights = [tops[content] for content in heading.content if content in tops]
            yield Bookmark(title, heading.level, number, max(heights, default=None))
