"""Item tables: in which columns the tables of a paper hold the numbers and titles of items, and which are logs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from corpus.logcolumns import action_columns
from ingest.structure.units import Unit

# Beside the columns of action logs: those that tell of one action, of a person's post and of a document's versions.
_LOG = re.compile(
    r"(?:owner|due|due date|status|by whom|by when|update|deadline|progress|responsible|position|version):?$",
    re.IGNORECASE,
)
_MINUTED = re.compile(r"(?:discussion|minutes?|agenda|summary of discussion)\b", re.IGNORECASE)
_NUMBER = re.compile(r"(?:(?:agenda|item|minute|agenda item)\s*)?(?:no|number|ref(?:erence)?|#)\.?:?$", re.IGNORECASE)
_TITLE = re.compile(
    r"(?:agenda )?(?:items?|subject|topic|title|heading)(?: (?:title|description))?:?$|agenda:?$|item of business$",
    re.IGNORECASE,
)
_TIME = re.compile(r"(?:start |start/end )?(?:times?|timings?|start)\b", re.IGNORECASE)
_NONE = -2  # no column
_LEAST_HEADS = 2  # columns with a head, before the first row of a table counts as one of heads


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemTables:
    """What the heads of tables tell, by the number of each table.

    ``numbers`` and ``titles`` are columns (0 is the first); a table without heads has its numbers in the first column.
    ``logs`` are tables of actions, whose rows are no items; ``heads`` are the rows of heads.
    """

    numbers: Mapping[int, int] = field(default_factory=dict)
    titles: Mapping[int, int] = field(default_factory=dict)
    logs: frozenset[int] = frozenset()
    heads: frozenset[int] = frozenset()

    def holds_number(self, unit: Unit) -> bool:
        """Whether ``unit`` stands where the table of its row has its numbers."""
        at = self.numbers.get(unit.block.table, 0)
        return unit.column == at and unit.first and unit.block.table not in self.logs

    def holds_title(self, unit: Unit) -> bool:
        """Whether ``unit`` stands where the heads of its table tell titles of items, and is no head itself."""
        at = self.titles.get(unit.block.table, _NONE)
        return unit.column == at and unit.first and unit.row not in self.heads


def item_tables(units: Sequence[Unit]) -> ItemTables:
    """What the heads of the tables of one paper tell."""
    numbers: dict[int, int] = {}
    titles: dict[int, int] = {}
    heads: set[int] = set()
    for table, row in _first_rows(units).items():
        named = {unit.column: unit.text for unit in row if unit.first}
        title = [column for column, text in named.items() if _TITLE.match(text)]
        number = [column for column, text in named.items() if _NUMBER.match(text)]
        if len(named) < _LEAST_HEADS or not (title or number):
            continue
        heads.add(row[0].row)
        # "Item | Subject": the first of two is the number's.
        numbers[table] = min(number or title[:-1] or [_NONE if _TIME.match(named.get(0, "")) else 0])
        if title and title[-1] != numbers[table]:
            titles[table] = title[-1]
    return ItemTables(numbers=numbers, titles=titles, logs=frozenset(_logs(units)), heads=frozenset(heads))


def _first_rows(units: Iterable[Unit]) -> Mapping[int, Sequence[Unit]]:
    """The units of the first row of each table."""
    rows: dict[int, list[Unit]] = {}
    for unit in units:
        if unit.in_row:
            row = rows.setdefault(unit.block.table, [])
            if not row or row[0].row == unit.row:
                row.append(unit)
    return rows


def _logs(units: Sequence[Unit]) -> Iterable[int]:
    """The tables with a column of owners, dates or progress, but for minutes that have such a column too."""
    first = _first_rows(units)
    minuted = {table for table, row in first.items() if any(_MINUTED.match(unit.text) for unit in row)}
    actions = {table for table, row in first.items() if action_columns([unit.text for unit in row])}
    return ({unit.block.table for unit in units if unit.in_row and _LOG.match(unit.text)} | actions) - minuted
