"""Reading PDF papers: what becomes of lines, paragraphs, headings and page furniture."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from corpus.document import BlockKind, Furniture, FurnitureKind, page_stamps
from corpus.vocabulary import MediaType
from ingest.layout import Piece, Reading
from ingest.pdf import read_pdf

LEFT, RIGHT, TOP = 72.0, 522.0, 770.0
LEADING = 14.0
PLAIN, BOLD = "Helvetica", "Helvetica-Bold"
Draw = Callable[[Canvas], object]

REPORT = (
    "The Chief Officer presented the report on the winter maintenance of footways in Fernshire and said that the"
    " contractor had been asked to treat the routes to schools and surgeries before those to car parks and offices"
)
THANKS = (
    "Members thanked the Harbourmaster for her candid account of the storm and asked that the sea wall at Osney Quay be"
    " inspected again before the spring tides"
)


def made(*pages: Draw, **options: object) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, **options)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def put(canvas: Canvas, x: float, y: float, text: str, font: str = PLAIN, size: float = 11) -> float:
    """Write one line and give the x at which it ends."""
    canvas.setFont(font, size)
    canvas.drawString(x, y, text)
    return x + float(stringWidth(text, font, size))


def wrapped(canvas: Canvas, y: float, text: str, x: float = LEFT, font: str = PLAIN, size: float = 11) -> float:
    """Write a paragraph between ``x`` and the right edge; give the y of the line after its last."""
    line = ""
    for word in text.split():
        if line and x + stringWidth(f"{line} {word}", font, size) > RIGHT:
            put(canvas, x, y, line, font, size)
            line, y = word, y - LEADING
        else:
            line = f"{line} {word}".strip()
    put(canvas, x, y, line, font, size)
    return y - LEADING


def read(*pages: Draw) -> Reading:
    return read_pdf(made(*pages), "paper.pdf")


def texts(reading: Reading) -> list[str]:
    return [piece.text for piece in reading.pieces if piece.text]


def kinds(reading: Reading) -> list[tuple[BlockKind, str]]:
    return [(piece.kind, piece.text) for piece in reading.pieces]


def only(reading: Reading) -> Piece:
    assert len(reading.pieces) == 1, texts(reading)
    return reading.pieces[0]


def test_lines_of_a_paragraph_are_joined_and_a_gap_parts_paragraphs() -> None:
    def page(canvas: Canvas) -> None:
        y = wrapped(canvas, TOP, REPORT + ".")
        wrapped(canvas, y - LEADING, THANKS + ".")

    reading = read(page)
    assert texts(reading) == [REPORT + ".", THANKS + "."]
    assert reading.media_type is MediaType.PDF
    assert reading.pages == 1
    assert reading.pieces[0].size == 11


def test_a_line_that_ends_early_ends_its_paragraph() -> None:
    def page(canvas: Canvas) -> None:
        y = wrapped(canvas, TOP, REPORT)
        y = wrapped(canvas, y, "Apologies came from Mrs Thorne.")
        wrapped(canvas, y, THANKS)

    assert texts(read(page)) == [REPORT, "Apologies came from Mrs Thorne.", THANKS]


def test_a_paragraph_goes_on_over_the_page_end_and_says_where() -> None:
    words = REPORT.split()
    head, tail = " ".join(words[:17]), " ".join(words[17:])

    def first(canvas: Canvas) -> None:
        y = wrapped(canvas, TOP, THANKS + ".")
        wrapped(canvas, y - LEADING, head)

    reading = read(first, lambda canvas: wrapped(canvas, TOP, tail + "."))
    joined = reading.pieces[-1]
    assert joined.text == REPORT + "."
    assert [(mark.offset, mark.page) for mark in joined.marks] == [(0, 1), (len(head) + 1, 2)]


@pytest.mark.parametrize(
    ("before", "after", "elsewhere", "joined"),
    [
        ("the report on the develop-", "ment of the quay", "", "development"),
        ("the report on the develop-", "ment of the quay", "Development came later.", "development"),
        ("the report on a well-", "known wreck", "It was a well-known wreck.", "well-known"),
        ("the report on a long-", "term plan", "The term is long.", "long-term"),
        ("the report of Mr Denby-", "Cole of Osney", "", "Denby-Cole"),
        ("the budget for 2031-", "32 was set", "", "2031-32"),
    ],
)
def test_words_broken_at_the_line_end_are_made_whole(before: str, after: str, elsewhere: str, joined: str) -> None:
    def page(canvas: Canvas) -> None:
        put(canvas, RIGHT - stringWidth(before, PLAIN, 11), TOP, before)
        put(canvas, RIGHT - stringWidth(before, PLAIN, 11), TOP - LEADING, after)
        put(canvas, LEFT, TOP - 10 * LEADING, elsewhere or "Nothing else.")
        wrapped(canvas, TOP - 12 * LEADING, THANKS)

    text = texts(read(page))[0]
    assert text == f"{before.rpartition(' ')[0]} {joined} {after.partition(' ')[2]}"


def test_bold_lines_are_headings_and_a_bold_beginning_is_a_lead() -> None:
    def page(canvas: Canvas) -> None:
        put(canvas, LEFT, TOP, "Financial implications", BOLD)
        y = wrapped(canvas, TOP - LEADING, REPORT + ".") - LEADING
        x = put(canvas, LEFT, y, "Legal implications: ", BOLD)
        put(canvas, x, y, "there are none that were not set out before.")

    heading, body, lead = read(page).pieces
    assert (heading.kind, heading.text, heading.bold) == (BlockKind.HEADING, "Financial implications", True)
    assert (body.kind, body.bold, body.bold_lead) == (BlockKind.PARAGRAPH, False, 0)
    assert lead.text[: lead.bold_lead].strip() == "Legal implications:"
    assert not lead.bold


def test_a_minute_number_in_the_margin_belongs_to_its_title() -> None:
    def page(canvas: Canvas) -> None:
        put(canvas, LEFT - 36, TOP, "84.", BOLD)
        put(canvas, LEFT, TOP, "Apologies for absence", BOLD)
        put(canvas, LEFT, TOP - LEADING, "(Item 1)", "Helvetica-Oblique")
        wrapped(canvas, TOP - 3 * LEADING, REPORT + ".")

    reading = read(page)
    assert kinds(reading)[:2] == [(BlockKind.HEADING, "84. Apologies for absence"), (BlockKind.PARAGRAPH, "(Item 1)")]
    assert reading.pieces[0].indent == 0
    assert reading.pieces[1].indent == 36


@pytest.mark.parametrize(("gap", "shown"), [(1.3, "1.2 The quay"), (0.0, "1.2The quay")], ids=["gap", "none"])
def test_a_number_that_only_a_gap_parts_from_its_words_is_none_of_them(gap: float, shown: str) -> None:
    def page(canvas: Canvas) -> None:
        end = put(canvas, LEFT, TOP, "1.2")
        wrapped(canvas, TOP, f"The quay. {THANKS}.", x=end + gap)

    assert texts(read(page))[0].startswith(shown)


def test_list_items_keep_their_marks() -> None:
    items = [
        "1) that the quay be shut;",
        "(a) that notices be put up;",
        "• that tenders be sought;",
        "3.7.5 and so on",
    ]

    def page(canvas: Canvas) -> None:
        y = wrapped(canvas, TOP, THANKS + ":")
        for item in items:
            y = wrapped(canvas, y, item, x=LEFT + 18)

    assert kinds(read(page))[1:] == [(BlockKind.LIST_ITEM, item) for item in items]


def test_a_wrapped_line_that_begins_with_a_number_is_no_item() -> None:
    def page(canvas: Canvas) -> None:
        last = "The lease of the boat house at Osney Quay was to end on the last day of the municipal year"
        put(canvas, LEFT, TOP, last)
        put(canvas, LEFT, TOP - LEADING, "2031. It would be renewed for a peppercorn.")

    assert len(read(page).pieces) == 1


def test_initials_after_a_title_at_the_line_end_are_no_item() -> None:
    def page(canvas: Canvas) -> None:
        put(
            canvas,
            LEFT,
            TOP,
            "It was moved by Cllr. M. Pargeter, after a debate of nearly one hour, and seconded by Cllr.",
        )
        put(canvas, LEFT, TOP - LEADING, "K. Whitlock, and all were in favour.")

    assert only(read(page)).text.endswith("seconded by Cllr. K. Whitlock, and all were in favour.")


def test_ligatures_bullets_and_soft_hyphens_are_plain_text() -> None:
    from ingest.pdf.characters import clean

    assert clean("\uf0b7  the ﬁnance oﬃcer") == "• the finance officer"
    assert clean("co\xadoperation and develop\xad") == "cooperation and develop-"
    assert clean("Part\xa0I\u200b") == "Part I"


def test_raised_ordinals_are_folded_into_their_line() -> None:
    def page(canvas: Canvas) -> None:
        x = put(canvas, LEFT, TOP, "Held on Thursday, 2")
        x = put(canvas, x, TOP + 4, "nd", size=7)
        put(canvas, x, TOP, " May 2030 at Osney Town Hall")
        wrapped(canvas, TOP - 3 * LEADING, THANKS)

    assert texts(read(page))[0] == "Held on Thursday, 2nd May 2030 at Osney Town Hall"


def test_the_raised_marks_of_notes_are_no_text() -> None:
    def page(canvas: Canvas) -> None:
        x = put(canvas, LEFT, TOP, "Members noted the draft plan")
        x = put(canvas, x, TOP + 4, "3", size=7)
        put(canvas, x, TOP, " and the 12 homes of lot B2")
        wrapped(canvas, TOP - 3 * LEADING, THANKS)

    assert texts(read(page))[0] == "Members noted the draft plan and the 12 homes of lot B2"


def test_hidden_item_marks_leave_no_trace() -> None:
    def page(canvas: Canvas) -> None:
        put(canvas, LEFT, TOP, "<AI1>", size=1)
        put(canvas, LEFT, TOP - LEADING, "<AI2>12. Harbour dues</AI2>", BOLD)
        put(canvas, LEFT, TOP - 2 * LEADING, "</AI1><TRAILER_SECTION>", size=1)
        wrapped(canvas, TOP - 4 * LEADING, THANKS)

    assert texts(read(page)) == ["12. Harbour dues", THANKS]


def test_furniture_is_told_by_repetition_and_place() -> None:
    def page(canvas: Canvas) -> None:
        number = canvas.getPageNumber()
        put(canvas, LEFT, 815, "Fernshire Harbour Board")
        put(canvas, 290, 30, f"Page {number}")
        put(canvas, 440, 800, f"Agenda Item {number + 4}")
        wrapped(canvas, TOP - 40, f"{THANKS} number {number}.")

    reading = read(page, page, page, page)
    assert texts(reading) == [f"{THANKS} number {number}." for number in range(1, 5)]
    assert Furniture(2, FurnitureKind.PAGE_NUMBER, "Page 2") in reading.furniture
    assert Furniture(3, FurnitureKind.HEAD, "Fernshire Harbour Board") in reading.furniture
    assert Furniture(4, FurnitureKind.ITEM_STAMP, "Agenda Item 8") in reading.furniture
    assert len(reading.furniture) == 12


@pytest.mark.parametrize(
    ("turn", "size", "below"), [(45, 60, True), (45, 60, False), (60, 90, True), (0, 100, True), (0, 100, False)]
)
def test_watermarks_are_no_text(turn: float, size: float, below: bool) -> None:
    def watermark(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.translate(300, TOP - 80)
        canvas.rotate(turn)
        canvas.setFont(PLAIN, size)
        canvas.drawCentredString(0, 0, "DRAFT")
        canvas.restoreState()

    def page(canvas: Canvas) -> None:
        if below:
            watermark(canvas)
        wrapped(canvas, wrapped(canvas, TOP, f"{REPORT}. {THANKS}.") - LEADING, f"{REPORT}. {THANKS}.")
        if not below:
            watermark(canvas)

    reading = read(page)
    assert texts(reading) == [f"{REPORT}. {THANKS}."] * 2
    assert reading.furniture == (Furniture(1, FurnitureKind.WATERMARK, "DRAFT"),)


def test_a_large_title_is_no_watermark() -> None:
    def page(canvas: Canvas) -> None:
        put(canvas, LEFT, TOP - 60, "Harbour Plan", BOLD, size=60)
        wrapped(canvas, TOP - 130, THANKS)

    assert texts(read(page)) == ["Harbour Plan", THANKS]


def test_a_stamp_at_the_side_of_a_landscape_table_is_no_cell() -> None:
    def page(canvas: Canvas) -> None:
        canvas.setPageSize((A4[1], A4[0]))
        for row in range(3):
            for column in range(2):
                canvas.rect(30 + 350 * column, 300 - 40 * row, 350, 40)
                put(canvas, 110 + 350 * column, 315 - 40 * row, f"Cell {row}{column}")
        canvas.saveState()
        canvas.translate(45, 240)
        canvas.rotate(90)
        put(canvas, 0, 0, "Page 12")
        canvas.restoreState()

    reading = read(page)
    assert [piece.cells for piece in reading.pieces] == [(f"Cell {row}0", f"Cell {row}1") for row in range(3)]
    assert reading.furniture == (Furniture(1, FurnitureKind.PAGE_NUMBER, "Page 12"),)


def test_a_page_left_blank_says_so_and_no_more() -> None:
    reading = read(
        lambda canvas: wrapped(canvas, TOP, THANKS),
        lambda canvas: put(canvas, 200, 400, "This page is intentionally left blank"),
    )
    assert texts(reading) == [THANKS]
    assert reading.furniture == (Furniture(2, FurnitureKind.LEFT_BLANK, "This page is intentionally left blank"),)


def test_what_begins_on_its_page_is_no_running_head() -> None:
    def page(canvas: Canvas) -> None:
        put(canvas, LEFT, TOP, f"Question {canvas.getPageNumber()}", BOLD)
        wrapped(canvas, TOP - 100, THANKS)

    assert read(page, page, page).furniture == ()


def test_a_heading_that_comes_back_now_and_then_is_no_running_head() -> None:
    def page(canvas: Canvas) -> None:
        if canvas.getPageNumber() % 4 == 1:
            put(canvas, LEFT, TOP + 10, "Activity measures", BOLD)
        wrapped(canvas, TOP - 100, THANKS)

    assert read(*[page] * 12).furniture == ()


@pytest.mark.parametrize("number", ["P a g e | {}", "{} | P a g e", "Page {} of 9", "- {} -", "{}"])
def test_page_numbers_of_many_forms(number: str) -> None:
    def page(canvas: Canvas) -> None:
        put(canvas, 290, 30, number.format(canvas.getPageNumber() + 3))
        wrapped(canvas, TOP - 100, THANKS)

    reading = read(page, page)
    assert [fact.kind for fact in reading.furniture] == [FurnitureKind.PAGE_NUMBER] * 2
    assert [stamp.number for stamp in page_stamps(reading.furniture)] == ["4", "5"]


def test_the_title_of_a_short_paper_is_no_furniture() -> None:
    def first(canvas: Canvas) -> None:
        put(canvas, 200, 800, "Osney Town Council", BOLD, 14)
        wrapped(canvas, TOP - 40, THANKS + ".")
        put(canvas, 295, 30, "1")

    def second(canvas: Canvas) -> None:
        wrapped(canvas, TOP, REPORT + ".")
        put(canvas, 295, 30, "2")

    reading = read(first, second)
    assert texts(reading)[0] == "Osney Town Council"
    assert [(fact.page, fact.text) for fact in reading.furniture] == [(1, "1"), (2, "2")]


def test_numbered_headings_at_the_head_of_pages_are_no_furniture() -> None:
    def page(canvas: Canvas) -> None:
        put(canvas, LEFT, 780, f"{canvas.getPageNumber()}. Report of the Harbourmaster", BOLD)
        wrapped(canvas, TOP - 40, THANKS + ".")

    reading = read(page, page, page, page)
    assert reading.furniture == ()
    assert texts(reading)[::2] == [f"{number}. Report of the Harbourmaster" for number in range(1, 5)]


def test_centred_and_large_lines_are_told() -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFont(PLAIN, 18)
        canvas.drawCentredString((LEFT + RIGHT) / 2, TOP, "Review of Harbour Dues")
        wrapped(canvas, TOP - 3 * LEADING, REPORT + ".")

    title = read(page).pieces[0]
    assert (title.kind, title.centred, title.size) == (BlockKind.HEADING, True, 18)


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_a_page_that_is_shown_turned_is_read_turned(rotation: int) -> None:
    def page(canvas: Canvas) -> None:
        canvas.setPageRotation(rotation)
        width, height = A4
        if rotation == 90:
            canvas.transform(0, 1, -1, 0, width, 0)
        elif rotation == 180:
            canvas.transform(-1, 0, 0, -1, width, height)
        else:
            canvas.transform(0, -1, 1, 0, 0, height)
        y = wrapped(canvas, 480, REPORT + ".")
        wrapped(canvas, y - LEADING, THANKS + ".")

    assert texts(read(page)) == [REPORT + ".", THANKS + "."]


def test_text_that_runs_up_an_upright_page_is_read_turned() -> None:
    def page(canvas: Canvas) -> None:
        canvas.rotate(90)
        canvas.translate(0, -A4[0])
        y = wrapped(canvas, 480, REPORT + ".")
        wrapped(canvas, y - LEADING, THANKS + ".")

    assert texts(read(page)) == [REPORT + ".", THANKS + "."]


def test_justified_lines_are_no_columns() -> None:
    lines = [
        ("Councillors Mr A Thorne,", "Mrs B Quill,", "Miss C Denby-Cole,", "Dr D Ferris,", "Mr E Gorse,"),
        ("Captain E Hale,", "Mr F Orme,", "Ms G Pargeter,", "Sir H Rudd,", "Mr J Marsh,", "Ms K Lowe,"),
        ("Lady I Sands,", "Mr J Tull,", "Mrs K Usher,", "Mr L Vane,", "Mr M Birch,", "Mr N Cobb and"),
    ]

    def page(canvas: Canvas) -> None:
        for at, parts in enumerate(lines):
            widths = [stringWidth(part, PLAIN, 11) for part in parts]
            gap = (RIGHT - LEFT - sum(widths)) / (len(parts) - 1)
            x = LEFT
            for part, width in zip(parts, widths, strict=True):
                put(canvas, x, TOP - at * LEADING, part)
                x += width + gap
        put(canvas, LEFT, TOP - 3 * LEADING, "Mrs M Whitlock")
        wrapped(canvas, TOP - 6 * LEADING, REPORT + ".")

    assert texts(read(page))[0] == " ".join(part for parts in lines for part in parts) + " Mrs M Whitlock"


def test_the_stated_title_counts_where_the_page_says_it_too() -> None:
    def page(canvas: Canvas) -> None:
        put(canvas, LEFT, TOP, "Osney Town Council", BOLD)
        wrapped(canvas, TOP - 40, THANKS)

    def titled(title: str) -> Draw:
        def draw(canvas: Canvas) -> None:
            canvas.setTitle(title)
            page(canvas)

        return draw

    assert read(titled("Osney Town Council")).title == "Osney Town Council"
    assert read(titled("Microsoft Word - osney minutes.docx")).title is None
    assert read(titled("Osney Town Council 3 May 2019")).title is None
