"""Owners in a column of their own: what stands beside them in the row is theirs to do."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from corpus.findings import Decision, RuleId
from corpus.spans import Span
from corpus.vocabulary import Outcome, PaperKind
from extract.foundactions import FoundAction, Record
from extract.paragraphs import Paragraph, sentences
from extract.regexes import labelled, searches
from extract.rulebook import Rule
from extract.undertakings import LABELS, undertakings

_RULE = RuleId("actions.action-column")
_LONGEST_OWNER = 60  # characters of a cell that names who is to act
_LEAST_WORDS = 6  # of what stands beside an owner; fewer are a name, a date or a sum
_RECORDING = (PaperKind.MINUTES, PaperKind.OTHER)
_SENTENCE_ENDS = (".", "!", "?", ";", ")")
_OWNER_CELL = re.compile(r"^[A-Z][\w.’'-]*(?:(?:(?:,|/| &| and| of| for| the)+ ?| )[A-Z][\w.’'-]*)*$")
_NOT_OWNER = re.compile(
    r"^(?:actions?|by|owner|lead|all to note|note[ds]?|none|n/a|paper|oral|verbal|decision|information|page.*)$",
    re.IGNORECASE,
)
_OTHER_COLUMN = re.compile(
    r"^(?:lead|presenter|presented by|speaker|enc\w*|paper|attachment|page|time|purpose)s?\b", re.IGNORECASE
)


def owned_in_columns(record: Record) -> Iterator[FoundAction]:
    """Every action whose owner stands in the last column of its row."""
    rows: dict[int, list[Paragraph]] = {}
    for paragraph in record.paragraphs:
        if paragraph.column >= 0:
            rows.setdefault(paragraph.row, []).append(paragraph)
    others: set[int] = set()  # tables whose last column is headed as something else
    for row in rows.values():
        last = row[-1]
        if last.column != last.columns - 1 or last.column == 0 or len(last.text) > _LONGEST_OWNER:
            continue
        if _OTHER_COLUMN.match(last.text):
            others.add(last.block.table)
        if last.block.table in others or not is_owner(last.text):
            continue
        for column, cell in enumerate(last.block.cells[:-1]):
            own = [each for each in row if each.column == column]
            if own and not record.document.quote(cell).isspace():
                yield from _beside(record, cell, own, last.text)


def is_owner(text: str) -> bool:
    """Whether ``text`` is shaped like the name or role of whoever is to act."""
    return len(text) <= _LONGEST_OWNER and bool(_OWNER_CELL.match(text)) and not _NOT_OWNER.match(text)


def owned(record: Record, span: Span, owner: str, rule: RuleId) -> Iterator[FoundAction]:
    """What of ``span`` is ``owner``'s: what it says that somebody is to do, else what it decided, or says last."""
    told = list(undertakings(record, span, _prose()))
    if told:
        for each in told:
            yield FoundAction(span=each.span, rule=each.rule, explicit=True, owner=each.owner or owner)
        return
    decided = list(_decided(record.decisions, span))
    if decided:
        last = decided[-1]
        if last.outcome not in (Outcome.NOTED, Outcome.ACCEPTED_MINUTES):
            yield FoundAction(span=last.span, rule=rule, explicit=True, owner=owner)
        return
    *_, sentence = sentences(record.document.text, span)
    said = record.document.quote(sentence)
    if said.endswith(_SENTENCE_ENDS) and not any(searches(labelled("actions", "told"), said)):
        yield FoundAction(span=sentence, rule=rule, explicit=True, owner=owner)


def _beside(record: Record, cell: Span, own: Sequence[Paragraph], owner: str) -> Iterator[FoundAction]:
    """What of ``cell``, whose paragraphs are ``own``, is ``owner``'s, who stands in the last cell of its row."""
    told = len(record.document.quote(cell).split()) >= _LEAST_WORDS and record.kind(cell) in _RECORDING
    if any(_decided(record.decisions, cell)) or (told and record.owners.acting(record.meeting(cell), owner) == owner):
        yield from owned(record, Span(own[0].body.start, cell.end), owner, _RULE)


def _decided(decisions: Sequence[Decision], span: Span) -> Iterator[Decision]:
    """The ``decisions``, which are in the order of the text, that stand in ``span``."""
    for decision in decisions[bisect_left(decisions, span.start, key=lambda each: each.span.start) :]:
        if decision.span.start >= span.end:
            return
        yield decision


def _prose() -> Sequence[Rule]:
    return tuple(rule for label in LABELS for rule in labelled("actions", label))
