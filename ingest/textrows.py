"""Rows of tables in text and markdown: cells parted by tabs or by pipes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.document import BlockKind, Hyperlink
from ingest.flow import marks_from_start
from ingest.folding import Folded, Run, folded
from ingest.inline import cell_text
from ingest.layout import Mark, Piece
from ingest.markers import is_bare_number
from ingest.wrapping import broken_off

Row = tuple[int, tuple[str, ...]]

_PIPE_RULE = re.compile(r"\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?")
_PIPE = re.compile(r"(?<!\\)\|")


def is_tab_row(raw: str) -> bool:
    """Whether tabs part cells in ``raw``: not so where they only indent it or stand behind a paragraph's number."""
    if "\t" not in raw or not raw.strip():
        return False
    text = raw.lstrip()
    if "\t" not in text:
        # Only in front: an indent, but for the cells that a converter fills with HTML.
        return text.startswith("<")
    lead, _, rest = text.partition("\t")
    numbered = raw[0] != "\t" and is_bare_number(lead.strip()) and lead.strip()[-1] in ".)"
    return not (numbered and "\t" not in rest.strip("\t ") and not rest.endswith("\t"))


def tab_cells(raw: str) -> tuple[str, ...]:
    """The raw cells of a row with tabs, empty ones too."""
    return tuple(raw.split("\t"))


def is_pipe_row(raw: str) -> bool:
    """Whether ``raw`` is a row of a markdown table: a pipe in front and another one further on."""
    text = raw.strip()
    return text.startswith("|") and len(_PIPE.findall(text)) > 1 and bool(text.strip("| "))


def is_pipe_rule(raw: str) -> bool:
    """Whether ``raw`` is the ruled line under a markdown table's head."""
    return _PIPE_RULE.fullmatch(raw.strip()) is not None


def pipe_cells(raw: str) -> tuple[str, ...]:
    """The raw cells of a markdown table row."""
    text = raw.strip().removeprefix("|")
    cells = _PIPE.split(text)
    return tuple(cells[:-1] if text.endswith("|") and not text.endswith("\\|") else cells)


def row_pieces(rows: Sequence[Row], table: int) -> Iterator[Piece]:
    """The rows of table number ``table``: (line, raw cells) each.

    A row whose only words go on with a sentence that the row above broke off (a page ended there) joins that row.
    """
    pending: list[list[Run]] = []
    for line, raw in rows:
        cells = [[Run(line, cell_text(cell))] for cell in raw]
        if pending and _goes_on(pending, cells):
            for above, below in zip(pending, cells, strict=True):
                above.extend((Run(line, " "), *below))
            continue
        yield from _row(pending, table)
        pending = cells
    yield from _row(pending, table)


def row_piece(cells: Sequence[Folded], table: int, line: int) -> Piece:
    """One row from its folded cells; a row without any words stands on ``line``."""
    marks: list[Mark] = []
    start = 0
    links: list[Hyperlink] = []
    for cell in cells:
        marks.extend(Mark(start + mark.offset, mark.page, mark.line) for mark in cell.marks)
        links.extend(Hyperlink(link.span.shifted(start), link.target) for link in cell.links)
        start += len(cell.text) + 1
    filled = [cell for cell in cells if cell.text]
    return Piece(
        text="\t".join(cell.text for cell in cells),
        marks=marks_from_start(marks, line),
        kind=BlockKind.ROW,
        cells=tuple(cell.text for cell in cells),
        table=table,
        bold=bool(filled) and all(cell.bold for cell in filled),
        links=tuple(links),
        opens_item=any(cell.opens_item for cell in cells),
        ends_item=any(cell.ends_item or cell.after_item for cell in cells),
    )


def _row(cells: Sequence[list[Run]], table: int) -> Iterator[Piece]:
    clean = [folded(runs) for runs in cells]
    if any(cell.text for cell in clean):
        yield row_piece(clean, table, cells[0][0].line)


def _goes_on(above: Sequence[list[Run]], below: Sequence[list[Run]]) -> bool:
    if len(above) != len(below) or folded(below[0]).text:
        return False
    filled = [i for i, runs in enumerate(below) if folded(runs).text]
    return (
        len(filled) == 1
        and broken_off(folded(above[filled[0]]).text, folded(below[filled[0]]).text)
        and bool(folded(above[filled[0]]).text)
    )
