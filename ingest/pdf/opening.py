"""PDF files and their pages are opened; what pdfium can't open is told in one line."""

from __future__ import annotations

from typing import Any

from corpus.errors import UnreadableFileError
from ingest.sniff import is_pdf


def open_document(data: bytes, name: str) -> Any:
    """A pdfium document, to be closed; ``name`` stands in errors.

    Raises ``UnreadableFileError`` where the bytes are no PDF, need a password, are damaged beyond repair, or hold no
    page.
    """
    import pypdfium2
    from pypdfium2.raw import FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY

    if not is_pdf(data):
        raise UnreadableFileError(name, "not a PDF file")
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code in (FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY):
            raise UnreadableFileError(name, "the PDF is encrypted and needs a password") from error
        raise UnreadableFileError(name, "the PDF is damaged or cut off; fetch it again") from error
    if len(document) == 0:
        document.close()
        raise UnreadableFileError(name, "the PDF has no pages")
    return document


def open_page(document: Any, number: int) -> Any | None:
    """Page ``number`` (1-based) of an open document, to be closed; ``None`` where pdfium can't open it."""
    import pypdfium2

    try:
        return document[number - 1]
    except pypdfium2.PdfiumError:
        return None
