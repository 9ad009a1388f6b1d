"""Owners in a column or margin of their own: what stands beside them is theirs to do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus.findings import Decision, RuleId
from corpus.spans import Span
from corpus.vocabulary import Outcome
from extract.foundactions import FoundAction
from extract.paragraphs import Paragraph

_RULE = RuleId("actions.action-column")
_MARGIN = 250.0  # points from the left edge of the text; a column that begins further right is a margin for owners
_ALIGNED = 20.0  # points by which owners may stand off their column's head
_LEAST_WORDS = 3  # of an action; fewer are the tail of a broken line
_MARGIN_HEAD = re.compile(r"^actions?(?: by| for)?:?$", re.IGNORECASE)
_OWNER_CELL = re.compile(r"^[A-Z][\w.’'-]*(?:(?:(?:,|/| &| and| of| for| the)+ ?| )[A-Z][\w.’'-]*)*$")
_LONGEST_OWNER = 60  # characters of a cell that names who is to act
_NOT_OWNER = re.compile(
    r"^(?:actions?|by|owner|lead|all to note|note[ds]?|none|n/a|paper|oral|verbal|decision|information|page.*)$",
    re.IGNORECASE,
)


def owned_in_columns(paragraphs: Sequence[Paragraph], decisions: Sequence[Decision]) -> Iterator[FoundAction]:
    """Every action whose owner stands in the last column of its row, then those whose owner stands in the margin."""
    yield from _beside(paragraphs, decisions)
    yield from _in_margin(paragraphs, decisions)


def _beside(paragraphs: Sequence[Paragraph], decisions: Sequence[Decision]) -> Iterator[FoundAction]:
    """Owners in a right-hand column beside a resolution: the resolution is theirs to carry out."""
    if not decisions:
        return
    by_start = {decision.span.start: decision for decision in decisions}
    by_end = {decision.span.end: decision for decision in decisions if decision.explicit}
    for paragraph in paragraphs:
        if paragraph.column < 0:
            continue
        decision = by_start.get(paragraph.span.start) or by_start.get(paragraph.body.start)
        if paragraph.is_cell:  # else the owner may be of something else in the cell
            decision = decision or by_end.get(paragraph.span.end)
        if decision is None or decision.outcome in (Outcome.NOTED, Outcome.ACCEPTED_MINUTES):
            continue
        for other in paragraphs[paragraph.index + 1 : paragraph.index + 8]:
            if other.row != paragraph.row:
                break
            if other.column == other.columns - 1 > paragraph.column and _is_owner(other.text):
                yield _owned(decision.span, other.text)
                break


def _in_margin(paragraphs: Sequence[Paragraph], decisions: Sequence[Decision]) -> Iterator[FoundAction]:
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
                yield _owned(span, paragraph.text)


def _owned(span: Span, owner: str) -> FoundAction:
    return FoundAction(span=span, rule=_RULE, explicit=True, owner=owner)


def _is_owner(text: str) -> bool:
    return len(text) <= _LONGEST_OWNER and bool(_OWNER_CELL.match(text)) and not _NOT_OWNER.match(text)
