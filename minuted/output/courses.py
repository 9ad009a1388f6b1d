"""Actions that were carried forward or dropped: since when, where they were told of, which logs were looked at."""

from __future__ import annotations

from corpus.courses.model import ActionCourse, Log
from corpus.findingrows import ActionRow
from corpus.vocabulary import ActionCourseKind
from minuted.courses import course_row
from minuted.options import ListRequest
from minuted.output.answers import show_list
from minuted.output.citation import joined, long_date, named, one_line, place
from minuted.output.lines import Line
from minuted.output.missing import numbered
from minuted.output.owed import due_words, owner_words, standing_words


def show_courses(request: ListRequest, found: tuple[ActionCourse, ...]) -> None:
    """Print ``found``, of which there may be one more than was asked for."""
    courses = {course.latest.id: course for course in found}
    rows = [course_row(course) for course in found]
    kind = ActionCourseKind(request.filter.course or "")
    show_list(
        request, f"{kind} actions", rows, ("DATE", "STATUS", "DUE", "ACTION"), lambda row: _line(courses[row.id], kind)
    )


def _line(course: ActionCourse, kind: ActionCourseKind) -> Line:
    row = course.latest
    told = joined(due_words(row.due, row.due_date), standing_words(row.status_note))
    went_on = _carried(course) if kind is ActionCourseKind.CARRIED else _dropped(course)
    return Line(
        cells=(row.date or "undated", row.status, row.due_date or ""),
        text=f"{owner_words(row)}: {one_line(row.text)}",
        citation=joined(named(row.organisation, row.body), row.reference, place(row), row.id),
        notes=tuple(filter(None, (told, went_on))),
    )


def _carried(course: ActionCourse) -> str:
    first = course.told[0]
    again = ", ".join(_told(row) for row in course.carried)
    times = numbered(len(course.carried), "time")
    return f"first {_told(first)}; carried forward {times}: {again}"


def _dropped(course: ActionCourse) -> str:
    since = f"first {_told(course.told[0])}; " if len(course.told) > 1 else ""
    return f"{since}in neither of the last two that are held: {'; '.join(map(_log, course.logs))}"


def _told(row: ActionRow) -> str:
    return f"{long_date(row.date) or 'undated'} ({place(row)})"


def _log(log: Log) -> str:
    return f"{log.kind.replace('_', ' ')} of {long_date(log.date)} ({log.document_name})"
