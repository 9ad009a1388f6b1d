"""Action logs: tables with a column of actions and columns for owner, due date and status."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.document import Block, Document
from corpus.spans import Span, trimmed

_COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        ("reference", r"^(?:action )?(?:ref(?:erence)?|no|number|id|minute ref)\.?(?: ?no\.?)?$|^#$|"
                      r"^(?:action|minute) (?:no|number|ref)\.?"),
        ("owner", r"^(?:action )?(?:owner|lead|by whom|who|responsib\w*|responsible (?:officer|person)|assigned to|"
                  r"action by|lead officer|officer)$"),
        ("due", r"^(?:due|deadline|by when|when|due date|target date|timescale|date due|completion date|due by|"
                r"review date)$"),
        ("status", r"^(?:status|update|progress|outcome|rag(?: rating| status)?|comments?|update ?/ ?status|"
                   r"(?:status|update) ?(?:/|and|&) ?(?:status|update)|position)$"),
        ("text", r"^(?:agreed )?actions?(?: (?:required|agreed|point|arising|to be taken|description))?$|"
                 r"^description$|^task$"),
    )
)  # fmt: skip
_LEAST_COLUMNS = 2  # beside the actions themselves: a table of one more column is an agenda or a list of items


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


def _head(document: Document, block: Block) -> Mapping[str, int] | None:
    columns: dict[str, int] = {}
    for index, cell in enumerate(block.cells):
        words = " ".join(document.quote(cell).split()).strip(" :")
        for name, pattern in _COLUMNS:
            if name not in columns and pattern.match(words):
                columns[name] = index
                break
    return columns if "text" in columns and len(columns) > _LEAST_COLUMNS else None


def _cell(document: Document, cells: Sequence[Span], column: int | None) -> str | None:
    if column is None:
        return None
    return " ".join(document.quote(cells[column]).split()) or None
