"""What Rich Text tells, as the walk over its tokens finds it: paragraphs and rows, before they become pieces."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Words:
    """Some words of a paragraph, how they look and what they link to; a line ends where ``text`` is ``None``."""

    text: str | None
    bold: bool = False
    raised: bool = False
    target: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph: the marker printed before it, heading level from 1 (else 0), indent in points; its text boxes."""

    words: tuple[Words, ...]
    marker: str = ""
    level: int = 0
    centred: bool = False
    indent: float = 0.0
    boxes: tuple[Story, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A table row: what stands in each cell, and the left edge of each in twentieths of a point, as far as told."""

    cells: tuple[tuple[Paragraph, ...], ...]
    edges: tuple[int, ...]


@dataclass(slots=True)
class Story:
    """A run of paragraphs and rows: the body, a footnote, a header, a text box; filled while the file is read."""

    blocks: list[Paragraph | Row] = field(default_factory=list)
    _cell: list[Paragraph] = field(default_factory=list)
    _cells: list[tuple[Paragraph, ...]] = field(default_factory=list)

    def take(self, paragraph: Paragraph, *, in_table: bool) -> None:
        """The next paragraph; one outside of a table ends a row that was not ended properly."""
        if not in_table:
            self.end()
            self.blocks.append(paragraph)
        else:
            self._cell.append(paragraph)

    def end_cell(self) -> None:
        """Ends a cell with the paragraphs since the last."""
        self._cells.append(tuple(self._cell))
        self._cell.clear()

    def end_row(self, edges: tuple[int, ...]) -> None:
        """Ends a row with the cells since the last."""
        if self._cell:
            self.end_cell()
        if self._cells:
            self.blocks.append(Row(tuple(self._cells), edges))
            self._cells.clear()

    def end(self) -> None:
        """Ends what is still open."""
        if self._cells:
            self.end_row(())
        self.blocks.extend(self._cell)
        self._cell.clear()


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """All that a file tells; ``whole`` is false where it breaks off before its last brace."""

    body: Story
    notes: tuple[Story, ...]
    heads: tuple[Story, ...]
    feet: tuple[Story, ...]
    contents: tuple[Story, ...]
    title: str
    whole: bool
