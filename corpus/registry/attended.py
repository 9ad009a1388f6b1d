"""At which meetings a person was, of how many, and in which roles, from dated attendance lists."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from corpus.folding import fold
from corpus.people import MINE
from corpus.registry.rows import AttendedRow, RoleRow
from corpus.vocabulary import AttendanceStatus, PaperKind

_AT_TABLE = frozenset({AttendanceStatus.CHAIR, AttendanceStatus.PRESENT})
_Body = tuple[str | None, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """The person in one list: ``home`` is the body in whose papers it stands, ``date`` the meeting's."""

    document: str
    document_name: str
    page: int
    line: int | None
    home: str
    body: str | None
    organisation: str | None
    date: str | None
    kind: str | None
    status: AttendanceStatus
    role: str | None
    affiliation: str | None


def seen(connection: sqlite3.Connection, person: str) -> tuple[Seen, ...]:
    """Every list on show that names ``person`` (an id of the registry), the earliest first."""
    rows = connection.execute(_SEEN, {"person": person})
    return tuple(Seen(**{**row, "status": AttendanceStatus(row["status"])}) for row in rows)


def attended(connection: sqlite3.Connection, found: Iterable[Seen]) -> tuple[AttendedRow, ...]:
    """The attendance record of a person whom the lists ``found`` name, by body, the most often attended first."""
    by_body: dict[_Body, dict[str | None, list[Seen]]] = defaultdict(lambda: defaultdict(list))
    for each in found:
        if each.kind is not None:
            by_body[fold(each.body), each.home][each.date].append(each)
    records = [_record(connection, home, meetings) for (_, home), meetings in by_body.items()]
    return tuple(sorted(records, key=lambda record: (-record.meetings, record.body or "")))


def roles(found: Iterable[Seen]) -> tuple[RoleRow, ...]:
    """The roles that lists give, each at each body once."""
    held: dict[tuple[str | None, ...], list[Seen]] = defaultdict(list)
    for each in found:
        if each.role:
            held[fold(each.role), fold(each.affiliation), fold(each.body), each.home].append(each)
    return tuple(_role(lists) for lists in held.values())


def _role(lists: Sequence[Seen]) -> RoleRow:
    latest = max(lists, key=lambda each: each.date or "")
    dates = sorted(each.date for each in lists if each.date)
    return RoleRow(
        role=latest.role or "",
        affiliation=latest.affiliation,
        body=latest.body,
        organisation=latest.organisation,
        first_date=dates[0] if dates else None,
        last_date=dates[-1] if dates else None,
        times=len(lists),
        listed=True,
        document=latest.document,
        document_name=latest.document_name,
        page=latest.page,
        line=latest.line,
    )


def _record(connection: sqlite3.Connection, home: str, meetings: Mapping[str | None, Sequence[Seen]]) -> AttendedRow:
    told = [_as_minuted(lists) for lists in meetings.values()]
    latest = max(told, key=lambda each: each.date or "")
    dates = sorted(each.date for each in told if each.date)
    first, last = (dates[0], dates[-1]) if dates else (None, None)
    (held,) = connection.execute(
        _HELD, {"body": fold(latest.body), "home": home, "first": first, "last": last}
    ).fetchone()
    counted = Counter(each.status for each in told)
    return AttendedRow(
        body=latest.body,
        organisation=latest.organisation,
        first_date=first,
        last_date=last,
        present=sum(counted[status] for status in _AT_TABLE),
        chaired=counted[AttendanceStatus.CHAIR],
        in_attendance=counted[AttendanceStatus.IN_ATTENDANCE],
        apologies=counted[AttendanceStatus.APOLOGIES],
        meetings=max(held, len(told)),
        document=latest.document,
        document_name=latest.document_name,
        page=latest.page,
        line=latest.line,
    )


def _as_minuted(lists: Sequence[Seen]) -> Seen:
    """What tells best of one meeting: its minutes before an agenda, being there before apologies."""
    return min(
        lists,
        key=lambda each: (
            each.kind != PaperKind.MINUTES,
            each.status is AttendanceStatus.APOLOGIES,
            each.status is not AttendanceStatus.CHAIR,
        ),
    )


# A line of a list is of the person whose name stands in it by the rule for lists: a substitute's line names two.
_SEEN = f"""
    WITH {MINE}
    SELECT s.document_id AS document, s.document_name, a.page, a.line, coalesce(h.home, s.document_id) AS home,
           coalesce(m.body, s.body) AS body, coalesce(m.organisation, s.publisher) AS organisation,
           coalesce(m.date, s.date) AS date, m.kind, a.status, a.role, a.organisation AS affiliation
    FROM mine s JOIN person_mentions n ON n.person_id = s.id AND n.rule = 'people.list'
    JOIN attendance a ON a.document_id = s.document_id AND n.span_start >= a.span_start AND n.span_end <= a.span_end
    LEFT JOIN meetings m ON m.id = a.meeting_id
    LEFT JOIN document_homes h ON h.document_id = s.document_id
    GROUP BY s.document_id, a.position
    ORDER BY coalesce(m.date, s.date) IS NULL, coalesce(m.date, s.date), s.document_id, a.position
"""  # noqa: S608 - a constant of this program
_HELD = """
    SELECT count(DISTINCT m.date) FROM meetings m JOIN documents d ON d.id = m.document_id
    LEFT JOIN document_homes h ON h.document_id = d.id
    WHERE d.current AND m.kind = 'minutes' AND fold(coalesce(m.body, d.body)) IS :body
      AND coalesce(h.home, d.id) = :home AND m.date >= :first AND m.date <= :last
      AND EXISTS (SELECT 1 FROM attendance a WHERE a.meeting_id = m.id)
"""
