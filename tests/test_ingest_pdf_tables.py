"""Rows of ruled and of borderless tables."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from corpus.document import BlockKind
from ingest.layout import Reading
from ingest.pdf import read_pdf
from ingest.pdf.edges import Edge
from ingest.pdf.tables import find_grids

STYLES = getSampleStyleSheet()
GRID = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")]
LONG = "The Surveyor is to inspect the sea wall and report on what its repair would cost before the spring tides."


def flowed(*story: object) -> Reading:
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=A4).build(list(story))
    return read_pdf(out.getvalue(), "paper.pdf")


def drawn(draw: Callable[[Canvas], None]) -> Reading:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    draw(canvas)
    canvas.save()
    return read_pdf(out.getvalue(), "paper.pdf")


def rows(reading: Reading) -> list[tuple[str, ...]]:
    return [piece.cells for piece in reading.pieces if piece.kind is BlockKind.ROW]


def columns(lines: Sequence[Sequence[tuple[float, str]]]) -> Reading:
    def draw(canvas: Canvas) -> None:
        for at, parts in enumerate(lines):
            for x, text in parts:
                canvas.drawString(x, 720 - 14 * at, text)

    return drawn(draw)


def test_a_ruled_table_becomes_rows() -> None:
    table = [["Ref", "Action", "Owner"], ["1", "Mend the gate", "Mr Tull"], ["2", "", "Mrs Quill"]]
    reading = flowed(Paragraph("Actions of the Harbour Board", STYLES["BodyText"]), Table(table, style=GRID))
    assert rows(reading) == [tuple(row) for row in table]
    assert {piece.table for piece in reading.pieces if piece.cells} == {0}
    assert reading.pieces[0].text == "Actions of the Harbour Board"
    assert reading.pieces[1].text == "Ref\tAction\tOwner"


def test_lines_of_a_cell_are_joined_and_its_paragraphs_kept_apart() -> None:
    cell = [Paragraph(LONG, STYLES["BodyText"]), Paragraph("Closed on 4 June.", STYLES["BodyText"])]
    reading = flowed(Table([["1", cell, "Mr Tull"], ["2", "Mend the gate", "Mrs Quill"]], [30, 160, 90], style=GRID))
    assert rows(reading) == [("1", f"{LONG}\nClosed on 4 June.", "Mr Tull"), ("2", "Mend the gate", "Mrs Quill")]


def test_text_side_by_side_in_narrow_cells_is_not_run_together() -> None:
    reading = flowed(Table([["Total", "345.0", "290.0"], ["Share", "1.0", "2.0"]], [40, 34, 34], style=GRID))
    assert rows(reading) == [("Total", "345.0", "290.0"), ("Share", "1.0", "2.0")]


def test_a_table_that_goes_on_over_the_page_is_one_table() -> None:
    table = [[f"{number}", f"Mooring {number}", "let"] for number in range(1, 61)]
    reading = flowed(Table(table, style=GRID), Paragraph(LONG, STYLES["BodyText"]), Table(table[:2], style=GRID))
    assert reading.pages == 2
    assert rows(reading) == [tuple(row) for row in table + table[:2]]
    numbers = [piece.table for piece in reading.pieces if piece.cells]
    assert numbers == [0] * 60 + [1] * 2
    assert {piece.marks[0].page for piece in reading.pieces if piece.table == 0} == {1, 2}


def test_a_frame_around_text_is_no_table() -> None:
    frame = [("BOX", (0, 0), (-1, -1), 0.5, colors.black)]
    reading = flowed(Table([[Paragraph(LONG, STYLES["BodyText"])]], style=frame))
    assert rows(reading) == []
    assert [piece.text for piece in reading.pieces] == [LONG]


def test_a_table_inside_a_frame_is_a_table() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.grid([60, 540], [500, 600, 760])
        canvas.drawString(70, 740, "The options were these:")
        canvas.grid([80, 150, 500], [660, 690, 720])
        for x, y, text in ((85, 700, "A"), (155, 700, "Mend it"), (85, 670, "B"), (155, 670, "Sell it")):
            canvas.drawString(x, y, text)

    reading = drawn(draw)
    assert reading.pieces[0].text == "The options were these:"
    assert rows(reading) == [("A", "Mend it"), ("B", "Sell it")]


def test_a_frame_inside_a_cell_is_no_table() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.grid([60, 200, 540], [600, 680, 760])
        canvas.grid([210, 500], [695, 720, 750])
        for x, y, text in (
            (70, 740, "1"),
            (215, 735, "Mend"),
            (215, 705, "the gate"),
            (70, 660, "2"),
            (210, 660, "Rest"),
        ):
            canvas.drawString(x, y, text)

    assert [tuple(cell.replace("\n", " ") for cell in row) for row in rows(drawn(draw))] == [
        ("1", "Mend the gate"),
        ("2", "Rest"),
    ]


@pytest.mark.parametrize("colour", [colors.white, colors.lightgrey], ids=["white", "grey"])
def test_boxes_behind_single_words_are_no_cells(colour: colors.Color) -> None:
    def draw(canvas: Canvas) -> None:
        for y in (700, 686):
            x = 72.0
            for word in ("Number", " ", "of", " ", "berths", " ", "let", " ", "by", " ", "the", " ", "Board"):
                width = canvas.stringWidth(word)
                canvas.setFillColor(colour)
                canvas.rect(x, y - 3, width, 14, stroke=0, fill=1)
                canvas.setFillColor(colors.black)
                canvas.drawString(x, y, word)
                x += width

    reading = drawn(draw)
    assert rows(reading) == []
    assert "Number of berths let by the Board" in reading.pieces[0].text


def test_lines_shaded_inside_shaded_cells_are_no_rows() -> None:
    def draw(canvas: Canvas) -> None:
        for top in (760, 700):
            for x, lines in (
                (72, ("30/00869/T",)),
                (200, ("Osney Quay", "Fernshire")),
                (350, ("A mast", "a hut", "a fence")),
            ):
                canvas.setFillColor(colors.white)
                canvas.rect(x, top - 60, 127 if x < 200 else 150, 60, stroke=0, fill=1)
                for at, line in enumerate(lines):
                    canvas.setFillColor(colors.white)
                    canvas.rect(x + 2, top - 18 - 14 * at, 120, 14, stroke=0, fill=1)
                    canvas.setFillColor(colors.black)
                    canvas.drawString(x + 2, top - 14 - 14 * at, line)

    assert [tuple(cell.replace("\n", " ") for cell in row) for row in rows(drawn(draw))] == [
        ("30/00869/T", "Osney Quay Fernshire", "A mast a hut a fence")
    ] * 2


def test_merged_cells_keep_their_column() -> None:
    table = [["Name", "Berths", ""], ["", "let", "free"], ["Osney Quay", "14", "2"]]
    spans = [("SPAN", (1, 0), (2, 0)), ("SPAN", (0, 0), (0, 1))]
    assert rows(flowed(Table(table, style=[*GRID, *spans]))) == [tuple(row) for row in table]


def test_rules_inside_a_form_are_seen() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.beginForm("grid")
        canvas.grid([100, 200, 300], [600, 620, 640])
        canvas.endForm()
        canvas.translate(10, 5)
        canvas.doForm("grid")
        for x, y, text in ((105, 625, "Name"), (205, 625, "Berth"), (105, 605, "Curlew"), (205, 605, "14")):
            canvas.drawString(x, y, text)

    assert rows(drawn(draw)) == [("Name", "Berth"), ("Curlew", "14")]


def test_a_label_and_its_value_are_a_row() -> None:
    reading = columns(
        [
            [(72, "Reporting officer:"), (220, "Joan Whitlock, Director of")],
            [(220, "Harbours and Coast")],
            [],
            [(72, "Wards affected:"), (220, "All")],
        ]
    )
    assert rows(reading) == [
        ("Reporting officer:", "Joan Whitlock, Director of\nHarbours and Coast"),
        ("Wards affected:", "All"),
    ]


def test_an_attendance_list_of_two_columns_is_rows() -> None:
    reading = columns(
        [
            [(72, "Ms Ada Thorne (AT)"), (300, "Chair")],
            [(72, "Mr Ben Quill (BQ)"), (300, "Harbour Commissioner")],
            [(72, "Dr Cleo Ferris"), (300, "Fernshire NHS Trust")],
            [(72, "Mr Dan Orme")],
        ]
    )
    assert rows(reading) == [
        ("Ms Ada Thorne (AT)", "Chair"),
        ("Mr Ben Quill (BQ)", "Harbour Commissioner"),
        ("Dr Cleo Ferris", "Fernshire NHS Trust"),
        ("Mr Dan Orme", ""),
    ]
    assert {piece.table for piece in reading.pieces} == {0}


def test_lists_drawn_one_after_the_other_below_their_labels_stand_side_by_side() -> None:
    def draw(canvas: Canvas) -> None:
        for x, label in ((100, "Present:"), (280, "In attendance:"), (460, "Apologies:")):
            canvas.drawCentredString(x, 720, label)
        for x, names in (
            (100, ("A Thorne (AT)", "B Quill (BQ)", "C Orme")),
            (280, ("D Ferris",)),
            (460, ("E Vane", "F Tull")),
        ):
            for at, name in enumerate(names, start=1):
                canvas.drawCentredString(x, 720 - 14 * at, name)
        canvas.drawString(72, 620, "There were no declarations of interest.")

    reading = drawn(draw)
    assert rows(reading) == [
        ("Present:\nA Thorne (AT)\nB Quill (BQ)\nC Orme", "In attendance:\nD Ferris", "Apologies:\nE Vane\nF Tull")
    ]
    assert reading.pieces[-1].text == "There were no declarations of interest."


def test_a_note_beside_a_paragraph_is_a_cell_beside_it() -> None:
    reading = columns(
        [
            [(72, "It was reported that the lamp at the end of the mole had failed again and")],
            [(72, "that the supplier would be asked to replace it."), (470, "Clerk")],
            [],
            [(72, "There was no other business.")],
        ]
    )
    assert rows(reading) == [
        (
            "It was reported that the lamp at the end of the mole had failed again and that the supplier would be asked"
            " to replace it.",
            "Clerk",
        )
    ]
    assert reading.pieces[-1].text == "There was no other business."


def test_rows_of_single_words_are_cut_at_every_gap() -> None:
    table = [
        ("Payee", "Detail", "Total", "VAT"),
        ("Tull", "salary", "82.00", "0.00"),
        ("Orme", "mowing", "4.00", "8.00"),
    ]
    reading = columns([list(zip((72, 180, 300, 400), row, strict=True)) for row in table])
    assert rows(reading) == table


def test_a_number_before_a_wide_gap_is_no_column() -> None:
    reading = columns([[(72, "12."), (108, "Harbour dues")], [], [(72, "04(2).30.05"), (160, "Moorings")]])
    assert [piece.text for piece in reading.pieces] == ["12. Harbour dues", "04(2).30.05 Moorings"]


def _rule(x0: float, top: float, x1: float, bottom: float) -> Edge:
    return Edge(True, x0, top, bottom) if x0 == x1 else Edge(False, top, x0, x1)


def _as_plumber(edge: Edge) -> dict[str, object]:
    x0, x1, top, bottom = (
        (edge.at, edge.at, edge.start, edge.end) if edge.upright else (edge.start, edge.end, edge.at, edge.at)
    )
    return {
        "object_type": "line",
        "orientation": "v" if edge.upright else "h",
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": bottom,
        "width": x1 - x0,
        "height": bottom - top,
    }


def _plumbers(edges: Sequence[Edge]) -> list[list[list[tuple[float, ...] | None]]]:
    """The tables that pdfplumber finds."""
    from pdfplumber.table import TableFinder

    ruled: Any = SimpleNamespace(bbox=(0, 0, 100, 100), edges=list(map(_as_plumber, edges)))
    return [[_rounded(row.cells) for row in table.rows] for table in TableFinder(ruled).tables]


def _rounded(cells: Sequence[Sequence[float] | None]) -> list[tuple[float, ...] | None]:
    return [tuple(round(value, 6) for value in cell) if cell else None for cell in cells]


def _ours(edges: Sequence[Edge]) -> list[list[list[tuple[float, ...] | None]]]:
    return [[_rounded(row) for row in grid.rows] for grid in find_grids(edges)]


@given(
    st.lists(
        st.builds(
            lambda upright, at, start, length: Edge(upright, at, start, start + length),
            st.booleans(),
            st.integers(0, 12).map(lambda step: step * 8.0),
            st.integers(0, 24).map(lambda step: step * 4.0),
            st.integers(1, 24).map(lambda step: step * 4.0),
        ),
        max_size=40,
    )
)
def test_any_ruling_lines_make_the_cells_that_pdfplumber_finds(edges: list[Edge]) -> None:
    assert _ours(edges) == _plumbers(edges)


@pytest.mark.parametrize(
    "edges",
    [
        [_rule(0, y, 90, y) for y in (0, 20, 40)] + [_rule(x, 0, x, 40) for x in (0, 30, 90)],
        [_rule(0, y, 90, y) for y in (0, 21.5, 40)] + [_rule(x, 2, x, 38) for x in (0, 30.8, 31.4, 90)],
        [_rule(0, 0, 90, 0), _rule(0, 20, 30, 20), _rule(0, 40, 90, 40)]
        + [_rule(x, 0, x, 40) for x in (0, 30, 60, 90)],
        [_rule(0, y, 40, y) for y in (0, 10, 20)]
        + [_rule(x, 0, x, 20) for x in (0, 40)]
        + [_rule(60, y, 90, y) for y in (50, 60)]
        + [_rule(x, 50, x, 60) for x in (60, 75, 90)],
    ],
    ids=["whole", "inexact", "merged", "two"],
)
def test_cells_are_those_that_pdfplumber_finds(edges: list[Edge]) -> None:
    assert _plumbers(edges)
    assert _ours(edges) == _plumbers(edges)
