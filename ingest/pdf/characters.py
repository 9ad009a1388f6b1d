"""Characters as PDF fonts give them, made into the characters that a reader sees."""

from __future__ import annotations

import re

BULLET = "•"
# pdfium puts one of these where a word is broken at a line end, and no line end after it.
LINE_HYPHENS = "\x02\ufffe"
SOFT_HYPHEN = "\xad"

# Symbol and Wingdings glyphs come as U+F000 plus the code in the font: these are the ones that mean something.
_SYMBOLS = {
    0xF0FC: "✓",
    0xF0FE: "☑",
    0xF0FD: "☒",
    0xF0A8: "☐",
    0xF06F: "☐",
    0xF0E0: "→",
    0xF02D: "-",
    0xF0B0: "°",
}
_SYMBOL_BULLETS = (0xF0B7, 0xF0A7, 0xF0D8, 0xF06E, 0xF076, 0xF071, 0xF09F, 0xF077, 0xF075, 0xF0A0, 0xE001)
_TYPED_BULLETS = "●▪■◦‣⁃∙"
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_SPACES = "\t\xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_NOTHING = "\u200b\u200c\u200d\u2060\ufeff"

_TABLE: dict[int, str | None] = {
    **_SYMBOLS,
    **dict.fromkeys(_SYMBOL_BULLETS, BULLET),
    **dict.fromkeys(map(ord, _TYPED_BULLETS), BULLET),
    **{ord(glyph): letters for glyph, letters in _LIGATURES.items()},
    **dict.fromkeys(map(ord, _SPACES), " "),
    **dict.fromkeys(map(ord, _NOTHING), None),
    **dict.fromkeys((code for code in range(32) if chr(code) not in LINE_HYPHENS), None),
    **dict.fromkeys(map(ord, LINE_HYPHENS), "-"),
    ord("\t"): " ",
}

_RUN_OF_SPACES = re.compile(r" {2,}")


def clean(raw: str) -> str:
    """One line as pdfium gives it, in the characters that a reader sees, without the spaces at its ends."""
    text = raw if raw.isascii() and raw.isprintable() else raw.translate(_TABLE)
    if SOFT_HYPHEN in text:
        text = _without_soft_hyphens(text)
    if "  " in text:
        text = _RUN_OF_SPACES.sub(" ", text)
    return text.strip()


def _without_soft_hyphens(text: str) -> str:
    body = text.rstrip()
    broken = "-" if body.endswith(SOFT_HYPHEN) else ""
    return body.replace(SOFT_HYPHEN, "") + broken
