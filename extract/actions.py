"""Actions: who is to do what, from labels, logs, right-hand columns and undertakings in prose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

from corpus.document import Document
from corpus.findings import Action, Decision, RuleId
from corpus.spans import Span, trimmed
from corpus.vocabulary import ActionStatus, Outcome, PaperKind
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
_MARGIN = 250.0  # points from the left edge of the text; a column that begins further right is a margin for owners
_ALIGNED = 20.0  # points by which owners may stand off their column's head
_LEAST_WORDS = 3  # of an action; fewer are the tail of a broken line
_MARGIN_HEAD = re.compile(r"^actions?(?: by| for)?:?$", re.IGNORECASE)
_OWNER_ONLY = 6  # words; an action label with no more names its owner, and the action stands before it
_SAME = 0.75  # share of words in common at which two actions of one meeting are one
_OWNER_TO = re.compile(r"^(?P<owner>[^.:;]{2,60}?)\s+(?:to|will|would|agreed to)\s+(?=[a-z])")
_OWNER_CELL = re.compile(r"^[A-Z][\w.’'-]*(?:(?:(?:,|/| &| and| of| for| the)+ ?| )[A-Z][\w.’'-]*)*$")
_LONGEST_OWNER = 60  # characters of a cell that names who is to act
_NOT_OWNER = re.compile(
    r"^(?:actions?|by|owner|lead|all to note|note[ds]?|none|n/a|paper|oral|verbal|decision|information|page.*)$",
    re.IGNORECASE,
)
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


@Language.factory("minuted_actions", assigns=["doc._.actions"], requires=["doc._.decisions"])
class ActionFinder:
    """Sets ``doc._.actions``; an action told twice in one meeting is one, with the later places in ``also``."""

    def __init__(self, nlp: Language, name: str) -> None:
        self._labels = labelled("actions", "explicit")
        self._owner_to = labelled("actions", "owner-to")
        self._soft = labelled("actions", "soft")
        self._resolutions = labelled("actions", "resolution")
        self._statuses = labelled("actions", "status")

    def __call__(self, doc: Doc) -> Doc:
        document: Document = doc._.document
        found = [
            *_of_logs(document),
            *_of_columns(doc._.paragraphs, doc._.decisions),
            *_of_margin(doc._.paragraphs, doc._.decisions),
            *self._of_resolutions(document, doc._.decisions),
        ]
        taken = [each.span for each in found]
        found.extend(self._of_paragraphs(document, doc._.paragraphs, taken))
        places = Places(document)
        actions: list[Action] = []
        for each in sorted(found, key=lambda action: (action.span.start, action.span.end)):
            action = self._action(document, places, each)
            before = _same(actions, action)
            if before is None:
                actions.append(action)
            else:
                actions[before] = _merged(actions[before], action)
        doc._.actions = tuple(actions)
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
        self, document: Document, paragraphs: Sequence[Paragraph], taken: Sequence[Span]
    ) -> Iterator[_Found]:
        for paragraph in paragraphs:
            paper = document.paper_at(paragraph.span.start)
            if paper is None or paper.kind not in _RECORDING or paragraph.is_heading:
                continue
            if any(span.overlaps(paragraph.span) for span in taken):
                continue
            explicit = list(self._labelled(document, paragraphs, paragraph))
            yield from explicit
            if not explicit and paper.kind is not PaperKind.AGENDA:
                yield from self._undertakings(document, paragraph)

    def _labelled(self, document: Document, paragraphs: Sequence[Paragraph], paragraph: Paragraph) -> Iterator[_Found]:
        for rule in self._labels:
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

    def _undertakings(self, document: Document, paragraph: Paragraph) -> Iterator[_Found]:
        ends = -1
        for rule, explicit in [*((rule, True) for rule in self._owner_to), *((rule, False) for rule in self._soft)]:
            for match in rule.regex.finditer(paragraph.text) if rule.regex else ():
                if match.start() < ends:
                    continue
                ends = match.end()
                span = trimmed(document.text, _moved(match.span(), paragraph.span.start))
                yield _Found(span=span, rule=rule.id, explicit=explicit, owner=match["owner"])

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


def _of_columns(paragraphs: Sequence[Paragraph], decisions: Sequence[Decision]) -> Iterator[_Found]:
    """Owners in a right-hand column beside a resolution: the resolution is theirs to carry out."""
    by_start = {decision.span.start: decision for decision in decisions}
    by_end = {decision.span.end: decision for decision in decisions if decision.explicit}
    for paragraph in paragraphs:
        decision = by_start.get(paragraph.span.start) or by_start.get(paragraph.body.start)
        if paragraph.is_cell:  # else the owner may be of something else in the cell
            decision = decision or by_end.get(paragraph.span.end)
        if decision is None or paragraph.column < 0 or decision.outcome in (Outcome.NOTED, Outcome.ACCEPTED_MINUTES):
            continue
        for other in paragraphs[paragraph.index + 1 : paragraph.index + 8]:
            if other.row != paragraph.row:
                break
            if other.column == other.columns - 1 > paragraph.column and _is_owner(other.text):
                yield _Found(span=decision.span, rule=_COLUMN_RULE, explicit=True, owner=other.text)
                break


def _of_margin(paragraphs: Sequence[Paragraph], decisions: Sequence[Decision]) -> Iterator[_Found]:
    """Owners printed in the right-hand margin, under "ACTION": what stands before each is that owner's to do."""
    by_end = {decision.span.end: decision for decision in decisions}
    margin = 0.0
    for before, paragraph in pairwise(paragraphs):
        indent = paragraph.block.indent
        if paragraph.column < 0 and indent >= _MARGIN and _MARGIN_HEAD.match(paragraph.text):
            margin = indent
        elif (
            margin and abs(indent - margin) <= _ALIGNED and before.block.indent < _MARGIN and _is_owner(paragraph.text)
        ):
            decision = by_end.get(before.span.end)
            span = decision.span if decision else before.body
            if len(before.text.split()) >= _LEAST_WORDS:
                yield _Found(span=span, rule=_COLUMN_RULE, explicit=True, owner=paragraph.text)


def _is_owner(text: str) -> bool:
    return len(text) <= _LONGEST_OWNER and bool(_OWNER_CELL.match(text)) and not _NOT_OWNER.match(text)


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


def _same(actions: Sequence[Action], action: Action) -> int | None:
    words = set(action.text.lower().split())
    for index, other in enumerate(actions):
        if other.meeting != action.meeting:
            continue
        if action.reference and other.reference:
            if action.reference == other.reference:
                return index
            continue
        others = set(other.text.lower().split())
        if len(words & others) >= _SAME * max(min(len(words), len(others)), 1):
            return index
    return None


def _merged(first: Action, again: Action) -> Action:
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
