"""Action logs: tables with a column of actions and columns for owner, due date and status."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.document import Block, Document
from corpus.findings import RuleId
from corpus.logcolumns import action_columns
from corpus.spans import Span, trimmed
from extract.announced import announced
from extract.foundactions import FoundAction, Record
from extract.regexes import labelled
from extract.undertakings import OWNER_TO, undertakings

_RULE = RuleId("actions.log-row")
_FIGURE = re.compile(r"\d")
_NO_ACTION = re.compile(r"^(?:none|nil|no (?:new |further |outstanding )?actions?|n/?a|-+)\.?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class LogRow:
    """One row of an action log: the action, and the whole row."""

    action: FoundAction
    row: Span


def logged_actions(record: Record) -> Iterator[LogRow]:
    """Every row of every table whose head is an action log's."""
    document = record.document
    head: Mapping[str, int] | None = None
    table = -1
    numbered = False
    for block in document.blocks:
        if not block.cells:
            head = None
            continue
        if found := _head(document, block):
            head, table, numbered = found, block.table, False
            continue
        if head is None or block.table != table or len(block.cells) <= max(head.values()):
            continue
        reference = _cell(document, block.cells, head.get("reference"))
        if reference and not _FIGURE.search(reference) and numbered:
            continue  # "For next meeting", at the foot of numbered actions
        numbered = numbered or bool(reference and _FIGURE.search(reference))
        text = trimmed(document.text, block.cells[head["text"]])
        if len(text) and not _NO_ACTION.match(document.quote(text)):
            row = FoundAction(
                span=text,
                rule=_RULE,
                explicit=True,
                reference=reference,
                owner=_cell(document, block.cells, head.get("owner")),
                due=_cell(document, block.cells, head.get("due")),
                status=_cell(document, block.cells, head.get("status")),
                progress=_cell(document, block.cells, head.get("progress")),
            )
            for action in _actions(record, row):
                yield LogRow(action=action, row=block.span)


def _actions(record: Record, row: FoundAction) -> Iterator[FoundAction]:
    """The action of ``row``, or each of several: "AB to write to the yard. CD to ring the crew."."""
    each = list(undertakings(record, row.span, labelled("actions", OWNER_TO)))
    if len(each) > 1:
        for one in each:
            yield replace(row, span=one.span, owner=one.owner)
    else:
        told = announced(record, row.span)
        yield replace(row, span=told.span or row.span, owner=row.owner or told.owner)


def _head(document: Document, block: Block) -> Mapping[str, int]:
    return action_columns([document.quote(cell) for cell in block.cells])


def _cell(document: Document, cells: Sequence[Span], column: int | None) -> str | None:
    if column is None:
        return None
    return " ".join(document.quote(cells[column]).split()) or None
