"""Entries of a forward plan: rows below a head of labels, or the same labels again for each decision to come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from corpus.document import Field
from corpus.spans import Span
from corpus.vocabulary import FieldKey
from ingest.structure.formrows import Row, rows_of
from ingest.structure.labels import Label
from ingest.structure.units import Unit

_LEAST_COLUMNS = 3
_LEAST_OF_DECISIONS = 2  # columns that tell of decisions
# What a table of decisions to come says of each, beside what it is about.
_OF_DECISIONS = frozenset(
    {
        FieldKey.DECISION_MAKER,
        FieldKey.DECISION_DUE,
        FieldKey.DECISION_DATE,
        FieldKey.DECISION_TYPE,
        FieldKey.KEY_DECISION,
    }
)

_DUE = frozenset({FieldKey.DECISION_DUE, FieldKey.NOTICE_PUBLISHED, FieldKey.REPRESENTATIONS, FieldKey.KEY_DECISION})


def lists_decisions(own: Sequence[Unit]) -> bool:
    """Whether the units of a paper hold a table of decisions to come."""
    return any(_is_plan_head(row) and not _DUE.isdisjoint(_keys(row)) for row in rows_of(own))


def _is_plan_head(row: Row) -> bool:
    """Whether a row is the head of a table of decisions."""
    keys = _keys(row)
    return len(set(keys)) >= _LEAST_COLUMNS and sum(key in _OF_DECISIONS for key in keys) >= _LEAST_OF_DECISIONS


def _keys(row: Row) -> list[FieldKey | None]:
    return [cell.label.key for cell in row.head if cell.label]


def plan_entries(units: Sequence[Unit], text: str) -> tuple[Field, ...]:
    """A field for each cell below the heads of tables of decisions; each row is an entry."""
    fields: list[Field] = []
    columns: dict[int, Label] = {}
    table, entry = -1, 0
    for row in rows_of(units):
        if _is_plan_head(row):
            columns, table = {cell.column: cell.label for cell in row.head if cell.label}, row.table
            continue
        if row.table != table:
            continue
        entry += 1
        for cell in row.cells:
            label = columns.get(cell.column)
            if label is not None:
                span = Span(cell.units[0].span.start, cell.units[-1].span.end)
                value = " ".join(text[span.start : span.end].split())
                fields.append(Field(label=label.printed, value=value, span=span, key=label.key, entry=entry))
    return tuple(fields)


def numbered_entries(fields: Sequence[Field]) -> tuple[Field, ...]:
    """``fields`` with the number of the entry that each is of: one begins wherever the first repeated label stands."""
    printed = Counter(field.label.casefold() for field in fields)
    first = next((field.label.casefold() for field in fields if printed[field.label.casefold()] > 1), None)
    if first is None:
        return tuple(fields)
    entry = 0
    numbered: list[Field] = []
    for field in fields:
        entry += field.label.casefold() == first
        numbered.append(replace(field, entry=entry))
    return tuple(numbered)
