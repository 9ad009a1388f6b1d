"""What was seen on a page stands where it was drawn, and is drawn there in its colour."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from corpus.document import Document, Doubt, Exemption
from corpus.spans import Span
from ingest.pdf.drawing import draw
from ingest.pdf.geometry import Box
from ingest.pdf.legend import INKS, colour_of
from ingest.pdf.page import PageLayout
from ingest.pdf.reader import Joined, joined, opening, read_pages, reading_of
from ingest.pdf.sight import PageSight, Seen, SightKind, page_sight
from ingest.structure.build import build_document
from tests.sight_made import CELL, CELLS, HEAD, HEADING, HEIGHT, ITEM, LEFT, NUMBER_BASE, PARAGRAPH, TABLE, At, paper

# Boxes of words reach from their ascent to their descent, and so a little over what was drawn.
NEAR = 4.0


def put_together(data: bytes) -> tuple[list[PageLayout], Joined, Document]:
    found = opening(data, "made.pdf")
    pages = read_pages(data, "made.pdf", range(1, found.pages + 1))
    put = joined(found, pages)
    return pages, put, build_document(reading_of(found, pages, put), name="made.pdf", sha256="0" * 64)


def sight(data: bytes, page: int) -> PageSight:
    pages, put, document = put_together(data)
    return page_sight(pages, put, document, page)


@pytest.fixture(scope="module")
def seen() -> PageSight:
    return sight(paper(), 2)


def of(seen: PageSight, kind: SightKind, text: str = "") -> list[Seen]:
    return [each for each in seen.seen if each.kind is kind and text in each.text]


def around_words(lines: Sequence[At]) -> Box:
    """The box that lines were drawn in, as far as can be told without their font."""
    top = min(line.base - line.size for line in lines)
    return Box(min(line.x for line in lines), top, LEFT, max(line.base for line in lines))


def stands_at(each: Seen, *lines: At) -> bool:
    words = around_words(lines)
    return (
        abs(each.box.x0 - words.x0) < NEAR
        and abs(each.box.top - words.top) < NEAR
        and abs(each.box.bottom - words.bottom) < NEAR
    )


def test_lines_and_blocks_are_seen_where_they_stand(seen: PageSight) -> None:
    for line in PARAGRAPH:
        (each,) = of(seen, SightKind.LINE, line.text)
        assert stands_at(each, line)
    (block,) = of(seen, SightKind.PARAGRAPH, PARAGRAPH[0].text)
    assert stands_at(block, *PARAGRAPH)
    (item,) = of(seen, SightKind.LIST_ITEM)
    assert stands_at(item, ITEM)


def test_a_section_is_seen_by_its_heading_and_its_number(seen: PageSight) -> None:
    (heading,) = of(seen, SightKind.HEADING, "Dredging")
    assert heading.level == 1
    assert heading.box.x0 > LEFT + 5
    assert abs(heading.box.bottom - HEADING.base) < NEAR
    (number,) = of(seen, SightKind.NUMBER)
    assert number.text == "4"
    assert stands_at(number, HEADING)
    assert number.box.x1 <= heading.box.x0
    assert not [each for each in of(seen, SightKind.HEADING) if each.level == 0 and "Dredging" in each.text]


def test_the_cells_of_a_ruled_table_are_those_of_its_lines(seen: PageSight) -> None:
    cells = of(seen, SightKind.CELL)
    assert [each.text for each in cells] == [text for row in CELLS for text in row]
    for at, each in enumerate(cells):
        row, column = divmod(at, 2)
        left, top = TABLE[0] + CELL[0] * column, TABLE[1] + CELL[1] * row
        assert each.box == pytest.approx((left, top, left + CELL[0], top + CELL[1]), abs=1)


def test_furniture_is_seen_apart_from_the_text(seen: PageSight) -> None:
    found = {each.note: each for each in of(seen, SightKind.FURNITURE)}
    assert set(found) == {"head", "page_number"}
    assert stands_at(found["head"], HEAD)
    assert abs(found["page_number"].box.bottom - NUMBER_BASE) < NEAR


def test_blocks_are_numbered_in_the_order_of_reading(seen: PageSight) -> None:
    assert [round(box.bottom) for box in seen.order] == sorted(round(box.bottom) for box in seen.order)
    (paragraph,) = of(seen, SightKind.PARAGRAPH, PARAGRAPH[0].text)
    (item,) = of(seen, SightKind.LIST_ITEM)
    assert seen.order.index(item.box) == seen.order.index(paragraph.box) + 1
    # Title, list of those present, heading, paragraph, list item, two rows: lines and furniture are not numbered.
    assert len(seen.order) == 7


def test_those_who_attended_are_seen_one_by_one(seen: PageSight) -> None:
    people = of(seen, SightKind.ATTENDEE)
    assert [each.text.split()[-1] for each in people] == ["Tarn", "Finch", "Crake"]
    assert [each.note for each in people] == ["chair", "present", "present"]
    assert people[0].box.x1 <= people[1].box.x0 + NEAR
    assert people[1].box.x1 <= people[2].box.x0 + NEAR


def test_what_is_exempt_or_doubtful_is_seen() -> None:
    pages, put, document = put_together(paper())
    exempt, doubtful = (document.text.index(words) for words in ("Dredging of the Inner", "Harbour Master"))
    remarked = replace(
        document,
        exemptions=(Exemption(span=Span(exempt, exempt + 8), paragraphs=("3",)),),
        doubts=(Doubt(Span(doubtful, doubtful + 14), "there was none"),),
    )
    seen = page_sight(pages, put, remarked, 2)
    assert [(each.text, each.note) for each in of(seen, SightKind.EXEMPT)] == [("Dredging", "3")]
    (doubt,) = of(seen, SightKind.DOUBTFUL)
    assert (doubt.text, doubt.note) == ("Harbour Master", "there was none")
    assert abs(doubt.box.bottom - PARAGRAPH[1].base) < NEAR
    assert LEFT + 100 < doubt.box.x0 < doubt.box.x1
    assert not page_sight(pages, put, remarked, 1).seen[-1].note.startswith("there")


def test_the_colours_of_what_was_seen_lie_where_it_was_drawn(seen: PageSight) -> None:
    picture = Image.open(io.BytesIO(draw(paper(), "made.pdf", seen)))
    assert picture.format == "PNG"
    scale = picture.height / HEIGHT
    for kind in (SightKind.HEADING, SightKind.NUMBER, SightKind.CELL, SightKind.LIST_ITEM, SightKind.FURNITURE):
        for each in of(seen, kind):
            x, y = (each.box.x0 + each.box.x1) / 2 * scale, each.box.top * scale
            nearby = {picture.getpixel((int(x) + dx, int(y) + dy)) for dx in (-3, 0, 3) for dy in range(-2, 4)}
            assert colour_of(each) in nearby, each
    # A cell is filled: between its words and its border the page is white no more.
    (cell,) = of(seen, SightKind.CELL, "West Quay")
    assert picture.getpixel((int((cell.box.x1 - 12) * scale), int((cell.box.bottom - 5) * scale))) != (255, 255, 255)
    assert picture.getpixel((int(LEFT * scale), int(600 * scale))) == (255, 255, 255)


def test_the_legend_tells_each_kind_that_is_there_and_no_other(seen: PageSight) -> None:
    picture = Image.open(io.BytesIO(draw(paper(), "made.pdf", seen))).convert("RGB")
    legend = picture.crop((picture.width - 300, 0, picture.width, picture.height))
    colours = {colour for _, colour in legend.getcolors(maxcolors=100_000) or ()}
    kinds = {each.kind for each in seen.seen}
    for kind, ink in INKS.items():
        if kind is not SightKind.HEADING:
            assert (ink.colour in colours) == (kind in kinds), kind


def test_a_row_over_a_page_end_is_seen_on_both_pages() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=True)
    rows = (
        (("1", "Berths"), ("2", "The crane was to be moved to the")),
        (("", "west quay before the summer."),),
    )
    for page, cells in enumerate(rows):
        tops = [HEIGHT - 700 - 30 * at for at in range(len(cells) + 1)] if page == 0 else [HEIGHT - 60, HEIGHT - 90]
        canvas.grid([LEFT, LEFT + 60, LEFT + 262], tops)
        for at, (number, text) in enumerate(cells):
            canvas.drawString(LEFT + 6, tops[at] - 20, number)
            canvas.drawString(LEFT + 66, tops[at] - 20, text)
        canvas.showPage()
    canvas.save()
    data = out.getvalue()
    _, put, _ = put_together(data)
    (row,) = [cells for piece, cells in zip(put.pieces, put.lines, strict=True) if "summer" in piece.text]
    assert [(page, line.text) for page, line in row[1]] == [
        (1, "The crane was to be moved to the"),
        (2, "west quay before the summer."),
    ]
    (line,) = of(sight(data, 2), SightKind.LINE)
    assert line.text == "west quay before the summer."
    assert of(sight(data, 2), SightKind.CELL, line.text)
    assert not of(sight(data, 2), SightKind.FURNITURE)


def test_a_page_that_is_read_turned_is_drawn_turned() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=True)
    canvas.rotate(90)
    for at in range(6):
        canvas.drawString(100, -120 - 20 * at, f"Berth {at} is let to the Northmere Rowing Club until the spring")
    canvas.showPage()
    canvas.save()
    turned = sight(out.getvalue(), 1)
    assert turned.turned in (90, 270)
    assert turned.width == pytest.approx(A4[1], abs=1)
    picture = Image.open(io.BytesIO(draw(out.getvalue(), "made.pdf", turned)))
    scale = picture.height / turned.height
    for line in of(turned, SightKind.LINE):
        inside = picture.crop(tuple(int(each * scale) for each in line.box)).convert("L")
        assert min(inside.tobytes()) < 80, "there is ink where the line was seen"
    below = (0, int((turned.seen[-1].box.bottom + 20) * scale), int(turned.width * scale), int(turned.height * scale))
    assert min(picture.crop(below).convert("L").tobytes()) == 255


@pytest.mark.parametrize("size", [(14_400, 14_400), (14_400, 20), (1, 1)])
def test_no_page_is_drawn_larger_than_a_screen_needs(size: tuple[int, int]) -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size, invariant=True)
    canvas.drawString(5, 5, "Harbour dues")
    canvas.showPage()
    canvas.save()
    picture = Image.open(io.BytesIO(draw(out.getvalue(), "made.pdf", sight(out.getvalue(), 1))))
    assert (picture.width - 300) * picture.height < 11_000_000
