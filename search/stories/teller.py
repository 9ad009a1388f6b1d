"""Makes the events of one paper: where each is told, when it was, and of what kind it is."""

from __future__ import annotations

from dataclasses import dataclass, replace

from corpus.outlines import Outline, OutlinedFinding
from corpus.rows import PaperRow
from corpus.vocabulary import EventKind, PaperKind
from search.stories.events import Event, finding_kind, part_kind
from search.stories.fitting import shortened
from search.stories.items import Head, Item
from search.stories.readings import FRONT


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is told: ``id`` of the part or finding, and the heading it stands under."""

    id: str
    page: int
    line: int | None
    title: str


@dataclass(frozen=True, slots=True)
class Teller:
    """What is told by ``paper`` of the document ``outline``."""

    outline: Outline
    paper: PaperRow

    def kind(self, heading: str, text: str, *, about: bool) -> EventKind:
        """What ``text`` under ``heading`` tells of; the cover of a pack gives notice of what is in it."""
        papers = self.outline.papers
        if self.paper.kind == PaperKind.OTHER:
            if len(papers) > 1 and self.paper.id == papers[0].id:
                return EventKind.NOTICE
            if about:
                heading = self.outline.text[self.paper.start : self.paper.start + FRONT]
        return part_kind(self.paper.kind, heading, text, about=about)

    def at_head(self, head: Head) -> Place:
        """The heading ``head``."""
        return Place(head.id, head.page, head.line, head.text)

    def at(self, item: Item, offset: int) -> Place:
        """Character ``offset`` of the document, which is in ``item``."""
        page, line = self.outline.page(offset), self.outline.line(offset)
        if not item.path:
            return Place(item.parts[0], page, line, self.paper.title)
        return Place(item.path[-1].id, page, line, item.path[-1].text)

    def event(self, kind: EventKind, place: Place, quote: str, why: str, day: str | None = None) -> Event:
        """What is told at ``place`` in the words ``quote``: of another ``day`` than the paper's where one is told."""
        return Event(
            document=self.outline.document,
            document_name=self.outline.name,
            page=place.page,
            line=place.line,
            date=day or self.paper.date,
            body=self.paper.body,
            kind=kind,
            title=" ".join(place.title.split()),
            quote=shortened(quote),
            id=place.id,
            why=why,
            retold=day is not None and day != self.paper.date,
        )

    def found(self, found: OutlinedFinding, title: str, why: str) -> Event:
        """What ``found`` tells of, under the heading ``title``."""
        kind = finding_kind(found.kind, found.outcome, found.status)
        place = Place(found.id, found.page, found.line, title)
        told = self.event(kind, place, found.text, why, found.decided_on)
        return replace(told, outcome=found.outcome, owner=found.owner, due=found.due)
