"""All labels of a text, in lines and in rows of tables, each with the place of its value."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.structure.formrows import labels_in_row, rows_of
from ingest.structure.labelled import Labelled, labels_in_line
from ingest.structure.units import Unit


def labelled(units: Sequence[Unit], first: int = 0, after: int | None = None) -> tuple[Labelled, ...]:
    """Every label of ``units[first:after]`` in order, those that the vocabulary doesn't know among them.

    ``units`` are those of the whole text.
    """
    rows = rows_of(units[first:after])
    of_row: dict[int, tuple[Labelled, ...]] = {}
    for at, row in enumerate(rows):
        following = [other for other in rows[at + 1 : at + 3] if other.table == row.table]
        of_row[row.at] = tuple(labels_in_row(row, following))
    found: list[Labelled] = []
    for unit in units[first:after]:
        found.extend(of_row.pop(unit.row, ()) if unit.in_row else labels_in_line(units, unit.index, found))
    return tuple(found)
