"""PDF files made by hand, in which fonts say of their characters what the test wants them to say."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

_CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
_PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
_PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R/F2 9 0 R>>>>>>"
_SIMPLE = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding"
_CID = (
    b"<</Type/Font/Subtype/CIDFontType2/BaseFont/ABCDEF+Quay"
    b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor 7 0 R/DW 500>>"
)
_DESCRIPTOR = (
    b"<</Type/FontDescriptor/FontName/ABCDEF+Quay/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0"
    b"/Ascent 900/Descent -200/CapHeight 700/StemV 80>>"
)
_TYPE0 = b"<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+Quay/Encoding/Identity-H/DescendantFonts[6 0 R]>>"
_TOP, _LEADING = 760, 16


def with_character_map(lines: Sequence[str], meaning: Mapping[str, str]) -> bytes:
    """A page of ``lines`` whose font says that a character means another; one not in ``meaning`` means itself."""
    codes = "".join(f"<{code:02X}> <{ord(meaning.get(chr(code), chr(code))):04X}>\n" for code in range(0x20, 0x7F))
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n"
        f"1 begincodespacerange <00> <FF> endcodespacerange\n{0x7F - 0x20} beginbfchar\n{codes}endbfchar\n"
        "endcmap end end"
    ).encode()
    content = _content(lines, lambda line: "(" + line.translate(str.maketrans({c: "\\" + c for c in "()\\"})) + ")")
    return _file(content, _SIMPLE + b"/ToUnicode 6 0 R>>", _stream(cmap), b"null")


def in_glyph_numbers(lines: Sequence[str], plain: Sequence[str] = (), first_letter: int = 29) -> bytes:
    """A page of ``plain`` lines and of ``lines`` whose font has no character map, only numbers of glyphs.

    A glyph's number is the character's code less ``first_letter``.
    """
    coded = _content(lines, lambda line: "<" + "".join(f"{ord(c) - first_letter:04X}" for c in line) + ">")
    below = _content(plain, lambda line: f"({line})", font="F2", top=_TOP - _LEADING * len(lines))
    return _file(coded + b"\n" + below, _TYPE0, _CID, _DESCRIPTOR)


def _content(lines: Sequence[str], shown: Callable[[str], str], font: str = "F1", top: int = _TOP) -> bytes:
    return "\n".join(
        f"BT /{font} 11 Tf 72 {top - _LEADING * at} Td {shown(line)} Tj ET" for at, line in enumerate(lines)
    ).encode()


def _stream(data: bytes) -> bytes:
    return b"<</Length %d>>stream\n%s\nendstream" % (len(data), data)


def _file(content: bytes, *font: bytes) -> bytes:
    objects = [_CATALOG, _PAGES, _PAGE, _stream(content), *font, b"null", _SIMPLE + b">>"]
    out, offsets = b"%PDF-1.5\n", []
    for number, each in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    trailer = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(out))
    return out + head + table + trailer
