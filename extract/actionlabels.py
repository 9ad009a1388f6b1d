"""Actions under a label: "Action: Clerk to write", and "Action: Clerk" or "ACTION AB" behind what is to be done."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.spans import Span, trimmed
from extract.announced import announced
from extract.foundactions import FoundAction, Record
from extract.paragraphs import Paragraph, sentences
from extract.regexes import labelled
from extract.rulebook import Rule

LABEL = "explicit"
_FEW = 6  # words; a label with no more that name nobody known still names its owner, and the action stands before it
_NO_ACTION = re.compile(r"^(?:none|nil|no (?:new |further )?actions?|n/a)\b", re.IGNORECASE)
_STANDS = re.compile(
    r"(?:^|[.;!?] )(?:this )?action (?:(?:is|was|now|remains|be) ){0,3}(?:closed|completed?|ongoing|on-going|"
    r"outstanding|open|carried forward|discharged)\b|"
    r"^(?:completed?|closed|ongoing|done)\b|"
    r"\b(?:this|which|it) (?:has|had|have)(?: now| since| already)? been "
    r"(?:done|undertaken|actioned|completed|carried out)\b",
    re.IGNORECASE,
)
_CLOSES = {"(": ")", "[": "]"}
_DUE_FIELD = re.compile(
    r"^(?:due(?: date| by)?|deadline|by when|target date|timescale)\s?:\s*(?P<due>[^\n]{2,40}?)\.?$", re.IGNORECASE
)
_LOOKED_ON = 6  # paragraphs after an action in which its status may be told


def labelled_actions(record: Record, paragraph: Paragraph, book: Sequence[Rule]) -> Iterator[FoundAction]:
    """Every action that a label in ``paragraph`` announces, by the rules for labels of ``book``."""
    for rule in book:
        for match in rule.regex.finditer(paragraph.text) if rule.regex and rule.label == LABEL else ():
            span = trimmed(record.document.text, _in_brackets(match).shifted(paragraph.span.start))
            said = record.document.quote(span)
            if not said or _NO_ACTION.match(said):
                continue
            told = announced(record, span)
            found = FoundAction(
                span=told.span or span,
                rule=rule.id,
                explicit=True,
                owner=told.owner,
                due=told.due,
                reference=match.groupdict().get("ref"),
            )
            if told.span is None or (told.owner is None and len(said.split()) <= _FEW and said[0].isupper()):
                before = _sentence_before(record, paragraph, match.start())
                if before is not None:
                    yield replace(found, span=before, owner=told.owner or said.rstrip("."))
            elif told.owner or said[0].isupper():
                yield from _sentences(record, paragraph, found)


def _in_brackets(match: re.Match[str]) -> Span:
    """What a label announces; where the label stands in brackets, up to where they close."""
    start, end = match.span("text")
    bracket = match.string[match.start() - 1 : match.start()]
    close = match.string.find(_CLOSES[bracket], start, end) if bracket in _CLOSES else -1
    return Span(start, end if close < 0 else close)


def _sentence_before(record: Record, paragraph: Paragraph, at: int) -> Span | None:
    """The sentence that an owner's label follows: in its own paragraph, else the last one of the paragraph before."""
    text = record.document.text
    own = trimmed(text, Span(paragraph.body.start, max(paragraph.span.start + at, paragraph.body.start)))
    if record.document.quote(own).endswith(tuple(_CLOSES)):
        own = trimmed(text, Span(own.start, own.end - 1))
    before = record.before(paragraph)
    for span in (own, before.body if before else None):
        if span is not None and len(span):
            return list(sentences(text, span))[-1]
    return None


def _sentences(record: Record, paragraph: Paragraph, found: FoundAction) -> Iterator[FoundAction]:
    """The action that ``found`` begins with, and each that a further sentence holds: "AB to write. CD to ring"."""
    first, *others = sentences(record.document.text, found.span)
    after: list[Span] = []
    further: list[FoundAction] = []
    for each in others:
        told = announced(record, each)
        if told.owner is None:
            after.append(each)
        else:
            also = replace(found, span=told.span or each, owner=told.owner, due=told.due, reference=None)
            further.append(also)
    status = " ".join(record.document.quote(each) for each in after) or _told_next(record, paragraph)
    due = next((field["due"] for each in after if (field := _DUE_FIELD.match(record.document.quote(each)))), None)
    yield replace(found, span=first, due=found.due or due, status=status)
    yield from further


def _told_next(record: Record, paragraph: Paragraph) -> str | None:
    """Where one of the next paragraphs tells how the action stands, before another label: its words."""
    labels = labelled("actions", LABEL)
    for following in record.paragraphs[paragraph.index + 1 : paragraph.index + 1 + _LOOKED_ON]:
        if following.is_heading or any(rule.regex and rule.regex.match(following.text) for rule in labels):
            return None
        if _STANDS.search(following.text):
            return following.text
    return None
