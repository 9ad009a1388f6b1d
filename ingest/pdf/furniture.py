"""Running heads and feet, page numbers and stamps: told from the text by repetition and place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from corpus.document import FurnitureKind
from ingest.pdf.lines import MARKER
from ingest.pdf.page import PageLayout
from ingest.pdf.strips import Strip

# Heads stand in the top band of a page and feet in the bottom one (shares of its height) ...
_TOP_BAND, _BOTTOM_BAND = 0.12, 0.88
# ... and among its first and last lines.
_OUTERMOST = 4
# Stamps on landscape pages stand at their sides, as the bound pack is held upright (shares of the width).
_LEFT_BAND, _RIGHT_BAND = 0.1, 0.85
# Words that stand on at least so many pages are a running head; in short papers they must also keep their height.
_REPEATED = 3
_SHORT_PAPER = 3
# Heads of one design keep their height from page to page within this many points.
_SAME_HEIGHT = 6.0

_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:page|tudalen|pg?\.?)?\s*[-–|(]*\s*(?:\d{1,4}|[ivxl]{1,6})\s*[-–|)]*(?:\s*(?:of|o|/)\s*\d{1,4})?", re.I
)
_PAGE_STAMP = re.compile(r"page \d{1,4}", re.I)
_STAMP = re.compile(r"(?:agenda|minute)\s+(?:item|annex|no)\.?(?:\s+no\.?)?:?\s*\d{1,4}[a-z]?", re.I)

Place = tuple[int, int]


def furniture(pages: Sequence[PageLayout]) -> dict[Place, FurnitureKind]:
    """The strips that are furniture, by (index of the page in ``pages``, index of the item on it)."""
    found = dict(stamp for at, page in enumerate(pages) for stamp in _side_stamps(at, page))
    repeated: dict[tuple[bool, str], list[tuple[Place, float]]] = defaultdict(list)
    for at, page in enumerate(pages):
        for place, strip, is_head in _bands(at, page):
            text = strip.text
            if _PAGE_NUMBER.fullmatch(text):
                found[place] = FurnitureKind.PAGE_NUMBER
            elif is_head and _STAMP.fullmatch(text):
                found[place] = FurnitureKind.ITEM_STAMP
            elif any(map(str.isalpha, text)):
                # "4. Harbour dues" and "5. Harbour dues" are two items, not a head with its page number.
                words = text if MARKER.match(text) else _DIGITS.sub("#", text)
                height = strip.box.top if is_head else page.height - strip.box.bottom
                repeated[is_head, words.casefold()].append((place, height))
    for (is_head, _), seen in repeated.items():
        found.update(dict.fromkeys(_running(seen, len(pages)), FurnitureKind.HEAD if is_head else FurnitureKind.FOOT))
    return found


def _bands(at: int, page: PageLayout) -> list[tuple[Place, Strip, bool]]:
    strips = [((at, index), item, item.box) for index, item in enumerate(page.items) if isinstance(item, Strip)]
    strips.sort(key=lambda entry: entry[2].top)
    heads = [(place, strip, True) for place, strip, box in strips[:_OUTERMOST] if box.bottom < _TOP_BAND * page.height]
    feet = [(place, strip, False) for place, strip, box in strips[-_OUTERMOST:] if box.top > _BOTTOM_BAND * page.height]
    return heads + feet


def _side_stamps(at: int, page: PageLayout) -> Iterator[tuple[Place, FurnitureKind]]:
    if page.width <= page.height:
        return
    for index, item in enumerate(page.items):
        if not isinstance(item, Strip):
            continue
        is_item = _STAMP.fullmatch(item.text) is not None
        box = item.box
        if (is_item or _PAGE_STAMP.fullmatch(item.text)) and (
            box.x1 < _LEFT_BAND * page.width or box.x0 > _RIGHT_BAND * page.width
        ):
            yield (at, index), FurnitureKind.ITEM_STAMP if is_item else FurnitureKind.PAGE_NUMBER


def _running(seen: list[tuple[Place, float]], pages: int) -> list[Place]:
    """The places of one text that are a running head: enough of them, at one height."""
    enough = 2 if pages <= _SHORT_PAPER else _REPEATED
    heights = sorted(height for _, height in seen)
    kept = [
        place
        for place, height in seen
        if bisect_right(heights, height + _SAME_HEIGHT) - bisect_left(heights, height - _SAME_HEIGHT) >= enough
    ]
    return kept if len({page for page, _ in kept}) >= enough else []
