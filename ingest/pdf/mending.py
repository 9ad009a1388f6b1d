"""Text layers in which characters are off, made right where it is certain what they stand for.

A font without a character map gives the numbers of its glyphs. Fonts made for Windows hold their glyphs in one order,
that of the standard Macintosh set without its no-break space (Apple, TrueType Reference Manual, 'post' table, format
1): "The" comes as "7KH", each letter 29 places off. Other files have every character a fixed number of places off.
"""

from __future__ import annotations

import ctypes
import re
from collections import defaultdict
from itertools import pairwise
from typing import Any

from ingest.pdf.characters import BULLET
from ingest.pdf.legible import common_pairs

MENDED = "letters came as the numbers of their glyphs and were put right"

_FIRST_GLYPH, _FIRST_CHARACTER = 3, 0x20
_AFTER_ASCII = 98  # the glyph that MacRoman 0x80 stands for
_LEFT_OUT = 172  # where the no-break space, MacRoman 0xCA, would stand
_GLYPHS = "".join(
    [
        "\0" * _FIRST_GLYPH,
        *(chr(code) for code in range(_FIRST_CHARACTER, 0x7F)),
        bytes(range(0x80, 0x80 + _LEFT_OUT - _AFTER_ASCII)).decode("mac_roman"),
        bytes(range(0xCB, 0x100)).decode("mac_roman"),
    ]
)
# What is proven makes more common pairs of letters than this where it made fewer before, and has at least so many.
_PROOF_SHARE = 0.65
_BEFORE_SHARE = 0.5
_PROOF_PAIRS = 12
# Characters of a page that is off as a whole are off by no more than this; it is tried on so many of them.
_FARTHEST = 64
_TRIED = 1500
_SYMBOLS = re.compile(rb"symbol|dingbats", re.I)
_FONT_NAME_BYTES = 256
_KEPT = "\r\n\t \x02"


def from_glyph_numbers(textpage: Any) -> str | None:
    """The text of a pdfium text page, a character a glyph, with those made right that came as numbers of glyphs.

    ``None`` where there are none, or no font of the page proves what they stand for.
    """
    import pypdfium2.raw as pdfium

    raw = textpage.raw
    codes = [pdfium.FPDFText_GetUnicode(raw, at) for at in range(textpage.count_chars())]
    name, flags = ctypes.create_string_buffer(_FONT_NAME_BYTES), ctypes.c_int()
    fonts: defaultdict[bytes, list[int]] = defaultdict(list)
    for at in range(len(codes)):
        if pdfium.FPDFText_HasUnicodeMapError(raw, at):
            pdfium.FPDFText_GetFontInfo(raw, at, name, _FONT_NAME_BYTES, flags)
            fonts[name.value].append(at)
    text = [chr(code) if code < 0x110000 else "\0" for code in codes]
    if not any(_is_proven(places, codes) for font, places in fonts.items() if not _SYMBOLS.search(font)):
        return None
    for font, places in fonts.items():
        for at in places:
            # A symbol font has an order of its own, and what papers use of it is bullets.
            text[at] = BULLET if _SYMBOLS.search(font) else _character(codes[at])
    return "".join(text)


def unshifted(text: str) -> str | None:
    """A text with every character moved back by one number of places that makes words of it; ``None``: there is none.

    White space stays, and so does the length.
    """
    sample = text[:_TRIED]
    _, by = max((_common(_moved(sample, by)), by) for by in range(-_FARTHEST, _FARTHEST + 1))
    share, pairs = common_pairs(_moved(sample, by))
    return _moved(text, by) if share >= _PROOF_SHARE and pairs >= _PROOF_PAIRS else None


def _common(text: str) -> float:
    """How many of a text's pairs of letters are common ones."""
    share, pairs = common_pairs(text)
    return share * pairs


def _moved(text: str, by: int) -> str:
    table = {ord(each): max(ord(each) + by, 0) for each in set(text) if each not in _KEPT}
    return text.translate(table)


def _is_proven(places: list[int], codes: list[int]) -> bool:
    share, pairs = common_pairs(_runs(places, [_character(codes[at]) for at in places]))
    before, _ = common_pairs(_runs(places, [chr(codes[at]) for at in places]))
    return pairs >= _PROOF_PAIRS and share >= _PROOF_SHARE and before < _BEFORE_SHARE


def _runs(places: list[int], characters: list[str]) -> str:
    """The characters at these places, parted where others stand between them."""
    gaps = (after - before > 1 for before, after in pairwise(places))
    return "".join(f"{each} " if gap else each for each, gap in zip(characters, [*gaps, False], strict=True))


def _character(glyph: int) -> str:
    return _GLYPHS[glyph] if glyph < len(_GLYPHS) else "\0"
