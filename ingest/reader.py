"""Reads any paper: picks the reader for what the bytes are."""

from __future__ import annotations

from corpus.errors import UnreadableFileError
from corpus.vocabulary import MediaType
from ingest.layout import Reading
from ingest.sniff import media_type

# Goes up whenever a reader gives other pieces than before, so that papers read by an older one are read again.
READER_VERSION = "4"


def read(data: bytes, name: str) -> Reading:
    """The pieces of a paper of any type that can be read; ``name`` is the file's, for messages.

    Raises ``UnreadableFileError`` where the bytes are of another type, damaged or protected.
    """
    # Readers bring heavy libraries with them: only the one that is needed is imported.
    match media_type(data, name):
        case MediaType.PDF:
            from ingest.pdf import read_pdf

            return read_pdf(data, name)
        case MediaType.DOCX:
            from ingest.docx import read_docx

            return read_docx(data, name)
        case MediaType.ODT:
            from ingest.odt import read_odt

            return read_odt(data, name)
        case MediaType.RTF:
            from ingest.rtf import read_rtf

            return read_rtf(data, name)
        case MediaType.HTML:
            from ingest.html import read_html

            return read_html(data, name)
        case MediaType.TEXT:
            from ingest.text import read_text

            return read_text(data, name)
        case MediaType.EMAIL | MediaType.ZIP:
            raise UnreadableFileError(name, "is no paper itself but holds others (ingest.containers)")
