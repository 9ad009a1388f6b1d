"""Sample papers as text and Markdown: a line a block, table rows parted by tabs."""

from __future__ import annotations

from corpus.samples.rendering import Rendering, Run
from corpus.samples.source import CELL_BREAK, NUMBER_FIRST, Block, Shape, Source, plain

_TIGHT = frozenset({Shape.ROW, Shape.BULLET, Shape.MEMBER, Shape.TABLE})
"""Shapes that follow their like without a blank line between."""


def render(source: Source) -> Rendering:
    """The paper as UTF-8 text, with the line of each block."""
    lines: list[str] = []
    runs = []
    before: Shape | None = None
    for index, block in enumerate(source.blocks):
        tight = before in _TIGHT and (block.shape in _TIGHT) and Shape.BULLET not in {before, block.shape} - {before}
        if lines and not tight:
            lines.append("")
        if block.cells:
            lines.append(_line(block, markdown=source.format == "md"))
            runs.append(Run(index, len(lines), block.words))
        before = block.shape
    return Rendering(data=("\n".join(lines) + "\n").encode(), unit="line", runs=tuple(runs))


def _line(block: Block, *, markdown: bool) -> str:
    shape, cells = block.shape, block.cells
    if shape in (Shape.TITLE, Shape.HEADING) and markdown:
        return f"{'#' if shape is Shape.TITLE else '##'} {plain(' '.join(cells))}"
    if shape is Shape.HEADING:
        number, heading = cells
        return f"{number} **{heading}**" if number else f"**{heading}**"
    if shape in NUMBER_FIRST:
        return " ".join(cell for cell in cells if cell)
    if shape is Shape.BULLET:
        return f"- {cells[0]}"
    if shape is Shape.FIELD:
        return f"{cells[0]}: {cells[1]}"
    if shape is Shape.MEMBER:
        name, initials, role = cells
        return f"{name} ({initials}) – {role}"
    if shape in (Shape.ROW, Shape.TABLE):
        return "\t".join(_cell(cell) for cell in cells)
    return " ".join(cells)


def _cell(cell: str) -> str:
    paragraphs = cell.split(CELL_BREAK)
    if len(paragraphs) == 1:
        return cell
    return " ".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
