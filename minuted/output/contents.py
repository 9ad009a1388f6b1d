"""A table of contents: what it names on the left, the page on the right, dots between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import click

from minuted.outline import Entry, depth_for, walk
from minuted.output.citation import counted_in
from minuted.output.terminal import columns, wrapped

# Lines longer than this are hard to follow from one side to the other; in a pipe what is named is never cut, and the
# pages of most lines stand below each other here.
_WIDEST = 100
_NARROWEST = 24
# What a table of contents shows by itself on a terminal: a few screens. Deeper levels are for those who ask.
_MOST_ENTRIES = 120
_STEP = 2
_GAP = "  "
_FEWEST_DOTS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentsLine:
    """A line: ``label`` and ``words`` (a heading stands out), the page or line, and what it can be named by."""

    label: str
    words: str
    place: str
    handle: str | None = None
    depth: int = 1
    stands_out: bool = False


def show_outline(entries: Sequence[Entry], depth: int | None, *, heading: str = "contents") -> None:
    """Print the table of contents of a paper, down to ``depth``; of a long one on a terminal, its upper levels."""
    if not entries:
        return
    deepest = depth or (depth_for(entries, _MOST_ENTRIES) if columns() else None)
    all_entries = list(walk(entries))
    kept = [(at, entry) for at, entry in all_entries if deepest is None or at <= deepest]
    first = entries[0].section
    lines = [line for at, entry in kept for line in _lines(entry, at)]
    show_contents(lines, heading, counted_in(first))
    left_out = len(all_entries) - len(kept)
    if left_out:
        click.echo(f"and {left_out} below these: --depth {max(at for at, _ in all_entries)} shows all")


def _lines(entry: Entry, depth: int) -> Iterator[ContentsLine]:
    """The line of a section, and below it what of it is exempt."""
    section = entry.section
    yield ContentsLine(
        label=section.number or "",
        words=entry.words,
        place=str(section.page if section.line is None else section.line),
        handle=entry.handle,
        depth=depth,
        stands_out=not entry.is_untitled,
    )
    for exempt in entry.exempt:
        place = str(exempt.page if exempt.line is None else exempt.line)
        yield ContentsLine(label="", words=exempt.words, place=place, depth=depth + 1)


def show_contents(lines: Sequence[ContentsLine], heading: str, unit: str) -> None:
    """Print ``lines`` under ``heading``; ``unit`` says what their places count."""
    screen = columns()
    width = max(min(screen or _WIDEST, _WIDEST), _NARROWEST)
    handles = max((len(line.handle) + 1 + len(_GAP) for line in lines if line.handle), default=0)
    places = max([len(unit), *(len(line.place) for line in lines)])
    room = width - handles - places - 1
    click.echo()
    click.echo(
        f"{click.style(heading, bold=True)}{click.style(unit.rjust(room + places + 1 - len(heading)), dim=True)}"
    )
    labels = _label_widths(lines)
    for line in lines:
        _show_line(line, labels[line.depth], room, places, wrap=screen is not None)


def _show_line(line: ContentsLine, label_width: int, room: int, places: int, *, wrap: bool) -> None:
    indent = " " * (_STEP * (line.depth - 1))
    label = line.label.ljust(label_width) + _GAP if label_width else ""
    free = max(room - len(indent) - len(label) - _FEWEST_DOTS - 1, _NARROWEST // 2)
    bold = True if line.stands_out and line.depth == 1 else None
    *before, last = wrapped(line.words, free if wrap else None)
    for at, words in enumerate(before):
        lead = indent + (label if at == 0 else " " * len(label))
        click.echo(lead + click.style(words, bold=bold))
    lead = indent + (" " * len(label) if before else label)
    dots = "." * max(room - len(lead) - len(last) - 1, _FEWEST_DOTS)
    handle = click.style(f"{_GAP}#{line.handle}", dim=True) if line.handle else ""
    click.echo(f"{lead}{click.style(last, bold=bold)} {click.style(dots, dim=True)} {line.place.rjust(places)}{handle}")


def _label_widths(lines: Sequence[ContentsLine]) -> dict[int, int]:
    """How wide the numbers of each depth are, but for those that are much longer than the others."""
    widths: dict[int, list[int]] = {}
    for line in lines:
        widths.setdefault(line.depth, []).append(len(line.label))
    return {depth: sorted(each)[(9 * len(each) - 1) // 10] for depth, each in widths.items()}


def outline_object(entries: Sequence[Entry]) -> list[dict[str, object]]:
    """The tree as JSON."""
    return [
        {
            "id": entry.section.id,
            "number": entry.section.number,
            "heading": entry.section.heading,
            "words": entry.words,
            "page": entry.section.page,
            "line": entry.section.line,
            "exempt": [exempt.words for exempt in entry.exempt],
            "below": outline_object(entry.below),
        }
        for entry in entries
    ]
