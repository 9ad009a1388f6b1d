"""One attendance list, read unit by unit: what labels and heads say holds for the names below them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.spans import Span
from corpus.vocabulary import AttendanceStatus
from ingest.structure.attendancelabels import Label, labels_inside
from ingest.structure.attendees import Attendee, label_of, label_status, of_row, of_stretch, row_of, side_by_side
from ingest.structure.peoplelists import group_title, listed_people
from ingest.structure.peoplerows import Columns, column_heads
from ingest.structure.units import Unit

_MOST_MISSES = 2  # lines without a name that a list may hold: the heads of its groups
_FEWEST_LISTS = 2  # labelled cells that make a row one of lists side by side
_LONGEST_LIST = 150  # units; no list runs on for longer
_MOST_EMPTY = 12  # labels and heads of groups, one below the other, that may name nobody
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
_RUNS_ON = re.compile(r"(?:,|\band|&)$")
_KEEPS_MINUTES = re.compile(
    r"(?:minute[- ](?:taker|secretary)|minutes|clerk|secretary)(?: \w+)?\s?[:–-]\s*[A-Z]", re.IGNORECASE
)
_SERVES = re.compile(r"\b(?:clerk|officer|director|manager|secretary|rfo|minutes?)\b", re.IGNORECASE)
_POST_ABOVE = re.compile(r"(?P<post>(?:(?:vice|deputy)[- ]?)?chair(?:man|woman|person)?)\s?:?", re.IGNORECASE)


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
        misses = empty = 0
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
                empty = 0 if entries else empty + 1
                if empty > _MOST_EMPTY:
                    break
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
            return tuple(side_by_side(row, self._column_status, among=False)), True
        if self._column_status and not told:
            return tuple(side_by_side(row, self._column_status, among=bool(self.found))), False
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
