"""Pieces in reading order become one text with one coordinate system."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.document import Block, BlockKind, Hyperlink, SourceLine
from corpus.spans import Span
from ingest.hyperlinks import with_bare_addresses
from ingest.layout import Piece


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembled:
    """The text of a reading: its blocks and where its pages and source lines start, as ``Document`` holds them.

    ``items`` are the agenda items that the file itself marks: in order, no two overlap, none is empty.
    """

    text: str
    blocks: tuple[Block, ...]
    page_starts: tuple[int, ...]
    source_lines: tuple[SourceLine, ...]
    hyperlinks: tuple[Hyperlink, ...] = ()
    items: tuple[Span, ...] = ()


def assemble(pieces: Sequence[Piece], pages: int) -> Assembled:
    """Join ``pieces`` by newlines; a page without text starts where the next one with text does."""
    parts: list[str] = []
    blocks: list[Block] = []
    source_lines: list[SourceLine] = []
    page_starts: list[int] = []
    hyperlinks: list[Hyperlink] = []
    items = _Items()
    at = 0
    for piece in pieces:
        if not piece.text.strip():
            items.take(piece, at, at)
            continue
        items.take(piece, at, at + len(piece.text))
        hyperlinks.extend(Hyperlink(link.span.shifted(at), link.target) for link in piece.links)
        blocks.append(_block(piece, at))
        for mark in piece.marks:
            if mark.line is not None:
                source_lines.append(SourceLine(at + mark.offset, mark.line))
            page_starts.extend([at + mark.offset] * (mark.page - len(page_starts)))
        parts.append(piece.text)
        at += len(piece.text) + 1
    text = "\n".join(parts)
    page_starts.extend([len(text)] * (pages - len(page_starts)))
    page_starts[:1] = [0]
    return Assembled(
        text=text,
        blocks=tuple(blocks),
        page_starts=tuple(page_starts),
        source_lines=tuple(source_lines),
        hyperlinks=with_bare_addresses(text, hyperlinks),
        items=tuple(items.closed(len(text))),
    )


class _Items:
    """The agenda items that are marked in a text, while it is being put together."""

    def __init__(self) -> None:
        self._found: list[Span] = []
        self._start: int | None = None
        self._end = 0

    def take(self, piece: Piece, start: int, end: int) -> None:
        """The next piece, which stands at ``[start, end)`` of the text."""
        if piece.opens_item:
            # An item whose end is not marked ends where the next one begins.
            self._close()
            self._start = start
        self._end = max(self._end, end)
        if piece.ends_item:
            self._close()

    def closed(self, length: int) -> list[Span]:
        """All items of a text of ``length`` characters, the last one ended."""
        self._end = min(self._end, length)
        self._close()
        return self._found

    def _close(self) -> None:
        if self._start is not None and self._start < self._end:
            self._found.append(Span(self._start, self._end))
        self._start = None


def _block(piece: Piece, at: int) -> Block:
    return Block(
        span=Span(at, at + len(piece.text)),
        kind=piece.kind,
        cells=tuple(_cells(piece, at)) if piece.kind is BlockKind.ROW else (),
        table=piece.table,
        size=piece.size,
        bold=piece.bold,
        bold_lead=piece.bold_lead,
        indent=piece.indent,
        centred=piece.centred,
        level=piece.level,
    )


def _cells(piece: Piece, at: int) -> Iterator[Span]:
    for cell in piece.cells:
        yield Span(at, at + len(cell))
        at += len(cell) + 1
