"""Where the words of a PDF's text stand on its pages: from a span of the document back to the lines it came from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpus.document import Document
from corpus.spans import Span
from ingest.layout import Piece
from ingest.pdf.drafts import PagedLine
from ingest.pdf.geometry import Box
from ingest.pdf.lines import Line, run_width


class PlacedSpan(NamedTuple):
    """Characters of a document's text that stand on one line."""

    span: Span
    line: Line


class Places:
    """The lines of one page, asked by what of the document's text stands on them."""

    def __init__(
        self, document: Document, pieces: Sequence[Piece], lines: Sequence[Sequence[Sequence[PagedLine]]], page: int
    ) -> None:
        """``lines`` are those that each piece was made of; pieces without words are no blocks of the document."""
        self._placed: list[PlacedSpan] = []
        worded = [(piece, cells) for piece, cells in zip(pieces, lines, strict=True) if piece.text.strip()]
        for block, (piece, cells) in zip(document.blocks, worded, strict=True):
            self._placed.extend(_placed(piece.text, block.span.start, [each for cell in cells for each in cell], page))
        self._starts = [placed.span.start for placed in self._placed]

    def boxes(self, span: Span) -> Iterator[Box]:
        """The boxes of the words of ``span`` on this page, line by line."""
        for at in range(max(bisect_right(self._starts, span.start) - 1, 0), len(self._placed)):
            placed = self._placed[at]
            if placed.span.start >= span.end:
                return
            first = max(span.start, placed.span.start) - placed.span.start
            last = min(span.end, placed.span.end) - placed.span.start
            if first < last:
                yield _part(placed.line, first, last)


def _placed(text: str, start: int, lines: Sequence[PagedLine], page: int) -> Iterator[PlacedSpan]:
    """The lines of one piece that stand on ``page``, with their places in the document."""
    at = 0
    for on, line in lines:
        # The hyphen at its end may have been taken out when the next line was joined to it.
        words = line.text.removesuffix("-")
        found = text.find(words, at)
        if found < 0:
            continue
        at = found + len(words)
        if on == page:
            yield PlacedSpan(Span(start + found, start + at), line)


def _part(line: Line, first: int, last: int) -> Box:
    """The box of some characters of a line, told from how wide they are beside the others."""
    return Box(_x_at(line, first), line.box.top, _x_at(line, last), line.box.bottom)


def _x_at(line: Line, index: int) -> float:
    """Where a character of a line begins; behind a number in the margin is a gap that the text says nothing of."""
    left, size = line.box.x0, line.size
    cut = line.text.find(" ") + 1 if line.body > left else 0
    if index < cut:
        return min(left + run_width(line.text[:index], size), line.body)
    words = line.text[cut:]
    share = run_width(words[: index - cut], size) / (run_width(words, size) or 1.0)
    return line.body + (line.box.x1 - line.body) * share
