"""Where something stands, as a person would cite it."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from corpus.vocabulary import MEETING_KINDS, PaperKind
from minuted.output.terminal import visible

SEPARATOR = " · "
# Files that show no line numbers; their readers count paragraphs.
_COUNTED_IN_PARAGRAPHS = (".docx", ".docm", ".dotx", ".odt", ".ott", ".rtf")
# A citation names a paper, and need not repeat what a title page says below the title.
_LONGEST_TITLE = 120

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
        return f"{counted_in(row)} {row.line}"
    return f"p. {row.page}" if row.page is not None else ""


def counted_in(row: Placed) -> str:
    """What places of its document are told by: "page", or "line" and "paragraph" where it has none."""
    if row.line is None:
        return "page"
    return "paragraph" if row.document_name.lower().endswith(_COUNTED_IN_PARAGRAPHS) else "line"


def read_by(means: str) -> str:
    """By what means a page was read, in words; ``means`` is a value of ``corpus.vocabulary.ReadBy``."""
    return _READ_BY[means]


def link(name: str, page: int | None, line: int | None) -> str:
    """The place as a link that viewers open: ``file.pdf#page=3``, ``file.txt:12``."""
    if line is not None:
        return f"{name}:{line}"
    return f"{name}#page={page}" if page is not None else name


def long_date(iso: str | None) -> str | None:
    """A date as papers write it: "11 June 2024"; one that is no whole date as it is."""
    try:
        day = date.fromisoformat(iso or "")
    except ValueError:
        return iso
    return f"{day.day} {day:%B %Y}"


def paper_words(kind: str | None, title: str, body: str | None) -> str:
    """A paper as a citation names it: "minutes", "report “Harbour dues”"."""
    if kind in MEETING_KINDS and body:
        return kind  # a meeting has one of them: where its body is named, it needs no title
    called = "" if kind in (None, PaperKind.OTHER) else kind.replace("_", " ")
    short = title if len(title) <= _LONGEST_TITLE else f"{title[:_LONGEST_TITLE].rpartition(' ')[0]} …"
    return " ".join(filter(None, (called, f"“{short}”" if short else "")))


def page_words(first: int, last: int, printed: str | None = None) -> str:
    """Pages of a file, and the numbers printed on them where they are others: "p. 12 (numbered 54)"."""
    pages = f"p. {first}" if first == last else f"pp. {first}–{last}"
    own = str(first) if first == last else f"{first}–{last}"
    return f"{pages} (numbered {printed})" if printed and printed != own else pages


def joined(*parts: str | None) -> str:
    """The parts that are there, with dots between."""
    return SEPARATOR.join(part for part in parts if part)


def named(organisation: str | None, body: str | None) -> str | None:
    """A body with its publisher before it."""
    if organisation and body and body != organisation:
        return f"{organisation}, {body}"
    return body or organisation


def one_line(text: str) -> str:
    """``text`` with all white space folded, and nothing in it that would steer a terminal."""
    return visible(" ".join(text.split()))
