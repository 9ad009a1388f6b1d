"""Who was at a meeting: what its lists and its sentences tell; who is a member, where the list is of members."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.names import fold_name
from corpus.vocabulary import AttendanceStatus, PaperKind
from ingest.structure.attendancelabels import labels_inside
from ingest.structure.attendancelist import attendance_list, names_after
from ingest.structure.attendanceprose import announces_substitutes, chair_named, told_absent, told_present
from ingest.structure.attendees import (
    Attendee,
    attendee_of,
    label_of,
    label_status,
    of_row,
    of_stretch,
    row_of,
)
from ingest.structure.peoplerows import Columns, column_heads, is_register
from ingest.structure.personmatch import Known, same_person
from ingest.structure.units import Unit

_NEAR = 12  # units after a list in which the head of a group may go on with it
_CHAIR_FIRST = re.compile(r"(?:in the )?chair(?:man|woman|person)?\s?[:–-]\s*[A-Z]", re.IGNORECASE)
_SOON = 3  # units: a line "In the Chair: Councillor Vane" stands as near above the list
_IN_THE_CHAIR = re.compile(r"\bin the chair|took the chair|presiding|chairing", re.IGNORECASE)


def attendance_of(units: Sequence[Unit], kind: PaperKind) -> tuple[Attendee, ...]:
    """All attendance that the agenda or minutes ``units`` tell of: the lists, and what sentences say beside them."""
    found: list[Attendee] = []
    index, list_end = 0, -1
    while index < len(units):
        if not _opens(units, index, list_end):
            index += 1
            continue
        attendees, after = attendance_list(units, index)
        list_end = after if attendees else list_end
        index = max(after, index + 1)
        found.extend(attendees)
    found = list(_one_each(found))
    found.extend(_told_in_prose(units, found, kind))
    if kind is PaperKind.MINUTES and not any(each.person.chairs for each in _present(found)):
        found = list(_with_chair(found, units))
    return tuple(_chaired(found))


def membership_list(units: Sequence[Unit]) -> tuple[Attendee, ...]:
    """The persons of a membership list: the same lines as an attendance list, with no meeting."""
    found: list[Attendee] = []
    columns: Columns | None = None
    index = 0
    while index < len(units):
        unit = units[index]
        if unit.in_row:
            row = row_of(units, index)
            columns = column_heads([cell.text for cell in row]) or columns
            found.extend(of_row(row, AttendanceStatus.PRESENT, columns))
            index += len(row)
            continue
        found.extend(of_stretch(unit, AttendanceStatus.PRESENT, 0, len(unit.text)))
        index += 1
    return tuple(_chaired(found))


def _opens(units: Sequence[Unit], index: int, list_end: int) -> bool:
    """Whether a list opens at ``index``; after one, which ended at ``list_end``, most numbered labels are items."""
    unit = units[index]
    if unit.column > 0:
        return False
    label = label_of(unit)
    found_list = list_end >= 0
    if label is None and unit.in_row and not found_list:
        return unit.first and is_register([cell.text for cell in row_of(units, index)])
    if label is None and not found_list and _CHAIR_FIRST.match(unit.text):
        return any(label_status(other) for other in units[index + 1 : index + 1 + _SOON])
    if label is None:
        inside = () if unit.in_row or unit.number else labels_inside(unit.text)
        return any(names_after(units, index, each) for each in inside)
    if not label.opens:
        return found_list and index - list_end <= _NEAR and not unit.number
    return not (found_list and unit.number) or label.status is AttendanceStatus.APOLOGIES


def _one_each(found: Sequence[Attendee]) -> Iterator[Attendee]:
    """``found`` with one entry a person: a joint meeting lists some of them for either body.

    Who stands among those present and among the apologies is told twice, as the paper does. A role that only the later
    entry tells ("Minute taker: Ian Moss") is the person's.
    """
    kept: list[Attendee] = []
    at: dict[tuple[str, bool], list[int]] = {}
    for attendee in found:
        key = fold_name(attendee.person.name), attendee.status is AttendanceStatus.APOLOGIES
        alike = at.setdefault(key, [])
        first = next((index for index in alike if same_person(attendee.person, kept[index].person)), None)
        if first is None:
            alike.append(len(kept))
            kept.append(attendee)
        elif kept[first].person.role is None:
            person = replace(kept[first].person, role=attendee.person.role)
            kept[first] = replace(kept[first], person=person)
    yield from kept


def _told_in_prose(units: Sequence[Unit], listed: Sequence[Attendee], kind: PaperKind) -> Iterator[Attendee]:
    """Those whom sentences tell of and no list holds: apologies, substitutes, who else was in attendance."""
    known = Known(each.person for each in listed)
    announced = False  # by a line that ends with a colon
    for unit in units:
        told = [(person, AttendanceStatus.APOLOGIES) for person in told_absent(unit.text)]
        if kind is PaperKind.MINUTES:
            told.extend(told_present(unit.text, after_substitutes=announced))
        announces = unit.text.endswith(":") and announces_substitutes(unit.text)
        announced = announces or (announced and bool(told))
        for person, status in told:
            if known.find(person) is None:
                known.add(person)
                yield attendee_of(person, status, unit.span.start)


def _present(found: Sequence[Attendee]) -> Sequence[Attendee]:
    """Those present; where no list tells of them, those in attendance."""
    there = [each for each in found if each.status is AttendanceStatus.PRESENT]
    return there or [each for each in found if each.status is AttendanceStatus.IN_ATTENDANCE]


def _with_chair(found: Sequence[Attendee], units: Sequence[Unit]) -> Iterator[Attendee]:
    """``found`` with the one as chair of whom a sentence says that he or she took the chair, or was elected to it."""
    there = Known(each.person for each in _present(found))
    named = (person for unit in units if found and (person := chair_named(unit.text)))
    chair = next((other for person in named if (other := there.find(person))), None)
    for each in found:
        yield replace(each, person=replace(each.person, chairs=True)) if each.person is chair else each


def _chaired(found: Sequence[Attendee]) -> Iterator[Attendee]:
    """``found``, of which the one in the chair has that status: who was "in the chair", else the first called chair."""
    chairs = [each for each in _present(found) if each.person.chairs]
    explicit = [each for each in chairs if _IN_THE_CHAIR.search(each.person.note or "")]
    chair = next(iter(explicit or chairs), None)
    for each in found:
        yield replace(each, status=AttendanceStatus.CHAIR) if each is chair else each
