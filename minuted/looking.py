"""One thing of the corpus with all that belongs to it, as `minuted show` gives it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.document import Field, PageStamp, page_stamps
from corpus.filters import Filter
from corpus.rows import (
    ActionRow,
    AttendanceRow,
    DecisionRow,
    DocumentRow,
    MeetingRow,
    OrganisationRow,
    PageReadRow,
    PaperRow,
    PersonRow,
    RecommendationRow,
    SectionRow,
    Shown,
    ShownKind,
)
from corpus.spans import Span
from corpus.store import Corpus


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """Words of the thing that is shown, and the address that the file links them to."""

    document_name: str
    page: int
    line: int | None
    text: str
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """The thing itself, where its file is, and its parts: those that a thing of its kind does not have are empty.

    ``page_reads`` tells which of the pages that it stands on were not read from a sound text layer.
    """

    shown: Shown
    location: str | None = None
    page_reads: tuple[PageReadRow, ...] = ()
    papers: tuple[PaperRow, ...] = ()
    fields: tuple[Field, ...] = ()
    sections: tuple[SectionRow, ...] = ()
    meetings: tuple[MeetingRow, ...] = ()
    attendance: tuple[AttendanceRow, ...] = ()
    recommendations: tuple[RecommendationRow, ...] = ()
    decisions: tuple[DecisionRow, ...] = ()
    actions: tuple[ActionRow, ...] = ()
    hyperlinks: tuple[Linked, ...] = ()
    pages: tuple[PageStamp, ...] = ()


def look_up(folder: Path, wanted: str) -> Detail:
    """What has the id ``wanted``; raises ``CorpusError`` and ``UnknownIdError``."""
    with Corpus.open(folder) as corpus:
        shown = corpus.show(wanted)
        return _with_page_facts(corpus, _detail(corpus, shown))


def _detail(corpus: Corpus, shown: Shown) -> Detail:
    match shown.kind:
        case ShownKind.DOCUMENT:
            location = shown.row.location if isinstance(shown.row, DocumentRow) else None
            return Detail(shown=shown, location=location, papers=corpus.papers(Filter(document=shown.row.id)))
        case ShownKind.PAPER:
            return _paper(corpus, shown)
        case ShownKind.MEETING:
            return _meeting(corpus, shown)
        case _:
            return Detail(shown=shown, location=_location(corpus, shown.evidence[0].document))


def _with_page_facts(corpus: Corpus, detail: Detail) -> Detail:
    """``detail`` with the links in its words and the stamps of its pages; how these were read."""
    row = detail.shown.row
    if isinstance(row, PersonRow | OrganisationRow):
        return replace(detail, page_reads=tuple(_page_reads(corpus, detail.shown)))
    document = corpus.document(row.id if isinstance(row, DocumentRow) else row.document)
    if document is None:
        return detail
    whole = Span(0, len(document.text)) if isinstance(row, DocumentRow) else Span(row.start, row.end)
    pages = range(document.page(whole.start), document.page(max(whole.start, whole.end - 1)) + 1)
    return replace(
        detail,
        hyperlinks=tuple(
            Linked(
                document_name=document.name,
                page=document.page(link.span.start),
                line=document.line(link.span.start),
                text=document.quote(link.span),
                target=link.target,
            )
            for link in document.hyperlinks
            if whole.contains(link.span)
        ),
        page_reads=tuple(read for read in corpus.page_reads(document.id) if read.page in pages),
        pages=tuple(stamp for stamp in page_stamps(document.furniture) if stamp.page in pages),
    )


def _page_reads(corpus: Corpus, shown: Shown) -> Iterator[PageReadRow]:
    """Of the pages that a person or organisation is named on, those that were not read in the ordinary way."""
    for name in dict.fromkeys(evidence.document for evidence in shown.evidence):
        pages = {evidence.page for evidence in shown.evidence if evidence.document == name}
        yield from (read for read in corpus.page_reads(name) if read.page in pages)


def _paper(corpus: Corpus, shown: Shown) -> Detail:
    row = shown.row
    assert isinstance(row, PaperRow), "a paper is shown by its row"
    of_paper = Filter(paper=row.id)
    document = corpus.document(row.document)
    papers = document.papers if document else ()
    return Detail(
        shown=shown,
        location=_location(corpus, row.document),
        fields=next((paper.fields for paper in papers if paper.id == row.id), ()),
        sections=corpus.sections(row.id),
        meetings=corpus.meetings(of_paper),
        recommendations=corpus.recommendations(of_paper),
        decisions=corpus.decisions(of_paper),
        actions=corpus.actions(of_paper),
    )


def _meeting(corpus: Corpus, shown: Shown) -> Detail:
    row = shown.row
    assert isinstance(row, MeetingRow), "a meeting is shown by its row"
    of_meeting = Filter(meeting=row.id)
    return Detail(
        shown=shown,
        location=_location(corpus, row.document),
        attendance=corpus.attendance(row.id),
        decisions=corpus.decisions(of_meeting),
        actions=corpus.actions(of_meeting),
    )


def _location(corpus: Corpus, document: str) -> str | None:
    rows = corpus.documents(Filter(document=document, limit=1))
    return rows[0].location if rows else None
