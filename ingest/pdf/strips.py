"""Strips: what stands side by side at one height of a page, be it one line of text or the cells of a borderless row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ingest.pdf.geometry import Box, around
from ingest.pdf.lines import COLUMN_GAP, MARKER, WIDEST_STRETCH, Line

# Two lines stand at one height when they share this much of the lower one's.
_SHARED_HEIGHT = 0.5
# Glyphs nearer than this (ems) belong to one word: "2" and the raised "nd" after it.
_WORD_GAP = 0.15
# Past a label's colon anything wider than this (ems) is a gap between columns, not between words.
_WORD_SPACE = 0.8
# Boxes of neighbouring glyphs may overlap by this much (points): slanted and kerned pairs.
_OVERLAP = 1.5
# Cells of one column start within this many points of each other.
SAME_COLUMN = 4.0
# A line that ends within this many points of the page's text edge is set full width.
_AT_EDGE = 3.0


class Strip(NamedTuple):
    """One line of text (one part), or the cells of a borderless row, from left to right."""

    parts: tuple[Line, ...]

    @property
    def first(self) -> Line:
        return self.parts[0]

    @property
    def text(self) -> str:
        return " ".join(part.text for part in self.parts)

    @property
    def box(self) -> Box:
        return self.parts[0].box if len(self.parts) == 1 else around([part.box for part in self.parts])


def strips(lines: Sequence[Line]) -> list[Strip]:
    """Lines put side by side where they stand so; reading order is kept."""
    found: list[list[Line]] = []
    for line in lines:
        if not line.text:
            # Nothing but hidden marks or glyphs without a meaning.
            continue
        if found and _beside(found[-1][-1], line):
            _put_beside(found[-1], line)
        else:
            found.append([line])
    return _justified_rejoined([Strip(tuple(parts)) for parts in found])


def _beside(left: Line, right: Line) -> bool:
    shared = min(left.box.bottom, right.box.bottom) - max(left.box.top, right.box.top)
    low = min(left.box.height, right.box.height)
    return shared > _SHARED_HEIGHT * low and right.box.x0 >= left.box.x1 - _OVERLAP


def _put_beside(parts: list[Line], line: Line) -> None:
    last = parts[-1]
    gap = line.box.x0 - last.box.x1
    lone_marker = len(parts) == 1 and MARKER.fullmatch(last.text)
    wide = _WORD_SPACE if last.text.endswith(":") else COLUMN_GAP
    if lone_marker or (not line.joined and gap < wide * max(last.size, line.size)):
        parts[-1] = fused(last, line)
    else:
        parts.append(line)


def fused(left: Line, right: Line) -> Line:
    """Two lines at one height as one, parted by a space where there is one."""
    size = max(left.size, right.size)
    near = right.box.x0 - left.box.x1 < _WORD_GAP * size
    text = f"{left.text}{'' if near else ' '}{right.text}"
    marker = MARKER.fullmatch(left.text) is not None
    bold = right.bold if marker else left.bold
    lead = 0
    if bold:
        offset = len(text) - len(right.text)
        if marker or (left.bold_end and right.bold):
            lead = offset + right.lead if right.lead else 0
        else:
            lead = left.lead or len(left.text)
    return Line(
        text=text,
        box=around([left.box, right.box]),
        size=size,
        bold=bold,
        bold_end=right.bold_end and (marker or left.bold_end),
        lead=lead,
        start=left.start,
        end=right.end,
        body=right.body if marker else left.body,
        joined=left.joined,
    )


def _justified_rejoined(found: list[Strip]) -> list[Strip]:
    """Justified lines whose word spaces were stretched wide enough to look like columns, made whole again."""
    if all(len(strip.parts) == 1 for strip in found):
        return found
    right = max(strip.parts[-1].box.x1 for strip in found)
    whole = []
    for at, strip in enumerate(found):
        if len(strip.parts) > 1 and _stretched(strip, right) and not _aligned(strip, found[max(at - 1, 0) : at + 2]):
            line = strip.first
            for part in strip.parts[1:]:
                line = fused(line, part)
            whole.append(Strip((line,)))
        else:
            whole.append(strip)
    return whole


def _stretched(strip: Strip, right: float) -> bool:
    gaps = [after.box.x0 - before.box.x1 for before, after in zip(strip.parts, strip.parts[1:], strict=False)]
    return abs(strip.parts[-1].box.x1 - right) <= _AT_EDGE and max(gaps) < WIDEST_STRETCH * strip.first.size


def _aligned(strip: Strip, neighbours: Sequence[Strip]) -> bool:
    """Whether a strip above or below has a column that starts where one of this strip does."""
    return any(
        abs(part.box.x0 - other.box.x0) <= SAME_COLUMN
        for neighbour in neighbours
        if neighbour is not strip
        for part in strip.parts[1:]
        for other in (neighbour.parts[1:] or neighbour.parts)
    )
