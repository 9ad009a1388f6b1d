"""Actions: who is to do what by when, and how it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from corpus.document import Document
from corpus.findings import Action, Organisation
from corpus.spans import Span
from corpus.vocabulary import PaperKind
from extract.actioncolumns import owned_in_columns
from extract.actionlabels import LABEL, labelled_actions
from extract.actionlists import listed_actions
from extract.actionlogs import logged_actions
from extract.actionmargins import owned_in_margins
from extract.actionmerging import merged
from extract.actionresolutions import given_by_resolutions
from extract.actionstatus import standing_of, told_behind
from extract.duedates import date_meant, due_of
from extract.foundactions import FoundAction, Record
from extract.nextmeetings import NextMeetings
from extract.owners import Owners
from extract.paragraphs import folded
from extract.places import Places
from extract.regexes import labelled
from extract.rulebook import Rule
from extract.undertakings import LABELS, undertakings

_RECORDING = (PaperKind.MINUTES, PaperKind.ACTION_LOG, PaperKind.DECISION_NOTICE, PaperKind.OTHER, PaperKind.AGENDA)
_LOGGING = (*_RECORDING, PaperKind.REPORT, PaperKind.APPENDIX)


@Language.factory(
    "minuted_actions", assigns=["doc._.actions"], requires=["doc._.cues", "doc._.decisions", "doc._.organisations"]
)
class ActionFinder:
    """Sets ``doc._.actions``; an action told twice in one meeting is one, with the later places in ``also``."""

    def __init__(self, nlp: Language, name: str) -> None:
        self._rules = tuple(rule for label in (LABEL, *LABELS) for rule in labelled("actions", label))

    def __call__(self, doc: Doc) -> Doc:
        document: Document = doc._.document
        record = Record(
            document=document,
            paragraphs=doc._.paragraphs,
            decisions=doc._.decisions,
            owners=Owners(document, _abbreviations(doc._.organisations)),
            next_meetings=NextMeetings(document),
        )
        found = list(_apart(record, doc._.cues.tried(self._rules, doc._.paragraphs)))
        found.sort(key=lambda each: (each.span.start, each.span.end))
        places = Places(document)
        doc._.actions = tuple(merged(_action(record, places, each) for each in found))
        return doc


def _apart(record: Record, tried: Mapping[int, Sequence[Rule]]) -> Iterator[FoundAction]:
    """What all sources find, each but where one before it has found something already, or people are listed."""
    marked = bytearray(len(record.document.text))
    for each in record.document.attendance:
        _mark(marked, each.span)
    for logged in logged_actions(record):
        if record.kind(logged.row) in _LOGGING:
            _mark(marked, logged.row)
            yield logged.action
    sources = (
        given_by_resolutions(record),
        owned_in_columns(record),
        owned_in_margins(record),
        listed_actions(record),
        _told(record, tried),
    )
    for source in sources:
        for found in source:
            if record.kind(found.span) in _RECORDING and not any(marked[found.span.start : found.span.end]):
                _mark(marked, found.span)
                yield found


def _told(record: Record, tried: Mapping[int, Sequence[Rule]]) -> Iterator[FoundAction]:
    """What paragraphs tell by the rules ``tried`` on them: under a label, else in prose."""
    for index, book in tried.items():
        paragraph = record.paragraphs[index]
        kind = record.kind(paragraph.span)
        if kind not in _RECORDING:
            continue
        announced = list(labelled_actions(record, paragraph, book))
        yield from announced
        if not announced and kind is not PaperKind.AGENDA and not paragraph.is_heading:
            yield from undertakings(record, paragraph.body, [rule for rule in book if rule.label != LABEL])


def _abbreviations(organisations: Iterable[Organisation]) -> frozenset[str]:
    return frozenset(form for each in organisations for form in (each.name, *each.aliases) if form.isupper())


def _mark(marked: bytearray, span: Span) -> None:
    marked[span.start : span.end] = b"\x01" * len(span)


def _action(record: Record, places: Places, found: FoundAction) -> Action:
    document = record.document
    text = folded(document.quote(found.span))
    meeting = document.meeting_at(found.span.start)
    paper = document.paper_at(found.span.start)
    date = (meeting.date if meeting else None) or (paper.date if paper else None)
    again = record.next_meetings.after(meeting)
    due, due_date = (found.due, date_meant(found.due, date, again)) if found.due else due_of(text, date, again)
    owner = found.owner.strip(" ,.") if found.owner else None
    section = document.section_at(found.span.start)
    standing = standing_of(found.status or told_behind(text), progress=found.progress)
    return Action(
        id=places.finding_id("a", found.span.start),
        text=text,
        reference=found.reference,
        owner=owner,
        owner_name=record.owners.full_name(meeting, owner),
        due=due,
        due_date=due_date,
        status=standing.status,
        status_note=standing.note,
        explicit=found.explicit,
        section=section.id if section else None,
        meeting=meeting.id if meeting else None,
        span=found.span,
        rule=found.rule,
    )
