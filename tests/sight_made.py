"""A paper of three pages whose lines, cells and furniture stand where the tests want them."""

from __future__ import annotations

import io
from dataclasses import dataclass

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

HEIGHT = A4[1]
LEFT = 72
BOLD, PLAIN = "Helvetica-Bold", "Helvetica"


@dataclass(frozen=True, slots=True)
class At:
    """Words and the base line that they stand on, in points from the top left corner."""

    text: str
    x: float
    base: float
    font: str = PLAIN
    size: float = 11


TITLE = At("NORTHMERE HARBOUR COMMITTEE", 190, 110, BOLD, 14)
PRESENT = At("Present: Councillors O Tarn (Chair), D Finch and P J Crake", LEFT, 160)
HEADING = At("4. Dredging of the Inner Basin", LEFT, 220, BOLD)
PARAGRAPH = (
    At("The Committee heard that the basin has silted up since it was last dredged and that the", LEFT, 240),
    At("larger boats can no longer turn in it at low water, as the Harbour Master had reported.", LEFT, 254),
)
ITEM = At("(a) notices to mariners would be given;", LEFT + 20, 280)
# The upper left corner of a table of two by two cells, and how large each is.
TABLE, CELL = (LEFT, 320), (150, 24)
CELLS = (("Berth", "Depth"), ("West Quay", "4 metres"))
HEAD = At("Harbour Committee minutes of 4 March 2024", 180, 40, PLAIN, 9)
NUMBER_BASE = HEIGHT - 30


def paper() -> bytes:
    """The PDF file: what is named above stands on its second page."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=True)
    for page in (1, 2, 3):
        _write(canvas, HEAD)
        _write(canvas, At(f"Page {page}", 280, NUMBER_BASE, PLAIN, 9))
        if page == 2:
            for line in (TITLE, PRESENT, HEADING, *PARAGRAPH, ITEM):
                _write(canvas, line)
            _table(canvas)
        else:
            _write(canvas, At(f"{page}. Report {'one' if page == 1 else 'two'} of the Clerk", LEFT, 120, BOLD))
            _write(canvas, At("The report was noted and there was nothing to add to it.", LEFT, 140))
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _write(canvas: Canvas, line: At) -> None:
    canvas.setFont(line.font, line.size)
    canvas.drawString(line.x, HEIGHT - line.base, line.text)


def _table(canvas: Canvas) -> None:
    (left, top), (width, height) = TABLE, CELL
    canvas.grid([left + width * at for at in range(3)], [HEIGHT - top - height * at for at in range(3)])
    for row, cells in enumerate(CELLS):
        for column, text in enumerate(cells):
            _write(canvas, At(text, left + width * column + 6, top + height * row + 16))
