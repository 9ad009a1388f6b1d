"""Actions: who is to do what, from labels, logs, right-hand columns and undertakings in prose."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc

from corpus.document import Document, MeetingId
from corpus.findings import Action, Decision, RuleId
from corpus.spans import Span, trimmed
from corpus.vocabulary import ActionStatus, PaperKind
from extract.actioncolumns import owned_in_columns
from extract.actionlogs import logged_actions
from extract.duedates import date_meant, due_of
from extract.owners import owner_name
from extract.paragraphs import Paragraph, folded, sentences
from extract.places import Places
from extract.regexes import labelled, searches
from extract.rulebook import Rule

_RECORDING = (PaperKind.MINUTES, PaperKind.ACTION_LOG, PaperKind.DECISION_NOTICE, PaperKind.OTHER, PaperKind.AGENDA)
_LOG_RULE = RuleId("actions.log-row")
_COLUMN_RULE = RuleId("actions.action-column")
_OWNER_ONLY = 6  # words; an action label with no more names its owner, and the action stands before it
_SAME = 0.75  # share of words in common at which two actions of one meeting are one
_COMPARED = 1000  # actions told last in a meeting, with which a further one is compared; no list of actions is longer
_OWNER_TO = re.compile(r"^(?P<owner>[^.:;]{2,60}?)\s+(?:to|will|would|agreed to)\s+(?=[a-z])")
_NO_ACTION = re.compile(r"^(?:none|nil|no (?:new |further )?actions?|n/a)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """An action before it has an id: its span, and what its own words and cells say."""

    span: Span
    rule: RuleId
    explicit: bool
    owner: str | None = None
    reference: str | None = None
    due: str | None = None
    status: str | None = None


@Language.factory("minuted_actions", assigns=["doc._.actions"], requires=["doc._.cues", "doc._.decisions"])
class ActionFinder:
    """Sets ``doc._.actions``; an action told twice in one meeting is one, with the later places in ``also``."""

    def __init__(self, nlp: Language, name: str) -> None:
        self._labels = labelled("actions", "explicit")
        self._told = (*self._labels, *labelled("actions", "owner-to"), *labelled("actions", "soft"))
        self._resolutions = labelled("actions", "resolution")
        self._statuses = labelled("actions", "status")

    def __call__(self, doc: Doc) -> Doc:
        document: Document = doc._.document
        found = [
            *_of_logs(document),
            *_of_columns(doc._.paragraphs, doc._.decisions),
            *self._of_resolutions(document, doc._.decisions),
        ]
        taken = [each.span for each in found]
        tried = doc._.cues.tried(self._told, doc._.paragraphs)
        found.extend(self._of_paragraphs(document, doc._.paragraphs, tried, taken))
        found.sort(key=lambda each: (each.span.start, each.span.end))
        places = Places(document)
        doc._.actions = tuple(_merged(self._action(document, places, each) for each in found))
        return doc

    def _of_resolutions(self, document: Document, decisions: Sequence[Decision]) -> Iterator[_Found]:
        """What a resolution itself gives somebody to do: "that the Clerk should write to the school"."""
        for decision in decisions:
            said = document.quote(decision.span)
            for rule in self._resolutions:
                for match in rule.regex.finditer(said) if rule.regex and decision.explicit else ():
                    span = trimmed(document.text, _moved(match.span(), decision.span.start))
                    yield _Found(span=span, rule=rule.id, explicit=True, owner=match.groupdict().get("owner"))

    def _of_paragraphs(
        self,
        document: Document,
        paragraphs: Sequence[Paragraph],
        tried: Mapping[int, Sequence[Rule]],
        taken: Iterable[Span],
    ) -> Iterator[_Found]:
        marked = _marked(taken, len(document.text))
        for index, book in tried.items():
            paragraph = paragraphs[index]
            paper = document.paper_at(paragraph.span.start)
            if paper is None or paper.kind not in _RECORDING or paragraph.is_heading:
                continue
            if any(marked[paragraph.span.start : paragraph.span.end]):
                continue
            explicit = list(self._labelled(document, paragraphs, paragraph, book))
            yield from explicit
            if not explicit and paper.kind is not PaperKind.AGENDA:
                yield from _undertakings(document, paragraph, book)

    def _labelled(
        self, document: Document, paragraphs: Sequence[Paragraph], paragraph: Paragraph, book: Sequence[Rule]
    ) -> Iterator[_Found]:
        for rule in book:
            if rule.label != "explicit":
                continue
            for match in rule.regex.finditer(paragraph.text) if rule.regex else ():
                span = trimmed(document.text, _moved(match.span("text"), paragraph.span.start))
                said = document.quote(span)
                if not said or _NO_ACTION.match(said) or (said[0].islower() and not _OWNER_TO.match(said)):
                    continue
                groups = match.groupdict()
                if len(said.split()) <= _OWNER_ONLY and not _OWNER_TO.match(said):
                    before = _sentence_before(document, paragraphs, paragraph, match.start())
                    if before is not None:
                        yield _Found(
                            span=before,
                            rule=rule.id,
                            explicit=True,
                            owner=said.rstrip("."),
                            reference=groups.get("ref"),
                        )
                    continue
                first, *after = sentences(document.text, span)
                status = " ".join(document.quote(sentence) for sentence in after) or self._next_text(
                    paragraphs, paragraph
                )
                owner = _OWNER_TO.match(said)
                yield _Found(
                    span=first,
                    rule=rule.id,
                    explicit=True,
                    owner=owner["owner"] if owner else None,
                    reference=groups.get("ref"),
                    status=status,
                )

    def _next_text(self, paragraphs: Sequence[Paragraph], paragraph: Paragraph) -> str | None:
        """The paragraph after a labelled action, unless it is another one: where its status is told."""
        following = paragraphs[paragraph.index + 1] if paragraph.index + 1 < len(paragraphs) else None
        if following is None or any(rule.regex and rule.regex.match(following.text) for rule in self._labels):
            return None
        return following.text

    def _action(self, document: Document, places: Places, found: _Found) -> Action:
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
            status=_status(self._statuses, found.status),
            explicit=found.explicit,
            section=section.id if section else None,
            meeting=meeting.id if meeting else None,
            span=found.span,
            rule=found.rule,
        )


def _of_columns(paragraphs: Sequence[Paragraph], decisions: Sequence[Decision]) -> Iterator[_Found]:
    for owned in owned_in_columns(paragraphs, decisions):
        yield _Found(span=owned.span, rule=_COLUMN_RULE, explicit=True, owner=owned.owner)


def _undertakings(document: Document, paragraph: Paragraph, book: Sequence[Rule]) -> Iterator[_Found]:
    """What the rules for prose find: somebody "to" do something, then softer undertakings where none overlaps."""
    ends = -1
    for rule in book:
        if rule.regex is None or rule.label == "explicit":
            continue
        for match in rule.regex.finditer(paragraph.text):
            if match.start() < ends:
                continue
            ends = match.end()
            span = trimmed(document.text, _moved(match.span(), paragraph.span.start))
            yield _Found(span=span, rule=rule.id, explicit=rule.label == "owner-to", owner=match["owner"])


def _marked(spans: Iterable[Span], length: int) -> bytearray:
    """One byte a character of a text of ``length``: 1 where one of ``spans`` holds it."""
    marked = bytearray(length)
    for span in spans:
        marked[span.start : span.end] = b"\x01" * len(span)
    return marked


def _of_logs(document: Document) -> Iterator[_Found]:
    for logged in logged_actions(document):
        paper = document.paper_at(logged.row.start)
        if paper is None or paper.kind not in (*_RECORDING, PaperKind.REPORT, PaperKind.APPENDIX):
            continue
        yield _Found(
            span=logged.text,
            rule=_LOG_RULE,
            explicit=True,
            owner=logged.owner,
            reference=logged.reference,
            due=logged.due,
            status=logged.status,
        )


def _sentence_before(document: Document, paragraphs: Sequence[Paragraph], paragraph: Paragraph, at: int) -> Span | None:
    """The sentence that an owner's label follows: in its own paragraph, else the last one of the paragraph before."""
    own = trimmed(document.text, Span(paragraph.body.start, max(paragraph.span.start + at, paragraph.body.start)))
    for span in (own, paragraphs[paragraph.index - 1].body if paragraph.index else None):
        if span is not None and len(span):
            return list(sentences(document.text, span))[-1]
    return None


def _status(book: Sequence[Rule], said: str | None) -> ActionStatus:
    if said:
        for rule, _ in searches(book, said):
            if rule.value:
                return ActionStatus(rule.value)
    return ActionStatus.OPEN


def _merged(actions: Iterable[Action]) -> list[Action]:
    """``actions`` with those that one meeting tells again merged into the first."""
    kept: list[Action] = []
    told: dict[MeetingId | None, list[tuple[int, set[str]]]] = defaultdict(list)
    for action in actions:
        words = set(action.text.lower().split())
        others = told[action.meeting]
        before = next((at for at, other in others[-_COMPARED:] if _same(kept[at], other, action, words)), None)
        if before is None:
            others.append((len(kept), words))
            kept.append(action)
        else:
            kept[before] = _with(kept[before], action)
    return kept


def _same(first: Action, first_words: set[str], again: Action, words: set[str]) -> bool:
    if first.reference and again.reference:
        return first.reference == again.reference
    return len(words & first_words) >= _SAME * max(min(len(words), len(first_words)), 1)


def _with(first: Action, again: Action) -> Action:
    return replace(
        first,
        also=(*first.also, again.span),
        reference=first.reference or again.reference,
        owner=first.owner or again.owner,
        owner_name=first.owner_name or again.owner_name,
        due=first.due or again.due,
        due_date=first.due_date or again.due_date,
        status=again.status if first.status is ActionStatus.OPEN else first.status,
        explicit=first.explicit or again.explicit,
    )


def _moved(span: tuple[int, int], by: int) -> Span:
    return Span(span[0] + by, span[1] + by)
