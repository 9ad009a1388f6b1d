"""Pages whose text layer is not what a reader sees: pictures, outlines, wrong characters, and what only looks so."""

from __future__ import annotations

import io
import random
import string
from collections.abc import Callable

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from corpus.vocabulary import ReadBy
from ingest.layout import Reading
from ingest.pdf import read_pdf
from ingest.pdf.legible import is_legible
from ingest.pdf.mending import MENDED
from ingest.pdf.unread import IMAGE_ONLY, OUTLINED, TOO_MUCH_TEXT, WRONG_CHARACTERS
from tests.pdf_made import in_glyph_numbers, with_character_map

WIDTH, HEIGHT = A4
LINES = (
    "The Harbour Board met at Osney Quay on 3 May 2030.",
    "It was resolved that the dredging of the inner basin be approved,",
    "and that the Clerk write to the Harbour Master about the lights.",
)
WORDS = " ".join(LINES)
SHIFTED = {character: chr(ord(character) + 3) for character in map(chr, range(0x21, 0x7B))}


def made(*pages: Callable[[Canvas], None]) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def read(*pages: Callable[[Canvas], None]) -> Reading:
    return read_pdf(made(*pages), "paper.pdf")


def reasons(reading: Reading) -> list[tuple[int, ReadBy, str]]:
    return [(note.page, note.by, note.reason) for note in reading.page_notes]


def words(reading: Reading) -> str:
    return " ".join(piece.text for piece in reading.pieces)


def picture(canvas: Canvas, x: float, y: float, width: float, height: float) -> None:
    # A grey picture in the plain PGM format.
    canvas.drawImage(ImageReader(io.BytesIO(b"P5 2 2 255\n\x00\x80\x80\xff")), x, y, width, height)


def written(canvas: Canvas, x: float = 72, y: float = 700) -> None:
    for at, line in enumerate(LINES):
        canvas.drawString(x, y - 16 * at, line)


def letters(canvas: Canvas, lines: int, size: float = 8, top: float = 700) -> None:
    """Outlines with the curves of letters, thirty on each line."""
    for line in range(lines):
        for at in range(30):
            x, y = 72 + at * size, top - line * 2 * size
            path = canvas.beginPath()
            path.moveTo(x, y)
            path.curveTo(x, y + size, x + size / 2, y + size, x + size / 2, y)
            path.lineTo(x + size / 3, y)
            path.curveTo(x + size / 3, y + size / 2, x + size / 6, y + size / 2, x + size / 6, y)
            path.close()
            canvas.drawPath(path, fill=1, stroke=0)


def scan(canvas: Canvas) -> None:
    picture(canvas, 0, 0, WIDTH, HEIGHT)


def scan_in_bands(canvas: Canvas) -> None:
    for at in range(10):
        picture(canvas, 0, at * HEIGHT / 10, WIDTH, HEIGHT / 10)


def scan_with_stamps(canvas: Canvas) -> None:
    scan(canvas)
    canvas.drawString(450, HEIGHT - 40, "Agenda Item 5")
    canvas.drawString(72, 30, "Clerk to the Board: Orla Tarn, 1 Quay Street, Osney, telephone 01632 960000")
    canvas.drawString(280, 15, "Page 42")


def chart(canvas: Canvas) -> None:
    for at in range(300):
        canvas.line(72 + at, 700, 73 + at, 708)


def outlines_with_a_line_of_text(canvas: Canvas) -> None:
    letters(canvas, lines=10)
    canvas.drawString(72, 740, "Date of the next meeting: 7 June 2030, in the Quay Room")


def small_outlines(canvas: Canvas) -> None:
    letters(canvas, lines=10, size=3)


@pytest.mark.parametrize(
    ("draw", "reason"),
    [
        (scan, IMAGE_ONLY),
        (scan_in_bands, IMAGE_ONLY),
        (scan_with_stamps, IMAGE_ONLY),
        (chart, OUTLINED),
        (lambda canvas: letters(canvas, lines=3), OUTLINED),
        (outlines_with_a_line_of_text, OUTLINED),
        (small_outlines, OUTLINED),
    ],
)
def test_pages_without_a_text_layer_need_ocr(draw: Callable[[Canvas], None], reason: str) -> None:
    reading = read(written, draw)
    assert reasons(reading) == [(2, ReadBy.NEEDS_OCR, reason)]
    assert words(reading).startswith(WORDS)
    assert reading.pages == 2


def photo_and_paragraph(canvas: Canvas) -> None:
    picture(canvas, 40, 200, 515, 420)
    written(canvas, y=150)


def background(canvas: Canvas) -> None:
    scan(canvas)
    written(canvas)


def banner(canvas: Canvas) -> None:
    picture(canvas, 0, HEIGHT - 150, WIDTH, 150)
    written(canvas, y=600)


def logo(canvas: Canvas) -> None:
    letters(canvas, lines=1, top=780)
    canvas.drawString(72, 700, "Annual report")


def plan(canvas: Canvas) -> None:
    """A drawing with many curves, none of them on lines, and its legend."""
    places = random.Random(1)
    for _ in range(200):
        canvas.circle(places.uniform(50, 500), places.uniform(100, 600), 3)
    written(canvas)


@pytest.mark.parametrize("draw", [photo_and_paragraph, background, banner, logo, plan])
def test_pages_with_pictures_and_drawings_beside_their_text_are_read(draw: Callable[[Canvas], None]) -> None:
    reading = read(draw)
    assert reasons(reading) == []
    assert words(reading)


def test_stamps_of_a_scan_are_kept() -> None:
    assert "Orla Tarn" in words(read(scan_with_stamps))


def test_letters_that_came_as_numbers_of_glyphs_are_put_right() -> None:
    reading = read_pdf(in_glyph_numbers(LINES), "paper.pdf")
    assert words(reading) == WORDS
    assert reasons(reading) == [(1, ReadBy.TEXT_LAYER, MENDED)]


def test_one_font_without_a_map_is_put_right_on_a_page_of_others() -> None:
    reading = read_pdf(in_glyph_numbers(LINES[1:], plain=LINES * 5), "paper.pdf")
    assert words(reading).startswith(" ".join(LINES[1:]))
    assert reasons(reading) == [(1, ReadBy.TEXT_LAYER, MENDED)]


def test_a_map_that_moves_every_letter_on_is_seen_through() -> None:
    reading = read_pdf(with_character_map(LINES, SHIFTED), "paper.pdf")
    assert words(reading) == WORDS
    assert reasons(reading) == [(1, ReadBy.TEXT_LAYER, MENDED)]


def test_a_map_that_takes_letters_for_others_makes_the_page_need_ocr() -> None:
    others = list(string.ascii_letters)
    random.Random(3).shuffle(others)
    reading = read_pdf(with_character_map(LINES, dict(zip(string.ascii_letters, others, strict=True))), "paper.pdf")
    assert reasons(reading) == [(1, ReadBy.NEEDS_OCR, WRONG_CHARACTERS)]
    assert words(reading) == ""


def test_a_sound_map_is_believed() -> None:
    reading = read_pdf(with_character_map(LINES, {}), "paper.pdf")
    assert (words(reading), reasons(reading)) == (WORDS, [])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "17",
        "Page 42",
        "</AI1><AI2>",
        "PRESENT: CLLRS TARN, FINCH, CRAKE, WREN, QUILL, BIRCH, BRAY, PELLOW, SHAW, TREVENA, PENROSE, HOCKING",
        "1,204.50 (5%) £3.4m 2029/30 12,001 -45 ...... _____ 7 | 8 | 9 " * 20,
        "Orla Tarn\nInes Quill\nPiers Wren\nJo Birch\nJim Bray\nSiân Pellow\nHywel Gruffydd\nDylan Llwyd",
        "Cofnodion cyfarfod Pwyllgor yr Harbwr a gynhaliwyd nos Fawrth. Penderfynwyd derbyn yr adroddiad.",
        "Ymddiheuriadau: Cyng. Llwyd, Cyng. Gwyn, Cyng. Prydderch. Cynigiwyd gan Cyng. Wyn, eiliwyd gan Cyng. Llŷr.",
        "CFO Chief Finance Officer, LGR Local Government Reorganisation, MTFP Medium Term Financial Plan, HMRC, DWP",
        "\uf0b7 the first matter \uf0b7 the second matter \uf0b7 the third",
    ],
)
def test_what_is_short_welsh_in_capitals_or_in_figures_is_legible(text: str) -> None:
    assert is_legible(text)


@pytest.mark.parametrize(
    "text",
    [
        "7KH +DUERXU %RDUG PHW DW 2VQH\\ 4XD\\ DQG UHVROYHG WKDW WKH GUHGJLQJ EH DSSURYHG DQG WKDW WKH &OHUN ZULWH",
        '!"#$%&\'() *+,-./ !"$# %&\'$ ()*!"+ $%#"! <=>?@ [\\]^ `{|}~ #$"! %&\'( ?@<= !"#$ {|}~' * 2,
        "\x03\x04\x05\x06\x07\x08 \x0e\x0f\x10\x11 \x12\x13\x14\x15 \x16\x17\x18\x19\x1a" * 3,
    ],
)
def test_numbers_of_glyphs_are_not(text: str) -> None:
    assert not is_legible(text)


def test_a_page_of_more_characters_than_any_real_one_is_left_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.pdf.page._MOST_CHARACTERS", 200)

    def crowded(canvas: Canvas) -> None:
        for at in range(40):
            canvas.drawString(72, 760 - 15 * at, "harbour dues")

    (note,) = read(crowded).page_notes
    assert note.reason == TOO_MUCH_TEXT
