"""Ruled tables that go on over page ends, and rows that are split by one."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from corpus.document import BlockKind, Furniture, FurnitureKind
from ingest.layout import Piece, Reading
from ingest.pdf import read_pdf

HEAD = ("Ref", "Action", "Owner")
BORDERS = (60.0, 130.0, 400.0, 520.0)
LEADING = 14.0
TOP = 760.0
FIRST_HALF = ("The Surveyor is to inspect the sea wall at Osney", "Quay, to report on what its repair would cost if it")
SECOND_HALF = ("were done before the spring tides, and to ask", "for three prices.")

# A cell is a text, or the lines of one.
Cells = Sequence[str | Sequence[str]]


def paper(*pages: Sequence[Cells], borders: Sequence[float] = BORDERS, note: str = "") -> Reading:
    """A table on each page between a running head and a page number; ``note`` stands above that of the last page."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    for number, rows in enumerate(pages, start=1):
        canvas.setFont("Helvetica", 9)
        canvas.drawString(60, 810, "Fernshire Harbour Board")
        canvas.drawString(290, 30, f"{number}")
        canvas.setFont("Helvetica", 11)
        y = TOP
        if note and number == len(pages):
            canvas.drawString(60, y + 8, note)
        for row in rows:
            y = ruled(canvas, y, row, borders)
        canvas.showPage()
    canvas.save()
    return read_pdf(out.getvalue(), "paper.pdf")


def ruled(canvas: Canvas, y: float, cells: Cells, borders: Sequence[float]) -> float:
    """Draw one row with its borders below ``y``; give the y of the next one."""
    lines = [(cell,) if isinstance(cell, str) else cell for cell in cells]
    bottom = y - LEADING * max(map(len, lines)) - 6
    canvas.grid(borders, [bottom, y])
    for x, cell in zip(borders, lines, strict=False):
        for at, line in enumerate(cell):
            canvas.drawString(x + 5, y - LEADING * (at + 1), line)
    return bottom


def rows(reading: Reading) -> list[Piece]:
    return [piece for piece in reading.pieces if piece.kind is BlockKind.ROW]


def cells(reading: Reading) -> list[tuple[str, ...]]:
    return [piece.cells for piece in rows(reading)]


def actions(first: int, last: int) -> list[Cells]:
    return [(f"{number}", f"Mend mooring {number}.", "Mr Tull") for number in range(first, last + 1)]


def test_a_repeated_head_is_said_once_and_kept_as_furniture() -> None:
    reading = paper([HEAD, *actions(1, 3)], [HEAD, *actions(4, 5)], [HEAD, *actions(6, 6)])
    assert cells(reading) == [HEAD, *actions(1, 6)]
    assert {row.table for row in rows(reading)} == {0}
    assert [row.marks[0].page for row in rows(reading)] == [1, 1, 1, 1, 2, 2, 3]
    assert [fact for fact in reading.furniture if fact.kind is FurnitureKind.TABLE_HEAD] == [
        Furniture(page, FurnitureKind.TABLE_HEAD, "Ref Action Owner") for page in (2, 3)
    ]


def test_a_row_that_is_split_in_the_middle_of_a_sentence_is_one_row() -> None:
    reading = paper(
        [HEAD, *actions(1, 2), ("3", FIRST_HALF, "Mrs Quill")],
        [HEAD, ("", SECOND_HALF, ""), *actions(4, 5)],
    )
    assert cells(reading) == [
        HEAD,
        *actions(1, 2),
        ("3", " ".join(FIRST_HALF + SECOND_HALF), "Mrs Quill"),
        *actions(4, 5),
    ]
    split = rows(reading)[3]
    assert [mark.page for mark in split.marks] == [1, 2]
    assert split.text[split.marks[1].offset :].startswith(SECOND_HALF[0])


def test_a_row_without_a_label_is_the_rest_of_the_one_above() -> None:
    whole = ("The Surveyor is to inspect the sea wall at Osney", "Quay.")
    reading = paper([*actions(1, 2), ("3", whole, "Mrs Quill")], [("", "Three prices are wanted.", "Mr Orme")])
    assert cells(reading)[2] == ("3", f"{' '.join(whole)}\nThree prices are wanted.", "Mrs Quill\nMr Orme")


def test_a_row_goes_on_over_two_page_ends() -> None:
    reading = paper([HEAD, ("1", FIRST_HALF, "")], [("", SECOND_HALF[:1], "")], [("", SECOND_HALF[1:], "Mr Orme")])
    assert cells(reading) == [HEAD, ("1", " ".join(FIRST_HALF + SECOND_HALF), "Mr Orme")]
    assert [mark.page for mark in rows(reading)[1].marks] == [1, 2, 3]
    assert reading.pages == 3


@pytest.mark.parametrize(
    "row",
    [("", "Total", "Mr Orme"), ("4", "were", "Mr Orme"), ("4", SECOND_HALF, "Mr Orme")],
    ids=["total", "short", "labelled"],
)
def test_a_row_of_its_own_stays_one(row: Cells) -> None:
    assert len(rows(paper([HEAD, *actions(1, 3)], [row]))) == 5


def test_what_stands_between_two_tables_parts_them() -> None:
    reading = paper([HEAD, *actions(1, 2)], [HEAD, *actions(3, 4)], note="Actions from other meetings")
    assert [row.table for row in rows(reading)] == [0] * 3 + [1] * 3


def test_other_columns_are_another_table() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    ruled(canvas, TOP, ("Ref", "Action", "Owner"), BORDERS)
    canvas.showPage()
    ruled(canvas, TOP, ("Ref", "Action", "Owner"), (60, 200, 300, 520))
    canvas.save()
    assert [row.table for row in rows(read_pdf(out.getvalue(), "paper.pdf"))] == [0, 1]


def test_merged_cells_on_a_later_page_keep_their_columns() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    borders = (60.0, 150.0, 250.0, 350.0, 450.0, 520.0)
    ruled(canvas, TOP, ("Ref", "Berth", "2030", "2031", "2032"), borders)
    canvas.showPage()
    ruled(canvas, TOP, ("1", "Osney Quay", "40", "90"), (60.0, 150.0, 250.0, 350.0, 520.0))
    canvas.save()
    reading = read_pdf(out.getvalue(), "paper.pdf")
    assert cells(reading)[1] == ("1", "Osney Quay", "40", "90", "")
    assert {row.table for row in rows(reading)} == {0}
