"""Word files: paragraphs and tables in order, with the numbers Word prints; made here with python-docx."""

from __future__ import annotations

import contextlib
import io
import zipfile
from collections.abc import Callable

import docx as python_docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.document import BlockKind
from corpus.errors import UnreadableFileError
from ingest import archives
from ingest.docx import read_docx
from ingest.layout import Reading
from ingest.numbering import numeral

W = nsdecls("w") + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'

NUMBERING = f"""<w:numbering {W}>
  <w:abstractNum w:abstractNumId="7">
    <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
    <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
    <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%3)"/></w:lvl>
  </w:abstractNum>
  <w:abstractNum w:abstractNumId="8">
    <w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1)"/></w:lvl>
    <w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl>
  </w:abstractNum>
  <w:abstractNum w:abstractNumId="9"><w:numStyleLink w:val="Minutes"/></w:abstractNum>
  <w:abstractNum w:abstractNumId="10"><w:styleLink w:val="Minutes"/>
    <w:lvl w:ilvl="0"><w:start w:val="5"/><w:numFmt w:val="decimal"/><w:lvlText w:val="M%1"/></w:lvl>
    <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlRestart w:val="0"/>
      <w:pStyle w:val="MinuteText"/><w:lvlText w:val="%2)"/></w:lvl>
  </w:abstractNum>
  <w:abstractNum w:abstractNumId="11">
    <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="Part %1:"/></w:lvl>
    <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2"/></w:lvl>
    <w:lvl w:ilvl="2"><w:numFmt w:val="decimal"/><w:isLgl w:val="0"/><w:lvlText w:val="%1.%3"/></w:lvl>
  </w:abstractNum>
  <w:num w:numId="4"><w:abstractNumId w:val="9"/></w:num>
  <w:num w:numId="5"><w:abstractNumId w:val="11"/></w:num>
  <w:num w:numId="6"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">
    <w:lvl w:ilvl="0"><w:start w:val="9"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl>
    </w:lvlOverride></w:num>
  <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
  <w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
  <w:num w:numId="3"><w:abstractNumId w:val="7"/>
    <w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
</w:numbering>"""


def read(build: Callable[[Document], object]) -> Reading:
    document = python_docx.Document()
    build(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return read_docx(buffer.getvalue(), "minutes.docx")


def texts(reading: Reading) -> list[str]:
    return [piece.text for piece in reading.pieces]


def from_xml(*paragraphs: str, styles: str | None = None) -> Reading:
    """Reads paragraphs given as WordprocessingML, with the lists above at hand, and ``styles`` in place of Word's."""

    def build(document: Document) -> None:
        numbering = document.part.numbering_part.element
        for child in list(numbering):
            numbering.remove(child)
        numbering.extend(list(parse_xml(NUMBERING)))
        if styles:
            known = document.styles.element
            for child in list(known):
                known.remove(child)
            known.extend(list(parse_xml(styles)))
        body = document.element.body
        for xml in paragraphs:
            body.insert(len(body) - 1, parse_xml(xml.replace("<w:p>", f"<w:p {W}>", 1)))

    return read(build)


def item(text: str, list_id: int, level: int = 0) -> str:
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return f"<w:p><w:pPr>{place}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def test_headings_weight_and_count() -> None:
    def build(document: Document) -> None:
        document.core_properties.title = "Minutes of May"
        document.add_heading("Leisure centre", 2)
        document.add_paragraph("")
        paragraph = document.add_paragraph()
        paragraph.add_run("RESOLVED:").bold = True
        paragraph.add_run(" That it close")

    reading = read(build)
    heading, paragraph = reading.pieces
    assert (heading.kind, heading.level, heading.text) == (BlockKind.HEADING, 2, "Leisure centre")
    assert (paragraph.text, paragraph.bold, paragraph.bold_lead) == ("RESOLVED: That it close", False, 9)
    assert [piece.marks[0].line for piece in reading.pieces] == [1, 2]
    assert reading.title == "Minutes of May"


def test_printed_numbers_are_restored() -> None:
    reading = from_xml(
        item("Welcome", 1),
        item("Present", 1, 1),
        item("Apologies", 1, 1),
        item("Note it", 1, 2),
        item("Finance", 1),
        item("Budget", 1, 1),
        item("third", 2),
        item("a bullet", 2, 1),
        item("fourth", 2),
        item("again", 3),
        item("out of any list", 0),
        item("unknown list", 99),
    )
    assert texts(reading) == [
        "1. Welcome",
        "1.1 Present",
        "1.2 Apologies",
        "(a) Note it",
        "2. Finance",
        "2.1 Budget",
        "iii) third",
        "• a bullet",
        "iv) fourth",
        "1. again",
        "out of any list",
        "unknown list",
    ]


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (
            [item("a", 4), item("b", 4), item("c", 4, 1), item("d", 4), item("e", 4, 1)],
            ["M5 a", "M6 b", "1) c", "M7 d", "2) e"],
        ),
        ([item("a", 5), item("b", 5, 1), item("c", 5, 2)], ["Part I: a", "1.1 b", "I.0 c"]),
        ([item("a", 6), item("b", 6), item("c", 1)], ["i) a", "j) b", "11. c"]),
        ([item("a", 1), item("", 1), item("c", 1)], ["1. a", "3. c"]),
        ([item("a", 1, 1), item("b", 1), item("c", 1, 1)], ["1.1 a", "2. b", "2.1 c"]),
    ],
)
def test_lists_as_word_counts_them(paragraphs: list[str], expected: list[str]) -> None:
    assert texts(from_xml(*paragraphs)) == expected


STYLED = f"""<w:styles {W}>
  <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
  <w:style w:type="paragraph" w:styleId="Numbered"><w:name w:val="Numbered"/><w:pPr><w:jc w:val="center"/>
    <w:ind w:left="720"/><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:rPr><w:b/></w:rPr></w:style>
  <w:style w:type="paragraph" w:styleId="Child"><w:name w:val="Child"/><w:basedOn w:val="Numbered"/></w:style>
  <w:style w:type="paragraph" w:styleId="MinuteText"><w:name w:val="Minute text"/>
    <w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>
  <w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
  <w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>
  <w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
  <w:style w:type="character" w:styleId="NoteMark"><w:name w:val="Mark"/>
    <w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
  <w:style w:type="character" w:styleId="Hidden"><w:name w:val="Hidden"/><w:rPr><w:vanish/></w:rPr></w:style>
</w:styles>"""


def styled(*paragraphs: str) -> Reading:
    return from_xml(*paragraphs, styles=STYLED)


def p(text: str, style: str = "", properties: str = "", run: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def test_styles_tell_number_weight_and_place() -> None:
    reading = styled(
        p("one", "Child"),
        p("two", "Numbered", '<w:numPr><w:numId w:val="0"/></w:numPr><w:jc w:val="left"/><w:ind w:left="0"/>'),
        p("three", "MinuteText"),
        p("four", "Child", '<w:numPr><w:ilvl w:val="1"/></w:numPr>', '<w:rStyle w:val="Strong"/>'),
        p("five", "Loop", "", '<w:rStyle w:val="Strong"/>'),
        p("six", "unknown"),
    )
    assert [(piece.text, piece.bold, piece.centred, piece.indent) for piece in reading.pieces] == [
        ("1. one", True, True, 36.0),
        ("two", True, False, 0.0),
        ("1) three", False, False, 0.0),
        ("1.1 four", False, True, 36.0),
        ("five", True, False, 0.0),
        ("six", False, False, 0.0),
    ]


def test_lists_of_contents_are_furniture() -> None:
    field = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    instruction = "<w:r><w:instrText> TOC </w:instrText></w:r>"
    reading = styled(
        p("Finance 4", "TOC1"),
        f"<w:p>{field('begin')}{instruction}{field('separate')}{r('Roads 5')}</w:p>",
        p("Parks 6"),
        f"<w:p>{field('end')}{r('Finance')}</w:p>",
    )
    assert texts(reading) == ["Finance"]
    assert [fact.text for fact in reading.furniture] == ["Finance 4", "Roads 5", "Parks 6"]


DELETED_END = "<w:rPr><w:del w:id='1'/></w:rPr>"


def r(text: str, run: str = "") -> str:
    return f'<w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def alternatives(new: str, old: str) -> str:
    return (
        f"<mc:AlternateContent><mc:Choice Requires='x'>{new}</mc:Choice><mc:Fallback>{old}</mc:Fallback>"
        "</mc:AlternateContent>"
    )


def control(properties: str, inside: str) -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def box(inside: str) -> str:
    return f"<w:drawing><w:txbxContent><w:p>{inside}</w:p></w:txbxContent></w:drawing>"


RAISED = "<w:vertAlign w:val='superscript'/>"
NESTED_BOXES = box(f"{r('box')}<w:r>{box(r('inner'))}</w:r>")


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (
            [p("The sale was ", "", DELETED_END), p("agreed.", "Numbered"), p("Next")],
            ["1. The sale was agreed.", "Next"],
        ),
        ([p("Last", "", DELETED_END)], ["Last"]),
        (
            [f"<w:moveFrom w:id='1'>{r('moved')}</w:moveFrom>", r("a"), f"<w:moveTo w:id='1'>{r('moved')}</w:moveTo>"],
            ["a", "moved"],
        ),
        (
            [
                f"{r('a')}<w:commentRangeStart w:id='1'/>{r('b')}<w:commentRangeEnd w:id='1'/>"
                "<w:r><w:commentReference w:id='1'/></w:r>"
            ],
            ["ab"],
        ),
        ([control("<w:showingPlcHdr/>", r("Click here")) + control("", r("filled in"))], ["filled in"]),
        ([r("hidden", '<w:rStyle w:val="Hidden"/>'), r("shown")], ["shown"]),
        ([r("the scheme") + r("1", "<w:rStyle w:val='NoteMark'/>") + r(" began")], ["the scheme began"]),
        ([r("the 2") + r("nd", RAISED) + r(" stage of 40 m") + r("2", RAISED)], ["the 2nd stage of 40 m2"]),
        (
            [
                f"{r('see page ')}<w:fldSimple w:instr=' PAGE '>{r('3')}</w:fldSimple>"
                f"<w:fldSimple w:instr='REF x'>{r('Annex A')}</w:fldSimple>"
            ],
            ["see page Annex A"],
        ),
        (["<w:r><w:sym w:font='Wingdings' w:char='F0FC'/></w:r>" + r(" done")], ["✓ done"]),
        (["<w:r><w:sym w:font='Symbol' w:char='b3'/><w:sym w:font='x' w:char='?'/></w:r>" + r(" 4")], ["≥ 4"]),
        (["<w:r><w:t>co</w:t><w:softHyphen/><w:t>operate</w:t></w:r>"], ["cooperate"]),
        ([alternatives(r("new"), r("old"))], ["new"]),
        ([f"<w:r><w:t xml:space='preserve'>a </w:t>{alternatives('', '<w:t>smile</w:t>')}</w:r>"], ["a smile"]),
        ([f"<w:r><w:t>a</w:t>{alternatives(NESTED_BOXES, box(r('box')))}</w:r>"], ["a", "box", "inner"]),
        ([f"<w:r><w:pict>{box(r('old box'))}</w:pict></w:r>"], ["old box"]),
    ],
)
def test_what_word_shows_when_all_changes_are_accepted(paragraphs: list[str], expected: list[str]) -> None:
    whole = [each if each.startswith("<w:p>") else f"<w:p>{each}</w:p>" for each in paragraphs]
    assert texts(styled(*whole)) == expected


def test_rows_that_were_deleted_or_begin_further_in() -> None:
    cell = "<w:tc><w:tcPr>{}</w:tcPr><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>".format
    rows = (
        cell("", "a") + cell("", "b") + cell("", "c"),
        "<w:trPr><w:del w:id='1'/></w:trPr>" + cell("", "gone"),
        "<w:trPr><w:gridBefore w:val='1'/></w:trPr>" + cell("", "d") + cell("", "e"),
        cell("<w:hMerge w:val='restart'/>", "f") + cell("<w:hMerge/>", "") + cell("", "g"),
        "<w:trPr><w:ins w:id='2'/></w:trPr>" + cell("<w:gridSpan w:val='999999999'/>", "h"),
    )
    reading = from_xml(f"<w:tbl {W}>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>")
    cells = [piece.cells for piece in reading.pieces]
    assert cells[:-1] == [("a", "b", "c"), ("", "d", "e"), ("f", "", "g")]
    assert (cells[-1][0], len(cells[-1])) == ("h", 63)


def repacked(data: bytes, change: Callable[[str, bytes], bytes], **more: bytes) -> bytes:
    """A package with each part changed, and some more parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
        for name, part in more.items():
            new.writestr(f"word/{name}.xml", part)
    return buffer.getvalue()


def saved(*paragraphs: str) -> bytes:
    document = python_docx.Document()
    for xml in paragraphs:
        document.element.body.insert(len(document.element.body) - 1, parse_xml(xml.replace("<w:p>", f"<w:p {W}>", 1)))
    document.sections[0].footer.paragraphs[0].text = "Marlow Vale"
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_notes_follow_at_the_end() -> None:
    def part(kind: str, *told: tuple[int, str]) -> bytes:
        inside = "".join(f"<w:{kind}note w:id='{i}'><w:p>{r(text)}</w:p></w:{kind}note>" for i, text in told)
        return f"<w:{kind}notes {W}>{inside}</w:{kind}notes>".encode()

    parts = {
        "footnotes": part("foot", (2, "See Annex A."), (1, "As agreed.")),
        "endnotes": part("end", (1, "At the end.")),
    }
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    def with_notes(name: str, part: bytes) -> bytes:
        if name == "word/_rels/document.xml.rels":
            added = "".join(f'<Relationship Id="n{k}" Type="{relation}/{k}" Target="{k}.xml"/>' for k in parts)
            return part.replace(b"</Relationships>", f"{added}</Relationships>".encode())
        return part

    body = saved(
        "<w:p><w:r><w:t>The scheme</w:t><w:footnoteReference w:id='1'/><w:t xml:space='preserve'> began</w:t>"
        "<w:endnoteReference w:id='1'/></w:r></w:p>",
        "<w:p><w:r><w:t>and ended</w:t><w:footnoteReference w:id='2'/><w:footnoteReference w:id='77'/></w:r></w:p>",
    )
    reading = read_docx(repacked(body, with_notes, **parts), "a.docx")
    assert texts(reading) == [
        "The scheme began", "and ended", "[1] As agreed.", "[2] At the end.", "[3] See Annex A.",
    ]  # fmt: skip


STRICT = {
    b"http://schemas.openxmlformats.org/wordprocessingml/2006/": b"http://purl.oclc.org/ooxml/wordprocessingml/",
    b"http://schemas.openxmlformats.org/officeDocument/2006/": b"http://purl.oclc.org/ooxml/officeDocument/",
    b"http://schemas.openxmlformats.org/drawingml/2006/": b"http://purl.oclc.org/ooxml/drawingml/",
}
WORD = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def strict(name: str, part: bytes) -> bytes:
    for usual, instead in STRICT.items():
        part = part.replace(usual, instead)
    return part


def with_main_type(kind: bytes) -> Callable[[str, bytes], bytes]:
    return lambda name, part: part.replace(WORD, kind) if name == "[Content_Types].xml" else part


@pytest.mark.parametrize(
    "change",
    [
        strict,
        with_main_type(b"application/vnd.ms-word.document.macroEnabled.main+xml"),
        with_main_type(b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"),
    ],
)
def test_what_word_saves_beside_ordinary_documents(change: Callable[[str, bytes], bytes]) -> None:
    reading = read_docx(repacked(saved("<w:p><w:r><w:t>Minutes</w:t></w:r></w:p>"), change), "a.docm")
    assert texts(reading) == ["Minutes"]
    assert [fact.text for fact in reading.furniture] == ["Marlow Vale"]


def test_entities_are_not_resolved() -> None:
    def bomb(name: str, part: bytes) -> bytes:
        if name != "word/document.xml":
            return part
        start = part.index(b"<w:document")
        return b'<!DOCTYPE x [<!ENTITY a "aaaaaaaa">]>' + part[start:].replace(b"words", b"x&a;y")

    reading = read_docx(repacked(saved("<w:p><w:r><w:t>words</w:t></w:r></w:p>"), bomb), "a.docx")
    assert "aaaa" not in "".join(texts(reading))


@pytest.mark.parametrize(
    ("number", "style", "printed"),
    [
        (4, "decimal", "4"),
        (27, "lowerLetter", "aa"),
        (2, "upperLetter", "B"),
        (49, "lowerRoman", "xlix"),
        (9, "upperRoman", "IX"),
        (12, "ordinal", "12th"),
        (22, "ordinal", "22nd"),
        (3, "decimalZero", "03"),
        (10**9, "lowerRoman", "1000000000"),
        (5, "chicago", "5"),
    ],
)
def test_numerals(number: int, style: str, printed: str) -> None:
    assert numeral(number, style) == printed


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ('<w:ins w:id="1"><w:r><w:t>kept</w:t></w:r></w:ins>', ["kept"]),
        ('<w:r><w:t>a</w:t></w:r><w:del w:id="1"><w:r><w:delText>gone</w:delText></w:r></w:del>', ["a"]),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:t>b</w:t></w:r>", ["b"]),
        ("<w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink>", ["link"]),
        ("<w:r><w:t>Present:</w:t><w:br/><w:t>Cllr Finch</w:t></w:r>", ["Present:", "Cllr Finch"]),
        ("<w:r><w:t>one</w:t><w:tab/><w:t>two</w:t><w:noBreakHyphen/><w:t>three</w:t></w:r>", ["one two-three"]),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>c</w:t></w:r>", ["c"]),
        (
            "<w:r><w:t>d</w:t><w:pict><w:txbxContent><w:p><w:r><w:t>in a box</w:t></w:r></w:p></w:txbxContent></w:pict>"
            "</w:r>",
            ["d", "in a box"],
        ),
    ],
)
def test_what_a_run_prints(inside: str, expected: list[str]) -> None:
    assert texts(from_xml(f"<w:p>{inside}</w:p>")) == expected


def test_tables_stand_where_they_stand() -> None:
    def build(document: Document) -> None:
        document.add_paragraph("Before")
        table = document.add_table(2, 3)
        for i, text in enumerate(("Action", "Owner", "Due", "Write", "AF", "May")):
            table.cell(i // 3, i % 3).text = text
        table.cell(0, 1).merge(table.cell(0, 2))
        table.cell(1, 0).add_paragraph("and ring")
        document.add_paragraph("After")

    reading = read(build)
    assert [(piece.kind, piece.cells or piece.text) for piece in reading.pieces] == [
        (BlockKind.PARAGRAPH, "Before"),
        (BlockKind.ROW, ("Action", "Owner\nDue", "")),
        (BlockKind.ROW, ("Write\nand ring", "AF", "May")),
        (BlockKind.PARAGRAPH, "After"),
    ]
    assert [piece.marks[0].line for piece in reading.pieces] == [1, 2, 5, 9]
    assert all("\t".join(piece.cells) == piece.text for piece in reading.pieces if piece.cells)


def test_cells_merged_downwards_and_nested_tables() -> None:
    def build(document: Document) -> None:
        table = document.add_table(2, 2)
        table.cell(0, 0).text = "HW"
        table.cell(0, 0).merge(table.cell(1, 0))
        inner = table.cell(0, 1).add_table(1, 2)
        inner.cell(0, 0).text, inner.cell(0, 1).text = "a", "b"
        table.cell(1, 1).text = "c"

    assert [piece.cells for piece in read(build).pieces] == [("HW", "a b"), ("", "c")]


def test_headers_and_footers_are_furniture() -> None:
    def build(document: Document) -> None:
        document.sections[0].header.paragraphs[0].text = "OFFICIAL"
        document.sections[0].footer.paragraphs[0].text = "Marlow Vale Borough Council"
        document.add_paragraph("Text")

    reading = read(build)
    assert texts(reading) == ["Text"]
    assert [(fact.kind.value, fact.text) for fact in reading.furniture] == [
        ("head", "OFFICIAL"),
        ("foot", "Marlow Vale Borough Council"),
    ]


def test_an_empty_document_has_no_pieces() -> None:
    assert read(lambda document: None).pieces == ()


def archive(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in parts.items():
            out.writestr(name, data)
    return buffer.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 cut off",
        archive({"word/document.xml": b"<w:document/>"}),
        archive({"[Content_Types].xml": b"<broken", "word/document.xml": b"x"}),
    ],
)
def test_damaged_files_are_told(data: bytes) -> None:
    with pytest.raises(UnreadableFileError, match=r"^a\.docx: is a damaged"):
        read_docx(data, "a.docx")


def test_a_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MAX_UNPACKED_BYTES", 1024 * 1024)
    with pytest.raises(UnreadableFileError, match="unpacks to more than 1 MiB"):
        read_docx(archive({"word/document.xml": b" " * 2_000_000}), "a.docx")


WHOLE = saved("<w:p><w:r><w:t>one</w:t></w:r></w:p>", "<w:p><w:r><w:t>two</w:t></w:r></w:p>")


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(WHOLE)), st.binary(max_size=12), st.integers(0, 40))
def test_a_mutated_package_is_read_or_refused(at: int, what: bytes, cut: int) -> None:
    with contextlib.suppress(UnreadableFileError):
        read_docx(WHOLE[:at] + what + WHOLE[at + cut :], "a.docx")


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(zipfile.ZipFile(io.BytesIO(WHOLE)).namelist()), st.data())
def test_a_package_with_a_mutated_part_is_read_or_refused(which: str, data: st.DataObject) -> None:
    def mutated(name: str, part: bytes) -> bytes:
        if name != which:
            return part
        at = data.draw(st.integers(0, len(part)))
        return part[:at] + data.draw(st.binary(max_size=8)) + part[at + data.draw(st.integers(0, 60)) :]

    with contextlib.suppress(UnreadableFileError):
        read_docx(repacked(WHOLE, mutated), "a.docx")
