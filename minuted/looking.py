"""One thing of the corpus with all that belongs to it, as `minuted show` gives it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from corpus.alignment.model import Wording
from corpus.alignment.rows import AlignedRow, CheckRow
from corpus.decisionrows import DecisionRow
from corpus.document import Document, Field, PageStamp, page_stamps
from corpus.filters import Filter
from corpus.findingrows import ActionRow, DeclarationRow, MotionRow, RecommendationRow, ReportedDecisionRow
from corpus.links.rows import LinkRow
from corpus.registry.bodyrows import BodyProfile
from corpus.registry.rows import PersonProfile
from corpus.rows import (
    AttendanceRow,
    DocumentRow,
    MeetingRow,
    OrganisationRow,
    PageReadRow,
    PaperRow,
    PersonRow,
    SectionRow,
    Shown,
    UnresolvedRow,
)
from corpus.spans import Span
from corpus.store import Corpus
from minuted.debate import decided_despite, decisions_of, declared_in, motions_about
from minuted.naming import Alternatives, PageNamed, named, sections_of
from minuted.outline import Entry, outline, path_above
from minuted.pageview import PageView, page_view, pages_of
from minuted.remarks import (
    Confirmed,
    Doubtful,
    Exempt,
    Linked,
    Tie,
    confirmed_at,
    doubtful_in,
    exempt_in,
    links_in,
    ties,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """The thing itself, where its file is, and its parts: those that a thing of its kind does not have are empty.

    ``above`` are the sections that it stands in, the outermost first. ``last_page`` is the page it ends on.
    ``page_reads`` tells which of its pages were not read from a sound text layer. ``sections`` are those of a paper (of
    a document that holds one paper, that one's) and those below a section; ``outline`` is the tree of them. ``ties``
    tell which papers belong to which agenda items: to this item, of this paper, in this document. ``motions`` of a
    decision or a motion are its motion with all amendments, ``declarations`` of a decision those in its item.
    ``profile`` is what all documents tell of a person or a body. ``aligned`` tells what became of a recommendation, or
    which ones a decision resolved on, ``wordings`` how those changed; ``check`` how a reported decision stands against
    the minutes. ``links`` are those of the thing and, of a finding, of the item it stands in: of ``linked_by`` (ids).
    """

    shown: Shown
    location: str | None = None
    above: tuple[SectionRow, ...] = ()
    last_page: int | None = None
    page_reads: tuple[PageReadRow, ...] = ()
    papers: tuple[PaperRow, ...] = ()
    fields: tuple[Field, ...] = ()
    sections: tuple[SectionRow, ...] = ()
    outline: tuple[Entry, ...] = ()
    meetings: tuple[MeetingRow, ...] = ()
    attendance: tuple[AttendanceRow, ...] = ()
    recommendations: tuple[RecommendationRow, ...] = ()
    decisions: tuple[DecisionRow, ...] = ()
    actions: tuple[ActionRow, ...] = ()
    motions: tuple[MotionRow, ...] = ()
    declarations: tuple[DeclarationRow, ...] = ()
    hyperlinks: tuple[Linked, ...] = ()
    exempt: tuple[Exempt, ...] = ()
    doubtful: tuple[Doubtful, ...] = ()
    unresolved: tuple[UnresolvedRow, ...] = ()
    ties: tuple[Tie, ...] = ()
    confirmed: tuple[Confirmed, ...] = ()
    pages: tuple[PageStamp, ...] = ()
    profile: PersonProfile | BodyProfile | None = None
    aligned: tuple[AlignedRow, ...] = ()
    wordings: Mapping[str, tuple[Wording, ...]] = field(default_factory=dict)
    check: CheckRow | None = None
    links: tuple[LinkRow, ...] = ()
    linked_by: tuple[str, ...] = ()


Answer = tuple[Detail, ...] | Alternatives | PageView


def look_up(folder: Path, wanted: str, *, page: int | None = None, every: bool = False) -> Answer:
    """What ``wanted`` names in the corpus in ``folder``, or the ``page`` (1-based) of it.

    Where it names several things, they are told apart; where ``every`` is true, all of them are given. Raises
    ``CorpusError``, ``UnknownIdError``, ``UnknownNumberError`` and ``UnknownPageError``.
    """
    with Corpus.open(folder) as corpus:
        found = named(corpus, wanted)
        if isinstance(found, Alternatives):
            return tuple(_detail(corpus, corpus.show(row.id)) for row in found.rows) if every else found
        if page is not None:
            found = PageNamed(found.shown if isinstance(found, PageNamed) else found, page)
        return page_view(corpus, found) if isinstance(found, PageNamed) else (_detail(corpus, found),)


def details(folder: Path, ids: Iterable[str]) -> dict[str, Detail]:
    """By its id, each of these that the corpus in ``folder`` holds; raises ``CorpusError``."""
    with Corpus.open(folder) as corpus:
        found = ((wanted, corpus.find(wanted)) for wanted in ids)
        return {wanted: _detail(corpus, shown) for wanted, shown in found if shown is not None}


def _detail(corpus: Corpus, shown: Shown) -> Detail:
    row = shown.row
    if isinstance(row, PersonRow | OrganisationRow):
        return Detail(
            shown=shown,
            location=_location(corpus, shown.evidence[0].document),
            page_reads=tuple(_page_reads(corpus, shown)),
            profile=corpus.profile(row.id) if isinstance(row, PersonRow) else corpus.body_profile(row.id),
        )
    document = corpus.document(row.id if isinstance(row, DocumentRow) else row.document)
    assert document is not None, "what stands in a document is stored with it"
    detail = _with_sections(corpus, _with_parts(corpus, shown, document), document)
    return _with_page_facts(corpus, _with_links(corpus, detail, document), document)


def _with_links(corpus: Corpus, detail: Detail, document: Document) -> Detail:
    """``detail`` with its links: of a document that holds one paper, that one's; of a finding, its item's too."""
    row = detail.shown.row
    ids = [row.id]
    if isinstance(row, DocumentRow):
        ids = [paper.id for paper in document.papers] if len(document.papers) == 1 else []
    elif isinstance(row, DecisionRow | MotionRow | ActionRow) and row.section:
        ids.append(row.section)
    links = corpus.links_of(*ids) if ids else ()
    return replace(detail, links=links, linked_by=tuple(ids))


def _with_parts(corpus: Corpus, shown: Shown, document: Document) -> Detail:
    """What lists know of a thing that stands in ``document``."""
    location = _location(corpus, document.id)
    match shown.row:
        case DocumentRow() as row:
            return Detail(shown=shown, location=location, papers=_papers(corpus, row))
        case PaperRow() as row:
            of_paper = Filter(paper=row.id)
            return Detail(
                shown=shown,
                location=location,
                fields=next((paper.fields for paper in document.papers if paper.id == row.id), ()),
                attendance=tuple(_members(document, row)),
                meetings=corpus.meetings(of_paper),
                recommendations=corpus.recommendations(of_paper),
                decisions=corpus.decisions(of_paper),
                actions=corpus.actions(of_paper),
                motions=corpus.motions(of_paper),
                declarations=corpus.declarations(of_paper),
            )
        case MeetingRow() as row:
            of_meeting = Filter(meeting=row.id)
            return Detail(
                shown=shown,
                location=location,
                attendance=corpus.attendance(row.id),
                confirmed=tuple(confirmed_at(document, row.id)),
                decisions=corpus.decisions(of_meeting),
                actions=corpus.actions(of_meeting),
                motions=corpus.motions(of_meeting),
                declarations=corpus.declarations(of_meeting),
            )
        case DecisionRow() as row:
            declared = declared_in(corpus, row)
            found = Detail(shown=shown, location=location, motions=motions_about(corpus, row), declarations=declared)
            return _with_fates(corpus, found, *corpus.recommended(row.id))
        case MotionRow() as row:
            return Detail(
                shown=shown,
                location=location,
                motions=motions_about(corpus, row),
                decisions=decisions_of(corpus, row),
            )
        case DeclarationRow() as row:
            return Detail(shown=shown, location=location, decisions=decided_despite(corpus, row))
        case RecommendationRow() as row:
            return _with_fates(corpus, Detail(shown=shown, location=location), corpus.fate_of(row.id))
        case ReportedDecisionRow() as row:
            return Detail(shown=shown, location=location, check=corpus.check_of(row.id))
        case _:
            return Detail(shown=shown, location=location)


def _with_fates(corpus: Corpus, detail: Detail, *rows: AlignedRow | None) -> Detail:
    """``detail`` with what became of recommendations, those left out that were not compared yet."""
    known = tuple(row for row in rows if row is not None)
    return replace(detail, aligned=known, wordings=corpus.wordings(row.id for row in known))


def _members(document: Document, row: PaperRow) -> Iterator[AttendanceRow]:
    """The people of a membership list, which tells of no meeting."""
    for each in document.attendance:
        if each.meeting is None and row.start <= each.span.start < row.end:
            yield AttendanceRow(
                document=document.id,
                document_name=document.name,
                page=document.page(each.span.start),
                line=document.line(each.span.start),
                start=each.span.start,
                end=each.span.end,
                quote=document.quote(each.span),
                meeting=None,
                name=each.name,
                status=each.status.value,
                title=each.title,
                initials=each.initials,
                role=each.role,
                affiliation=each.organisation,
                note=each.note,
                substitutes_for=each.substitutes_for,
                part=each.part,
            )


def _papers(corpus: Corpus, row: DocumentRow) -> tuple[PaperRow, ...]:
    """The papers of a document, in the order of the text."""
    return tuple(sorted(corpus.papers(Filter(document=row.id)), key=lambda paper: paper.start))


def _with_sections(corpus: Corpus, detail: Detail, document: Document) -> Detail:
    """``detail`` with the sections that it stands in and those that it holds."""
    row = detail.shown.row
    match row:
        case DocumentRow() if len(document.papers) > 1:
            return detail
        case DocumentRow() | PaperRow() | SectionRow():
            sections = sections_of(corpus, row)
            by_id = {each.id: each for each in corpus.sections(row.paper)} if isinstance(row, SectionRow) else {}
            above = path_above(row, by_id) if isinstance(row, SectionRow) else ()
            return replace(detail, sections=sections, outline=outline(sections, document), above=above)
        case PersonRow() | OrganisationRow() | MeetingRow():
            return detail
        case _:
            by_id = {each.id: each for each in corpus.sections(row.paper or "")}
            own = by_id.get(row.section or "")
            return replace(detail, above=(*path_above(own, by_id), own)) if own else detail


def _with_page_facts(corpus: Corpus, detail: Detail, document: Document) -> Detail:
    """``detail`` with what its document tells of its words and of its pages."""
    row = detail.shown.row
    if isinstance(row, PersonRow | OrganisationRow):
        return detail
    whole = Span(0, len(document.text)) if isinstance(row, DocumentRow) else Span(row.start, row.end)
    pages = pages_of(document, row)
    return replace(
        detail,
        last_page=pages[-1],
        hyperlinks=tuple(links_in(document, whole)),
        exempt=tuple(exempt_in(document, whole)),
        doubtful=tuple(doubtful_in(document, whole)),
        unresolved=tuple(_unresolved(corpus, document, whole)),
        ties=tuple(each for each in ties(corpus, document) if row.id in (document.id, each.paper.id, each.section.id)),
        page_reads=tuple(read for read in corpus.page_reads(document.id) if read.page in pages),
        pages=tuple(stamp for stamp in page_stamps(document.furniture) if stamp.page in pages),
    )


def _unresolved(corpus: Corpus, document: Document, span: Span) -> Iterator[UnresolvedRow]:
    """The names and initials within ``span`` that are linked to nobody, in the order of the text."""
    rows = corpus.unresolved(Filter(document=document.id))
    yield from sorted((row for row in rows if span.start <= row.start < span.end), key=lambda row: row.start)


def _page_reads(corpus: Corpus, shown: Shown) -> Iterator[PageReadRow]:
    """Of the pages that a person or organisation is named on, those that were not read in the ordinary way."""
    for name in dict.fromkeys(evidence.document for evidence in shown.evidence):
        pages = {evidence.page for evidence in shown.evidence if evidence.document == name}
        yield from (read for read in corpus.page_reads(name) if read.page in pages)


def _location(corpus: Corpus, document: str) -> str | None:
    rows = corpus.documents(Filter(document=document, limit=1))
    return rows[0].location if rows else None
