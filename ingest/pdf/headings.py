"""Which lines and paragraphs of a paper are headings because the file states them as such."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ingest.flow import item_kind
from ingest.layout import Bookmark, Piece

# Styles are misused: whole paragraphs and lines of accounts get into outlines as well.
_LONGEST_TITLE = 150
_NO_TITLE = re.compile(r"[.;,]$|[£€$]\s?[\d,.]+$|^\W*\d[\d\W]*$|^slide \d+$", re.IGNORECASE)
# A bookmark points to a place somewhat above its heading, and now and then below its first line (points).
_ABOVE, _BELOW = 90.0, 40.0
_LEVELS = 6
_NO_WORD = re.compile(r"\W+")


class StatedHeadings:
    """The bookmarks of a file, asked by page and words."""

    def __init__(self, bookmarks: Iterable[Bookmark], heights: Mapping[int, float]) -> None:
        """``heights`` are those of the pages (1-based), in points."""
        self._known: dict[tuple[int, str], list[tuple[float | None, int]]] = defaultdict(list)
        self._pages: set[int] = set()
        for mark in bookmarks:
            if len(mark.title) > _LONGEST_TITLE or _NO_TITLE.search(mark.title) or mark.page not in heights:
                continue
            top = None if mark.height is None else heights[mark.page] - mark.height
            self._known[mark.page, _folded(mark.title)].append((top, min(mark.level, _LEVELS)))
            self._pages.add(mark.page)

    def level(self, page: int, text: str, top: float) -> int:
        """The level (1 to 6) of the heading that is stated as ``text`` at ``top`` of the page; 0 where none is."""
        if page not in self._pages or len(text) > 2 * _LONGEST_TITLE:
            return 0
        for stated, level in self._known.get((page, _folded(text)), ()):
            if stated is None or -_BELOW <= top - stated <= _ABOVE:
                return level
        return 0


def without_slips(pieces: Sequence[Piece]) -> list[Piece]:
    """``pieces``, but those that are headings by the file's word alone are none where most stated headings look so.

    Who styles headings in bold and then finds a plain line among them has hit it by mistake.
    """
    stated = [piece for piece in pieces if piece.level]
    plain = [piece for piece in stated if not piece.bold]
    if not plain or 2 * len(plain) >= len(stated):
        return list(pieces)
    return [
        replace(piece, level=0, kind=item_kind(piece.text)) if piece.level and not piece.bold else piece
        for piece in pieces
    ]


def _folded(text: str) -> str:
    return _NO_WORD.sub("", text).casefold()
