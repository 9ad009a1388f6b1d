"""ModernGov's marks around agenda items: they become borders of sections in every format, and leave no trace."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

import docx
import pytest
from reportlab.pdfgen.canvas import Canvas

from corpus.document import Document
from ingest.docx import read_docx
from ingest.html import read_html
from ingest.itemmarks import item_marks, with_item_signs
from ingest.layout import Reading
from ingest.pdf import read_pdf
from ingest.structure.build import build_document
from ingest.text import read_text

HEAD = ("FERNSHIRE COUNCIL", "Minutes of the Harbour Panel held on 4 March 2031", "Present: Councillor A Finch (Chair)")
BODY = (
    "<AI1>",
    "1. APOLOGIES",
    "There were none.",
    "</AI1><AI2>",
    "The quay wall and what the divers found below it",
    "The Engineer spoke.",
    "BACKGROUND",
    "The wall is old.",
    "</AI2>",
    "<TRAILER_SECTION>",
    "The meeting ended at noon.",
    "</TRAILER_SECTION>",
    "<TITLE_ONLY_LAYOUT_SECTION>",
    "1. FIELD_TITLE",
    "</TITLE_ONLY_LAYOUT_SECTION>",
)
LINES = (*HEAD, *BODY)


def as_text() -> Reading:
    return read_text("\n\n".join(LINES).encode(), "m.txt")


def as_tight_text() -> Reading:
    tight = "\n\n".join(LINES).replace("<AI1>\n\n", "<AI1>").replace("\n\n</AI1>", "</AI1>").replace(
        "<AI2>\n\n", "<AI2>"
    )  # fmt: skip
    return read_text(tight.encode(), "m.txt")


def as_markdown_row() -> Reading:
    rows = "\n".join(HEAD) + "\n\n<AI1>1.\tAPOLOGIES</AI1>\n<AI2>2.\tThe quay wall</AI2>\nThe meeting ended at noon.\n"
    return read_text(rows.encode(), "m.md")


def as_html_tags() -> Reading:
    """As a browser reads them where they were never escaped: elements that no standard knows."""
    return read_html(
        ("<p>" + "</p><p>".join(HEAD) + "</p><ai1><p>1. APOLOGIES</p><p>There were none.</p></ai1>"
         "<AI2><p>The quay wall and what the divers found below it</p><p>The Engineer spoke.</p><p>BACKGROUND</p>"
         "<p>The wall is old.</p></AI2><trailer_section><p>The meeting ended at noon.</p></trailer_section>"
         "<layout_section><p>FIELD_SUMMARY</p></layout_section>").encode(),
        "m.htm",
    )  # fmt: skip


def as_html_words() -> Reading:
    escaped = [line.replace("<", "&lt;").replace(">", "&gt;") for line in LINES]
    return read_html(("<html><body><p>" + "</p>\n<p>".join(escaped) + "</p></body></html>").encode(), "m.htm")


def as_docx() -> Reading:
    """Marks are hidden words, here and there spread over several runs."""
    document = docx.Document()
    for line in LINES:
        paragraph = document.add_paragraph()
        runs = [line] if not line.startswith("<") else [line[:2], line[2:]]
        for run in runs:
            paragraph.add_run(run).font.hidden = line.startswith("<AI1>") or None
    out = io.BytesIO()
    document.save(out)
    return read_docx(out.getvalue(), "m.docx")


def as_pdf() -> Reading:
    return drawn([LINES])


def as_pdf_over_pages() -> Reading:
    """What a mark sets off stands on the page after or before it."""
    return drawn([LINES[:3], LINES[3:4], LINES[4:6], LINES[6:7], LINES[7:11], LINES[11:]])


def drawn(pages: Sequence[Sequence[str]]) -> Reading:
    out = io.BytesIO()
    canvas = Canvas(out)
    for lines in pages:
        for at, line in enumerate(lines):
            canvas.setFont("Helvetica", 1 if line.startswith("<") else 11)
            canvas.drawString(72, 750 - 30 * at, line)
        canvas.showPage()
    canvas.save()
    return read_pdf(out.getvalue(), "m.pdf")


def document_of(reading: Reading) -> Document:
    return build_document(reading, name="m", sha256="0" * 64)


@pytest.mark.parametrize(
    "make",
    [as_text, as_tight_text, as_html_tags, as_html_words, as_docx, as_pdf, as_pdf_over_pages],
    ids=lambda make: make.__name__,
)
def test_marked_items_are_sections(make: Callable[[], Reading]) -> None:
    document = document_of(make())
    for mark in ("<", "AI1", "AI2", "SECTION", "FIELD"):
        assert mark not in document.text
    found = [(section.number, section.heading, section.level) for section in document.sections]
    assert found[-3:] == [
        ("1", "APOLOGIES", 1),
        (None, "The quay wall and what the divers found below it", 1),
        (None, "BACKGROUND", 2),
    ]
    quotes = [document.quote(section.span) for section in document.sections[-3:]]
    assert quotes[0].endswith("There were none.")
    assert quotes[1].endswith("The wall is old.")
    assert quotes[2] == "BACKGROUND\nThe wall is old."


def test_marks_in_rows() -> None:
    document = document_of(as_markdown_row())
    assert "AI1" not in document.text
    assert [(one.number, one.heading) for one in document.sections] == [("1", "APOLOGIES"), ("2", "The quay wall")]
    assert "noon" not in document.quote(document.sections[-1].span)


@pytest.mark.parametrize(
    "words",
    [
        "<AIM> of the plan",
        "<YOUR NAME>",
        "a < b",
        "AI1 is a road",
        "<p>",
        "THE FIELD_ TITLE",
        "<AI>",
        "<AIs>",
        "<AI123456>",
    ],
)
def test_other_words_are_left_alone(words: str) -> None:
    assert with_item_signs(words) == words
    assert not list(item_marks(words))
