"""Actions: who is to do what by when, and how it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from corpus.document import Document
from corpus.findings import Action
from corpus.spans import Span
from corpus.vocabulary import PaperKind
from extract.actioncolumns import owned_in_columns
from extract.actionlabels import labelled_actions
from extract.actionlogs import logged_actions
from extract.actionmerging import merged
from extract.actionresolutions import given_by_resolutions
from extract.actionstatus import status_of
from extract.duedates import date_meant, due_of
from extract.foundactions import FoundAction
from extract.owners import owner_name
from extract.paragraphs import Paragraph, folded
from extract.places import Places
from extract.regexes import labelled
from extract.rulebook import Rule
from extract.undertakings import undertakings

_RECORDING = (PaperKind.MINUTES, PaperKind.ACTION_LOG, PaperKind.DECISION_NOTICE, PaperKind.OTHER, PaperKind.AGENDA)
_LOGGING = (*_RECORDING, PaperKind.REPORT, PaperKind.APPENDIX)


@Language.factory("minuted_actions", assigns=["doc._.actions"], requires=["doc._.cues", "doc._.decisions"])
class ActionFinder:
    """Sets ``doc._.actions``; an action told twice in one meeting is one, with the later places in ``also``."""

    def __init__(self, nlp: Language, name: str) -> None:
        self._told = tuple(rule for label in ("explicit", "owner-to", "soft") for rule in labelled("actions", label))

    def __call__(self, doc: Doc) -> Doc:
        document: Document = doc._.document
        found = [
            *_of_papers(document, logged_actions(document), _LOGGING),
            *owned_in_columns(doc._.paragraphs, doc._.decisions),
            *given_by_resolutions(document, doc._.decisions),
        ]
        taken = [each.span for each in found]
        found.extend(_told(document, doc._.paragraphs, doc._.cues.tried(self._told, doc._.paragraphs), taken))
        found.sort(key=lambda each: (each.span.start, each.span.end))
        places = Places(document)
        doc._.actions = tuple(merged(_action(document, places, each) for each in found))
        return doc


def _of_papers(document: Document, found: Iterable[FoundAction], kinds: Sequence[PaperKind]) -> Iterator[FoundAction]:
    """Those of ``found`` that stand in a paper of ``kinds``."""
    for each in found:
        paper = document.paper_at(each.span.start)
        if paper is not None and paper.kind in kinds:
            yield each


def _told(
    document: Document,
    paragraphs: Sequence[Paragraph],
    tried: Mapping[int, Sequence[Rule]],
    taken: Iterable[Span],
) -> Iterator[FoundAction]:
    """What paragraphs tell by the rules ``tried`` on them, but for those in which an action of ``taken`` stands."""
    marked = _marked(taken, len(document.text))
    for index, book in tried.items():
        paragraph = paragraphs[index]
        paper = document.paper_at(paragraph.span.start)
        if paper is None or paper.kind not in _RECORDING or paragraph.is_heading:
            continue
        if any(marked[paragraph.span.start : paragraph.span.end]):
            continue
        announced = list(labelled_actions(document, paragraphs, paragraph, book))
        yield from announced
        if not announced and paper.kind is not PaperKind.AGENDA:
            yield from undertakings(document, paragraph, book)


def _marked(spans: Iterable[Span], length: int) -> bytearray:
    """One byte a character of a text of ``length``: 1 where one of ``spans`` holds it."""
    marked = bytearray(length)
    for span in spans:
        marked[span.start : span.end] = b"\x01" * len(span)
    return marked


def _action(document: Document, places: Places, found: FoundAction) -> Action:
    text = folded(document.quote(found.span))
    meeting = document.meeting_at(found.span.start)
    paper = document.paper_at(found.span.start)
    date = (meeting.date if meeting else None) or (paper.date if paper else None)
    due, due_date = (found.due, date_meant(found.due, date)) if found.due else due_of(text, date)
    owner = found.owner.strip(" ,.") if found.owner else None
    section = document.section_at(found.span.start)
    return Action(
        id=places.finding_id("a", found.span.start),
        text=text,
        reference=found.reference,
        owner=owner,
        owner_name=owner_name(document, meeting, owner),
        due=due,
        due_date=due_date,
        status=status_of(found.status),
        explicit=found.explicit,
        section=section.id if section else None,
        meeting=meeting.id if meeting else None,
        span=found.span,
        rule=found.rule,
    )
