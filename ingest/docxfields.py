"""Fields of a Word file: instructions that are not printed, page numbers that mean nothing here, lists of contents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.wordfields import is_contents, is_page_number
from ingest.wordml import w

if TYPE_CHECKING:
    from lxml.etree import _Element


@dataclass(slots=True)
class _Field:
    """A field under way: its instruction so far, and whether its result has begun."""

    instruction: str = ""
    has_result: bool = False


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
        return all(each.has_result and not is_page_number(each.instruction) for each in self._open)

    @property
    def in_contents(self) -> bool:
        """Whether words at this place belong to a list of contents."""
        return any(is_contents(each.instruction) for each in self._open)
