"""The headings that a PDF file states of itself: its outline, or, where it has none, the headings among its tags."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ingest.layout import Bookmark
from ingest.pdf.characters import clean
from ingest.pdf.tags import tagged_headings

# The outline of a pack of a thousand pages has some hundred entries, a handful of levels deep.
_MOST_ENTRIES = 5000
_DEEPEST = 10
_LONGEST_TITLE = 400
# Destinations that tell a height (PDF 32000-1:2008, table 151), and where among their numbers.
_TOP_AT = {"XYZ": 1, "FITH": 0, "FITBH": 0}


def bookmarks(document: Any, first: Any) -> tuple[Bookmark, ...]:
    """What an open pdfium document states as its headings, in its own order; bounded, whatever the file says.

    ``first`` is its first page, open, or ``None`` where it can't be opened.
    """
    return tuple(_entries(document)) or tagged_headings(document, first)


def _entries(document: Any) -> Iterator[Bookmark]:
    pages = len(document)
    # pypdfium2 follows no entry twice.
    for at, entry in enumerate(document.get_toc(max_depth=_DEEPEST)):
        if at >= _MOST_ENTRIES:
            return
        title = clean(entry.get_title()[:_LONGEST_TITLE])
        destination = entry.get_dest()
        page = None if destination is None else destination.get_index()
        if title and page is not None and 0 <= page < pages:
            yield Bookmark(title, entry.level + 1, page + 1, _height(destination))


def _height(destination: Any) -> float | None:
    """How far above the lower edge of its page a destination points, in points; ``None`` for all of the page."""
    import pypdfium2.raw as pdfium

    mode, numbers = destination.get_view()
    for name, at in _TOP_AT.items():
        if mode == getattr(pdfium, f"PDFDEST_VIEW_{name}") and len(numbers) > at:
            return float(numbers[at])
    return None
