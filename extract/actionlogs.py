"""Action logs: tables with a column of actions and columns for owner, due date and status."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from corpus.document import Block, Document
from corpus.findings import RuleId
from corpus.logcolumns import action_columns
from corpus.spans import Span, trimmed
from extract.foundactions import FoundAction

_RULE = RuleId("actions.log-row")


def logged_actions(document: Document) -> Iterator[FoundAction]:
    """Every row of every table whose head names actions and two or more of owner, due, status, reference."""
    head: Mapping[str, int] | None = None
    table = -1
    for block in document.blocks:
        if not block.cells:
            head = None
            continue
        if found := _head(document, block):
            head, table = found, block.table
            continue
        if head is None or block.table != table or len(block.cells) <= max(head.values()):
            continue
        text = trimmed(document.text, block.cells[head["text"]])
        if len(text):
            yield FoundAction(
                span=text,
                rule=_RULE,
                explicit=True,
                reference=_cell(document, block.cells, head.get("reference")),
                owner=_cell(document, block.cells, head.get("owner")),
                due=_cell(document, block.cells, head.get("due")),
                status=_cell(document, block.cells, head.get("status")),
            )


def _head(document: Document, block: Block) -> Mapping[str, int]:
    return action_columns([document.quote(cell) for cell in block.cells])


def _cell(document: Document, cells: Sequence[Span], column: int | None) -> str | None:
    if column is None:
        return None
    return " ".join(document.quote(cells[column]).split()) or None
