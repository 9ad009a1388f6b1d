"""Scanned pages, read by the real tesseract: words, lines, places, and what is done where it can't."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from corpus.vocabulary import ReadBy
from ingest.ocr import OcrError, Picture, is_available, read_picture
from ingest.pdf.cells import Row
from ingest.pdf.page import PageLayout
from ingest.pdf.reader import join_pages, opening, read_pages
from ingest.pdf.scan import read_scan
from ingest.pdf.strips import Strip
from ingest.structure.build import build_document
from tests.scan_made import lines, scanned

pytestmark = pytest.mark.skipif(not is_available(), reason="tesseract is not installed")

SECONDS = 60.0
MINUTES = (
    "Minutes of the Harbour Board held at Osney Quay on 3 May 2030",
    "The dredging of the inner basin was discussed at some length, and it was",
    "resolved that the Clerk write to the Harbour Master about the lights.",
)


def read(data: bytes, seconds: float = SECONDS) -> PageLayout:
    (layout,) = read_pages(data, "scan.pdf", range(1, 2))
    assert layout.by is ReadBy.NEEDS_OCR
    return read_scan(data, layout, seconds)


def parts(layout: PageLayout) -> list[list[str]]:
    return [[part.text for part in item.parts] for item in layout.items if isinstance(item, Strip)]


def test_a_scan_is_read_line_by_line(tmp_path: Path) -> None:
    layout = read(scanned(lines(MINUTES)))
    assert parts(layout) == [[line] for line in MINUTES]
    assert (layout.by, layout.reason) == (ReadBy.OCR, "the page is a picture without text")
    path = tmp_path / "scan.pdf"
    path.write_bytes(scanned(lines(MINUTES)))
    (waiting,) = read_pages(path.read_bytes(), "scan.pdf", range(1, 2))
    assert read_scan(path, waiting, SECONDS) == layout


def test_lines_have_the_size_and_place_that_they_were_set_with() -> None:
    layout = read(scanned(lines(MINUTES)))
    for at, item in enumerate(layout.items):
        assert isinstance(item, Strip)
        assert item.first.size == pytest.approx(11, abs=1)
        assert item.box.x0 == pytest.approx(72, abs=2)
        assert item.box.bottom == pytest.approx(842 - 760 + 18 * at, abs=4)


def test_words_keep_their_places_in_the_text() -> None:
    data = scanned(lines(MINUTES))
    reading = join_pages(opening(data, "scan.pdf"), [read(data)])
    document = build_document(reading, name="scan.pdf", sha256="0" * 64)
    (page,) = document.page_reads
    assert [document.quote(word.span) for word in page.words] == " ".join(MINUTES).split()
    first = page.words[0]
    assert (first.x0, first.x1) == (pytest.approx(72, abs=2), pytest.approx(72 + 42, abs=4))
    assert first.top < 842 - 760 <= first.bottom + 3


def columns(canvas: Canvas) -> None:
    for at, (item, words) in enumerate((("12.1", "Apologies"), ("12.2", "Declarations of interest"))):
        canvas.drawString(72, 760 - 40 * at, item)
        canvas.drawString(130, 760 - 40 * at, words)
    canvas.drawString(72, 660, "Orla Tarn")
    canvas.drawString(300, 660, "Chair of the Board")
    canvas.drawString(72, 642, "Ines Quill")
    canvas.drawString(300, 642, "Chief Engineer")


def test_numbers_stand_before_their_items_and_columns_side_by_side() -> None:
    assert parts(read(scanned(columns))) == [
        ["12.1 Apologies"],
        ["12.2 Declarations of interest"],
        ["Orla Tarn", "Chair of the Board"],
        ["Ines Quill", "Chief Engineer"],
    ]


def table(canvas: Canvas) -> None:
    canvas.drawString(72, 760, "Actions of the last meeting")
    canvas.grid([70, 140, 330, 420], [740, 720, 680, 660])
    for y, row in ((726, ("No", "Action", "Owner")), (706, ("7.1", "to write to the Harbour", "Clerk"))):
        for x, words in zip((74, 144, 334), row, strict=True):
            canvas.drawString(x, y, words)
    canvas.drawString(144, 690, "Trust about the lights")
    canvas.drawString(74, 666, "7.2")
    canvas.drawString(144, 666, "to mend the wall")
    canvas.drawString(334, 666, "Engineer")


def test_ruled_tables_are_found_in_the_picture() -> None:
    rows = [item for item in read(scanned(table)).items if isinstance(item, Row)]
    assert [[" ".join(line.text for part in cell for line in part) for cell in row.cells] for row in rows] == [
        ["No", "Action", "Owner"],
        ["7.1", "to write to the Harbour Trust about the lights", "Clerk"],
        ["7.2", "to mend the wall", "Engineer"],
    ]


def two_columns(canvas: Canvas) -> None:
    for at in range(8):
        canvas.drawString(60, 760 - 16 * at, f"Left line {at} tells of the old quay")
        canvas.drawString(330, 760 - 16 * at, f"Right line {at} tells of the new quay")


def test_columns_of_running_text_are_read_one_after_the_other() -> None:
    told = [" ".join(each) for each in parts(read(scanned(two_columns)))]
    assert [line.split()[0] for line in told] == ["Left"] * 8 + ["Right"] * 8


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_paper_that_lay_the_wrong_way_round_is_turned(turned: int) -> None:
    layout = read(scanned(lines(MINUTES * 4), turned=turned))
    assert parts(layout) == [[line] for line in MINUTES * 4]
    # Where the word is on the page as it is shown, not as it was read.
    first = layout.words[0]
    x, y = (first.x0 + first.x1) / 2, (first.top + first.bottom) / 2
    upright = {90: (y, 842 - x), 180: (595 - x, 842 - y), 270: (595 - y, x)}[turned]
    assert upright == (pytest.approx(93, abs=5), pytest.approx(78, abs=5))


def test_a_picture_without_words_is_read_and_empty() -> None:
    layout = read(scanned(lambda canvas: canvas.circle(300, 400, 200)))
    assert (layout.by, layout.items, layout.words) == (ReadBy.OCR, (), ())


def test_what_takes_too_long_stays_unread_and_says_so() -> None:
    layout = read(scanned(lines(MINUTES)), seconds=0.001)
    assert layout.by is ReadBy.NOTHING
    assert layout.reason == "the page is a picture without text, and OCR took longer than 0.001 seconds"


def test_a_page_of_absurd_size_is_not_drawn() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(14000, 14000))
    for at in range(300):
        canvas.line(72 + at, 700, 73 + at, 708)
    canvas.save()
    layout = read(out.getvalue())
    assert layout.by is ReadBy.NOTHING
    assert layout.reason is not None
    assert layout.reason.endswith("and it is too large for OCR (14000 by 14000 points)")


def test_a_picture_that_is_none_is_an_error_in_one_line() -> None:
    with pytest.raises(OcrError, match=r"^OCR failed: [^\n]+$"):
        read_picture(Picture(0, 0, b""), SECONDS)
