"""What the search index holds, made from the store: one document in memory at a time."""

from __future__ import annotations

import sqlite3
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from corpus import decisionlists, findinglists, listings
from corpus.codec import decode_page_starts
from corpus.decisionrows import DecisionRow
from corpus.document import DocumentId, PaperId
from corpus.entries import Entry, EntryKind
from corpus.findingrows import ActionRow, RecommendationRow, ReportedDecisionRow
from corpus.findings import BETWEEN_NAMES
from corpus.rows import PaperRow, SectionRow
from corpus.vocabulary import PaperKind

_Finding = RecommendationRow | DecisionRow | ReportedDecisionRow | ActionRow

_IN_DOCUMENT = " WHERE d.id = ? ORDER BY f.span_start, f.position"


@dataclass(frozen=True, slots=True)
class _Source:
    """One document's text and sections, and the place and name of every person that it names, by place.

    ``home`` is the name of the body in whose papers it stands: that of papers which print no publisher.
    """

    text: str
    page_starts: tuple[int, ...]
    home: str | None
    papers: tuple[PaperRow, ...]
    sections: tuple[SectionRow, ...]
    named_at: tuple[int, ...]
    named: tuple[str, ...]

    def people(self, start: int, end: int, *others: str | None) -> tuple[str, ...]:
        """Full names of the persons named in ``[start, end)``, and ``others``, each once."""
        inside = self.named[bisect_left(self.named_at, start) : bisect_left(self.named_at, end)]
        return tuple(dict.fromkeys((*inside, *filter(None, others))))

    def page_breaks(self, start: int, end: int) -> tuple[int, ...]:
        """Where pages begin within ``[start, end)``, from ``start`` on."""
        inside = self.page_starts[bisect_right(self.page_starts, start) : bisect_left(self.page_starts, end)]
        return tuple(page_start - start for page_start in inside)

    def section_at(self, offset: int) -> SectionRow | None:
        """The innermost section that holds character ``offset``."""
        at = bisect_right(self.sections, offset, key=lambda section: section.start)
        return next((section for section in reversed(self.sections[:at]) if offset < section.end), None)

    def own_end(self, start: int, end: int, following: int) -> int:
        """Where the text of a part that is ``[start, end)`` stops being its own: at section number ``following``."""
        next_start = self.sections[following].start if following < len(self.sections) else end
        return max(start, min(end, next_start))


def entries(connection: sqlite3.Connection, document_ids: Iterable[str] | None) -> Iterator[Entry]:
    """The entries of these documents (of all on show where ``None``); those that are not on show give none."""
    if document_ids is None:
        document_ids = [row["id"] for row in connection.execute("SELECT id FROM documents WHERE current ORDER BY id")]
    for document_id in document_ids:
        row = connection.execute(
            "SELECT text, layout FROM documents WHERE id = ? AND current", (document_id,)
        ).fetchone()
        if row is not None:
            source = _source(connection, document_id, row["text"], decode_page_starts(row["layout"]))
            yield from _paper_entries(source)
            yield from _section_entries(source)
            yield from _finding_entries(connection, document_id, source)


def _source(connection: sqlite3.Connection, document_id: str, text: str, page_starts: tuple[int, ...]) -> _Source:
    papers = connection.execute(listings.PAPERS + _IN_DOCUMENT, (document_id,))
    sections = connection.execute(listings.SECTIONS + _IN_DOCUMENT, (document_id,))
    mentions = connection.execute(
        "SELECT m.span_start, p.name FROM people p JOIN person_mentions m ON m.person_id = p.id"
        " WHERE p.document_id = ? ORDER BY m.span_start",
        (document_id,),
    ).fetchall()
    home = connection.execute(
        "SELECT b.name FROM document_homes h JOIN home_bodies b ON b.home = h.home WHERE h.document_id = ?",
        (document_id,),
    ).fetchone()
    return _Source(
        text=text,
        page_starts=page_starts,
        home=home["name"] if home else None,
        papers=tuple(PaperRow(**row) for row in papers),
        sections=tuple(SectionRow(**row) for row in sections),
        named_at=tuple(row["span_start"] for row in mentions),
        named=tuple(row["name"] for row in mentions),
    )


def _paper_entries(source: _Source) -> Iterator[Entry]:
    for paper in source.papers:
        first = bisect_left(source.sections, paper.start, key=lambda section: section.start)
        end = source.own_end(paper.start, paper.end, first)
        yield Entry(
            id=paper.id,
            kind=EntryKind.PAPER,
            document=DocumentId(paper.document),
            document_name=paper.document_name,
            page=paper.page,
            line=paper.line,
            paper=PaperId(paper.id),
            paper_title=paper.title,
            paper_kind=paper.kind,
            heading=paper.title,
            number=None,
            body=paper.body,
            organisation=paper.organisation or source.home,
            date=paper.date,
            text=source.text[paper.start : end],
            people=source.people(paper.start, end),
            page_breaks=source.page_breaks(paper.start, end),
        )


def _section_entries(source: _Source) -> Iterator[Entry]:
    for at, section in enumerate(source.sections):
        end = source.own_end(section.start, section.end, at + 1)
        yield Entry(
            id=section.id,
            kind=EntryKind.SECTION,
            document=DocumentId(section.document),
            document_name=section.document_name,
            page=section.page,
            line=section.line,
            paper=PaperId(section.paper),
            paper_title=section.paper_title,
            paper_kind=section.paper_kind,
            heading=section.heading or "",
            number=section.number,
            body=section.body,
            organisation=section.organisation or source.home,
            date=section.date,
            text=source.text[section.start : end],
            reference=section.number,
            people=source.people(section.start, end),
            page_breaks=source.page_breaks(section.start, end),
        )


def _finding_entries(connection: sqlite3.Connection, document_id: str, source: _Source) -> Iterator[Entry]:
    def rows(query: str) -> Iterator[sqlite3.Row]:
        return connection.execute(query + _IN_DOCUMENT, (document_id,))

    for row in rows(findinglists.RECOMMENDATIONS):
        found = RecommendationRow(**row)
        entry = _finding_entry(source, EntryKind.RECOMMENDATION, found)
        yield replace(entry, reference=_references(entry.number, found.number))
    for row in rows(decisionlists.DECISIONS):
        yield _decision_entry(source, decisionlists.decision_row(row))
    for row in rows(findinglists.REPORTED_DECISIONS):
        yield _finding_entry(source, EntryKind.REPORTED_DECISION, ReportedDecisionRow(**row))
    for row in rows(findinglists.ACTIONS):
        yield _action_entry(source, findinglists.action_row(row))


def _decision_entry(source: _Source, decision: DecisionRow) -> Entry:
    entry = _finding_entry(source, EntryKind.DECISION, decision)
    return replace(
        entry,
        number=decision.item or entry.number,
        outcome=decision.outcome,
        reference=_references(decision.item, entry.number, decision.number),
        explicit=decision.explicit,
    )


def _action_entry(source: _Source, action: ActionRow) -> Entry:
    entry = _finding_entry(source, EntryKind.ACTION, action)
    return replace(
        entry,
        owner=action.owner_name or action.owner,
        status=action.status,
        due_date=action.due_date,
        reference=_references(action.reference, entry.number),
        explicit=action.explicit,
        people=source.people(action.start, action.end, *(action.owner_name or "").split(BETWEEN_NAMES)),
    )


def _finding_entry(source: _Source, kind: EntryKind, found: _Finding) -> Entry:
    """What all findings have: their words, place, and the item they stand under."""
    section = source.section_at(found.start)
    number = section.number if section else None
    return Entry(
        id=found.id,
        kind=kind,
        document=DocumentId(found.document),
        document_name=found.document_name,
        page=found.page,
        line=found.line,
        paper=None if found.paper is None else PaperId(found.paper),
        paper_title=found.paper_title,
        paper_kind=found.paper_kind or PaperKind.OTHER,
        heading=(section.heading if section else None) or "",
        number=number,
        body=found.body,
        organisation=found.organisation or source.home,
        date=found.date,
        text=found.text,
        reference=number,
        people=source.people(found.start, found.end),
    )


def _references(*numbers: str | None) -> str | None:
    return " ".join(dict.fromkeys(number for number in numbers if number)) or None
