"""What the colours of a drawn page mean, and how much of each there is on it."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from corpus.vocabulary import ReadBy
from ingest.pdf.sight import PageSight, Seen, SightKind

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont, ImageFont

Colour = tuple[int, int, int]

# Of 255: what is under a filled box can still be read.
FILL = 48
# In pixels.
_WIDTH = 300
_MARGIN = 14
_TEXT = 15
_STEP = 24
_SWATCH = 16
# Characters of a line that fit, and lines of the list: there are hardly more kinds than these.
_LINE_CHARACTERS = 36
_MOST_ENTRIES = 24


@dataclass(frozen=True, slots=True)
class Ink:
    """How a kind of thing is drawn: the colour of its outline, how thick it is (pixels), and whether it is filled."""

    colour: Colour
    width: int = 2
    fill: bool = False


# Colours that the colour-blind tell apart (Okabe and Ito, 2008) where they are most often side by side.
INKS: Mapping[SightKind, Ink] = MappingProxyType(
    {
        SightKind.LINE: Ink((150, 150, 150), 1),
        SightKind.PARAGRAPH: Ink((0, 158, 115)),
        SightKind.LIST_ITEM: Ink((86, 180, 233)),
        SightKind.CELL: Ink((0, 114, 178), 2, fill=True),
        SightKind.FURNITURE: Ink((110, 110, 110), 2, fill=True),
        SightKind.HEADING: Ink((213, 94, 0), 3, fill=True),
        SightKind.NUMBER: Ink((204, 0, 153), 2, fill=True),
        SightKind.FIELD: Ink((150, 130, 0), 2, fill=True),
        SightKind.ATTENDEE: Ink((120, 60, 190), 2, fill=True),
        SightKind.EXEMPT: Ink((110, 20, 60), 3, fill=True),
        SightKind.DOUBTFUL: Ink((240, 200, 0), 3, fill=True),
    }
)
# By level: what only looks like a heading, then the headings of sections from the outermost inwards.
HEADINGS: tuple[Colour, ...] = ((240, 160, 160), (213, 30, 0), (230, 120, 0), (200, 160, 0), (140, 110, 60))

# The numbers that tell in which order blocks were read.
ORDER: Colour = (90, 90, 90)

_READ_BY = {
    ReadBy.TEXT_LAYER: "read from its text layer",
    ReadBy.SECOND_READER: "read by pdfplumber",
    ReadBy.OCR: "read by OCR",
    ReadBy.NEEDS_OCR: "not read: needs OCR",
    ReadBy.NOTHING: "not read",
}


def colour_of(seen: Seen) -> Colour:
    """The colour that something is drawn in."""
    if seen.kind is SightKind.HEADING:
        return HEADINGS[min(seen.level, len(HEADINGS) - 1)]
    return INKS[seen.kind].colour


def legend(name: str, sight: PageSight) -> Image:
    """What the colours mean, how much of each there is, and how the page was read."""
    from PIL import Image, ImageDraw

    head = [name, f"page {sight.page} of {sight.pages}", _READ_BY[sight.by]]
    if sight.reason:
        head.append(sight.reason)
    if sight.turned:
        head.append(f"turned by {sight.turned} degrees so as to be read")
    lines = [line for text in head for line in _in_lines(text)]
    entries = _entries(sight.seen)
    height = 2 * _MARGIN + _STEP * (len(lines) + len(entries) + 2)
    picture = Image.new("RGB", (_WIDTH, height), "white")
    drawn = ImageDraw.Draw(picture)
    face = font(_TEXT)
    top = _MARGIN
    for line in lines:
        drawn.text((_MARGIN, top), line, fill="black", font=face)
        top += _STEP
    for words, colour, is_filled in entries:
        top += _STEP
        square = (_MARGIN, top, _MARGIN + _SWATCH, top + _SWATCH)
        light = tuple(255 - (255 - part) * FILL // 255 for part in colour)
        drawn.rectangle(square, outline=colour, width=2, fill=light if is_filled else None)
        drawn.text((_MARGIN + _SWATCH + 10, top), words, fill="black", font=face)
    if sight.order:
        top += _STEP
        drawn.text((_MARGIN, top), f"1 to {len(sight.order)}", fill=ORDER, font=face)
        drawn.text((_MARGIN + 70, top), "order of reading", fill="black", font=face)
    return picture


def _entries(seen: Iterable[Seen]) -> list[tuple[str, Colour, bool]]:
    """The lines of the legend: words with a count, the colour, and whether it is filled."""
    counts: Counter[tuple[int, str, Colour, bool]] = Counter()
    order = list(INKS)
    for each in seen:
        counts[order.index(each.kind), called(each), colour_of(each), INKS[each.kind].fill] += 1
    listed = sorted(counts.items(), key=lambda entry: entry[0][:2])[:_MOST_ENTRIES]
    return [(f"{words}: {count}", colour, is_filled) for (_, words, colour, is_filled), count in listed]


def called(seen: Seen) -> str:
    """What a legend calls something that was seen."""
    match seen.kind:
        case SightKind.HEADING if seen.level:
            return f"heading, level {min(seen.level, len(HEADINGS) - 1)}{'+' * (seen.level >= len(HEADINGS) - 1)}"
        case SightKind.HEADING:
            return "looks like a heading"
        case SightKind.FURNITURE:
            return seen.note.replace("_", " ")
        case SightKind.NUMBER:
            return "number of a section"
        case SightKind.FIELD:
            return "value of a front sheet"
        case SightKind.ATTENDEE:
            return "attendance"
        case SightKind.EXEMPT:
            return "exempt from publication"
        case kind:
            return kind.value.replace("_", " ")


def _in_lines(text: str) -> list[str]:
    """A text in lines that fit the legend, whose words may be one long file name."""
    return textwrap.wrap(text, _LINE_CHARACTERS)


def font(size: int) -> FreeTypeFont | ImageFont:
    """The face that is written in, so many pixels high."""
    from PIL import ImageFont

    return ImageFont.load_default(size)
