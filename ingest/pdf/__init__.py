"""Reading PDF papers: pdfium's lines and ruling lines, made into paragraphs, headings, list items and table rows."""

from ingest.pdf.page import PageLayout
from ingest.pdf.reader import Opening, join_pages, opening, read_pages, read_pdf

__all__ = ["Opening", "PageLayout", "join_pages", "opening", "read_pages", "read_pdf"]
