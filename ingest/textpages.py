"""Pages of a plain text: programs that make text of a PDF, and old printers' files, end each with a form feed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.layout import Piece

_FORM_FEED = "\f"
# Longer papers don't exist; a file with more form feeds uses them for something else.
_MOST_PAGES = 10_000


@dataclass(frozen=True, slots=True)
class TextPages:
    """The 1-based lines that each page after the first begins with; one that begins with the next has the same."""

    starts: tuple[int, ...]

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self.starts) + 1

    def placed(self, piece: Piece) -> Piece:
        """``piece`` with the page of each of its lines."""
        if not self.starts:
            return piece
        marks = (replace(mark, page=1 + bisect_right(self.starts, mark.line or 1)) for mark in piece.marks)
        return replace(piece, marks=tuple(marks))


def text_pages(lines: Sequence[str]) -> TextPages:
    """The pages of a text; form feeds behind its last word end the last page, and begin none."""
    starts: list[int] = []
    pending = 0
    for number, line in enumerate(lines, start=1):
        words = line.strip()
        if not words:
            pending += line.count(_FORM_FEED)
            continue
        before = line[: line.index(words[0])].count(_FORM_FEED)
        starts.extend([number] * (pending + before))
        pending = words.count(_FORM_FEED) + line[line.rindex(words[-1]) + 1 :].count(_FORM_FEED)
    return TextPages(tuple(starts) if len(starts) < _MOST_PAGES else ())
