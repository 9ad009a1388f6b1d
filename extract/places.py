"""Where a finding stands: item, section, meeting, and an id made from document, place and order."""

from __future__ import annotations

import re
from collections import Counter

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
        item = self.item_section(offset)
        section = self._numbered(item) or item or self.document.section_at(offset)
        return section.number if section else None

    def item_section(self, offset: int) -> Section | None:
        """The item that holds ``offset``; ``None`` where no section around it has a number and a heading."""
        section = self.document.section_at(offset)
        while section is not None and not (section.number and section.heading):
            section = self._parent(section)
        return section

    def item_span(self, offset: int) -> Span:
        """The item that holds ``offset``: the section that ``item`` names, or the nearest with a heading.

        Where no section holds it, that stretch of the text that is not far from it.
        """
        section = nearest = self.document.section_at(offset)
        while section is not None and not (section.number and section.heading):
            if nearest is None or not nearest.heading:
                nearest = section
            section = self._parent(section)
        found = section or nearest
        if found is not None:
            return found.span
        return Span(max(offset - _NEAR, 0), min(offset + _NEAR, len(self.document.text)))

    def _numbered(self, section: Section | None) -> Section | None:
        """``section``, or where that has but a letter the nearest around it with a heading and a number in figures."""
        while section is not None and not (section.number and section.heading and _FIGURE.search(section.number)):
            section = self._parent(section)
        return section

    def _parent(self, section: Section) -> Section | None:
        return self._by_id.get(section.parent) if section.parent else None
