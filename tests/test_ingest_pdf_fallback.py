"""pdfplumber's reading of a page: the same words, weights and tables as on the fast path."""

from __future__ import annotations

import io

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from corpus.vocabulary import ReadBy
from ingest.pdf.cells import Row
from ingest.pdf.fallback import NOT_OPENED, UNREADABLE, read_slowly
from ingest.pdf.page import PageLayout
from ingest.pdf.reader import read_pages
from ingest.pdf.strips import Strip

ROWS = (("Officer", "Action"), ("Clerk", "to write to the Harbour Trust"), ("Engineer", "to report in May"))


def paper() -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.setFont("Helvetica-Bold", 11)
    canvas.drawString(72, 760, "Dredging.")
    canvas.setFont("Helvetica", 11)
    canvas.drawString(72 + canvas.stringWidth("Dredging. ", "Helvetica-Bold", 11), 760, "The basin is to be dredged.")
    canvas.drawString(72, 740, "12. Members noted the report")
    canvas.drawString(72, 720, "Present: Orla Tarn")
    canvas.drawString(330, 720, "Apologies: Ines Quill")
    canvas.grid([72, 180, 400], [680 - 20 * at for at in range(len(ROWS) + 1)])
    for at, row in enumerate(ROWS):
        for x, words in zip((76, 184), row, strict=True):
            canvas.drawString(x, 666 - 20 * at, words)
    canvas.save()
    return out.getvalue()


def told(layout: PageLayout) -> list[object]:
    return [
        [" ".join(line.text for part in cell for line in part) for cell in item.cells]
        if isinstance(item, Row)
        else [(part.text, part.bold, part.lead) for part in item.parts]
        for item in layout.items
    ]


def test_the_slow_reader_gives_what_the_fast_one_gives() -> None:
    data = paper()
    (fast,) = read_pages(data, "paper.pdf", range(1, 2))
    slow = read_slowly(data, 1, NOT_OPENED)
    assert told(slow) == told(fast)
    assert told(slow)[0] == [("Dredging. The basin is to be dredged.", True, len("Dredging."))]
    assert [item for item in told(slow) if isinstance(item, list) and isinstance(item[0], str)] == [*map(list, ROWS)]
    assert (slow.by, slow.reason) == (ReadBy.SECOND_READER, NOT_OPENED)
    assert (slow.width, slow.height) == pytest.approx(A4, abs=0.1)
    assert all(isinstance(item, Strip | Row) for item in slow.items)


def test_what_neither_reader_can_open_says_so() -> None:
    layout = read_slowly(b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n", 1, NOT_OPENED)
    assert (layout.by, layout.reason, layout.items) == (ReadBy.NOTHING, UNREADABLE, ())


def test_pages_that_pdfium_gives_up_on_come_from_the_slow_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.pdf.reader.read_page", lambda page, number, fonts: None)
    (layout,) = read_pages(paper(), "paper.pdf", range(1, 2))
    assert layout.by is ReadBy.SECOND_READER
    assert len(layout.items) == 6
