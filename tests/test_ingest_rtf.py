"""Rich Text: what pieces come out of groups and control words; every snippet is written here."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.document import BlockKind, Furniture, FurnitureKind
from corpus.errors import UnreadableFileError
from ingest.layout import Reading
from ingest.rtf import read_rtf

HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1\fcharset2 Symbol;}"
    r"{\f2\fcharset204 Arial CYR;}{\f3\fcharset128 MS Mincho;}{\f4\fcharset2{\*\falt x}Wingdings;}}"
    r"{\colortbl;\red0\green0\blue0;}"
    r"{\stylesheet{\ql Normal;}{\s1\outlinelevel0\b heading 1;}{\s2 Heading 2;}{\*\cs9 heading 3 Char;}}"
)


def read(body: str) -> Reading:
    return read_rtf((HEAD + body + "}").encode("cp1252"), "minutes.rtf")


def texts(reading: Reading) -> list[str]:
    return [piece.text for piece in reading.pieces]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"one\par two\par", ["one", "two"]),
        ("one\\\ntwo", ["one", "two"]),
        ("on\r\ne\\par", ["one"]),
        (r"Present:\line Cllr Finch\par", ["Present:", "Cllr Finch"]),
        (r"one\tab two\~three\_four\par", ["one two three-four"]),
        (r"\{kept\} \\ too", ["{kept} \\ too"]),
        (r"caf\'e9 \'80\'97 \ldblquote so\rdblquote  it\rquote s", ["café €— “so” it’s"]),
        ("caf\xe9", ["café"]),
        (r"t\u375\'fb and \u8211-9 \uc0\u8217s \uc2\u8364??!", ["tŷ and –9 ’s €!"]),
        (r"\u-10179?\u-8704?", ["\U0001f600"]),
        (r"\u8217{?}s", ["’?s"]),
        (r"{\f2 \'cc\'e8\'f0} {\f3 \'93\'fa\'96\'7b}", ["Мир 日本"]),
        (r"{\f1\'b7} one {\f4\'fc} two {\f1 a}", ["• one ✓ two α"]),
        (r"{\v hidden}shown {\v0 too}", ["shown too"]),
        (r"a{\deleted gone}b{\revised kept}\par", ["abkept"]),
        (r"one{\deleted\par} two\par", ["one two"]),
        (r"the 2{\super nd} of May", ["the 2nd of May"]),
        (r"the scheme{\super 1} began, 40m{\super 2} of it", ["the scheme began, 40m2 of it"]),
        (r"{\*\unknown lost}{\*\bkmkstart x}kept{\pict\pngblip 00ff}", ["kept"]),
        ("{\\pict\\bin5 }}}\\\\}kept", ["kept"]),
        (
            r"{\field{\*\fldinst HYPERLINK x}{\fldrslt the plan}} {\field{\*\fldinst  PAGE }{\fldrslt 3}}end",
            ["the plan end"],
        ),
        (r"said{\*\annotation really?} so", ["said so"]),
        (
            r"the scheme{\super\chftn}{\footnote\pard\plain{\super\chftn} See below.} began\par Next\par",
            ["the scheme began", "Next", "[1] See below."],
        ),
        (
            r"a{\shp{\*\shpinst\shpleft0{\sp{\sn shapeType}{\sv 202}}{\shptxt in a box\par}}{\shprslt in a box}}b\par",
            ["ab", "in a box"],
        ),
        (
            r"{\listtext\pard\plain 1.\tab}one\par{\listtext\f1\'b7\tab}two\par{\pntext a)\tab}three",
            ["1. one", "• two", "a) three"],
        ),
        (r"{\listtext o\tab}hollow\par", ["• hollow"]),
        (r"{\*\pn{\pntxtb x}}plain\par", ["plain"]),
        (r"kept\par}{ and what follows the end is no text", ["kept"]),
    ],
)
def test_what_is_printed(body: str, expected: list[str]) -> None:
    assert texts(read(body)) == expected


def test_weight_place_level_and_count() -> None:
    reading = read(
        r"{\info{\title Minutes of {May}}{\author AF}}{\header OFFICIAL\par}{\footerf Page {\field{\*\fldinst PAGE}"
        r"{\fldrslt 1}}\par}"
        r"\pard\plain\s1\b Leisure\par\pard\plain\par\pard\s2 Roads\par"
        r"\pard\qc\b MINUTES\b0\par\pard\li720{\b RESOLVED:} That it close\par"
    )
    first, second, title, last = reading.pieces
    assert [(piece.kind, piece.level) for piece in (first, second)] == [(BlockKind.HEADING, 1), (BlockKind.HEADING, 2)]
    assert (title.bold, title.centred, title.level) == (True, True, 0)
    assert (last.bold, last.bold_lead, last.indent, last.centred) == (False, 9, 36.0, False)
    assert [piece.marks[0].line for piece in reading.pieces] == [1, 2, 3, 4]
    assert reading.title == "Minutes of May"
    assert reading.furniture == (
        Furniture(1, FurnitureKind.HEAD, "OFFICIAL"),
        Furniture(1, FurnitureKind.FOOT, "Page"),
    )
    assert reading.page_notes == ()


def test_links_keep_their_targets() -> None:
    reading = read(r'see {\field{\*\fldinst HYPERLINK "https://example.org/plan"}{\fldrslt {\b the} plan}} now\par')
    (piece,) = reading.pieces
    assert [(piece.text[link.span.start : link.span.end], link.target) for link in piece.links] == [
        ("the plan", "https://example.org/plan")
    ]


def test_lists_of_contents_are_furniture() -> None:
    reading = read(r"{\field{\*\fldinst TOC \\o}{\fldrslt Finance\tab 4\par Roads\tab 5}}\par Finance\par")
    assert texts(reading) == ["Finance"]
    assert reading.furniture == (
        Furniture(1, FurnitureKind.CONTENTS, "Finance 4"),
        Furniture(1, FurnitureKind.CONTENTS, "Roads 5"),
    )


ROW = r"\trowd\trleft0\cellx1000\cellx2000\cellx3000\pard\intbl "


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (ROW + r"a\cell b\cell c\cell\row", [("a", "b", "c")]),
        (ROW + r"a\par more\cell\cell c\cell\row", [("a\nmore", "", "c")]),
        (
            ROW + r"a\cell b\cell c\cell\row\trowd\cellx2010\cellx3000\pard\intbl d\cell e\cell\row",
            [("a", "b", "c"), ("d", "", "e")],
        ),
        (r"\pard\intbl a\cell b\cell\row", [("a", "b")]),
        (ROW + r"a\cell b\cell\pard after the row broke off\par", [("a", "b")]),
        (
            r"\trowd\cellx1000\cellx2000\pard\intbl a\par\pard\intbl\itap2 x\nestcell y\nestcell"
            r"{\*\nesttableprops\trowd\cellx400\cellx800\nestrow}{\nonesttables\par}\pard\intbl\itap1\cell b\cell\row",
            [("a\nx y", "b")],
        ),
    ],
)  # fmt: skip
def test_tables(body: str, expected: list[tuple[str, ...]]) -> None:
    rows = [piece for piece in read(rf"Before\par {body}\pard After\par").pieces if piece.kind is BlockKind.ROW]
    assert [piece.cells for piece in rows] == expected
    assert {piece.table for piece in rows} == {0}


def test_a_file_that_breaks_off_is_read_as_far_as_it_goes() -> None:
    reading = read_rtf(b"\xef\xbb\xbf \r\n{\\rtf1 one\\par{\\b two", "a.rtf")
    assert texts(reading) == ["one", "two"]
    assert "breaks off" in reading.page_notes[0].reason


@pytest.mark.parametrize("data", [b"Minutes", b"{\\rtf1 " + b"{" * 100_000])
def test_what_can_not_be_read_is_told(data: bytes) -> None:
    with pytest.raises(UnreadableFileError, match=r"^a\.rtf: "):
        read_rtf(data, "a.rtf")


PARTS = (
    r"\par |\pard |\b |\b0 |\cell |\row |\trowd |\cellx99 |\intbl |\u8217? |\u-10179 |\'e9|\'zz|{|}|{\footnote "
    r"|{\header |{\listtext |{\*\x |{\field |{\*\fldinst TOC}|{\fldrslt |{\shptxt |{\info{\title |\uc3 |\bin2 "
    r"|\bin-2 |\deleted |\itap2 |\nestcell |\nestrow |{\fonttbl |\f7 |\fcharset2 "
    r"|{\stylesheet |\s3 |\outlinelevel2 "
    r"|\line |\super |one|1 |\\|\{|\*|\ |\ansicpg65001 |\ansicpg99999 |\fcharset128 |\u99999999 |\cellx-5 "
).split("|")


def contract(reading: Reading) -> None:
    for piece in reading.pieces:
        assert piece.text.strip()
        assert piece.text.encode()
        assert piece.marks[0].offset == 0
        assert "\t".join(piece.cells) == piece.text if piece.cells else not {"\t", "\n"} & set(piece.text)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(PARTS), max_size=60))
def test_any_control_words_give_pieces_that_keep_the_contract(parts: list[str]) -> None:
    contract(read_rtf((HEAD + "".join(parts)).encode(), "a.rtf"))


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with contextlib.suppress(UnreadableFileError):
        contract(read_rtf(b"{\\rtf1" + data, "a.rtf"))
