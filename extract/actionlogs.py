"""Action logs: tables with a column of actions and columns for owner, due date and status."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.document import Block, Document
from corpus.logcolumns import action_columns
from corpus.spans import Span, trimmed


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedAction:
    """One row of an action log; ``text`` is the action's span, the others its cells as written."""

    text: Span
    row: Span
    reference: str | None
    owner: str | None
    due: str | None
    status: str | None


def logged_actions(document: Document) -> Iterator[LoggedAction]:
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
            yield LoggedAction(
                text=text,
                row=block.span,
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
