"""Pages whose text can't be had: pictures, outlined glyphs, and text layers of wrong characters."""

from __future__ import annotations

import re

from ingest.pdf.edges import PageObjects
from ingest.pdf.geometry import Frame

# A page number or a stamp may stand as text on a scanned page.
_FEW_CHARACTERS = 20
# An image over this share of the page is the page.
_PICTURE_SHARE = 0.4
# Text drawn as outlines takes a path or more a glyph; ruled tables and logos stay below this.
_OUTLINED_PATHS = 150
_WRONG = re.compile("[\x00\x01\x03-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf01f\uf100-\uf8ff\ufffd]")
# Beyond this share of wrong characters nothing can be made of a text layer.
_WRONG_SHARE = 0.3

IMAGE_ONLY = "the page is a picture without text; it needs OCR"
OUTLINED = "the text is drawn as outlines, not as characters; it needs OCR"
WRONG_CHARACTERS = "the text layer holds wrong characters; it needs OCR"


def why_unread(text: str, objects: PageObjects, frame: Frame) -> str | None:
    """Why the text of a page is not what a reader sees on it; ``None`` where it is, or where the page is blank."""
    visible = "".join(text.split())
    if len(visible) >= _FEW_CHARACTERS:
        return WRONG_CHARACTERS if _wrong(visible) > _WRONG_SHARE * len(visible) else None
    area = frame.width * frame.height
    if any(image.width * image.height > _PICTURE_SHARE * area for image in objects.images):
        return IMAGE_ONLY
    return OUTLINED if objects.paths > _OUTLINED_PATHS else None


def _wrong(text: str) -> int:
    """How many characters are controls, private (symbol fonts' bullets aside) or replacements."""
    return 0 if text.isascii() and text.isprintable() else len(_WRONG.findall(text))
