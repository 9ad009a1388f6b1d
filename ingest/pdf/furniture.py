"""Running heads and feet, page numbers and stamps: told from the text by repetition and place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from corpus.document import FurnitureKind
from ingest.pdf.lines import MARKER
from ingest.pdf.overlays import BOTTOM_BAND, TOP_BAND, is_item_stamp
from ingest.pdf.page import PageLayout
from ingest.pdf.strips import Strip

# Heads and feet stand in the bands that stamps stand in, among the first and last lines of the page.
_OUTERMOST = 4
# Words that stand on at least so many pages are a running head; in short papers they must also keep their height.
_REPEATED = 3
_SHORT_PAPER = 3
# Heads of one design keep their height from page to page within this many points.
_SAME_HEIGHT = 6.0

_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:p ?a ?g ?e|tudalen|pg?\.?)?\s*[-–|(]*\s*(?:\d{1,4}|[ivxl]{1,6})\s*[-–|)]*(?:\s*(?:of|o|/)\s*\d{1,4})?"
    r"|\d{1,4}\s*\|\s*p ?a ?g ?e",
    re.IGNORECASE,
)
# "Question 4" and "Appendix B 2" at the head of a page are what begins there, where the number is not the same on all.
_NUMBERED = re.compile(
    r"\b(?:amendment|annexe?|appendix|chapter|item|motion|part|question|recommendation|schedule|section|table)s?"
    r"\s+(?:no\.?\s*)?(?:[a-z]\s?)?\d{1,3}[a-z]?:?$",
    re.IGNORECASE,
)
_LEFT_BLANK = re.compile(
    r"[\[(]?(?:(?:this )?page (?:is |has been )?(?:left )?(?:intentionally )?(?:left )?blank(?: intentionally)?"
    r"|(?:mae'?r )?dudalen (?:hon|wag).{0,30})[\])]?\.?",
    re.IGNORECASE,
)
# A running head stands on every page of its paper, or on every other one where left and right pages differ.
_NEIGHBOURS = (-2, -1, 1, 2)

Place = tuple[int, int]


def furniture(pages: Sequence[PageLayout]) -> dict[Place, FurnitureKind]:
    """The strips that are furniture, by (index of the page in ``pages``, index of the item on it)."""
    found = dict.fromkeys(_blank_notes(pages), FurnitureKind.LEFT_BLANK)
    repeated: dict[tuple[bool, str], list[tuple[Place, float]]] = defaultdict(list)
    for at, page in enumerate(pages):
        for place, strip, is_head in _bands(at, page):
            text = strip.text
            if _PAGE_NUMBER.fullmatch(text):
                found[place] = FurnitureKind.PAGE_NUMBER
            elif is_head and is_item_stamp(text):
                found[place] = FurnitureKind.ITEM_STAMP
            elif any(map(str.isalpha, text)):
                # "4. Harbour dues" and "5. Harbour dues" are two items, not a head with its page number.
                words = text if MARKER.match(text) or _NUMBERED.search(text) else _DIGITS.sub("#", text)
                height = strip.box.top if is_head else page.height - strip.box.bottom
                repeated[is_head, words.casefold()].append((place, height))
    for (is_head, _), seen in repeated.items():
        found.update(dict.fromkeys(_running(seen, len(pages)), FurnitureKind.HEAD if is_head else FurnitureKind.FOOT))
    return found


def _blank_notes(pages: Sequence[PageLayout]) -> Iterator[Place]:
    """The notes that pages bear which are left blank."""
    for at, page in enumerate(pages):
        for index, item in enumerate(page.items[:_OUTERMOST]):
            if isinstance(item, Strip) and _LEFT_BLANK.fullmatch(item.text):
                yield at, index


def _bands(at: int, page: PageLayout) -> list[tuple[Place, Strip, bool]]:
    strips = [((at, index), item, item.box) for index, item in enumerate(page.items) if isinstance(item, Strip)]
    strips.sort(key=lambda entry: entry[2].top)
    heads = [(place, strip, True) for place, strip, box in strips[:_OUTERMOST] if box.bottom < TOP_BAND * page.height]
    feet = [(place, strip, False) for place, strip, box in strips[-_OUTERMOST:] if box.top > BOTTOM_BAND * page.height]
    return heads + feet


def _running(seen: list[tuple[Place, float]], pages: int) -> list[Place]:
    """The places of one text that are a running head: enough of them, at one height."""
    enough = 2 if pages <= _SHORT_PAPER else _REPEATED
    heights = sorted(height for _, height in seen)
    kept = [
        place
        for place, height in seen
        if bisect_right(heights, height + _SAME_HEIGHT) - bisect_left(heights, height - _SAME_HEIGHT) >= enough
    ]
    on = {page for page, _ in kept}
    near_another = {page for page in on if on & {page + by for by in _NEIGHBOURS}}
    return kept if len(near_another) >= enough else []
