"""Actions that were carried forward or dropped, as the command `actions` lists them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from corpus.courses.model import ActionCourse
from corpus.store import Corpus
from minuted.listcommand import with_before
from minuted.options import ListRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseRow:
    """One action as it is told of last, with the days (ISO 8601) and ids of all that is told of it, oldest first.

    ``carried`` counts the meetings at which it was told again and not closed; ``looked_at`` are the last two logs of
    its body, newest first: the day, the kind of paper and the file.
    """

    id: str
    document: str
    document_name: str
    page: int
    line: int | None
    body: str | None
    organisation: str | None
    date: str | None
    text: str
    reference: str | None
    owner: str | None
    owner_name: str | None
    due: str | None
    due_date: str | None
    status: str
    status_note: str | None
    first_date: str | None
    carried: int
    days: tuple[str, ...]
    told: tuple[str, ...]
    looked_at: tuple[str, ...]


def action_courses(folder: Path, request: ListRequest) -> tuple[ListRequest, tuple[ActionCourse, ...]]:
    """The courses that ``request`` asks for, and what it is with the bodies before the one asked for."""
    with Corpus.open(folder) as corpus:
        return with_before(corpus, request), corpus.action_courses(request.filter)


def course_row(course: ActionCourse) -> CourseRow:
    """``course`` in columns."""
    row = course.latest
    return CourseRow(
        id=row.id,
        document=row.document,
        document_name=row.document_name,
        page=row.page,
        line=row.line,
        body=row.body,
        organisation=row.organisation,
        date=row.date,
        text=row.text,
        reference=row.reference,
        owner=row.owner,
        owner_name=row.owner_name,
        due=row.due,
        due_date=row.due_date,
        status=row.status,
        status_note=row.status_note,
        first_date=course.told[0].date,
        carried=len(course.carried),
        days=tuple(told.date or "undated" for told in course.told),
        told=tuple(told.id for told in course.told),
        looked_at=tuple(f"{log.date} {log.kind} {log.document_name}" for log in course.logs),
    )
