"""What a document tells of a stretch of it beside its words: links, what is exempt or doubtful, items and papers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypedDict

from corpus.document import Document
from corpus.filters import Filter
from corpus.rows import PaperRow, SectionRow
from corpus.spans import Span
from corpus.store import Corpus


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """Words that the file links to an address, ``target``."""

    document_name: str
    page: int
    line: int | None
    text: str
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Exempt:
    """Words (``text``) that say that something is kept from the public; ``section`` is the id of what it concerns.

    ``paragraphs`` are those of Schedule 12A that are named, as printed; ``withheld`` says that nothing else is there.
    """

    document_name: str
    page: int
    line: int | None
    text: str
    paragraphs: tuple[str, ...]
    withheld: bool
    section: str | None

    @property
    def words(self) -> str:
        """What is exempt, and why, in short."""
        named = ", ".join(self.paragraphs)
        why = (
            f"paragraph{'s' * (len(self.paragraphs) > 1)} {named} of Schedule 12A" if named else "no paragraph is named"
        )
        return f"exempt: {why}{', not in this file' * self.withheld}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubtful:
    """What the source itself gets wrong, as printed (``text``), and how that shows."""

    document_name: str
    page: int
    line: int | None
    text: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmed:
    """Words (``text``) by which a meeting confirmed the minutes of its body's meeting of ``date``."""

    document_name: str
    page: int
    line: int | None
    text: str
    date: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """That ``paper`` belongs to the agenda item ``section``, and why."""

    section: SectionRow
    paper: PaperRow
    reason: str


class _Quoted(TypedDict):
    """Where words stand, and which they are."""

    document_name: str
    page: int
    line: int | None
    text: str


def _quoted(document: Document, span: Span) -> _Quoted:
    return {
        "document_name": document.name,
        "page": document.page(span.start),
        "line": document.line(span.start),
        "text": document.quote(span),
    }


def links_in(document: Document, span: Span) -> Iterator[Linked]:
    """The links within ``span``."""
    for each in document.hyperlinks:
        if span.contains(each.span):
            yield Linked(**_quoted(document, each.span), target=each.target)


def exempt_in(document: Document, span: Span) -> Iterator[Exempt]:
    """What is said within ``span`` to be kept from the public."""
    for each in document.exemptions:
        if span.contains(each.span):
            yield Exempt(
                **_quoted(document, each.span),
                paragraphs=each.paragraphs,
                withheld=each.withheld,
                section=each.section,
            )


def doubtful_in(document: Document, span: Span) -> Iterator[Doubtful]:
    """What is doubtful within ``span``."""
    for each in document.doubts:
        if span.contains(each.span):
            yield Doubtful(**_quoted(document, each.span), reason=each.reason)


def confirmed_at(document: Document, meeting: str) -> Iterator[Confirmed]:
    """The minutes that the meeting of that id confirmed."""
    for each in document.approvals:
        if each.meeting == meeting:
            yield Confirmed(**_quoted(document, each.span), date=each.date)


def ties(corpus: Corpus, document: Document) -> tuple[Tie, ...]:
    """Which papers of ``document`` belong to which items of its agendas."""
    if not document.item_papers:
        return ()
    papers = {row.id: row for row in corpus.papers(Filter(document=document.id))}
    sections = {row.id: row for paper in document.papers for row in corpus.sections(paper.id)}
    return tuple(
        Tie(section=sections[each.section], paper=papers[each.paper], reason=each.reason)
        for each in document.item_papers
        if each.paper in papers
    )
