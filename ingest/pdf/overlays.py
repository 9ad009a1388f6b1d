"""What is laid over a page after it was made: stamps ("Page 42", "Agenda Item 5") and watermarks ("DRAFT").

They stand in the midst of text and tables that know nothing of them, so they are taken out before these are read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from corpus.document import FurnitureKind
from ingest.pdf.geometry import Box
from ingest.pdf.lines import Line

# Shares of the page's height above and below which stamps stand ...
TOP_BAND, BOTTOM_BAND = 0.12, 0.88
# ... and of its width, on landscape pages, where the bound pack is held upright.
_LEFT_BAND, _RIGHT_BAND = 0.1, 0.85

_PAGE = re.compile(r"page \d{1,4}", re.IGNORECASE)
_ITEM = re.compile(r"(?:agenda|minute)\s+(?:item|annex|no)\.?(?:\s+no\.?)?:?\s*\d{1,4}[a-z]?", re.IGNORECASE)
# A stamp or a watermark is a word or two.
_LONGEST = 40

# Watermarks are set no smaller than this (points) where they run across the page; labels of charts do so as well ...
_SLANTED_SIZE = 24.0
# ... and than this where they stand level, over as many lines of text as no heading stands over.
_LEVEL_SIZE = 40.0
_LINES_UNDER = 2
# The box of a slanted line is higher and wider than its letters by this factor.
_SLANT = 1.8


class Overlay(NamedTuple):
    """Words that were laid over a page, what they are, and where they stand."""

    kind: FurnitureKind
    text: str
    box: Box


def is_item_stamp(text: str) -> bool:
    """Whether ``text`` is nothing but the number of the agenda item that a page belongs to."""
    return _ITEM.fullmatch(text) is not None


def parted(lines: Sequence[Line], width: float, height: float) -> tuple[list[Line], tuple[Overlay, ...]]:
    """The lines of a page of this size without what is laid over them, and that."""
    kept: list[Line] = []
    overlays: list[Overlay] = []
    for line in lines:
        kind = _kind(line, lines, width, height) if len(line.text) <= _LONGEST else None
        if kind:
            overlays.append(Overlay(kind, line.text, line.box))
        else:
            kept.append(line)
    return kept, tuple(overlays)


def _kind(line: Line, lines: Sequence[Line], width: float, height: float) -> FurnitureKind | None:
    box = line.box
    if line.size >= _SLANTED_SIZE and _is_watermark(line, lines):
        return FurnitureKind.WATERMARK
    at_side = width > height and (box.x1 < _LEFT_BAND * width or box.x0 > _RIGHT_BAND * width)
    if (at_side or box.top > BOTTOM_BAND * height) and _PAGE.fullmatch(line.text):
        return FurnitureKind.PAGE_NUMBER
    if (at_side or box.bottom < TOP_BAND * height) and is_item_stamp(line.text):
        return FurnitureKind.ITEM_STAMP
    return None


def _is_watermark(line: Line, lines: Sequence[Line]) -> bool:
    box, size = line.box, line.size
    if not any(map(str.isalpha, line.text)):
        return False
    if min(box.width, box.height) > _SLANT * size:
        return True
    if size < _LEVEL_SIZE:
        return False
    under = [
        other
        for other in lines
        if box.x0 < other.box.x1 and other.box.x0 < box.x1 and box.top < other.box.bottom and other.box.top < box.bottom
    ]
    return len(under) > _LINES_UNDER
