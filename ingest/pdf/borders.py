"""Where the items that a page's hidden marks set off begin and end: among its strips and rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.itemmarks import ITEM_CLOSES, ITEM_OPENS, item_marks
from ingest.pdf.cells import Row
from ingest.pdf.glyphs import Glyphs
from ingest.pdf.strips import Strip

# A mark's sign, and the index in the page's text where it stood.
PlacedMark = tuple[int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Borders:
    """The borders of marked items on a page, by index of its strips and rows.

    ``before`` has those that an item begins with, ``behind`` those that one ends with; ``ended`` says that the item of
    the page before ended before all of them, ``opened`` that the first words of the next page begin one.
    """

    before: frozenset[int] = frozenset()
    behind: frozenset[int] = frozenset()
    ended: bool = False
    opened: bool = False


NO_BORDERS = Borders()


def take_marks(glyphs: Glyphs) -> tuple[PlacedMark, ...]:
    """The marks in a page's text, which is left with line ends in their place: indices stay what they are."""
    placed = []
    for start, end, sign in item_marks(glyphs.text):
        glyphs.text = glyphs.text[:start] + "\n" * (end - start) + glyphs.text[end:]
        if sign:
            placed.append((start, sign))
    return tuple(placed)


def borders(items: Sequence[Strip | Row], marks: Sequence[PlacedMark]) -> Borders:
    """Which of ``items``, the page's without its furniture, stand next to ``marks`` in the page's text."""
    if not marks:
        return NO_BORDERS
    starts = sorted((start, at) for at, item in enumerate(items) for start in _starts(item))
    before, behind = set(), set()
    ended = opened = False
    for place, sign in marks:
        earlier = [at for start, at in starts if start < place]
        later = [at for start, at in starts if start >= place]
        if sign == ITEM_OPENS and later:
            before.add(later[0])
        elif sign == ITEM_CLOSES and earlier:
            behind.add(earlier[-1])
        opened = opened or (sign == ITEM_OPENS and not later)
        ended = ended or (sign == ITEM_CLOSES and not earlier)
    return Borders(before=frozenset(before), behind=frozenset(behind), ended=ended, opened=opened)


def _starts(item: Strip | Row) -> Iterator[int]:
    """Where in the page's text the lines of an item begin."""
    if isinstance(item, Strip):
        yield from (part.start for part in item.parts)
    else:
        yield from (line.start for cell in item.cells for paragraph in cell for line in paragraph)
