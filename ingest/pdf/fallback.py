"""pdfplumber whole, for a page that the fast path can't read."""

from __future__ import annotations

import io
import re
from typing import Any

from ingest.itemmarks import ITEM_SIGNS, with_item_signs
from ingest.pdf.characters import clean
from ingest.pdf.geometry import Box
from ingest.pdf.lines import Line
from ingest.pdf.page import PageLayout
from ingest.pdf.strips import strips
from ingest.pdf.unread import IMAGE_ONLY

UNREADABLE = "the page is damaged and can't be read"

_SIGNS = re.compile(f"[{ITEM_SIGNS}]")


def read_slowly(data: bytes, number: int) -> PageLayout:
    """Page ``number`` (1-based) as pdfplumber reads it; unread where that fails too or sees only pictures."""
    import pdfplumber
    from pdfminer.psexceptions import PSException
    from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

    try:
        with pdfplumber.open(io.BytesIO(data), pages=[number]) as pdf:
            page = pdf.pages[0]
            rows = page.extract_text_lines(return_chars=True)
            size = float(page.width), float(page.height)
            pictured = bool(page.images)
    except (PdfminerException, MalformedPDFException, PSException, IndexError, KeyError, TypeError, ValueError):
        # pdfminer raises what its parsing stumbles upon; a page that both readers fail on is recorded, not fatal.
        return PageLayout(number, 0.0, 0.0, (), UNREADABLE)
    lines = [line for row in rows if (line := _line(row)).text]
    return PageLayout(number, *size, tuple(strips(lines)), IMAGE_ONLY if pictured and not lines else None)


def _line(row: dict[str, Any]) -> Line:
    first, last = row["chars"][0], row["chars"][-1]
    return Line(
        text=clean(_SIGNS.sub("", with_item_signs(row["text"]))),
        box=Box(float(row["x0"]), float(row["top"]), float(row["x1"]), float(row["bottom"])),
        size=round(float(first["size"]), 1),
        bold="bold" in first["fontname"].lower(),
        bold_end="bold" in last["fontname"].lower(),
        lead=0,
        start=0,
        end=0,
        body=float(row["x0"]),
    )
