"""Headings that a PDF file states of itself, in its outline or by its tags; harmless where these are nonsense."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from corpus.document import BlockKind
from ingest.layout import Bookmark, Piece, Reading
from ingest.pdf import read_pdf
from ingest.pdf.bookmarks import bookmarks
from ingest.pdf.headings import StatedHeadings, without_slips

Entry = tuple[str, int, int, float | None]
LINES = ("Opening of the harbour", "Harbour dues", "The dues were set.", "Harbour dues", "Nobody objected to that.")


def made(*entries: Entry) -> bytes:
    """Two pages with ``LINES`` 40 points apart, and an outline: title, level from 0, page, height."""
    out = io.BytesIO()
    canvas = Canvas(out)
    for page in range(2):
        for at, line in enumerate(LINES):
            canvas.drawString(72, 700 - 40 * at, f"{line} {page}" if at == 0 else line)
        for at, (_, _, where, height) in enumerate(entries):
            if where == page:
                if height is None:
                    canvas.bookmarkPage(f"k{at}", fit="Fit")
                else:
                    canvas.bookmarkHorizontalAbsolute(f"k{at}", height)
        canvas.showPage()
    for at, (title, level, _, _) in enumerate(entries):
        canvas.addOutlineEntry(title, f"k{at}", level)
    canvas.save()
    return out.getvalue()


def levels(reading: Reading) -> list[tuple[int, str]]:
    return [(piece.level, piece.text) for piece in reading.pieces if piece.kind is BlockKind.HEADING]


def test_lines_that_the_outline_names_are_headings_of_its_levels() -> None:
    reading = read_pdf(made(("Opening of the  harbour 0", 0, 0, 712), ("HARBOUR DUES", 1, 1, 712)), "x.pdf")
    assert levels(reading) == [(1, "Opening of the harbour 0"), (2, "Harbour dues")]
    assert [(mark.title, mark.level, mark.page) for mark in reading.bookmarks] == [
        ("Opening of the harbour 0", 1, 1),
        ("HARBOUR DUES", 2, 2),
    ]


def test_a_bookmark_names_the_line_at_its_height() -> None:
    reading = read_pdf(made(("Harbour dues", 0, 0, 480)), "x.pdf")
    assert levels(reading) == []
    reading = read_pdf(made(("Harbour dues", 0, 0, None)), "x.pdf")
    assert levels(reading) == [(1, "Harbour dues"), (1, "Harbour dues")]
    assert reading.bookmarks == (Bookmark("Harbour dues", 1, 1, None),)


@pytest.mark.parametrize("title", ["The dues were set.", "Minutes.docx", "Slide 1", "", "x" * 500, "Harbour"])
def test_what_is_no_heading_stays_text(title: str) -> None:
    assert levels(read_pdf(made((title, 0, 0, 712)), "x.pdf")) == []


@pytest.mark.parametrize(("title", "level"), [("Costs £ 48.00", 0), ("4", 0), ("4. Harbour", 1), ("Harbour;", 0)])
def test_titles(title: str, level: int) -> None:
    assert StatedHeadings([Bookmark(title, 1, 1, None)], {1: 842.0}).level(1, title, 100.0) == level


def test_an_outline_that_goes_round_and_on_is_cut() -> None:
    data = made(*[(f"Entry {at}", min(at, 30), 0, 700.0) for at in range(60)])
    # The second entry is made its own next one.
    assert len(read_pdf(data, "x.pdf").bookmarks) <= 60
    document = pypdfium2.PdfDocument(data)
    assert max(mark.level for mark in bookmarks(document, None)) <= 11
    document.close()


def tagged(*elements: tuple[str, str]) -> bytes:
    """One page of lines, each in an element of this type: the smallest tagged file that there is."""
    content = "BT /F1 11 Tf 72 740 Td 40 TL "
    kids = []
    for at, (kind, words) in enumerate(elements):
        content += f"/{kind} <</MCID {at}>> BDC ({words}) Tj T* EMC "
        kids.append(f"<</Type/StructElem/S/{kind}/P 6 0 R/Pg 3 0 R/K {at}>>")
    content += "ET"
    first = 8
    objects = [
        "<</Type/Catalog/Pages 2 0 R/MarkInfo<</Marked true>>/StructTreeRoot 5 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/StructParents 0"
        "/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>",
        f"<</Length {len(content)}>>stream\n{content}\nendstream",
        "<</Type/StructTreeRoot/K 6 0 R/ParentTree 7 0 R>>",
        f"<</Type/StructElem/S/Document/P 5 0 R/K[{' '.join(f'{first + at} 0 R' for at in range(len(kids)))}]>>",
        f"<</Nums[0[{' '.join(f'{first + at} 0 R' for at in range(len(kids)))}]]>>",
        *kids,
    ]
    out, places = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj{each}endobj\n".encode()
    table = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    return out + f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF".encode()


def test_tagged_headings_have_their_levels() -> None:
    data = tagged(("H1", "Harbour dues"), ("P", "The dues were set."), ("H3", "Costs of the quay"), ("P", "None."))
    assert levels(read_pdf(data, "x.pdf")) == [(1, "Harbour dues"), (3, "Costs of the quay")]


def test_a_tagged_file_without_headings_is_read_as_any_other() -> None:
    reading = read_pdf(tagged(("P", "Harbour dues"), ("P", "The dues were set.")), "x.pdf")
    assert (levels(reading), reading.bookmarks) == ([], ())


def test_a_plain_line_among_bold_headings_is_a_slip() -> None:
    heading = Piece(text="Harbour dues", marks=(), kind=BlockKind.HEADING, level=1, bold=True)
    plain = Piece(text="(a) Costs", marks=(), kind=BlockKind.HEADING, level=2)
    body = Piece(text="The dues were set.", marks=())
    kept = without_slips([heading, plain, body, heading])
    assert [(piece.kind, piece.level) for piece in kept] == [
        (BlockKind.HEADING, 1),
        (BlockKind.LIST_ITEM, 0),
        (BlockKind.PARAGRAPH, 0),
        (BlockKind.HEADING, 1),
    ]
    assert without_slips([plain, body, plain, heading]) == [plain, body, plain, heading]
