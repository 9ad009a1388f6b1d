"""One attendance list, read unit by unit: what labels and heads say holds for the names below them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.spans import Span
from corpus.vocabulary import AttendanceStatus
from ingest.structure.attendancelabels import Label, label_at_start, labels_inside
from ingest.structure.people import ListedPerson
from ingest.structure.peoplelists import group_title, listed_people
from ingest.structure.peoplerows import Columns, column_heads, row_person
from ingest.structure.units import Unit

_NUMBERED_LABEL_WORDS = 6
_MOST_MISSES = 2  # lines without a name that a list may hold: the heads of its groups
_FEWEST_LISTS = 2  # labelled cells that make a row one of lists side by side
_LONGEST_LIST = 150  # units; no list runs on for longer
_LONGEST_SUBHEADING = 8  # words
_MOST_LINES = 8  # that a list run over its lines' ends takes
_LONGEST_PAGE_NUMBER = 4  # characters
_NOBODY = re.compile(
    r"(?:(?:about |approximately |approx\.? |plus |and )?(?:\d+|no|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve|several|a number of) )?(?:other )?(?:members? of (?:the )?(?:public|press)|members? present|"
    r"(?:public|press)(?: gallery| present)?|parishioners?|residents?)\b"
    r"|\(item \d+\)|quorum|none\b|nil\b|no apologies|(?:the )?clerk$",
    re.IGNORECASE,
)
"""Lines of a list that name nobody, and don't end it."""
_SENTENCE = re.compile(
    r"\b(?:was|were|has|had|have|is|are|will|would|be|been|noted|agreed|welcomed|opened|resolved|reported|advised)\b"
)
_FEWEST_WORDS_OF_A_SENTENCE = 6
_ITEMS_BEGIN = re.compile(
    r"\s(?=(?:Minute|Item|Agenda Item)\s(?:No\.?\s?)?\d|\d{1,3}[.)]\s{0,2}[A-Z]|[A-Z]{2,6}/?\d{2,4}/|"
    r"(?:[A-Z]{3,}\s(?:AND\s|OF\s|FOR\s|&\s)?){2}|\d{1,4}/\d{2,4}\s)"
)
"""Where, in a page that was saved without its lines, the items begin after the list."""
_SENTENCE_BEGINS = re.compile(r",?\s(?:who|which|whose)\s|(?<=[a-z]{3})\.\s+(?=[A-Z])")
"""Where, after a label and names, sentences begin: "Apologies: Cllr Vane who was ill. The Clerk opened the meeting"."""
_RUNS_ON = re.compile(r"(?:,|\band|&)$")
_KEEPS_MINUTES = re.compile(
    r"(?:minute[- ](?:taker|secretary)|minutes|clerk|secretary)(?: \w+)?\s?[:–-]\s*[A-Z]", re.IGNORECASE
)
_SERVES = re.compile(r"\b(?:clerk|officer|director|manager|secretary|rfo|minutes?)\b", re.IGNORECASE)
_POST_ABOVE = re.compile(r"(?P<post>(?:(?:vice|deputy)[- ]?)?chair(?:man|woman|person)?)\s?:?", re.IGNORECASE)
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


def attendance_list(units: Sequence[Unit], start: int) -> tuple[tuple[Attendee, ...], int]:
    """The attendance list that opens at index ``start`` of ``units``, and the index of the first unit after it.

    ``units[start]`` must begin with an attendance label or hold one. The list ends at the first unit that is neither a
    label nor names.
    """
    walk = _Walk(units)
    after = walk.read(start)
    return tuple(walk.found), after


def names_after(units: Sequence[Unit], index: int, label: Label) -> bool:
    """Whether people are listed after ``label``, in the middle of the paragraph at ``index``, or below its end."""
    unit = units[index]
    if unit.text[label.names_at :].strip():
        return bool(of_stretch(unit, label.status, label.names_at, len(unit.text)))
    return label.status is AttendanceStatus.PRESENT and _names_soon(units, index + 1)


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


class _Walk:
    """The state of reading one list."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.found: list[Attendee] = []
        self._units = units
        self._status = AttendanceStatus.PRESENT
        self._post: str | None = None  # "Chair" on the line above a name
        self._headed = False  # a label without names stands above all groups
        self._title: str | None = None  # of a line "Councillors" above names
        self._columns: Columns | None = None
        self._column_status: dict[int, AttendanceStatus] = {}

    def read(self, start: int) -> int:
        """Read the list that begins at index ``start``; the index of the first unit after it."""
        after = index = start
        misses = 0
        while index < min(len(self._units), start + _LONGEST_LIST) and not self._closes(index):
            unit = self._units[index]
            stretch = row_of(self._units, index) if unit.in_row else _lines(self._units, index)
            if unit.in_row:
                entries, heads = self._of_cells(stretch)
            else:
                entries, heads = self._of_paragraph(_joined(stretch), opening=index == start)
            index += len(stretch)
            if entries or heads:
                self.found.extend(entries)
                after, misses = index, 0
            elif _NOBODY.match(unit.text) or _is_page_number(unit):
                continue
            elif misses < _MOST_MISSES and self._may_head(stretch[-1], index):
                misses += 1
            else:
                break
        return after

    def _closes(self, index: int) -> bool:
        """Whether a printed number at ``index`` begins the meeting's items rather than going on with the list."""
        units, unit = self._units, self._units[index]
        if unit.in_row:
            following = units[index + 1] if index + 1 < len(units) and units[index + 1].row == unit.row else None
            return unit.number is not None or (following is not None and following.number is not None)
        if unit.number is None or unit.text[:1].isalpha():
            return False
        if _is_page_number(unit):
            return not any(listed_people(after.text) for after in units[index + 1 : index + 2 + _MOST_MISSES])
        return label_of(unit) is None or (bool(self.found) and not _names_follow(units, index))

    def _of_paragraph(self, unit: Unit, *, opening: bool) -> tuple[tuple[Attendee, ...], bool]:
        """The entries of one paragraph, and whether a label stands in it."""
        label = label_of(unit)
        if label and label.passing and not label.alone:
            return tuple(of_stretch(unit, label.status, label.names_at, len(unit.text))), False
        names_at = label.names_at if label else 0
        if label:
            self._begin(label, unit)
        elif title := group_title(unit.text):
            self._title = title
            return (), True
        elif post := _POST_ABOVE.fullmatch(unit.text):
            self._post = post["post"]
            return (), True
        elif self._status is AttendanceStatus.APOLOGIES and _KEEPS_MINUTES.match(unit.text):
            self._status = AttendanceStatus.IN_ATTENDANCE  # nobody who was away keeps the minutes
        inside = list(labels_inside(unit.text, names_at))
        if opening and label is None and inside:
            names_at = inside[0].start
        found: list[Attendee] = []
        ends = [*(each.start for each in inside), len(unit.text)]
        found.extend(of_stretch(unit, self._status, names_at, ends[0], among=bool(self.found)))
        for each, end in zip(inside, ends[1:], strict=True):
            self._begin(each, unit)
            found.extend(of_stretch(unit, self._status, each.names_at, end))
        if inside:
            self._headed = not unit.text[inside[-1].names_at :].strip()
        if len(found) == 1 and (title := group_title(unit.text[names_at:].split()[0])):
            self._title = title  # "Councillors A Vane", and the others in the lines below
        title_here = group_title(unit.text[:names_at]) if label else None
        return tuple(self._titled(found, title_here)), bool(label or inside)

    def _of_cells(self, row: Sequence[Unit]) -> tuple[tuple[Attendee, ...], bool]:
        """The entries of a table row, and whether it holds labels or the heads of columns."""
        labels = {unit.column: label_of(unit) for unit in row if unit.first}
        told = {column: label for column, label in labels.items() if label}
        if len(told) >= _FEWEST_LISTS:
            self._column_status = {column: label.status for column, label in told.items()}
            return tuple(_side_by_side(row, self._column_status, among=False)), True
        if self._column_status and not told:
            return tuple(_side_by_side(row, self._column_status, among=bool(self.found))), False
        if heads := column_heads([unit.text for unit in row]):
            self._columns = heads
            return (), True
        if label := labels[row[0].column]:
            self._begin(label, row[0])
            self._column_status = {}
        return tuple(self._titled(of_row(row, self._status, self._columns))), label is not None

    def _begin(self, label: Label, unit: Unit) -> None:
        """Let ``label`` hold from here on; what heads a group of those present or absent is no status of its own.

        "Members" in a list of apologies is such a head, and "Officers" below a line "Present" that names follow.
        """
        heads_group = label.alone and label.of_staff and self._headed and self._status is AttendanceStatus.PRESENT
        if label.opens or (label.status is AttendanceStatus.IN_ATTENDANCE and not heads_group):
            self._status = label.status
        self._headed = label.alone if label.opens else self._headed
        self._title = group_title(unit.text) if label.alone else None

    def _titled(self, attendees: Sequence[Attendee], title_here: str | None = None) -> Iterator[Attendee]:
        """``attendees`` with the title that the line of ``title_here`` or the head above gives to those without one."""
        for attendee in attendees:
            attendee, self._post = _with_post(attendee, self._post), None
            serves = attendee.person.role is not None and _SERVES.search(attendee.person.role)
            title = attendee.person.title or (None if serves else title_here or self._title)
            yield replace(attendee, person=replace(attendee.person, title=title))

    def _may_head(self, unit: Unit, index: int) -> bool:
        """Whether a unit without names may be the head of a group, and the list go on below it."""
        words = len(unit.text.split())
        if words >= _FEWEST_WORDS_OF_A_SENTENCE and _SENTENCE.search(unit.text):
            return False
        return (words <= _LONGEST_SUBHEADING and not unit.text.endswith(".")) or _names_soon(self._units, index)


def _with_post(attendee: Attendee, post: str | None) -> Attendee:
    """``attendee`` with the post that stands on the line above, where the entry itself tells none."""
    if post is None or attendee.person.role is not None:
        return attendee
    chairs = not post.lower().startswith(("vice", "deputy"))
    return replace(attendee, person=replace(attendee.person, role=post, note=post, chairs=chairs))


def _lines(units: Sequence[Unit], index: int) -> Sequence[Unit]:
    """The paragraph at ``index``, with the lines after it that a comma or "and" at its end runs on to."""
    end = index + 1
    while (
        end < min(len(units), index + _MOST_LINES)
        and _RUNS_ON.search(units[end - 1].text)
        and not (units[end].in_row or units[end].number or label_of(units[end]))
        and units[end].span.start == units[end - 1].span.end + 1
    ):
        end += 1
    return units[index:end]


def _joined(lines: Sequence[Unit]) -> Unit:
    """``lines`` as one paragraph; its text is that of its span."""
    text = "\n".join(line.text for line in lines)
    return replace(lines[0], text=text, span=Span(lines[0].span.start, lines[-1].span.end))


def _side_by_side(row: Sequence[Unit], statuses: Mapping[int, AttendanceStatus], *, among: bool) -> Iterator[Attendee]:
    """Those of a row of lists side by side, each with the status of the label at the head of the column.

    A cell beyond the labels belongs to the last; one that is a bracket goes on with the cell before it.
    """
    texts = [unit.text for unit in row]
    for at, unit in enumerate(row):
        status = statuses.get(max((column for column in statuses if column <= unit.column), default=-1))
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


def _is_page_number(unit: Unit) -> bool:
    """Whether a line is nothing but a number, as where a page ends within a text that knows no pages."""
    return len(unit.text) <= _LONGEST_PAGE_NUMBER and unit.text.isdigit()


def _names_follow(units: Sequence[Unit], index: int) -> bool:
    following = units[index + 1] if index + 1 < len(units) else None
    return following is not None and not following.number and bool(listed_people(following.text))


def _names_soon(units: Sequence[Unit], index: int) -> bool:
    """Whether one of the next two units is a label or holds listed names."""
    for unit in units[index : index + 2]:
        if unit.number:
            return False
        if label_status(unit) or group_title(unit.text) or listed_people(unit.text):
            return True
    return False
