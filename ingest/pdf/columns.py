"""Lists that stand side by side below a row of labels, drawn one after the other: who was present, who was not.

Below "Present:", "In attendance:" and "Apologies:" a file often holds the whole first list, then the whole second one.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ingest.pdf.cells import Row
from ingest.pdf.geometry import around
from ingest.pdf.lines import Line
from ingest.pdf.strips import Strip

# Names and dates are short, running text isn't.
_LONGEST_ENTRY = 60
_LONGEST_LABEL = 40
_FEWEST_LISTS = 2
# Lines of a list follow each other within this many times their size.
_LEADING = 2.2
# Lists begin at one height within this many times their size.
_LEVEL = 0.6


def side_by_side(strips: Sequence[Strip], tables: int) -> list[Strip | Row]:
    """The strips of a page, lists side by side made into one row each: of each list a cell, its label first.

    ``tables`` is the number of tables that the page has already.
    """
    items: list[Strip | Row] = []
    at = 0
    while at < len(strips):
        lists, end = _lists(strips, at) if _may_be_labels(strips[at]) else ([], at)
        if end > at:
            items.append(_row(strips[at], lists, tables))
            tables += 1
        else:
            items.append(strips[at])
        at = max(end, at + 1)
    return items


def _may_be_labels(strip: Strip) -> bool:
    return len(strip.parts) >= _FEWEST_LISTS and all(len(part.text) <= _LONGEST_LABEL for part in strip.parts)


def _lists(strips: Sequence[Strip], at: int) -> tuple[list[list[Line]], int]:
    """The lines below each label of ``strips[at]``, and where they end; ``at`` where there are no two lists."""
    labels = strips[at].parts
    lists: list[list[Line]] = [[] for _ in labels]
    end = at + 1
    if end == len(strips) or len(strips[end].parts) > 1:
        # Rows of a table begin with their first cells side by side.
        return lists, at
    column = 0
    while end < len(strips):
        places = [_column(labels, line) for line in strips[end].parts]
        if [column, *places] != sorted([column, *places]) or not all(
            _follows(lists[place][-1] if lists[place] else labels[place], line)
            for place, line in zip(places, strips[end].parts, strict=True)
        ):
            break
        for place, line in zip(places, strips[end].parts, strict=True):
            lists[place].append(line)
        column = places[-1]
        end += 1
    begun = [lines[0] for lines in lists if lines]
    level = all(abs(one.box.top - other.box.top) <= _LEVEL * one.size for one, other in pairwise(begun))
    return lists, end if level and len(begun) >= _FEWEST_LISTS else at


def _follows(above: Line, line: Line) -> bool:
    return len(line.text) <= _LONGEST_ENTRY and 0 < line.box.top - above.box.top <= _LEADING * above.size


def _column(labels: Sequence[Line], line: Line) -> int:
    """The label that a line stands below: by its left edge, or by its middle where the list is centred."""
    left = min(range(len(labels)), key=lambda at: abs(labels[at].box.x0 - line.box.x0))
    centre = (line.box.x0 + line.box.x1) / 2
    middle = min(range(len(labels)), key=lambda at: abs((labels[at].box.x0 + labels[at].box.x1) / 2 - centre))
    near_left = abs(labels[left].box.x0 - line.box.x0)
    near_middle = abs((labels[middle].box.x0 + labels[middle].box.x1) / 2 - centre)
    return left if near_left <= near_middle else middle


def _row(labels: Strip, lists: Sequence[Sequence[Line]], table: int) -> Row:
    cells = tuple(tuple((line,) for line in (label, *lines)) for label, lines in zip(labels.parts, lists, strict=True))
    boxes = [around([line.box for (line,) in cell]) for cell in cells]
    box = around(boxes)
    return Row(cells, box, table, (*(label.box.x0 for label in labels.parts), box.x1), tuple(each[:] for each in boxes))
