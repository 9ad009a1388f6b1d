"""The paragraphs that rules work on: blocks, and the paragraphs inside table cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.document import Block, BlockKind, Document
from corpus.spans import Span, trimmed

_MARKER = re.compile(
    r"(?:[•▪◦·*–-]\s+|\(?(?P<number>\d{1,2}|[a-z]|[ivx]{1,5}|[A-H])[.):]\)?\s+|\((?P<bracketed>\d{1,2}|[a-z]|[ivx]{1,5})\)\s*)"
)
_SENTENCE_END = re.compile(r"[.!?][\"”’)]?\s+(?=[\"“‘'(]?[A-Z0-9£])")
_ABBREVIATION = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|No|Nos|Co|vs|cf|Cllr|Cllrs|Ltd|Rev|Hon|Prof|Supt|Ref|Ch|para|approx|e\.g|i\.e|etc))\.\s+$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph: ``marker`` is the bullet, number or letter that it begins with (with white space), if any.

    ``column`` is the table cell that it stands in (from 0), -1 outside of tables; ``row`` counts the document's blocks.
    """

    index: int
    text: str
    span: Span
    row: int
    column: int
    columns: int
    block: Block
    marker: str
    number: str | None

    @property
    def is_list_item(self) -> bool:
        return bool(self.marker)

    @property
    def is_cell(self) -> bool:
        """Whether it is all that its table cell holds."""
        return self.column >= 0 and self.block.cells[self.column] == self.span

    @property
    def is_heading(self) -> bool:
        return self.block.kind is BlockKind.HEADING or self.block.level > 0

    @property
    def body(self) -> Span:
        """The span without its marker."""
        return Span(self.span.start + len(self.marker), self.span.end)


def paragraphs(document: Document) -> tuple[Paragraph, ...]:
    """All paragraphs of ``document`` in the order of the text."""
    found: list[Paragraph] = []
    for row, block in enumerate(document.blocks):
        cells = block.cells or (block.span,)
        for column, cell in enumerate(cells):
            for span, text in _lines(document, cell):
                match = _MARKER.match(text)
                found.append(
                    Paragraph(
                        index=len(found),
                        text=text,
                        span=span,
                        row=row,
                        column=column if block.cells else -1,
                        columns=len(block.cells),
                        block=block,
                        marker=match.group() if match else "",
                        number=(match["number"] or match["bracketed"]) if match else None,
                    )
                )
    return tuple(found)


def sentences(text: str, span: Span) -> Iterator[Span]:
    """The sentences of ``span``, told by stop, blank and capital; abbreviations and initials end none."""
    start = span.start
    for match in _SENTENCE_END.finditer(text, span.start, span.end):
        if _ABBREVIATION.search(text[max(match.start() - 8, span.start) : match.end()]):
            continue
        yield trimmed(text, Span(start, match.end()))
        start = match.end()
    last = trimmed(text, Span(start, span.end))
    if len(last):
        yield last


def folded(text: str) -> str:
    """``text`` with every run of white space as one blank."""
    return " ".join(text.split())


def _lines(document: Document, cell: Span) -> Iterator[tuple[Span, str]]:
    """The lines of ``cell`` that are not blank, without white space at their ends."""
    start = cell.start
    for line in document.quote(cell).split("\n"):
        if said := line.strip():
            at = start + line.index(said[0])
            yield Span(at, at + len(said)), said
        start += len(line) + 1
