"""What of a document may be linked: its meetings, approvals of minutes, papers and items, each with its keys."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from corpus.dates import first_date
from corpus.document import Document, Paper, Section
from corpus.findings import Findings
from corpus.links.model import Keyed, Publisher, Thing, ThingKind
from corpus.vocabulary import FieldKey, PaperKind
from search.aligning.words import says_something, words_of
from search.linking.citations import minute_number
from search.linking.keys import KeyKind, day_keys, keys_in, reference_keys
from search.linking.lastminutes import confirmed_in
from search.linking.leads import leads_in
from search.linking.names import title_name
from search.linking.passages import actions, citations, corrections, delegations, named_passages, references, tellings
from search.linking.publishers import board_key
from search.linking.references import references_in
from search.linking.source import Source
from search.linking.standing import is_standing
from search.linking.titles import title_words

_NO_MATTER = frozenset({PaperKind.AGENDA, PaperKind.MEMBERSHIP, PaperKind.TERMS_OF_REFERENCE})
"""Papers that are of no matter of their own."""
_TITLED = frozenset({PaperKind.REPORT, PaperKind.PRESENTATION, PaperKind.DECISION_NOTICE, PaperKind.CALL_IN})
"""Papers whose titles name a matter."""
_ITEM_KINDS = {PaperKind.AGENDA: ThingKind.ITEM, PaperKind.MINUTES: ThingKind.MINUTE}
_REFERENCE_FIELDS = frozenset({FieldKey.REFERENCE, FieldKey.DECISION_REFERENCE})
_MINUTES_TITLE = re.compile(r"\bminutes\b", re.IGNORECASE)
_ROW, _OPENING = 500, 600
"""Characters of an item on an agenda, and of how a paper begins, by whose words the two are matched."""
_LONGEST_TITLE = 300
"""Characters: a heading that is longer is a paragraph."""


def things_of(document: Document, findings: Findings, publisher: Publisher) -> Iterator[Keyed]:
    """All of ``document`` that may be linked, in a fixed order."""
    source = Source(document, findings, publisher)
    yield from _meetings(source)
    yield from _approvals(source)
    yield from _approvals_without_day(source)
    yield from _papers(source)
    yield from _items(source)
    yield from _matters_within(source)
    yield from actions(source)
    yield from delegations(source)
    yield from citations(source)
    yield from references(source)
    yield from tellings(source)
    yield from corrections(source)
    yield from named_passages(source)


def _meetings(source: Source) -> Iterator[Keyed]:
    papers = {paper.id: paper for paper in source.document.papers}
    for meeting in source.document.meetings:
        paper = papers[meeting.paper]
        sitting = source.sitting(paper, meeting)
        thing = source.thing(meeting.id, ThingKind.MEETING, source.head(meeting.span), paper, sitting)
        keys = (*day_keys(sitting.date), *(_series(thing) if meeting.kind is PaperKind.MINUTES else ()))
        yield Keyed(thing=replace(thing, paper_kind=meeting.kind.value), keys=keys)


def _approvals(source: Source) -> Iterator[Keyed]:
    meetings = {meeting.id: meeting for meeting in source.document.meetings}
    for approval in source.document.approvals:
        meeting = meetings[approval.meeting]
        paper = source.document.paper_at(approval.span.start)
        sitting = source.sitting(paper, meeting)
        thing = source.thing(meeting.id, ThingKind.APPROVAL, approval.span, paper, sitting)
        yield Keyed(thing=replace(thing, about=approval.date), keys=day_keys(approval.date))


def _approvals_without_day(source: Source) -> Iterator[Keyed]:
    """Meetings that confirmed the minutes of the last one, as far as no day is told."""
    told = {approval.meeting for approval in source.document.approvals}
    for meeting in source.document.meetings:
        if meeting.kind is PaperKind.MINUTES and meeting.id not in told:
            span = confirmed_in(source.document.text, meeting.span)
            if span is not None:
                paper = source.document.paper_at(span.start)
                thing = source.thing(meeting.id, ThingKind.APPROVAL, span, paper, source.sitting(paper, meeting))
                yield Keyed(thing=thing, keys=_series(thing))


def _series(thing: Thing) -> tuple[str, ...]:
    """The key of all meetings of one body."""
    return keys_in(thing.family, KeyKind.SERIES, (board_key(thing),)) if thing.board else ()


def _papers(source: Source) -> Iterator[Keyed]:
    for paper in source.document.papers:
        if paper.kind in _NO_MATTER:
            continue
        fields = " ".join(field.value for field in paper.fields if field.key in _REFERENCE_FIELDS)
        bare = source.thing(paper.id, ThingKind.PAPER, source.titled(paper), paper, source.sitting(paper))
        opening = source.document.text[paper.span.start : min(paper.span.end, paper.span.start + _OPENING)]
        # A call-in says which decision it is of before it gives reasons.
        told = f"{paper.title} {fields} {opening if paper.kind is PaperKind.CALL_IN else ''}"
        thing = replace(bare, title=paper.title, references=references_in(told))
        titles = title_words(thing.title) if paper.kind in _TITLED else ()
        keys = (*reference_keys(thing.references), *keys_in(thing.family, KeyKind.TITLE, titles))
        if paper.kind in (*_TITLED, PaperKind.MINUTES):
            thing = replace(thing, words=telling(opening))
            keys = (*keys, source.pack)
        keys = (*keys, *_named(thing)) if paper.kind in _TITLED else keys
        yield Keyed(thing=thing, keys=(*day_keys(thing.date), *keys))


def _items(source: Source) -> Iterator[Keyed]:
    """The sections of agendas and minutes that have a heading; of standing ones only those that bring minutes."""
    papers = {paper.id: paper for paper in source.document.papers}
    ties: dict[str, list[str]] = defaultdict(list)
    for tie in source.document.item_papers:
        ties[tie.section].append(tie.paper)
    for section in source.document.sections:
        paper = papers[section.paper]
        kind = _ITEM_KINDS.get(paper.kind)
        if kind and section.heading and len(section.heading) <= _LONGEST_TITLE:
            yield from _item(source, section, paper, kind, ties)


def _item(
    source: Source, section: Section, paper: Paper, kind: ThingKind, ties: Mapping[str, list[str]]
) -> Iterator[Keyed]:
    heading = section.heading or ""
    standing = is_standing(heading)
    about = first_date(heading) if standing and _MINUTES_TITLE.search(heading) else None
    tied = tuple(ties.get(section.id, ()))
    brings_minutes = kind is ThingKind.ITEM and bool(_MINUTES_TITLE.search(heading))
    if standing and not (about or tied or brings_minutes):
        return
    sitting = source.sitting(paper, source.document.meeting_at(section.span.start))
    bare = source.thing(section.id, kind, source.head(section.span), paper, sitting)
    thing = replace(bare, number=section.number, about=about, ties=tied)
    if not standing:
        thing = replace(thing, title=heading, references=references_in(heading))
    own = sitting.date if not standing else None
    dates = {date for date in (own, about, *_dates_of(source, tied)) if date}
    titles = keys_in(thing.family, KeyKind.TITLE, title_words(thing.title))
    numbers = [minute_number(section.number)] if kind is ThingKind.MINUTE and section.number and not standing else []
    minutes = keys_in(thing.family, KeyKind.MINUTE, numbers)
    keys = (*day_keys(*sorted(dates)), *reference_keys(thing.references), *titles, *minutes, *_named(thing))
    if kind is ThingKind.ITEM:
        row = source.document.text[section.span.start : min(section.span.end, section.span.start + _ROW)]
        yield Keyed(thing=replace(thing, words=telling(row)), keys=(*keys, source.pack))
    else:
        yield Keyed(thing=thing, keys=keys)


def _matters_within(source: Source) -> Iterator[Keyed]:
    """Matters within items that have no heading of their own: they have the id of their item."""
    for paper, section, span in source.stretches():
        kind = _ITEM_KINDS.get(paper.kind)
        if kind is None:
            continue
        sitting = source.sitting(paper, source.document.meeting_at(section.span.start))
        for lead in leads_in(source.document, span, lines=kind is ThingKind.ITEM):
            bare = source.thing(section.id, kind, lead, paper, sitting)
            thing = replace(bare, title=" ".join(source.document.quote(lead).split()))
            titles = keys_in(thing.family, KeyKind.TITLE, title_words(thing.title))
            yield Keyed(thing=thing, keys=(*day_keys(thing.date), *titles))


def _named(thing: Thing) -> tuple[str, ...]:
    """The key by which passages find ``thing`` that name it by its title."""
    name = title_name(thing.title)
    return keys_in(thing.family, KeyKind.NAME, (name,)) if name else ()


def telling(text: str) -> tuple[str, ...]:
    """The words of ``text`` that tell something, each once."""
    return tuple(dict.fromkeys(word.key for word in words_of(text) if says_something(word)))


def _dates_of(source: Source, papers: tuple[str, ...]) -> Iterator[str | None]:
    """The days of ``papers``, by which an item meets the minutes that it brings."""
    return (paper.date for paper in source.document.papers if paper.id in papers)
