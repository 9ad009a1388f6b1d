"""Those whom one stretch of text, one table row or lists side by side tell of, each with the status of the list."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.spans import Span
from corpus.vocabulary import AttendanceStatus
from ingest.structure.attendancelabels import Label, label_at_start
from ingest.structure.people import ListedPerson
from ingest.structure.peoplelists import listed_people
from ingest.structure.peoplerows import Columns, row_person
from ingest.structure.units import Unit

_NUMBERED_LABEL_WORDS = 6
_ITEMS_BEGIN = re.compile(
    r"\s(?=(?:Minute|Item|Agenda Item)\s(?:No\.?\s?)?\d|\d{1,3}[.)]\s{0,2}[A-Z]|[A-Z]{2,6}/?\d{2,4}/|"
    r"(?:[A-Z]{3,}\s(?:AND\s|OF\s|FOR\s|&\s)?){2}|\d{1,4}/\d{2,4}\s)"
)
"""Where, in a page that was saved without its lines, the items begin after the list."""
_SENTENCE_BEGINS = re.compile(r",?\s(?:who|which|whose)\s|(?<=[a-z]{3})\.\s+(?=[A-Z])")
"""Where, after a label and names, sentences begin: "Apologies: Cllr Vane who was ill. The Clerk opened the meeting"."""
_BRACKETS_ONLY = re.compile(r"[(\[][^()\[\]]{1,80}[)\]]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    """One entry of an attendance list."""

    person: ListedPerson
    status: AttendanceStatus
    span: Span


def label_of(unit: Unit) -> Label | None:
    """The attendance label that ``unit`` begins with, after its number."""
    text = unit.title if unit.number else unit.text
    label = label_at_start(text, set_off=bool(unit.block.bold_lead) and not unit.number)
    return label and replace(label, names_at=len(unit.text) - len(text) + label.names_at)


def label_status(unit: Unit) -> tuple[AttendanceStatus, int] | None:
    """The status that a label that opens lists gives at the start of ``unit``, and where the names after it begin.

    Numbered lines of some length are items, whatever they begin with.
    """
    if unit.number and len(unit.title.split()) > _NUMBERED_LABEL_WORDS:
        return None
    label = label_of(unit)
    return (label.status, label.names_at) if label and label.opens and not label.titles_item else None


def row_of(units: Sequence[Unit], index: int) -> Sequence[Unit]:
    """All units of the table row that ``units[index]`` begins."""
    end = index
    while end < len(units) and units[end].row == units[index].row and units[end].in_row:
        end += 1
    return units[index:end]


def of_stretch(unit: Unit, status: AttendanceStatus, start: int, end: int, *, among: bool = False) -> list[Attendee]:
    """Those whom the text of ``unit`` from offset ``start`` to ``end`` lists; ``among`` says that names stand above."""
    people = listed_people(unit.text[start:end], among=among)
    for pattern in (_ITEMS_BEGIN, _SENTENCE_BEGINS):
        if not people and start and (stop := pattern.search(unit.text, start, end)):
            people = listed_people(unit.text[start : stop.start()])
    return [attendee_of(person, status, unit.span.start + start) for person in people]


def attendee_of(person: ListedPerson, status: AttendanceStatus, offset: int) -> Attendee:
    """``person``, whose offsets count from ``offset``, with the status of the list or what the entry says of it."""
    if person.absent:
        status = AttendanceStatus.APOLOGIES
    elif person.guest and status is AttendanceStatus.PRESENT:
        status = AttendanceStatus.IN_ATTENDANCE
    return Attendee(person=person, status=status, span=Span(offset + person.start, offset + person.end))


def of_row(row: Sequence[Unit], status: AttendanceStatus, columns: Columns | None) -> tuple[Attendee, ...]:
    """Those of a table row: a person with the cells that tell of that person, or of a cell that is itself a list."""
    if label := label_of(row[0]):
        if inside := of_stretch(row[0], status, label.names_at, len(row[0].text)):
            return tuple(inside)
        row = row[1:]
    if not row:
        return ()
    person = row_person([unit.text for unit in row], columns)
    if person is None or _is_list_of_people(row):
        return tuple(attendee for unit in row for attendee in of_stretch(unit, status, 0, len(unit.text)))
    whole = Span(row[0].span.start, row[-1].span.end)
    return (replace(attendee_of(person, status, 0), span=whole),)


def side_by_side(row: Sequence[Unit], statuses: Mapping[int, AttendanceStatus], *, among: bool) -> Iterator[Attendee]:
    """Those of a row of lists side by side, each with the status of the label at the head of the column.

    A cell beyond the labels belongs to the last; one that is a bracket goes on with the cell before it.
    """
    texts = [unit.text for unit in row]
    columns = sorted(statuses)
    for at, unit in enumerate(row):
        label_before = bisect_right(columns, unit.column) - 1
        status = statuses[columns[label_before]] if label_before >= 0 else None
        if status is None or _BRACKETS_ONLY.fullmatch(unit.text):
            continue
        label = label_of(unit) if unit.first else None
        attendees = of_stretch(unit, status, label.names_at if label else 0, len(unit.text), among=among)
        if len(attendees) == 1 and at + 1 < len(row) and _BRACKETS_ONLY.fullmatch(texts[at + 1]):
            said = listed_people(f"{unit.text} {texts[at + 1]}")
            attendees = [replace(attendees[0], person=said[0])] if len(said) == 1 else attendees
        yield from attendees


def _is_list_of_people(row: Sequence[Unit]) -> bool:
    """Whether paragraphs of one cell name a person each."""
    paragraphs = [unit for unit in row if unit.column == row[0].column]
    return len(paragraphs) > 1 and all(listed_people(unit.text) for unit in paragraphs)
