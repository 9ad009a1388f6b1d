"""Front sheets: the runs of label and value that a report or form opens with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.document import Field
from corpus.spans import Span
from ingest.structure.labels import label_of, tells_a_report
from ingest.structure.units import Unit

_LEAST_LABELS = 3  # fewer labels in a row are a letterhead or chance
_LEAST_TELLING = 2
_MOST_BETWEEN = 3  # units that a value may run on for before the next label
_MOST_VALUE = 1200  # characters; what is longer is the report's own text


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontSheet:
    """A front sheet from unit ``first`` to before unit ``after``, with its fields in order."""

    first: int
    after: int
    fields: tuple[Field, ...]

    def value(self, *labels: str) -> str | None:
        """The value of the first field whose label begins with one of ``labels`` (lower case)."""
        for wanted in labels:
            for field in self.fields:
                label = field.label.lower()
                if label.startswith(wanted) and not label.startswith("subject to") and field.value:
                    return field.value
        return None


@dataclass(frozen=True, slots=True)
class _Labelled:
    """A label at unit ``at``; its value begins in unit ``value_at`` after ``skip`` characters."""

    at: int
    label: str
    value_at: int
    skip: int


def front_sheets(units: Sequence[Unit], text: str) -> tuple[FrontSheet, ...]:
    """Every run of at least three labels near one another, of which two are a report's."""
    found: list[FrontSheet] = []
    run: list[_Labelled] = []
    for labelled in [*_labelled(units), None]:
        if labelled and (not run or _goes_on(run, labelled)):
            run.append(labelled)
            continue
        if len(run) >= _LEAST_LABELS and sum(tells_a_report(each.label) for each in run) >= _LEAST_TELLING:
            found.append(_sheet(run, units, text))
        run = [labelled] if labelled else []
    return tuple(found)


def _goes_on(run: Sequence[_Labelled], labelled: _Labelled) -> bool:
    """Whether ``labelled`` stands near the run's last label; the run's first label seen again opens another sheet."""
    again = labelled.label.casefold() == run[0].label.casefold() and tells_a_report(labelled.label)
    return not again and labelled.at - run[-1].value_at <= _MOST_BETWEEN


def _labelled(units: Sequence[Unit]) -> Iterator[_Labelled]:
    for unit in units:
        if unit.number and not unit.in_row:
            continue
        if unit.in_row and unit.column > 0:
            continue
        label = label_of(unit.text)
        if not label:
            continue
        rest = unit.text[len(label) :].lstrip(" :")
        if rest:
            yield _Labelled(unit.index, label, unit.index, len(unit.text) - len(rest))
        elif unit.index + 1 < len(units) and (unit.in_row or unit.text.endswith(":")):
            yield _Labelled(unit.index, label, unit.index + 1, 0)


def _sheet(run: Sequence[_Labelled], units: Sequence[Unit], text: str) -> FrontSheet:
    fields: list[Field] = []
    after = run[-1].value_at + 1
    for labelled, following in zip(run, [*run[1:], None], strict=True):
        last = _last_of_value(labelled, following, units)
        after = last + 1
        start = units[labelled.value_at].span.start + labelled.skip
        span = Span(start, max(units[last].span.end, start))
        value = " ".join(text[span.start : span.end].split())
        fields.append(Field(label=labelled.label, value=value, span=span))
    return FrontSheet(first=run[0].at, after=after, fields=tuple(fields))


def _last_of_value(labelled: _Labelled, following: _Labelled | None, units: Sequence[Unit]) -> int:
    first = units[labelled.value_at]
    limit = following.at if following else len(units)
    last = labelled.value_at
    while last + 1 < limit:
        unit = units[last + 1]
        same_row = first.in_row and unit.row == first.row
        runs_on = following is not None and not first.in_row and not unit.in_row and not unit.number
        if not (same_row or runs_on) or unit.span.end - first.span.start > _MOST_VALUE:
            break
        last += 1
    return last
