"""Units: the paragraphs of a text, those inside table cells among them, each with the layout it stands in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.document import Block, BlockKind
from corpus.spans import Span, trimmed
from ingest.structure.numbering import PrintedNumber, Scheme, printed_number
from ingest.structure.runon import line_starts
from ingest.structure.succession import counter, in_runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One paragraph: ``text`` is the text of ``span`` (no white space at its ends).

    ``number`` is the printed number that it begins with. In a table row, ``column`` and ``columns`` tell the cell,
    ``row`` counts the rows of the text and ``first`` says that the unit begins its cell; elsewhere ``column`` is -1.
    """

    index: int
    text: str
    span: Span
    block: Block
    number: PrintedNumber | None
    column: int = -1
    columns: int = 0
    row: int = -1
    first: bool = True

    @property
    def in_row(self) -> bool:
        return self.column >= 0

    @property
    def title(self) -> str:
        """The text after the printed number."""
        return self.text[self.number.end :].strip() if self.number else self.text

    @property
    def is_bold(self) -> bool:
        """Whether the layout sets all of it off as bold or as a heading."""
        return self.block.bold or self.block.kind is BlockKind.HEADING or self.block.level > 0

    @property
    def bold_lead(self) -> str:
        """The bold words that the paragraph begins with, where only its beginning is bold."""
        return "" if self.in_row else self.text[: self.block.bold_lead].strip()


def usual_size(units: Sequence[Unit]) -> float:
    """The size in points that is in the middle of all the sizes of ``units``; 0 where they have none."""
    sizes = sorted(unit.block.size for unit in units if unit.block.size)
    return sizes[len(sizes) // 2] if sizes else 0.0


def units(text: str, blocks: Sequence[Block]) -> tuple[Unit, ...]:
    """The paragraphs of ``text`` in order; empty cells give none."""
    found: list[Unit] = []
    for row, block in enumerate(blocks):
        if not block.cells:
            found.extend(_paragraphs(text, block, block.span, len(found)))
            continue
        for column, cell in enumerate(block.cells):
            place = (column, len(block.cells), row)
            found.extend(_paragraphs(text, block, cell, len(found), place))
    return tuple(_believed(found))


def _believed(found: Sequence[Unit]) -> Iterator[Unit]:
    """``found`` without what looks like a number of a run but stands beside no other of it: dates, spans of years."""
    running = {
        unit.index: counter(unit.number) for unit in found if unit.number and unit.number.scheme is Scheme.RUNNING
    }
    believed = in_runs(running)
    for unit in found:
        yield replace(unit, number=None) if unit.index in running and unit.index not in believed else unit


def _paragraphs(
    text: str, block: Block, span: Span, index: int, place: tuple[int, int, int] = (-1, 0, -1)
) -> Iterator[Unit]:
    first = True
    for line in _lines(text, span, whole=bool(block.cells)):
        inner = trimmed(text, line)
        if not len(inner):
            continue
        quote = text[inner.start : inner.end]
        yield Unit(
            index=index,
            text=quote,
            span=inner,
            block=block,
            number=printed_number(quote),
            column=place[0],
            columns=place[1],
            row=place[2],
            first=first,
        )
        index += 1
        first = False


def _lines(text: str, span: Span, *, whole: bool) -> Iterator[Span]:
    """The lines of ``span``; those that were run together are parted, unless lines are to stay ``whole``."""
    start = span.start
    for line in text[span.start : span.end].split("\n"):
        starts = (0,) if whole else line_starts(line)
        for first, after in zip(starts, (*starts[1:], len(line)), strict=True):
            yield Span(start + first, start + after)
        start += len(line) + 1
