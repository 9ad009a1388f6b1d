"""Pieces in reading order become one text with one coordinate system."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.document import Block, BlockKind, SourceLine
from corpus.spans import Span
from ingest.layout import Piece


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembled:
    """The text of a reading: its blocks and where its pages and source lines start, as ``Document`` holds them."""

    text: str
    blocks: tuple[Block, ...]
    page_starts: tuple[int, ...]
    source_lines: tuple[SourceLine, ...]


def assemble(pieces: Sequence[Piece], pages: int) -> Assembled:
    """Join ``pieces`` by newlines; a page without text starts where the next one with text does."""
    parts: list[str] = []
    blocks: list[Block] = []
    source_lines: list[SourceLine] = []
    page_starts: list[int] = []
    at = 0
    for piece in pieces:
        if not piece.text.strip():
            continue
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
    return Assembled(text=text, blocks=tuple(blocks), page_starts=tuple(page_starts), source_lines=tuple(source_lines))


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
