"""Labels and where their values stand in lines: behind their label, between two labels, or below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.structure.labels import Label, is_passage, label_at, label_run_together, labels_within, unknown_label
from ingest.structure.units import Unit

_BULLETS = ("•", "·", "-", "–", "*", "▪", "●", "○")


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


def followed(found: Sequence[Labelled]) -> Iterator[tuple[Labelled, Labelled | None]]:
    """Each of ``found`` with the one behind it."""
    for at, each in enumerate(found):
        yield each, found[at + 1] if at + 1 < len(found) else None


def labels_in_line(units: Sequence[Unit], at: int, before: Sequence[Labelled]) -> Iterator[Labelled]:
    """The labels of the line that unit ``at`` is; ``before`` are those of the lines and rows before it."""
    unit = units[at]
    if unit.text.startswith(_BULLETS):
        return
    text = unit.title if unit.number else unit.text
    among = bool(before) and before[-1].last >= at - 1 and before[-1].label.key is not None
    label = label_at(text) or _bold_lead(unit)
    if label is None and not unit.number:
        label = label_run_together(text, among_labels=among) or (None if unit.is_bold else unknown_label(text))
    if label is None:
        return
    if label.value_at < len(text):
        yield from labels_on_line(unit, len(unit.text) - len(text), label, unit.index)
    elif label.key is not None and (label.parted or unit.is_bold or is_passage(label.key)):
        yield _value_below(units, at, label)


def labels_on_line(unit: Unit, skip: int, label: Label, last: int) -> Iterator[Labelled]:
    """The labels of a line behind which their values stand; ``label``, the first, stands ``skip`` characters in.

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
    numbered = unit.number is not None
    if below is None or below.in_row or label_at(below.text) is not None:
        return Labelled(label=label, at=unit.index, value_at=None, last=unit.index, numbered=numbered)
    return Labelled(label=label, at=unit.index, value_at=below.index, last=below.index, numbered=numbered)
