"""A document that things are taken from: where they stand, and of which meeting of which body they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.alignment.matters import Board
from corpus.document import Document, Meeting, Paper, Section
from corpus.findings import Findings
from corpus.links.model import Place, Publisher, Thing, ThingKind
from corpus.spans import Span
from search.linking.keys import KeyKind, key

_OPENING = 400
"""Characters of a paper in which its title stands."""
_QUOTED = 240
"""Characters of a passage that are kept as evidence; the document has the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """The meeting that something is of, as far as it is told."""

    board: Board | None
    date: str | None


class Source:
    """A document with its findings and its publisher; each body is looked up once."""

    def __init__(self, document: Document, findings: Findings, publisher: Publisher) -> None:
        self.document = document
        self.findings = findings
        self.publisher = publisher
        self._boards: dict[str, Board] = {}

    @property
    def pack(self) -> str:
        """The key by which the papers of one file meet."""
        return key(KeyKind.PACK, self.document.id)

    def board(self, name: str | None) -> Board | None:
        """The body that the document calls ``name``."""
        if not name:
            return None
        if name not in self._boards:
            self._boards[name] = self.publisher.board(name)
        return self._boards[name]

    def place(self, span: Span) -> Place:
        """Where ``span`` stands, and how its words begin."""
        words = self.document.text[span.start : min(span.end, span.start + _QUOTED)]
        return Place(
            document=self.document.id,
            start=span.start,
            end=span.end,
            page=self.document.page(span.start),
            line=self.document.line(span.start),
            quote=" ".join(words.split()),
        )

    def sitting(self, paper: Paper | None, meeting: Meeting | None = None) -> Sitting:
        """The meeting that ``paper`` is of, or ``meeting`` where it tells more."""
        body = (meeting.body if meeting else None) or (paper.body if paper else None)
        date = (meeting.date if meeting else None) or (paper.date if paper else None)
        return Sitting(board=self.board(body), date=date)

    def stretches(self) -> Iterator[tuple[Paper, Section, Span]]:
        """Each section with its paper, and its text without that of the sections below it."""
        papers = {paper.id: paper for paper in self.document.papers}
        sections = self.document.sections
        for at, section in enumerate(sections):
            end = sections[at + 1].span.start if at + 1 < len(sections) else section.span.end
            yield (
                papers[section.paper],
                section,
                Span(section.span.start, min(max(end, section.span.start), section.span.end)),
            )

    def titled(self, paper: Paper) -> Span:
        """Where the title of ``paper`` stands at its beginning; its first line where it is not found as it is."""
        words = [re.escape(word) for word in paper.title.split()]
        end = min(paper.span.end, paper.span.start + _OPENING)
        found = re.compile(r"\s+".join(words)).search(self.document.text, paper.span.start, end) if words else None
        return Span(found.start(), found.end()) if found else self.head(paper.span)

    def thing(self, id_: str, kind: ThingKind, span: Span, paper: Paper | None, sitting: Sitting) -> Thing:
        """A thing that stands at ``span`` of ``paper`` and is of ``sitting``, without what else it may have."""
        return Thing(
            id=id_,
            kind=kind,
            place=self.place(span),
            paper=paper.id if paper else None,
            paper_kind=paper.kind.value if paper else None,
            board=sitting.board,
            home=self.publisher.home,
            family=self.publisher.family,
            date=sitting.date,
        )

    def head(self, span: Span) -> Span:
        """The first line of ``span`` that has words."""
        text = self.document.text
        start = next((at for at in range(span.start, span.end) if not text[at].isspace()), span.start)
        end = text.find("\n", start, span.end)
        return Span(start, span.end if end < 0 else end)
