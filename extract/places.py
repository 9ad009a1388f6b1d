"""Where a finding stands: item, section, meeting, and an id made from document, place and order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from corpus.document import Document, Section
from corpus.findings import FindingId
from corpus.spans import Span

_FIGURE = re.compile(r"\d")
_NEAR = 2000  # characters around a place outside of all sections that may belong to one item with it


class Places:
    """Looks places up in one document, and hands out finding ids.

    An id is readable in a citation: ``<document>/d10.2`` is the second decision on page 10, ``<document>/aL118.1`` the
    first action on line 118 of a text source.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self._by_id = {section.id: section for section in document.sections}
        self._starts = {section.span.start for section in document.sections if section.heading}
        self._seen: Counter[str] = Counter()

    def finding_id(self, letter: str, offset: int) -> FindingId:
        place = f"{letter}{self.document.place(offset)}"
        self._seen[place] += 1
        return FindingId(f"{self.document.id}/{place}.{self._seen[place]}")

    def begins_section(self, offset: int) -> bool:
        """Whether a section with a heading begins at ``offset``."""
        return offset in self._starts

    def item(self, offset: int) -> str | None:
        """The printed number of the item that holds ``offset``: the nearest section with a number and a heading.

        A lettered part of a numbered item is none of its own: "b" within "7" stands under item 7.
        """
        around = tuple(self._around(offset))
        items = [section for section in around if _is_item(section)]
        in_figures = next((section for section in items if _FIGURE.search(section.number or "")), None)
        section = in_figures or next(iter((*items, *around)), None)
        return section.number if section else None

    def item_section(self, offset: int) -> Section | None:
        """The item that holds ``offset``; ``None`` where no section around it has a number and a heading."""
        return next(filter(_is_item, self._around(offset)), None)

    def item_span(self, offset: int) -> Span:
        """The item that holds ``offset``: the section that ``item_section`` gives, or the nearest with a heading.

        Where no section holds it, that stretch of the text that is not far from it.
        """
        around = tuple(self._around(offset))
        found = next(filter(_is_item, around), None) or next((each for each in around if each.heading), None)
        if found is not None or around:
            return (found or around[-1]).span
        return Span(max(offset - _NEAR, 0), min(offset + _NEAR, len(self.document.text)))

    def _around(self, offset: int) -> Iterator[Section]:
        """The sections that hold ``offset``, the innermost first."""
        section = self.document.section_at(offset)
        while section is not None:
            yield section
            section = self._by_id.get(section.parent) if section.parent else None


def _is_item(section: Section) -> bool:
    return bool(section.number and section.heading)
