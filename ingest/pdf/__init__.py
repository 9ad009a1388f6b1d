"""Reading PDF papers: pdfium's lines and ruling lines, made into paragraphs, headings, list items and table rows."""

from ingest.pdf.reader import read_pdf

__all__ = ["read_pdf"]
