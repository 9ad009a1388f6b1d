"""Reads from the store what documents on show tell of meetings: their papers, approvals, announcements, counts."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from corpus.alignment.reading import board, board_columns, board_joins
from corpus.bodies import fold_organisation
from corpus.coverage.model import HeldPaper, Mention
from corpus.filters import Filter, narrowed
from corpus.registry.belonging import asked_for
from corpus.stringlists import encode_strings
from corpus.vocabulary import MeetingStatus, PaperKind

_OF_MEETINGS = tuple(
    kind.value
    for kind in (
        PaperKind.AGENDA,
        PaperKind.MINUTES,
        PaperKind.REPORT,
        PaperKind.PRESENTATION,
        PaperKind.APPENDIX,
        PaperKind.ACTION_LOG,
    )
)
"""Papers whose day is that of a meeting; a notice of a decision, or a forward plan, has one of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """The body of a paper: ``key`` tells it from all others, ``form`` is its name as `corpus.bodies` folds it.

    ``home`` is whose papers it stands among; where it is not ``published``, that is told nowhere, and ``home`` stands
    for nobody. ``id`` and ``organisation`` are ``None`` where they are not known. Where the paper names no body,
    it is ``supposed`` to be the one in whose papers it stands.
    """

    key: str
    form: str
    home: str
    published: bool
    id: str | None
    name: str
    organisation: str | None
    supposed: bool = False


class MentionKind(StrEnum):
    """What the paper of one meeting says of another."""

    APPROVAL = "approval"
    ANNOUNCEMENT = "announcement"
    CANCELLATION = "cancellation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """How much the papers of one meeting tell."""

    decisions: int = 0
    actions: int = 0
    exempt: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldFact:
    """A paper that is held, of a meeting of ``body`` on ``date`` (ISO 8601)."""

    body: Named
    date: str
    paper: HeldPaper
    counted: Counted


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionFact:
    """What a paper of ``body`` says of a meeting on ``date`` (ISO 8601)."""

    kind: MentionKind
    body: Named
    date: str
    mention: Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All that is told of meetings; ``unplaced`` counts agendas and minutes without a day or a body."""

    held: tuple[HeldFact, ...]
    mentions: tuple[MentionFact, ...]
    unplaced: int

    @property
    def bodies(self) -> tuple[Named, ...]:
        """The body of each fact, in no order."""
        return (*(fact.body for fact in self.held), *(fact.body for fact in self.mentions))


def facts(connection: sqlite3.Connection) -> Facts:
    """What all documents on show tell of meetings.

    All: a paper that doesn't print its publisher may be the one that a gap of that publisher is about.
    """
    counted = _counted(connection)
    held: list[HeldFact] = []
    unplaced = 0
    for row in connection.execute(_HELD, {"kinds": encode_strings(_OF_MEETINGS)}):
        body = _named(row)
        if body and row["day"]:
            held.append(HeldFact(body=body, date=row["day"], paper=_paper(row), counted=_counts_of(row, counted)))
        elif row["meeting"]:
            unplaced += 1
    return Facts(held=tuple(held), mentions=tuple(_mentions(connection)), unplaced=unplaced)


def papers_of(connection: sqlite3.Connection, wanted: Filter) -> frozenset[str]:
    """The ids of the papers of the organisation that ``wanted`` asks for, as lists tell them."""
    from corpus.registry.asked import asked

    narrowing = Filter(organisation=wanted.organisation, exactly=wanted.exactly)
    where, parameters = narrowed(narrowing, {"organisation": _ASKED_FOR})
    if wanted.organisation is not None:
        parameters["bodies"] = encode_strings(asked(connection, wanted.organisation, exactly=wanted.exactly).bodies)
    return frozenset(row["id"] for row in connection.execute(_PAPERS + where, parameters))


def _mentions(connection: sqlite3.Connection) -> Iterator[MentionFact]:
    for query in (_APPROVALS, _ANNOUNCED):
        for row in connection.execute(query):
            if body := _named(row):
                mention = Mention(
                    quote=row["quote"],
                    told_on=row["told_on"],
                    called=row["called"],
                    document=row["document"],
                    document_name=row["document_name"],
                    page=row["page"],
                    line=row["line"],
                )
                yield MentionFact(kind=MentionKind(row["mention"]), body=body, date=row["day"], mention=mention)


def _named(row: sqlite3.Row) -> Named | None:
    """The body that ``row`` names; where it names none, the one in whose papers it stands, where that is known."""
    named = board(row)
    if named is None:
        if not (row["published"] and row["home_body"]):
            return None
        return Named(
            key=row["home_body"],
            form=fold_organisation(row["home_name"]),
            home=row["home"],
            published=True,
            id=row["home_body"],
            name=row["home_name"],
            organisation=row["home_name"],
            supposed=True,
        )
    return Named(
        key=named.id or f"{named.home}:{named.form}",
        form=named.form,
        home=named.home,
        published=named.published,
        id=named.id,
        name=named.name,
        organisation=row["organisation"] or (row["home_name"] if named.published else None),
    )


def _paper(row: sqlite3.Row) -> HeldPaper:
    return HeldPaper(
        kind=PaperKind(row["kind"]),
        title=row["title"],
        status=None if row["status"] is None else MeetingStatus(row["status"]),
        paper=row["paper"],
        meeting=row["meeting"],
        document=row["document"],
        document_name=row["document_name"],
        page=row["page"],
        line=row["line"],
    )


@dataclass(frozen=True, slots=True)
class _Counts:
    """How many decisions and actions by meeting, and how many exempt items by paper."""

    decisions: Mapping[str, int]
    actions: Mapping[str, int]
    exempt: Mapping[str, int]


def _counted(connection: sqlite3.Connection) -> _Counts:
    def by(query: str) -> dict[str, int]:
        return defaultdict(int, {row["id"]: row["number"] for row in connection.execute(query) if row["id"]})

    return _Counts(by(_DECISIONS), by(_ACTIONS), by(_EXEMPT))


def _counts_of(row: sqlite3.Row, counts: _Counts) -> Counted:
    meeting = row["meeting"] or ""
    exempt = counts.exempt.get(row["paper"], 0) if row["meeting"] else 0
    return Counted(decisions=counts.decisions.get(meeting, 0), actions=counts.actions.get(meeting, 0), exempt=exempt)


_BODY = "coalesce(m.body, p.body)"
_ASKED_FOR = asked_for("coalesce(m.organisation, p.organisation)", _BODY)
_NAMES = f"coalesce(m.organisation, p.organisation) AS organisation, hr.name AS home_name, {board_columns(_BODY)}"
_FILE = "d.id AS document, d.name AS document_name"
_IN_ORDER = "ORDER BY day, d.id, f.span_start"
_HELD = f"""
    SELECT p.id AS paper, m.id AS meeting, p.kind, p.title, m.status, p.page, p.line,
        coalesce(m.date, p.date) AS day, {_FILE}, {_NAMES}
    FROM papers f JOIN papers p ON p.id = f.id JOIN documents d ON d.id = p.document_id
    LEFT JOIN meetings m ON m.paper_id = p.id
    {board_joins(_BODY)}
    WHERE d.current AND (m.id IS NOT NULL OR p.kind IN (SELECT value FROM json_each(:kinds))) {_IN_ORDER}
"""  # noqa: S608 - as all here, of constants of this module
_PAPERS = """
    SELECT p.id FROM papers p JOIN documents d ON d.id = p.document_id LEFT JOIN meetings m ON m.paper_id = p.id
    WHERE d.current
"""
_APPROVALS = f"""
    SELECT 'approval' AS mention, f.date AS day, f.quote, f.page, f.line, m.date AS told_on,
        NULL AS called, {_FILE}, {_NAMES}
    FROM minutes_approvals f JOIN documents d ON d.id = f.document_id
    JOIN meetings m ON m.id = f.meeting_id JOIN papers p ON p.id = m.paper_id
    {board_joins(_BODY)}
    WHERE d.current {_IN_ORDER}
"""  # noqa: S608
_ANNOUNCED = f"""
    SELECT iif(f.cancelled, 'cancellation', 'announcement') AS mention, f.date AS day, f.quote, f.page, f.line,
        coalesce(m.date, p.date) AS told_on, f.called, {_FILE}, {_NAMES}
    FROM announced_meetings f JOIN documents d ON d.id = f.document_id
    JOIN papers p ON p.id = f.paper_id LEFT JOIN meetings m ON m.paper_id = p.id
    {board_joins(_BODY)}
    WHERE d.current {_IN_ORDER}
"""  # noqa: S608
_DECISIONS = "SELECT meeting_id AS id, count(*) AS number FROM decisions GROUP BY meeting_id"
_ACTIONS = "SELECT meeting_id AS id, count(*) AS number FROM actions GROUP BY meeting_id"
_EXEMPT = """
    SELECT at_paper AS id, count(DISTINCT coalesce(section_id, span_start)) AS number FROM exemptions GROUP BY at_paper
"""
