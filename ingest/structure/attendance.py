"""Attendance and membership lists: who was at a meeting, in which role, for which organisation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.spans import Span
from corpus.vocabulary import AttendanceStatus
from ingest.structure.people import ListedPerson, listed_people, row_person
from ingest.structure.units import Unit
from ingest.structure.wording import is_capitals

_STATUS_LABELS: tuple[tuple[AttendanceStatus, str], ...] = (
    (
        AttendanceStatus.APOLOGIES,
        r"apolog(?:y|ies)(?: for (?:absence|non[- ]attendance))?(?: (?:were )?received)?(?: from)?|"
        r"absent|absences?|absence declared[\w ]*|not (?:present|in attendance)|did not attend",
    ),
    (
        AttendanceStatus.IN_ATTENDANCE,
        r"(?:also )?in[- ]attendance(?: (?:virtually|remotely|online))?|also (?:present|attending|in attendance)|"
        r"officers?(?: (?:present|in attendance))?|others? present|observers?|"
        r"attending(?: officers)?|attended(?: by)?|staff(?: present)?|guests?|clerk|"
        r"(?:other )?(?:members|councillors) (?:also )?in attendance|virtual(?:ly)? attendance|"
        r"council officers|invited|presenters?|non-voting(?: members)?(?: present)?|"
        r"in attendance for (?:part|items?)[\w ,]*",
    ),
    (
        AttendanceStatus.PRESENT,
        r"(?:(?:those|members?|councillors?|voting members|governors|committee members|board members) )?"
        r"(?:present|attendance|attendees|attended)|(?:present|attendance) \(?(?:members|councillors)\)?|"
        r"voting members(?: present)?|substitutes?(?: members)?|presennol",
    ),
)
_LABELS = tuple(
    (status, re.compile(rf"^(?P<label>(?:{pattern}))\s*(?:(?P<mark>:|[-–—]\s|;)|(?P<end>$)|(?=\())", re.IGNORECASE))
    for status, pattern in _STATUS_LABELS
)
_NUMBERED_LABEL_WORDS = 6
_RUN_ON = re.compile(
    r"^(?P<label>PRESENT|IN ATTENDANCE(?: VIRTUALLY)?|ALSO PRESENT|APOLOGIES|Present|In attendance)\s+(?=\S)"
)
_COLUMN_HEADS = re.compile(
    r"^(?:name|title|role|job title|position|organisation|representing|member|initials?|attendance|designation)s?"
    r"(?: ?[/&] ?\w+)?$",
    re.IGNORECASE,
)
_CHAIR = re.compile(
    r"(?<!vice[- ])(?<!vice)(?<!deputy[- ])(?<!of the )\b(?:chair(?:man|woman|person)?|chairing|in the chair|cadeirydd|"
    r"presiding)\b(?! of the (?!board|committee|meeting))",
    re.IGNORECASE,
)
_APOLOGIES_FROM = re.compile(r"\b[Aa]polog(?:y|ies)\b[^.:]{0,80}?\bfrom:?\s+")
_SENTENCE_STOP = re.compile(r"(?<=[a-z]{3})\.(?:\s|$)")
_MOST_MISSES = 2  # lines without a name that a list may hold: the heads of its groups
_FEWEST_LISTS = 2  # labelled cells that make a row one of lists side by side
_LONGEST_LIST = 120  # units; no list runs on for longer


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    """One entry of an attendance list."""

    person: ListedPerson
    status: AttendanceStatus
    span: Span


def label_status(unit: Unit) -> tuple[AttendanceStatus, int] | None:
    """The status that an attendance label at the start of ``unit`` gives, and where the names after it begin."""
    text = unit.text
    if unit.number:
        text = unit.title
        if len(text.split()) > _NUMBERED_LABEL_WORDS:
            return None
    for status, pattern in _LABELS:
        if match := pattern.match(text):
            return status, len(unit.text) - len(text) + match.end()
    if (match := _RUN_ON.match(text)) and not unit.number and (is_capitals(match["label"]) or unit.block.bold_lead):
        status = next(status for status, pattern in _LABELS if pattern.match(match["label"]))
        return status, match.end()
    return None


def attendance_list(units: Sequence[Unit], start: int) -> tuple[tuple[Attendee, ...], int]:
    """The attendance list that opens at index ``start`` of ``units``, and the index of the first unit after it.

    ``units[start]`` must be an attendance label. The list ends at the first unit that is neither a label nor names.
    """
    found: list[Attendee] = []
    status = AttendanceStatus.PRESENT
    after = index = start
    misses = 0
    while index < min(len(units), start + _LONGEST_LIST) and not _closes(units, index, found):
        stretch = _row(units, index) if units[index].in_row else units[index : index + 1]
        label = label_status(stretch[0])
        status, names_at = label or (status, 0)
        if stretch[0].in_row:
            entries = _of_lists(stretch) or _of_row(stretch, status)
        else:
            entries = tuple(_of_unit(stretch[0], status, names_at))
        index += len(stretch)
        if entries or label or all(_COLUMN_HEADS.match(unit.text) for unit in stretch):
            found.extend(entries)
            after, misses = index, 0
        elif misses < _MOST_MISSES and (_is_subheading(stretch[-1]) or _names_soon(units, index)):
            misses += 1
        else:
            break
    return tuple(_chaired(found)), after


def _closes(units: Sequence[Unit], index: int, found: Sequence[Attendee]) -> bool:
    """Whether a printed number at ``index`` begins the meeting's items rather than going on with the list."""
    unit = units[index]
    if unit.in_row:
        following = units[index + 1] if index + 1 < len(units) and units[index + 1].row == unit.row else None
        return unit.number is not None or (following is not None and following.number is not None)
    if unit.number is None or unit.text[:1].isalpha():
        return False
    return label_status(unit) is None or (bool(found) and not _names_follow(units, index))


def apologies_in_prose(unit: Unit) -> tuple[Attendee, ...]:
    """Those whose apologies a sentence records: "Apologies were received from Mrs A Vane and Mr B Orme." """
    match = _APOLOGIES_FROM.search(unit.text)
    if match is None:
        return ()
    start = match.end()
    end = next((stop.start() for stop in _SENTENCE_STOP.finditer(unit.text, start)), len(unit.text))
    return tuple(
        Attendee(
            person=person,
            status=AttendanceStatus.APOLOGIES,
            span=Span(unit.span.start + start + person.start, unit.span.start + start + person.end),
        )
        for person in listed_people(unit.text[start:end])
    )


def membership_list(units: Sequence[Unit]) -> tuple[Attendee, ...]:
    """The persons of a membership list: the same lines as an attendance list, with no meeting."""
    found: list[Attendee] = []
    index = 0
    while index < len(units):
        unit = units[index]
        if unit.in_row:
            row = _row(units, index)
            found.extend(_of_row(row, AttendanceStatus.PRESENT))
            index += len(row)
            continue
        found.extend(_of_unit(unit, AttendanceStatus.PRESENT, 0))
        index += 1
    return tuple(_chaired(found))


def _row(units: Sequence[Unit], index: int) -> Sequence[Unit]:
    end = index
    while end < len(units) and units[end].row == units[index].row and units[end].in_row:
        end += 1
    return units[index:end]


def _of_unit(unit: Unit, status: AttendanceStatus, at: int) -> Iterator[Attendee]:
    for person in listed_people(unit.text[at:]):
        span = Span(unit.span.start + at + person.start, unit.span.start + at + person.end)
        yield Attendee(person=person, status=status, span=span)


def _of_lists(row: Sequence[Unit]) -> tuple[Attendee, ...]:
    """Those of a row that holds lists side by side, each below its label; nobody where fewer than two cells do so."""
    labels = {unit.column: label_status(unit) for unit in row if unit.first}
    if len(row) == len(labels) or sum(label is not None for label in labels.values()) < _FEWEST_LISTS:
        return ()
    found: list[Attendee] = []
    for unit in row:
        if label := labels[unit.column]:
            status, names_at = label
            found.extend(_of_unit(unit, status, names_at if unit.first else 0))
    return tuple(found)


def _of_row(row: Sequence[Unit], status: AttendanceStatus) -> tuple[Attendee, ...]:
    cells = [cell.text for cell in row]
    label = label_status(row[0])
    if label and len(cells) > 1:
        status, cells = label[0], cells[1:]
        row = row[1:]
        if len(cells) == 1 or "," in cells[0]:
            return tuple(
                Attendee(person=person, status=status, span=cell.span)
                for cell in row
                for person in listed_people(cell.text)
            )
    person = row_person(cells)
    if person is None:
        return ()
    noted = status
    if re.search(r"\bapolog(?:y|ies)\b", " ".join(cells[1:]), re.IGNORECASE):
        noted = AttendanceStatus.APOLOGIES
    return (Attendee(person=person, status=noted, span=Span(row[0].span.start, row[-1].span.end)),)


def _chaired(found: Sequence[Attendee]) -> Iterator[Attendee]:
    """The one who is named as chair among those present gets that status; the first only."""
    chaired = False
    for attendee in found:
        chairs = (
            not chaired
            and attendee.status is AttendanceStatus.PRESENT
            and bool(_CHAIR.search(attendee.person.note or attendee.person.role or ""))
        )
        if chairs:
            chaired = True
            yield Attendee(person=attendee.person, status=AttendanceStatus.CHAIR, span=attendee.span)
        else:
            yield attendee


def _is_subheading(unit: Unit) -> bool:
    return len(unit.text.split()) <= 8 and not unit.text.endswith(".")


def _names_follow(units: Sequence[Unit], index: int) -> bool:
    following = units[index + 1] if index + 1 < len(units) else None
    return following is not None and not following.number and bool(listed_people(following.text))


def _names_soon(units: Sequence[Unit], index: int) -> bool:
    """Whether one of the next two units is a label or holds listed names."""
    for unit in units[index : index + 2]:
        if unit.number:
            return False
        if label_status(unit) or listed_people(unit.text):
            return True
    return False
