"""Where something stands, as a person would cite it."""

from __future__ import annotations

from typing import Protocol

SEPARATOR = " · "
# Files that show no line numbers; their readers count paragraphs.
_COUNTED_IN_PARAGRAPHS = (".docx", ".docm", ".dotx", ".odt", ".ott", ".rtf")

_READ_BY = {
    "text_layer": "letters put right",
    "second_reader": "read by pdfplumber",
    "ocr": "read by OCR",
    "needs_ocr": "not read, needs OCR",
    "nothing": "not read",
}


class Placed(Protocol):
    """Anything that stands in a document: all rows of lists, and entries of the index."""

    @property
    def document_name(self) -> str: ...
    @property
    def page(self) -> int | None: ...
    @property
    def line(self) -> int | None: ...


def place(row: Placed) -> str:
    """The file's name and the spot in it."""
    return " ".join(filter(None, (row.document_name, spot(row))))


def spot(row: Placed) -> str:
    """The page; where the file has none, the line of a text or the paragraph of a word processor's file."""
    if row.line is not None:
        return (
            f"paragraph {row.line}"
            if row.document_name.lower().endswith(_COUNTED_IN_PARAGRAPHS)
            else f"line {row.line}"
        )
    return f"p. {row.page}" if row.page is not None else ""


def read_by(means: str) -> str:
    """By what means a page was read, in words; ``means`` is a value of ``corpus.document.ReadBy``."""
    return _READ_BY[means]


def link(name: str, page: int | None, line: int | None) -> str:
    """The place as a link that viewers open: ``file.pdf#page=3``, ``file.txt:12``."""
    if line is not None:
        return f"{name}:{line}"
    return f"{name}#page={page}" if page is not None else name


def joined(*parts: str | None) -> str:
    """The parts that are there, with dots between."""
    return SEPARATOR.join(part for part in parts if part)


def named(organisation: str | None, body: str | None) -> str | None:
    """A body with its publisher before it."""
    if organisation and body and body != organisation:
        return f"{organisation}, {body}"
    return body or organisation


def one_line(text: str) -> str:
    """``text`` with all white space folded."""
    return " ".join(text.split())
