"""Pages that show text which is not in their text layer: pictures of pages, and text drawn as outlines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from ingest.pdf.edges import PageObjects
from ingest.pdf.geometry import Box, Frame
from ingest.pdf.lines import Line
from ingest.pdf.outlines import outlines
from ingest.pdf.pathcalls import Rect

# A page number or a stamp may stand as text on a scanned page.
_FEW_CHARACTERS = 20
# A page with next to no text is a picture where pictures take up this share of it ...
_PICTURE_SHARE = 0.4
# ... and one with text at its margins only, where they take up this one: a scan with its stamps, head or foot.
_SCAN_SHARE = 0.75
_MARGIN = 0.12
# On a page with next to no text a drawing of so many paths holds words: text drawn as outlines takes one a glyph.
_OUTLINED_PATHS = 150
# Outlines of letters stand on lines, so many on each, and a paragraph has so many of them; a logo has fewer. Lines are
# told apart by half points.
_FEWEST_ON_LINE = 5
_FEWEST_OUTLINES = 60
_STEPS = 2

IMAGE_ONLY = "the page is a picture without text"
OUTLINED = "the text is drawn as outlines, not as characters"
WRONG_CHARACTERS = "the text layer holds wrong characters"
TOO_MUCH_TEXT = "the page holds more characters than any real one"


def why_unread(page: Any, lines: Sequence[Line], objects: PageObjects, frame: Frame) -> str | None:
    """Why the lines of an open pdfium page are not what a reader sees; ``None`` where they are, or it is blank."""
    if not objects.images and objects.paths < _FEWEST_OUTLINES and len(lines) > _FEW_CHARACTERS:
        return None
    characters = _characters(lines)
    covered = sum(_share(image, frame) for image in objects.images)
    if characters < _FEW_CHARACTERS and covered > _PICTURE_SHARE:
        return IMAGE_ONLY
    if covered > _SCAN_SHARE:
        inside = _characters(line for line in lines if not _in_margin(line.box, frame))
        if inside < _FEW_CHARACTERS:
            return IMAGE_ONLY
    return OUTLINED if objects.paths and _is_outlined(page, objects, characters) else None


def shows_letters(page: Any) -> bool:
    """Whether any text that is drawn on an open pdfium page has an area: typed spaces have none."""
    import pypdfium2.raw as pdfium

    for drawn in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_TEXT,)):
        left, bottom, right, top = drawn.get_bounds()
        if left < right and bottom < top:
            return True
    return False


def _is_outlined(page: Any, objects: PageObjects, characters: int) -> bool:
    if characters < _FEW_CHARACTERS:
        drawn = outlines(page)
        return drawn.letters > _OUTLINED_PATHS or _letters(drawn.small) >= _FEWEST_OUTLINES
    if objects.paths < max(_FEWEST_OUTLINES, characters):
        return False
    return _letters(outlines(page).small) >= max(_FEWEST_OUTLINES, characters)


def _characters(lines: Iterable[Line]) -> int:
    return sum(len(line.text) - line.text.count(" ") for line in lines)


def _share(image: Box, frame: Frame) -> float:
    """The share of the page that an image takes up; what lies outside of the page doesn't count."""
    width = min(image.x1, frame.width) - max(image.x0, 0.0)
    height = min(image.bottom, frame.height) - max(image.top, 0.0)
    return max(width, 0.0) * max(height, 0.0) / max(frame.width * frame.height, 1.0)


def _in_margin(box: Box, frame: Frame) -> bool:
    return (
        box.bottom < _MARGIN * frame.height
        or box.top > (1 - _MARGIN) * frame.height
        or box.x1 < _MARGIN * frame.width
        or box.x0 > (1 - _MARGIN) * frame.width
    )


def _letters(small: Sequence[Rect]) -> int:
    """How many outlines stand on lines as letters do: on level ones, or on upright ones where text is turned."""
    sides = ([rect[1] for rect in small], [rect[0] for rect in small], [rect[2] for rect in small])
    lines = (Counter(round(place * _STEPS) for place in places) for places in sides)
    return max(sum(count for count in line.values() if count >= _FEWEST_ON_LINE) for line in lines)
