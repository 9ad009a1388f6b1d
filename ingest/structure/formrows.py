"""Rows of front sheets and forms: which cells are labels, and where the values of each stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from corpus.vocabulary import FieldKey
from ingest.structure.labelled import Labelled, labels_on_line
from ingest.structure.labels import Label, label_at, labels_within, unknown_label
from ingest.structure.tickboxes import is_mark
from ingest.structure.units import Unit

_LEAST_COLUMNS = 3  # a row of two labels may be a label and a value that is a label's word: "Purpose | Decision"
_LABEL_AND_VALUE = 2
_MOST_LABEL_WORDS = 10  # of a cell that may be a label which the vocabulary doesn't know
_BARE_NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})(?:\.\d{1,2})?[.)]?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that holds something: its paragraphs and all its words; ``label`` is the label that it is as a whole."""

    units: tuple[Unit, ...]
    text: str
    label: Label | None

    @property
    def column(self) -> int:
        return self.units[0].column

    @property
    def begins_with_label(self) -> bool:
        return self.label is not None or label_at(self.text) is not None

    @property
    def is_parted(self) -> bool:
        """Whether it is a label with a colon."""
        return self.label is not None and self.label.parted

    @property
    def is_bare(self) -> bool:
        """Whether it is a label without a colon."""
        return self.label is not None and not self.label.parted


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row that hold something, from left to right; ``at`` counts the rows of the text."""

    cells: tuple[Cell, ...]
    table: int
    at: int

    @property
    def head(self) -> tuple[Cell, ...]:
        """Of a row whose cells stand above their values: those that are labels which the vocabulary knows."""
        return tuple(cell for cell in self.cells if cell.label) if _stand_above(self.cells) else ()


def rows_of(units: Sequence[Unit]) -> list[Row]:
    """The rows of the tables among ``units``, in order."""
    found: list[Row] = []
    for at, of_row in groupby((unit for unit in units if unit.in_row), key=lambda unit: unit.row):
        cells = tuple(_cell(tuple(cell)) for _, cell in groupby(of_row, key=lambda unit: unit.column))
        found.append(Row(cells, cells[0].units[0].block.table, at))
    return found


def labels_in_row(row: Row, following: Sequence[Row]) -> Iterator[Labelled]:
    """The labels of a row; ``following`` are the next two rows of its table, as far as there are any."""
    cells = row.cells
    if len(cells) > 1 and _BARE_NUMBER.fullmatch(cells[0].text):
        cells = cells[1:]  # the rows of a form may be numbered: "3 | Wards affected | All"
    if heads := _heads(cells, following):
        yield from _above_values(heads, following)
        return
    at = 0
    while at < len(cells):
        cell = cells[at]
        label = cell.label or _unknown(cell, alone=at == 0 and len(cells) == _LABEL_AND_VALUE)
        if label is None:
            yield from _in_cell(cell)
            at += 1
            continue
        if not cell.text.startswith(label.printed):
            yield from _in_cell(cell)
        after = _value_end(cells, at, label)
        yield from _beside(label, cell, cells[at + 1 : after], following)
        at = after


def _cell(units: tuple[Unit, ...]) -> Cell:
    text = " ".join(unit.text for unit in units)
    label = label_at(text)
    if label and label.value_at >= len(text):
        return Cell(units, text, label)
    # What stands to the left of a label may be in its cell: "Tuesday 4 May at 10 am Ask for:".
    ended = labels_within(text, 0) if text.endswith(":") else ()
    return Cell(units, text, next((each for _, each in ended if each.value_at >= len(text)), None))


def _heads(cells: Sequence[Cell], following: Sequence[Row]) -> list[tuple[Label, Cell]]:
    """The labels of a row whose cells stand above their values; none where values stand beside their labels."""
    if _stand_above(cells) or _head_rows(cells, following):
        return [(cell.label, cell) for cell in cells if cell.label]
    if len(cells) == _LABEL_AND_VALUE and (second := _unknown(cells[1], alone=False)):
        first = cells[0].label or _unknown(cells[0], alone=True)
        return [(first, cells[0]), (second, cells[1])] if first else []
    return []


def _stand_above(cells: Sequence[Cell]) -> bool:
    """Whether the cells of a row are labels that stand above their values and not before them."""
    first = cells[0].label
    if first and first.key is FieldKey.SIGNED and len(cells) > 1:
        return True  # "signed | date" stands below a dotted line
    if len(cells) < _LEAST_COLUMNS:
        return all(cell.is_parted or (cell.label and len(cells) == 1) for cell in cells)
    if cells[0].is_parted:
        return all(cell.is_parted for cell in cells)
    return all(cell.label for cell in cells) or any(one.is_bare and other.is_bare for one, other in pairwise(cells))


def _head_rows(cells: Sequence[Cell], following: Sequence[Row]) -> bool:
    """Whether labels without a colon stand above a row with as many cells, none of them a label."""
    if len(cells) < _LEAST_COLUMNS or not following or any(cell.is_parted for cell in cells):
        return False
    below = following[0].cells
    return [cell.column for cell in below] == [cell.column for cell in cells] and not any(cell.label for cell in below)


def _above_values(heads: Sequence[tuple[Label, Cell]], following: Sequence[Row]) -> Iterator[Labelled]:
    """The labels of a row that stand above their values in the next; a table of many rows is no list of values."""
    values = {cell.column: cell for cell in following[0].cells} if following else {}
    next_but_one = following[1].cells if len(following) > 1 and len(heads) > 1 else ()
    many = len(next_but_one) > 1 and not any(cell.label for cell in next_but_one)
    told = values.keys() <= {cell.column for _, cell in heads} and not any(cell.label for cell in values.values())
    for label, cell in heads:
        value = values.get(cell.column) if told and not many else None
        yield _labelled(label, cell, (value,) if value else ())


def _value_end(cells: Sequence[Cell], at: int, label: Label) -> int:
    """The position of the cell behind the value of the label in cell ``at``.

    What follows a label is its value, even a word that could be a label itself ("Purpose | Decision"). Behind a label
    with a colon only another one with a colon is a label.
    """
    after = at + 1
    if after < len(cells) and not cells[after].is_parted:
        after += 1
    while after < len(cells):
        cell = cells[after]
        if cell.is_parted or _unknown(cell, alone=False) or (not label.parted and cell.begins_with_label):
            break
        after += 1
    return after


def _beside(label: Label, cell: Cell, value: Sequence[Cell], following: Sequence[Row]) -> Iterator[Labelled]:
    """The label of a cell whose value are the cells beside it, and the labels in that value."""
    marks = _marks(following[0], value) if following else ()
    if marks:
        ticked = {mark.column for mark in marks}
        choice = ", ".join(option.text for option in value if option.column in ticked)
        yield replace(_labelled(label, cell, value), last=marks[-1].index, choice=choice)
        return
    unit = value[0].units[0] if len(value) == 1 and len(value[0].units) == 1 else None
    within = next(labels_within(unit.text, 0), None) if unit and label.parted else None
    if unit is None or within is None:
        yield _labelled(label, cell, value)
        return
    stop, inner = within
    yield replace(_labelled(label, cell, value), stop=stop)
    yield from labels_on_line(unit, 0, inner, unit.index)


def _labelled(label: Label, cell: Cell, value: Sequence[Cell]) -> Labelled:
    first = cell.units[0]
    return Labelled(
        label=label,
        at=first.index,
        value_at=value[0].units[0].index if value else None,
        last=(value[-1] if value else cell).units[-1].index,
        table=first.block.table,
        row=first.row,
    )


def _marks(below: Row, options: Sequence[Cell]) -> tuple[Unit, ...]:
    """The marks of a row that holds nothing else, each below one of ``options``."""
    columns = {cell.column for cell in options}
    marks = tuple(unit for cell in below.cells for unit in cell.units)
    return marks if all(is_mark(unit.text) and unit.column in columns for unit in marks) else ()


def _in_cell(cell: Cell) -> Iterator[Labelled]:
    """The labels inside a cell: "Report to: Cabinet", or a label on the first line and its value below."""
    opened: list[tuple[int, Label]] = []
    for at, unit in enumerate(cell.units):
        label = label_at(unit.text) or (unknown_label(unit.text) if opened else None)
        if label and (label.value_at < len(unit.text) or label.parted or (at == 0 and len(cell.units) > 1)):
            opened.append((at, label))
    ends = [*(at for at, _ in opened[1:]), len(cell.units)]
    for (at, label), end in zip(opened, ends[: len(opened)], strict=True):
        unit, last = cell.units[at], cell.units[end - 1].index
        if label.value_at < len(unit.text):
            yield from labels_on_line(unit, 0, label, last)
        else:
            below = cell.units[at + 1].index if at + 1 < end else None
            table = unit.block.table
            yield Labelled(label=label, at=unit.index, value_at=below, last=last, table=table, row=unit.row)


def _unknown(cell: Cell, *, alone: bool) -> Label | None:
    """A cell as a label that the vocabulary doesn't know; without a colon only where it stands ``alone`` by a value."""
    text = cell.text
    parted = text.endswith((":", "?")) or (alone and cell.units[0].is_bold)
    if not (parted or alone) or len(text.split()) > _MOST_LABEL_WORDS or not text[0].isupper():
        return None
    if label_at(cell.units[0].text) is not None:
        return None  # a label and its value in one cell
    return Label(printed=text.rstrip(" :"), key=None, telling=False, value_at=len(text), parted=parted)
