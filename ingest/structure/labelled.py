"""Labels and where their values stand: in lines, in the cells of tables, or below their label."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from corpus.vocabulary import FieldKey
from ingest.structure.labels import Label, is_passage, label_at, label_run_together, labels_within, unknown_label
from ingest.structure.tickboxes import is_mark
from ingest.structure.units import Unit

_LEAST_COLUMNS = 3  # a row of two labels may be a label and a value that is a label's word: "Purpose | Decision"
_LABEL_AND_VALUE = 2
_MOST_LABEL_WORDS = 10  # of a cell that may be a label which the vocabulary doesn't know
_BARE_NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})(?:\.\d{1,2})?[.)]?", re.IGNORECASE)

_BULLETS = ("•", "·", "-", "–", "*", "▪", "●", "○")

_Cell = Sequence[Unit]


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A label at unit ``at``; its value begins in unit ``value_at`` after ``skip`` characters.

    ``last`` is the last unit of the value, as far as cells tell; the value of a line may run on further. ``stop`` is
    where in that unit the next label of the same line begins. Where nothing stands behind the label, ``value_at`` is
    ``None``. ``table`` and ``row`` tell where it stands, -1 for a line; ``numbered`` labels have a number in front.
    ``choice`` is what marks in the row below the value tick.
    """

    label: Label
    at: int
    value_at: int | None
    skip: int = 0
    last: int
    table: int = -1
    row: int = -1
    numbered: bool = False
    choice: str | None = None
    stop: int | None = None

    @property
    def is_heading(self) -> bool:
        """Whether the label stands on a line of its own, as a heading would."""
        return self.table < 0 and self.value_at != self.at


def labelled(units: Sequence[Unit], first: int = 0, after: int | None = None) -> tuple[Labelled, ...]:
    """Every label of ``units[first:after]`` in order, those that the vocabulary doesn't know among them.

    ``units`` are those of the whole text.
    """
    found: list[Labelled] = []
    rows = rows_of(units[first:after])
    of_row: dict[int, tuple[Labelled, ...]] = {}
    for at, row in enumerate(rows):
        following = rows[at + 1 : at + 3]
        of_row[row.cells[0][0].row] = tuple(_in_row(row, [other for other in following if other.table == row.table]))
    for unit in units[first:after]:
        found.extend(of_row.pop(unit.row, ()) if unit.in_row else _in_line(units, unit.index, found))
    return tuple(found)


def followed(found: Sequence[Labelled]) -> Iterator[tuple[Labelled, Labelled | None]]:
    """Each of ``found`` with the one behind it."""
    for at, each in enumerate(found):
        yield each, found[at + 1] if at + 1 < len(found) else None


# Lines


def _in_line(units: Sequence[Unit], at: int, before: Sequence[Labelled]) -> Iterator[Labelled]:
    """The labels of a line; ``before`` are those of the lines and rows before it."""
    unit = units[at]
    if unit.text.startswith(_BULLETS):
        return
    text = unit.title if unit.number else unit.text
    skip = len(unit.text) - len(text)
    among = bool(before) and before[-1].last >= at - 1 and before[-1].label.key is not None
    label = label_at(text) or _bold_lead(unit)
    if label is None and not unit.number:
        label = label_run_together(text, among_labels=among) or (None if unit.is_bold else unknown_label(text))
    if label is None:
        return
    if label.value_at < len(text):
        yield from _on_line(unit, skip, label, unit.index)
    elif label.key is not None and (label.parted or unit.is_bold or is_passage(label.key)):
        yield _value_below(units, at, label)


def _on_line(unit: Unit, skip: int, label: Label, last: int) -> Iterator[Labelled]:
    """The labels of a line behind which their values stand; ``label`` stands ``skip`` characters in.

    The value of the last of them ends with unit ``last``.
    """
    text = unit.text[skip:]
    within = list(labels_within(text, label.value_at)) if label.parted and label.key is not None else []
    for number, (_, each) in enumerate([(0, label), *within]):
        end = within[number][0] if number < len(within) else None
        yield Labelled(
            label=each,
            at=unit.index,
            value_at=unit.index if text[each.value_at : end].strip() else None,
            skip=skip + each.value_at,
            stop=None if end is None else skip + end,
            last=unit.index if end is not None else last,
            table=unit.block.table if unit.in_row else -1,
            row=unit.row,
            numbered=unit.number is not None and not unit.in_row,
        )


def _bold_lead(unit: Unit) -> Label | None:
    """A label that is told from its value by bold type alone: "**Report author** Ada Marsh"."""
    lead = unit.bold_lead
    label = label_at(lead) if lead and not unit.number else None
    if label is None or label.value_at < len(lead):
        return None
    rest = unit.text[len(lead) :]
    return Label(
        printed=label.printed,
        key=label.key,
        telling=label.telling,
        value_at=len(unit.text) - len(rest.lstrip(" :")),
        parted=True,
    )


def _value_below(units: Sequence[Unit], at: int, label: Label) -> Labelled:
    unit = units[at]
    below = units[at + 1] if at + 1 < len(units) else None
    if below is None or below.in_row or label_at(below.text) is not None:
        return Labelled(label=label, at=unit.index, value_at=None, last=unit.index, numbered=unit.number is not None)
    return Labelled(
        label=label, at=unit.index, value_at=below.index, last=below.index, numbered=unit.number is not None
    )


# Rows of tables


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row that hold something, from left to right."""

    cells: tuple[_Cell, ...]
    table: int

    @property
    def head(self) -> tuple[tuple[Label, _Cell], ...]:
        """Of a row whose cells stand above their values: the cells that are labels which the vocabulary knows."""
        whole = [_whole(cell) for cell in self.cells]
        if not _is_head(whole):
            return ()
        return tuple((label, cell) for label, cell in zip(whole, self.cells, strict=True) if label)


def rows_of(units: Sequence[Unit]) -> list[Row]:
    """The rows of the tables among ``units``, in order."""
    found: list[Row] = []
    for _, of_row in groupby((unit for unit in units if unit.in_row), key=lambda unit: unit.row):
        cells = tuple(tuple(cell) for _, cell in groupby(of_row, key=lambda unit: unit.column))
        found.append(Row(cells, cells[0][0].block.table))
    return found


def _in_row(row: Row, following: Sequence[Row]) -> Iterator[Labelled]:
    # The rows of a form may be numbered: "3 | Wards affected | All".
    numbered = len(row.cells) > 1 and _BARE_NUMBER.fullmatch(_text(row.cells[0]))
    cells = row.cells[1:] if numbered else row.cells
    labels = [label_at(_text(cell)) for cell in cells]
    whole = [_whole(cell) for cell in cells]
    if _is_head(whole) or _heads_rows(cells, whole, following):
        yield from _over_values([(label, cell) for label, cell in zip(whole, cells, strict=True) if label], following)
        return
    if len(cells) == _LABEL_AND_VALUE and (second := _unknown(cells[1], alone=False)):
        first = whole[0] or _unknown(cells[0], alone=True)
        yield from _over_values([(first, cells[0]), (second, cells[1])] if first else [], following)
        return
    at = 0
    while at < len(cells):
        cell, label = cells[at], whole[at] or _unknown(cells[at], alone=at == 0 and len(cells) == _LABEL_AND_VALUE)
        if label is None:
            yield from _in_cell(cell, row.table)
            at += 1
            continue
        if not _text(cell).startswith(label.printed):
            yield from _in_cell(cell, row.table)
        # What follows a label is its value, even a word that could be a label itself ("Purpose | Decision").
        after = at + 1
        if after < len(cells) and not _is_parted(whole[after]):
            after += 1
        while after < len(cells) and not (labels[after] if not label.parted else _is_parted(labels[after])):
            after += 1
        value = cells[at + 1 : after]
        marks = _marks(following[0], value) if following else ()
        yield Labelled(
            label=label,
            at=cell[0].index,
            value_at=value[0][0].index if value else None,
            last=marks[-1].index if marks else (value[-1] if value else cell)[-1].index,
            choice=_marked(value, marks) if marks else None,
            table=row.table,
            row=cell[0].row,
        )
        at = after


def _marks(below: Row, options: Sequence[_Cell]) -> tuple[Unit, ...]:
    """The marks of a row that holds nothing else, each below one of ``options``."""
    columns = {cell[0].column for cell in options}
    marks = tuple(unit for cell in below.cells for unit in cell)
    return marks if all(is_mark(unit.text) and unit.column in columns for unit in marks) else ()


def _marked(options: Sequence[_Cell], marks: Sequence[Unit]) -> str:
    ticked = {mark.column for mark in marks}
    return ", ".join(_text(cell) for cell in options if cell[0].column in ticked)


def _is_head(whole: Sequence[Label | None]) -> bool:
    """Whether the cells of a row, each a label or none, stand above their values and not before them."""
    if whole[0] and whole[0].key is FieldKey.SIGNED and len(whole) > 1:
        return True  # "signed | date" stands below a dotted line
    if len(whole) < _LEAST_COLUMNS:
        return all(label and (label.parted or len(whole) == 1) for label in whole)
    if _is_parted(whole[0]):
        return all(_is_parted(label) for label in whole)
    bare = [label is not None and not label.parted for label in whole]
    return all(whole) or any(first and second for first, second in pairwise(bare))


def _heads_rows(cells: Sequence[_Cell], whole: Sequence[Label | None], following: Sequence[Row]) -> bool:
    """Whether labels without a colon stand above a row with as many cells, none of them a label."""
    if len(cells) < _LEAST_COLUMNS or not following or any(label and label.parted for label in whole):
        return False
    below = following[0].cells
    columns = [cell[0].column for cell in cells]
    return [cell[0].column for cell in below] == columns and not any(_whole(cell) for cell in below)


def _in_cell(cell: _Cell, table: int) -> Iterator[Labelled]:
    """The labels inside a cell: "Report to: Cabinet", or a label on the first line and its value below."""
    opened: list[tuple[int, Label]] = []
    for at, unit in enumerate(cell):
        label = label_at(unit.text) or (unknown_label(unit.text) if opened else None)
        if label and (label.value_at < len(unit.text) or label.parted or (at == 0 and len(cell) > 1)):
            opened.append((at, label))
    ends = [*(at for at, _ in opened[1:]), len(cell)]
    for (at, label), end in zip(opened, ends[: len(opened)], strict=True):
        unit, last = cell[at], cell[end - 1].index
        if label.value_at < len(unit.text):
            yield from _on_line(unit, 0, label, last)
        else:
            below = cell[at + 1].index if at + 1 < end else None
            yield Labelled(label=label, at=unit.index, value_at=below, last=last, table=table, row=unit.row)


def _over_values(heads: Sequence[tuple[Label, _Cell]], following: Sequence[Row]) -> Iterator[Labelled]:
    """The labels of a row that stand above their values in the next; a table of many rows is no list of values."""
    below = following[0] if following else None
    columns = {cell[0].column for _, cell in heads}
    values = {cell[0].column: cell for cell in below.cells} if below else {}
    next_but_one = following[1].cells if len(following) > 1 and len(heads) > 1 else ()
    many = len(next_but_one) > 1 and not any(map(_whole, next_but_one))
    told = values.keys() <= columns and not many and not any(_whole(cell) for cell in values.values())
    for label, cell in heads:
        value = values.get(cell[0].column) if told else None
        yield Labelled(
            label=label,
            at=cell[0].index,
            value_at=value[0].index if value else None,
            last=(value or cell)[-1].index,
            table=cell[0].block.table,
            row=cell[0].row,
        )


def _unknown(cell: _Cell, *, alone: bool) -> Label | None:
    """A cell as a label that the vocabulary doesn't know; without a colon only where it stands ``alone`` by a value."""
    text = _text(cell)
    parted = text.endswith((":", "?")) or (alone and cell[0].is_bold)
    if label_at(cell[0].text) is not None:
        return None  # a label and its value in one cell
    if not (parted or alone) or len(text.split()) > _MOST_LABEL_WORDS or not text[0].isupper():
        return None
    return Label(printed=text.rstrip(" :"), key=None, telling=False, value_at=len(text), parted=parted)


def _whole(cell: _Cell) -> Label | None:
    """The label that a cell is as a whole."""
    text = _text(cell)
    label = label_at(text)
    if label and label.value_at >= len(text):
        return label
    # What stands to the left of a label may be in its cell: "Tuesday 4 May at 10 am Ask for:".
    ended = labels_within(text, 0) if text.endswith(":") else ()
    return next((each for _, each in ended if each.value_at >= len(text)), None)


def _is_parted(label: Label | None) -> bool:
    return label is not None and label.parted


def _text(cell: _Cell) -> str:
    return " ".join(unit.text for unit in cell)
