"""PDF files that are no PDF, locked, cut off or without text."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from corpus.errors import UnreadableFileError
from ingest.pdf import read_pdf

LINE = "The Harbour Board met at Osney Quay on 3 May 2030."


def made(*pages: Callable[[Canvas], None], encrypt: StandardEncryption | None = None) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, encrypt=encrypt)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def written(canvas: Canvas) -> None:
    canvas.drawString(72, 700, LINE)


@pytest.mark.parametrize("data", [b"", b"<html>not here</html>", b"PK\x03\x04rest"])
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFileError, match=r"paper\.pdf: not a PDF"):
        read_pdf(data, "paper.pdf")


def test_a_pdf_that_needs_a_password_is_refused() -> None:
    locked = made(written, encrypt=StandardEncryption("harbour", ownerPassword="quay"))
    with pytest.raises(UnreadableFileError, match="password"):
        read_pdf(locked, "locked.pdf")


def test_a_pdf_locked_against_editing_only_is_read() -> None:
    data = made(written, encrypt=StandardEncryption("", ownerPassword="quay", canPrint=0))
    assert [piece.text for piece in read_pdf(data, "open.pdf").pieces] == [LINE]


def test_a_pdf_without_its_last_bytes_is_repaired() -> None:
    whole = made(*[written] * 5)
    reading = read_pdf(whole[: whole.rindex(b"startxref")], "cut.pdf")
    assert [piece.text for piece in reading.pieces] == [LINE] * 5


@pytest.mark.parametrize("share", [0.6, 0.02])
def test_a_pdf_that_was_cut_in_the_middle_is_refused(share: float) -> None:
    whole = made(*[written] * 5)
    with pytest.raises(UnreadableFileError, match="damaged or cut off"):
        read_pdf(whole[: int(len(whole) * share)], "cut.pdf")


def test_nothing_but_a_header_is_refused() -> None:
    with pytest.raises(UnreadableFileError, match="damaged"):
        read_pdf(b"%PDF-1.7\n%%EOF\n", "stub.pdf")


def test_a_pdf_without_pages_is_refused() -> None:
    data = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
        b"trailer<</Root 1 0 R/Size 3>>\n%%EOF\n"
    )
    with pytest.raises(UnreadableFileError, match=r"no pages|damaged"):
        read_pdf(data, "empty.pdf")


def test_a_blank_page_is_read() -> None:
    reading = read_pdf(made(written, lambda canvas: None), "blank.pdf")
    assert reading.page_notes == ()
    assert reading.pages == 2


def test_a_page_with_nothing_but_white_space_is_blank() -> None:
    reading = read_pdf(made(written, lambda canvas: canvas.drawString(72, 700, "  ")), "blank.pdf")
    assert reading.page_notes == ()
