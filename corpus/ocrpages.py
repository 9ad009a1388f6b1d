"""Which pages of documents OCR has read: told beside each hit of a search, so without the rows of lists."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from corpus.stringlists import encode_strings
from corpus.vocabulary import ReadBy


def pages_by_ocr(connection: sqlite3.Connection, documents: Iterable[str]) -> frozenset[tuple[str, int]]:
    """The ids of ``documents`` with the numbers of those of their pages that OCR has read."""
    found = connection.execute(
        "SELECT document_id, page FROM page_reads"
        " WHERE read_by = ? AND document_id IN (SELECT value FROM json_each(?))",
        (ReadBy.OCR, encode_strings(documents)),
    )
    return frozenset((row["document_id"], row["page"]) for row in found)
