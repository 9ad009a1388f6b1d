"""Word files: paragraphs and tables in order, with the numbers Word prints; made here with python-docx."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import docx as python_docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from corpus.document import BlockKind
from corpus.errors import UnreadableFileError
from ingest import docx
from ingest.docx import read_docx
from ingest.layout import Reading
from ingest.numbering import numeral

W = nsdecls("w")

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


def from_xml(*paragraphs: str) -> Reading:
    """Reads paragraphs given as WordprocessingML, with the lists above at hand."""

    def build(document: Document) -> None:
        numbering = document.part.numbering_part.element
        for child in list(numbering):
            numbering.remove(child)
        numbering.extend(list(parse_xml(NUMBERING)))
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
    monkeypatch.setattr(docx, "MAX_UNPACKED_BYTES", 1024 * 1024)
    with pytest.raises(UnreadableFileError, match="unpacks to more than 1 MiB"):
        read_docx(archive({"word/document.xml": b" " * 2_000_000}), "a.docx")
