"""A page drawn with what was seen on it: boxes in colours over the page as it is shown, and a legend beside it."""

from __future__ import annotations

import io
import math
from contextlib import closing
from typing import TYPE_CHECKING, Any

from corpus.errors import UnreadableFileError
from ingest.pdf.geometry import Box
from ingest.pdf.legend import FILL, INKS, ORDER, colour_of, font, legend
from ingest.pdf.opening import open_document, open_page
from ingest.pdf.sight import PageSight, Seen, SightKind

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont, ImageFont

_POINTS_PER_INCH = 72
# Small print can be read at this many dots per inch ...
_RESOLUTION = 144
# ... up to A3; what is larger is drawn coarser. Whatever a file claims its pages to measure, no more is drawn.
_MOST_PIXELS = 4_000_000
_LONGEST_SIDE = 10_000
_TAG_TEXT = 11
"""Height of the words beside a box, in pixels."""
_TAG_GAP = 3


def draw(data: bytes, name: str, sight: PageSight) -> bytes:
    """The page of a PDF file that ``sight`` tells of, with all that was seen on it, as a PNG picture.

    Raises ``UnreadableFileError`` where pdfium can't show the page.
    """
    from PIL import Image

    with closing(open_document(data, name)) as document:
        page = open_page(document, sight.page)
        if page is None:
            raise UnreadableFileError(name, f"page {sight.page} is damaged and can't be drawn")
        with closing(page):
            picture, scale = _rendered(page, sight)
    _lay_over(picture, sight, scale)
    beside = legend(name, sight)
    whole = Image.new("RGB", (picture.width + beside.width, max(picture.height, beside.height)), "white")
    whole.paste(picture, (0, 0))
    whole.paste(beside, (picture.width, 0))
    out = io.BytesIO()
    whole.save(out, "PNG")
    return out.getvalue()


def _rendered(page: Any, sight: PageSight) -> tuple[Image, float]:
    """The page as it was read, and pixels a point."""
    width, height = page.get_size()
    scale = _RESOLUTION / _POINTS_PER_INCH
    scale = min(scale, math.sqrt(_MOST_PIXELS / max(width * height, 1.0)), _LONGEST_SIDE / max(width, height, 1.0))
    with closing(page.render(scale=scale, rotation=sight.turned)) as bitmap:
        return bitmap.to_pil().convert("RGB"), scale


def _lay_over(picture: Image, sight: PageSight, scale: float) -> None:
    """Draw what was seen onto the picture of the page: filled areas first, then outlines, the finest last."""
    from PIL import Image, ImageDraw

    laid = Image.new("RGBA", picture.size, (0, 0, 0, 0))
    areas = ImageDraw.Draw(laid)
    for seen in sight.seen:
        if INKS[seen.kind].fill:
            areas.rectangle(_pixels(seen.box, scale, picture), fill=(*colour_of(seen), FILL))
    picture.paste(Image.alpha_composite(picture.convert("RGBA"), laid).convert("RGB"))
    outlines = ImageDraw.Draw(picture)
    face = font(_TAG_TEXT)
    for seen in sorted(sight.seen, key=lambda seen: -INKS[seen.kind].width):
        corners = _pixels(seen.box, scale, picture)
        outlines.rectangle(corners, outline=colour_of(seen), width=INKS[seen.kind].width)
        _tag(outlines, seen, corners, face)
    for number, box in enumerate(sight.order, start=1):
        left, top, *_ = _pixels(box, scale, picture)
        outlines.text((max(left - _TAG_GAP, 0), top), str(number), fill=ORDER, font=face, anchor="ra")


def _pixels(box: Box, scale: float, picture: Image) -> tuple[float, float, float, float]:
    """The corners of a box on the picture, and no further out than its edges."""
    right, bottom = picture.width - 1, picture.height - 1
    x0, top = min(max(box.x0 * scale, 0), right), min(max(box.top * scale, 0), bottom)
    return x0, top, min(max(box.x1 * scale, x0), right), min(max(box.bottom * scale, top), bottom)


def _tag(
    outlines: ImageDraw, seen: Seen, corners: tuple[float, float, float, float], face: FreeTypeFont | ImageFont
) -> None:
    """Write beside furniture of which kind it is: all of it has one colour."""
    if seen.kind is not SightKind.FURNITURE:
        return
    text, place = seen.note.replace("_", " "), (corners[2] + _TAG_GAP, corners[1])
    outlines.rectangle(outlines.textbbox(place, text, font=face), fill="white")
    outlines.text(place, text, fill=colour_of(seen), font=face)
