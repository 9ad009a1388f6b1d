"""Characters of symbol fonts as Unicode: word processors store the place in the font, not the character."""

from __future__ import annotations

# Adobe's Symbol encoding and Microsoft's Wingdings, as far as papers use them: Greek, mathematics, bullets, ticks.
_LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_GREEK = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖαβχδεφγηιϕκλμνοπθρστυϖωξψζ"
_SYMBOL = {ord(latin): greek for latin, greek in zip(_LATIN, _GREEK, strict=True)} | {
    0xA3: "≤", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×",
    0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xBC: "…", 0xD6: "√", 0xE5: "Σ",
}  # fmt: skip
_WINGDINGS = {
    0x6C: "●", 0x6D: "○", 0x6E: "■", 0x6F: "☐", 0x71: "❑", 0x76: "❖", 0x77: "◆", 0x78: "☒", 0x9F: "•", 0xA7: "▪",
    0xA8: "☐", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
# Where Unicode keeps room for a font's own characters, and where Word puts those of symbol fonts.
_PRIVATE = 0xF000


def symbol(code: int, font: str) -> str:
    """The character at ``code`` (with or without Word's offset of F000) of a symbol font.

    What the tables don't hold is ASCII in the font Symbol, else the character of Unicode's private area.
    """
    place = code - _PRIVATE if _PRIVATE <= code <= _PRIVATE + 0xFF else code
    if not 0x20 <= place <= 0xFF:
        return ""
    if "wingdings" in font.lower():
        return _WINGDINGS.get(place, chr(_PRIVATE + place))
    if "symbol" in font.lower():
        return _SYMBOL.get(place) or (chr(place) if place < 0x7F else chr(_PRIVATE + place))
    return chr(_PRIVATE + place)
