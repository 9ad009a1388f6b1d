"""Action logs as papers of their own: little but a table of actions, with owners, due dates and how they stand."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.logcolumns import action_columns
from ingest.structure.formrows import rows_of
from ingest.structure.units import Unit

_LEAST_SHARE = 0.6  # of the characters of a paper that stand in its tables of actions


def is_action_log(own: Sequence[Unit]) -> bool:
    """Whether most of a paper's text stands in tables of actions."""
    tables = {row.table for row in rows_of(own) if action_columns([cell.text for cell in row.cells])}
    logged = sum(len(unit.text) for unit in own if unit.in_row and unit.block.table in tables)
    return logged >= _LEAST_SHARE * sum(len(unit.text) for unit in own) and logged > 0
