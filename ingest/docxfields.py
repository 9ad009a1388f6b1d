"""Fields of a Word file: instructions that are not printed, page numbers that mean nothing here, lists of contents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.wordml import w

if TYPE_CHECKING:
    from lxml.etree import _Element

# These print numbers of pages, which depend on a layout that the file doesn't hold.
_OF_PAGES = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
_CONTENTS = "TOC"


@dataclass(slots=True)
class _Field:
    """A field under way: its instruction so far, and whether its result has begun."""

    instruction: str = ""
    has_result: bool = False

    @property
    def kind(self) -> str:
        return field_kind(self.instruction)


class Fields:
    """Which fields a walk through a document is in; they may run over paragraphs and stand in one another."""

    def __init__(self) -> None:
        self._open: list[_Field] = []

    def take(self, element: _Element) -> None:
        """Takes in a child of a run: the beginning, middle or end of a field, or part of an instruction."""
        if element.tag == w("instrText") and self._open and not self._open[-1].has_result:
            self._open[-1].instruction += element.text or ""
        elif element.tag == w("fldChar"):
            match element.get(w("fldCharType")):
                case "begin":
                    self._open.append(_Field())
                case "separate" if self._open:
                    self._open[-1].has_result = True
                case "end" if self._open:
                    self._open.pop()

    @property
    def are_printed(self) -> bool:
        """Whether words at this place are printed."""
        return all(each.has_result and each.kind not in _OF_PAGES for each in self._open)

    @property
    def in_contents(self) -> bool:
        """Whether words at this place belong to a list of contents."""
        return any(each.kind == _CONTENTS for each in self._open)


def field_kind(instruction: str) -> str:
    """The name of the field that an instruction begins with, in capitals."""
    words = instruction.split(maxsplit=1)
    return words[0].upper() if words else ""


def is_page_number(instruction: str) -> bool:
    """Whether a field with that instruction prints the number of a page."""
    return field_kind(instruction) in _OF_PAGES
