"""Ruling lines are found in pictures of pages; letters and photographs hold none."""

from __future__ import annotations

from ingest.ocr import Picture
from ingest.pdf.edges import Edge
from ingest.pdf.pictured import ruling_lines

WHITE, BLACK = 255, 0
POINTS = 0.5


def picture(width: int, height: int, *boxes: tuple[int, int, int, int], grey: int = BLACK) -> Picture:
    """A white picture with dark ``boxes`` (left, top, right, bottom in dots)."""
    dots = bytearray([WHITE]) * (width * height)
    for left, top, right, bottom in boxes:
        for row in range(top, bottom):
            dots[row * width + left : row * width + right] = bytes([grey]) * (right - left)
    return Picture(width, height, bytes(dots))


def test_level_and_upright_lines_are_found_where_they_are() -> None:
    assert ruling_lines(picture(100, 80, (10, 20, 90, 21), (50, 5, 51, 75)), POINTS) == [
        Edge(False, 10.25, 5.0, 45.0),
        Edge(True, 25.25, 2.5, 37.5),
    ]


def test_grey_lines_count_and_pale_ones_do_not() -> None:
    line = (10, 20, 90, 21)
    assert len(ruling_lines(picture(100, 80, line, grey=120), POINTS)) == 1
    assert ruling_lines(picture(100, 80, line, grey=200), POINTS) == []


def test_strokes_of_letters_are_no_lines() -> None:
    assert ruling_lines(picture(100, 80, *((at, 10, at + 3, 30) for at in range(0, 90, 6))), POINTS) == []


def test_a_photograph_has_no_lines() -> None:
    assert ruling_lines(picture(3000, 3000, (0, 0, 3000, 3000)), POINTS) == []
    assert ruling_lines(Picture(0, 0, b""), POINTS) == []
