"""Lists of things found: short columns, the words, and below them the citation."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass

import click

_GAP = "  "


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters ``[start, end)`` of a line's words that a terminal shows in this style of rich's."""

    start: int
    end: int
    style: str


@dataclass(frozen=True, slots=True)
class Line:
    """One thing: the cells of its short columns, its words, what is told beside them, and where it stands."""

    cells: tuple[str, ...]
    text: str
    citation: str
    notes: tuple[str, ...] = ()
    stretches: tuple[Stretch, ...] = ()


def show_lines(headers: Sequence[str], lines: Sequence[Line]) -> None:
    """Print ``lines`` under ``headers`` (those of the cells, then that of the words)."""
    if sys.stdout.isatty():
        _show_wrapped(headers, lines)
    else:
        _show_plain(headers, lines)


def _show_plain(headers: Sequence[str], lines: Sequence[Line]) -> None:
    """Nothing is cut off: what a pipe is for is searching and counting."""
    *short, last = headers
    widths = [max([len(header), *(len(line.cells[at]) for line in lines)]) for at, header in enumerate(short)]

    def row(cells: Sequence[str], text: str) -> str:
        padded = [cell.ljust(width) for cell, width in zip(cells, widths, strict=True)]
        return _GAP.join([*padded, text]).rstrip()

    click.echo(row(short, last))
    indent = " " * sum(width + len(_GAP) for width in widths)
    for line in lines:
        click.echo(row(line.cells, line.text))
        for told in (*line.notes, line.citation):
            click.echo(f"{indent}{told}")


def _show_wrapped(headers: Sequence[str], lines: Sequence[Line]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, header_style="bold", padding=(0, 2, 0, 0), pad_edge=False)
    for header in headers[:-1]:
        table.add_column(header, no_wrap=True)
    table.add_column(headers[-1], overflow="fold")
    for line in lines:
        words = Text("\n".join((line.text, *line.notes)))
        for stretch in line.stretches:
            words.stylize(stretch.style, stretch.start, stretch.end)
        words.append(f"\n{line.citation}", style="dim")
        table.add_row(*(Text(cell) for cell in line.cells), words)
    Console(highlight=False).print(table)
