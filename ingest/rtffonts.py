"""Which characters the bytes of Rich Text stand for: its code page, and those of its fonts."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from ingest.symbols import symbol

# Rich Text Format 1.9.1, "Font table": the character sets of fonts, and the code pages they stand for.
_CHARSETS = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk", 136: "cp950", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
    254: "cp437", 255: "cp850",
}  # fmt: skip
_SYMBOL_CHARSET = 2
_ANSI = "cp1252"
_CHARACTER_SETS = {"ansi": _ANSI, "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
_CODE_PAGES = {10000: "mac_roman", 65001: "utf-8", 936: "gbk"}


@dataclass(slots=True)
class Font:
    """A font of the table while it is being read: its name and, where it tells one, its encoding."""

    name: str = ""
    charset: int | None = None
    code_page: int | None = None


class Fonts:
    """The fonts of a document by number, and the encoding of the document itself."""

    def __init__(self) -> None:
        self.default = 0
        self._encoding = _ANSI
        self._fonts: dict[int, Font] = {}

    def declare(self, word: str, number: int | None) -> None:
        """Takes in a control word of the file's head that tells its encoding or default font; others are no matter."""
        if word == "ansicpg":
            self._encoding = _codec(number) or self._encoding
        elif word == "deff":
            self.default = number or 0
        else:
            self._encoding = _CHARACTER_SETS.get(word, self._encoding)

    def font(self, number: int) -> Font:
        """The font ``number`` of the table, a new one where there is none yet."""
        return self._fonts.setdefault(number, Font())

    def decoded(self, data: bytes, number: int) -> str:
        """``data`` as text in the font ``number``; a byte that means nothing becomes U+FFFD."""
        font = self._fonts.get(number)
        if font is None:
            return data.decode(self._encoding, errors="replace")
        if font.charset == _SYMBOL_CHARSET:
            return "".join(symbol(byte, font.name) if byte > 0x20 else chr(byte) for byte in data)
        encoding = _codec(font.code_page) or _CHARSETS.get(font.charset or 0, self._encoding)
        return data.decode(encoding, errors="replace")

    def character(self, code: int, number: int) -> str:
        """The Unicode character ``code`` (signed 16 bits, as Rich Text writes it), in a symbol font that font's."""
        code += 0x10000 if code < 0 else 0
        if 0xF000 <= code <= 0xF0FF:
            return symbol(code, self._fonts.get(number, Font()).name)
        return chr(code) if 0 < code <= 0x10FFFF else ""


def _codec(code_page: int | None) -> str | None:
    name = _CODE_PAGES.get(code_page or 0, f"cp{code_page}")
    try:
        return codecs.lookup(name).name if code_page else None
    except LookupError:
        return None
