"""The raised digits that point to a footnote: no part of the word before them, and no text."""

from __future__ import annotations

import re

from ingest.pdf.glyphs import Glyphs
from ingest.raised import is_note_mark

# Not the decimals of "3.5", nor the minutes of "10:30". It begins with the digit, which a search leaps to, and looks
# back from there.
_CANDIDATE = re.compile(r"\d(?<=[^\s\d]\d)(?<!\d[.,:/-]\d)\d{0,2}(?=[\s.,;:)\]]|$)")
# A raised digit is set at about two thirds of the size, and stands by a third of it higher.
_SMALLER = 0.8
_HIGHER = 0.2
# Looked at to tell what the mark stands behind.
_WORD_BEFORE = 12
_NO_WIDTH = "\u200b"


def hide_note_marks(glyphs: Glyphs) -> None:
    """Put characters without width in place of the marks of notes in a page's text: indices stay what they are."""
    for match in _CANDIDATE.finditer(glyphs.text):
        start, end = match.span()
        if is_note_mark(match.group(), glyphs.text[max(start - _WORD_BEFORE, 0) : start]) and _raised(glyphs, start):
            glyphs.text = glyphs.text[:start] + _NO_WIDTH * (end - start) + glyphs.text[end:]


def _raised(glyphs: Glyphs, index: int) -> bool:
    """Whether a glyph is smaller than the one before it and stands higher."""
    before, here = glyphs.box(index - 1), glyphs.box(index)
    return here.height <= _SMALLER * before.height and before.bottom - here.bottom >= _HIGHER * before.height
