"""The ruling lines of a page that is there as a picture only: long runs of dark dots."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.ocr import Picture
from ingest.pdf.edges import Edge

# Dots up to this grey (of 255) belong to a line: thin ones are drawn paler than black.
_DARK = 150
_THRESHOLD = bytes(grey <= _DARK for grey in range(256))
# Shorter runs (points) are strokes of letters; a table's row is no lower.
_SHORTEST = 11.0
# More lines than this are no table but a photograph.
_MOST_LINES = 4000


def ruling_lines(picture: Picture, points: float) -> list[Edge]:
    """The level and upright lines of a picture, in points of its page; ``points`` is how many a dot measures.

    A thick line comes as several, side by side, as they do in drawings. None for a picture that is full of them.
    """
    run = re.compile(b"\x01{%d,}" % round(_SHORTEST / points))
    width, height = picture.width, picture.height
    dots = picture.grey.translate(_THRESHOLD)
    rows = (dots[at * width : (at + 1) * width] for at in range(height))
    columns = (dots[at::width] for at in range(width))
    edges: list[Edge] = []
    for upright, lines in ((False, rows), (True, columns)):
        for at, line in enumerate(lines):
            edges.extend(_runs(run, line, (at + 0.5) * points, points, upright=upright))
            if len(edges) > _MOST_LINES:
                return []
    return edges


def _runs(run: re.Pattern[bytes], line: bytes, at: float, points: float, *, upright: bool) -> Iterator[Edge]:
    for found in run.finditer(line):
        yield Edge(upright, at, found.start() * points, found.end() * points)
