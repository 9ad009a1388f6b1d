"""What fields of Word and Rich Text are, by their instructions: page numbers, lists of contents, all others."""

from __future__ import annotations

# These print numbers of pages, which depend on a layout that the file doesn't hold.
_OF_PAGES = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
_CONTENTS = "TOC"


def is_page_number(instruction: str) -> bool:
    """Whether a field with that instruction prints the number of a page."""
    return _kind(instruction) in _OF_PAGES


def is_contents(instruction: str) -> bool:
    """Whether a field with that instruction prints a list of contents."""
    return _kind(instruction) == _CONTENTS


def _kind(instruction: str) -> str:
    """The name that the instruction begins with, in capitals."""
    words = instruction.split(maxsplit=1)
    return words[0].upper() if words else ""
