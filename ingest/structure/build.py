"""A reading becomes a document: text, papers, sections, meetings, attendance, ids."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from corpus.dates import doubtful_dates
from corpus.document import (
    AnnouncedMeeting,
    Attendance,
    Document,
    DocumentId,
    Doubt,
    Meeting,
    MeetingId,
    MinutesApproval,
    Paper,
    PaperId,
    Section,
    SectionId,
    place_at,
)
from corpus.slugs import slug
from corpus.spans import Span
from corpus.vocabulary import MEETING_KINDS, PaperKind
from ingest.assemble import Assembled, assemble
from ingest.layout import Reading
from ingest.ocrwords import place_words
from ingest.structure.announcements import find_announced
from ingest.structure.approvals import find_approvals
from ingest.structure.attendance import attendance_of, membership_list
from ingest.structure.attendees import Attendee
from ingest.structure.cancellations import find_called_off
from ingest.structure.exemptions import find_exemptions
from ingest.structure.itempapers import tie_items
from ingest.structure.pageborders import page_borders, page_facts, page_tops
from ingest.structure.papers import PaperDraft, split_papers
from ingest.structure.sections import find_sections
from ingest.structure.sitepages import decided_at_meeting
from ingest.structure.sittings import quorum
from ingest.structure.units import Unit, units

_DIGEST = 6  # hex digits of the content's hash that keep two papers of one meeting apart


def build_document(reading: Reading, *, name: str, sha256: str) -> Document:
    """Find the structure of ``reading``; ``name`` is the file's name, ``sha256`` the hex digest of its bytes."""
    assembled = assemble(reading.pieces, reading.pages)
    parts = units(assembled.text, assembled.blocks)
    pages = page_facts(assembled.page_starts, reading.furniture, reading.bookmarks)
    tops = page_tops(parts, pages) if len(pages.starts) > 1 else ()
    drafts = split_papers(parts, assembled.text, reading.title, page_borders(parts, pages), tops)
    organisation = _publisher(drafts)
    document_id = _document_id(drafts, name, sha256)
    builder = _Builder(document_id, assembled, parts, organisation)
    papers = tuple(builder.paper(number, draft) for number, draft in enumerate(drafts, 1))
    held = _held(builder, drafts, papers)
    people = sorted((line.span for line in held.attendance), key=lambda span: span.start)
    sections_at: Counter[str] = Counter()
    by_paper = [
        builder.sections(draft, paper, sections_at, people) for draft, paper in zip(drafts, papers, strict=True)
    ]
    sections = tuple(chain.from_iterable(by_paper))
    return Document(
        id=document_id,
        name=name,
        sha256=sha256,
        media_type=reading.media_type,
        text=assembled.text,
        page_starts=assembled.page_starts,
        source_lines=assembled.source_lines,
        blocks=assembled.blocks,
        papers=papers,
        sections=sections,
        meetings=held.meetings,
        attendance=held.attendance,
        page_reads=place_words(reading.page_notes, assembled.text, assembled.page_starts),
        hyperlinks=assembled.hyperlinks,
        furniture=reading.furniture,
        approvals=held.approvals,
        announced=tuple(
            announced
            for draft, paper in zip(drafts, papers, strict=True)
            for announced in builder.announced(draft, paper)
        ),
        item_papers=tie_items(
            assembled.text,
            papers,
            sections,
            {paper.id: draft.item for draft, paper in zip(drafts, papers, strict=True) if draft.item},
            pages,
        ),
        exemptions=tuple(
            exemption
            for draft, own in zip(drafts, by_paper, strict=True)
            for exemption in find_exemptions(builder.own(draft), own, whole_paper=len(drafts) > 1)
        ),
        doubts=tuple(Doubt(Span(doubt.start, doubt.end), doubt.reason) for doubt in doubtful_dates(assembled.text)),
    )


def _publisher(drafts: Sequence[PaperDraft]) -> str | None:
    """The council or NHS body that most papers of the document name."""
    named = Counter(draft.block.organisation for draft in drafts if draft.block.organisation)
    return named.most_common(1)[0][0] if named else None


def _document_id(drafts: Sequence[PaperDraft], name: str, sha256: str) -> DocumentId:
    """Body, date and kind of the first paper that tells them, and the start of the content's hash."""
    told = next((draft for draft in drafts if draft.body), drafts[0] if drafts else None)
    digest = sha256[:_DIGEST]
    if told is None:
        return DocumentId(f"{slug(name.rsplit('.', 1)[0]) or 'paper'}-{digest}")
    organisation, body = told.block.organisation, told.body
    named = (
        f"{organisation} {body}" if organisation and body and slug(organisation) != slug(body) else body or told.title
    )
    parts = [slug(named) or "paper", told.date or "undated", told.kind.value.replace("_", "-"), digest]
    return DocumentId("-".join(parts))


@dataclass(frozen=True, slots=True)
class _Builder:
    """What all parts of one document are made with."""

    document: DocumentId
    assembled: Assembled
    parts: Sequence[Unit]
    organisation: str | None

    def own(self, draft: PaperDraft) -> Sequence[Unit]:
        """The units of one paper."""
        return self.parts[draft.first : draft.after]

    def paper(self, number: int, draft: PaperDraft) -> Paper:
        return Paper(
            id=PaperId(f"{self.document}/p{number}"),
            kind=draft.kind,
            title=draft.title,
            span=self._span(draft),
            body=draft.body,
            organisation=draft.block.organisation or self.organisation,
            date=draft.date,
            fields=draft.fields,
        )

    def meeting(self, number: int, draft: PaperDraft, paper: Paper) -> Meeting:
        return Meeting(
            id=MeetingId(f"{self.document}/m{number}"),
            paper=paper.id,
            # A site's page of a decision records what its meeting decided, as minutes do.
            kind=draft.kind if draft.kind in MEETING_KINDS else PaperKind.MINUTES,
            span=paper.span,
            body=draft.body,
            organisation=paper.organisation,
            date=draft.date,
            status=draft.block.status,
            time=draft.block.time,
            place=draft.block.place,
            quorate=self._quorate(draft),
        )

    def _quorate(self, draft: PaperDraft) -> bool | None:
        return quorum(unit.text for unit in self.own(draft)) if draft.kind is PaperKind.MINUTES else None

    def attendance(self, draft: PaperDraft, meeting: Meeting) -> Iterator[Attendance]:
        for attendee in attendance_of(self.own(draft), draft.kind):
            yield _attendance(attendee, meeting.id)

    def membership(self, draft: PaperDraft) -> Iterator[Attendance]:
        for attendee in membership_list(self.own(draft)):
            yield _attendance(attendee, None)

    def announced(self, draft: PaperDraft, paper: Paper) -> Iterator[AnnouncedMeeting]:
        own = self.own(draft)
        yield from find_announced(own, paper.id, paper.date)
        yield from find_called_off(own, paper.id, paper.date)

    def sections(
        self, draft: PaperDraft, paper: Paper, seen: Counter[str], people: Sequence[Span]
    ) -> tuple[Section, ...]:
        """The sections of one paper; ``seen`` counts those of each place, for two papers may share a page.

        ``people`` are the entries of attendance lists, in order: a name that is set bold in one is no heading.
        """
        own = self.own(draft)
        items = _marked_items(own, self.assembled.items)
        drafts = find_sections(own, draft.kind, draft.opening_end - draft.first, items)
        ends = {own[first].span.start: own[after - 1].span.end for first, after in items.items()}
        open_at: list[int] = []
        found: list[Section] = []
        for section in drafts:
            start = own[section.index].span.start
            if section.number is None and _holds(people, start):
                continue
            while open_at and found[open_at[-1]].level >= section.level:
                closed = open_at.pop()
                found[closed] = replace(found[closed], span=Span(found[closed].span.start, start - 1))
            place = place_at(self.assembled.page_starts, self.assembled.source_lines, start)
            seen[place] += 1
            found.append(
                Section(
                    id=SectionId(f"{self.document}/s{place}.{seen[place]}"),
                    paper=paper.id,
                    number=section.number,
                    heading=" ".join(section.heading.split()) if section.heading else None,
                    level=section.level,
                    parent=found[open_at[-1]].id if open_at else None,
                    span=Span(start, paper.span.end),
                )
            )
            open_at.append(len(found) - 1)
        return tuple(_ended_with_items(found, ends))

    def _span(self, draft: PaperDraft) -> Span:
        start = 0 if draft.first == 0 else self.parts[draft.first].span.start
        last = draft.after >= len(self.parts)
        return Span(start, len(self.assembled.text) if last else self.parts[draft.after].span.start - 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """The meetings that the papers of a document tell of, who was there, and which minutes they confirmed."""

    meetings: tuple[Meeting, ...]
    attendance: tuple[Attendance, ...]
    approvals: tuple[MinutesApproval, ...]


def _held(builder: _Builder, drafts: Sequence[PaperDraft], papers: Sequence[Paper]) -> _Held:
    """What each paper that is of a meeting tells of it; a list of members tells who belongs to the body."""
    meetings: list[Meeting] = []
    attendance: list[Attendance] = []
    approvals: list[MinutesApproval] = []
    for draft, paper in zip(drafts, papers, strict=True):
        own = builder.own(draft)
        if draft.kind in MEETING_KINDS or decided_at_meeting(own):
            meeting = builder.meeting(len(meetings) + 1, draft, paper)
            meetings.append(meeting)
            attendance.extend(builder.attendance(draft, meeting))
            if meeting.kind is PaperKind.MINUTES:
                approvals.extend(find_approvals(own, meeting.id, meeting.date))
        elif draft.kind is PaperKind.MEMBERSHIP:
            attendance.extend(builder.membership(draft))
    return _Held(meetings=tuple(meetings), attendance=tuple(attendance), approvals=tuple(approvals))


def _holds(spans: Sequence[Span], offset: int) -> bool:
    """Whether one of ``spans``, which are in order and apart, holds character ``offset``."""
    at = bisect_right(spans, offset, key=lambda span: span.start)
    return at > 0 and offset < spans[at - 1].end


def _marked_items(own: Sequence[Unit], items: Sequence[Span]) -> dict[int, int]:
    """The items that lie in one paper, as position of their first unit and of the unit after their last."""
    starts = [unit.span.start for unit in own]
    found: dict[int, int] = {}
    # They are in order and don't overlap.
    begin = bisect_left(items, starts[0], key=lambda item: item.end)
    end = bisect_right(items, starts[-1], key=lambda item: item.start)
    for item in items[begin:end]:
        first, after = bisect_left(starts, item.start), bisect_left(starts, item.end)
        if first < after:
            found[first] = after
    return found


def _ended_with_items(sections: Sequence[Section], ends: Mapping[int, int]) -> Iterator[Section]:
    """``sections`` cut where the marked item that they stand in ends; ``ends`` tells that by the item's start."""
    end = 0
    for section in sections:
        end = ends.get(section.span.start, end)
        inside = section.span.start < end < section.span.end
        yield replace(section, span=Span(section.span.start, end)) if inside else section


def _attendance(attendee: Attendee, meeting: MeetingId | None) -> Attendance:
    person = attendee.person
    return Attendance(
        meeting=meeting,
        name=person.name,
        title=person.title,
        initials=person.initials,
        role=person.role,
        organisation=person.organisation,
        status=attendee.status,
        span=attendee.span,
        note=person.note,
        substitutes_for=person.substitutes_for,
        part=person.part,
    )
