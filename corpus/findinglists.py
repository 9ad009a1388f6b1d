"""The lists of what was asked for, moved, decided, declared and to be done: one query each, over documents on show."""

from __future__ import annotations

import sqlite3
from typing import Any

from corpus.decisionlists import MOVERS, VOTE, VOTERS, named_votes
from corpus.filters import Filter
from corpus.findingrows import (
    ActionRow,
    DeclarationRow,
    MotionRow,
    RecommendationRow,
    ReportedDecisionRow,
    VoteRow,
)
from corpus.listing import (
    EVIDENCE,
    JOIN_MEETING,
    JOIN_PAPER,
    NEWEST_FIRST,
    OF_MEETING,
    OF_PAPER,
    PERSON_IN_SPAN,
    PLACE,
    WHERE_MEETING,
    WHERE_PAPER,
    listed,
    truth,
)
from corpus.stringlists import decode_strings
from corpus.vocabulary import ActionStatus

RECOMMENDATIONS = " ".join(
    (
        "SELECT f.id,",
        PLACE,
        ",",
        EVIDENCE,
        ",",
        OF_PAPER,
        ", f.text, f.number, f.stem, f.board FROM recommendations f",
        JOIN_PAPER,
    )
)

MOTIONS = " ".join(
    (
        "SELECT f.id,",
        PLACE,
        ",",
        EVIDENCE,
        ",",
        OF_MEETING,
        ", f.meeting_id AS meeting, f.kind, f.text, f.fate,",
        VOTE,
        ", f.amends_id AS amends FROM motions f",
        JOIN_MEETING,
    )
)
_WHERE_MOTIONS = {**WHERE_MEETING, "person": " OR ".join((PERSON_IN_SPAN, *MOVERS, VOTERS))}

_STANDS = """
    f.id, f.document_id, f.position, f.at_paper, f.meeting_id, f.section_id, f.page, f.line, f.span_start, f.span_end,
    f.quote, f.rule, f.text
"""
# A decision is voted on with its motion; where the motion tells no vote, by one of its own.
VOTES = " ".join(
    (
        "SELECT f.id,",
        PLACE,
        ",",
        EVIDENCE,
        ",",
        OF_MEETING,
        ", f.meeting_id AS meeting, f.kind, f.text, f.stem, f.fate,",
        VOTE,
        ", f.amends_id AS amends FROM (SELECT",
        _STANDS,
        ",",
        VOTE,
        ", f.kind, f.fate, f.amends_id, NULL AS stem FROM motions f UNION ALL SELECT",
        _STANDS,
        ",",
        VOTE,
        ", 'decision', iif(f.vote_result = 'unanimous', 'carried', f.vote_result), NULL, f.stem FROM decisions f",
        "WHERE f.voted AND NOT EXISTS (SELECT 1 FROM motions n WHERE n.id = f.motion_id AND n.voted)) f",
        JOIN_MEETING,
    )
)
_WHERE_VOTES = {
    **_WHERE_MOTIONS,
    "fate": "f.fate = :fate",
    "voter": """EXISTS (SELECT 1 FROM json_each(f.named_votes) v
        WHERE instr(fold(json_extract(v.value, '$[0]')), :voter) > 0)""",
}

REPORTED_DECISIONS = " ".join(
    (
        "SELECT f.id,",
        PLACE,
        ",",
        EVIDENCE,
        ",",
        OF_PAPER,
        ", f.text, f.decided_by, f.decided_on FROM reported_decisions f",
        JOIN_PAPER,
    )
)

ACTIONS = " ".join(
    (
        "SELECT f.id,",
        PLACE,
        ",",
        EVIDENCE,
        ",",
        OF_MEETING,
        ", f.meeting_id AS meeting, f.text, f.reference, f.owner, f.owner_name, f.due, f.due_date, f.status,",
        "f.explicit, f.status_note FROM actions f",
        JOIN_MEETING,
    )
)
# Where the owner is named in the list of those who attended, also by initials and role that stand there.
_OWNED = """
    instr(fold(f.owner), :{0}) > 0 OR instr(fold(f.owner_name), :{0}) > 0 OR EXISTS (
        SELECT 1 FROM attendance a WHERE a.meeting_id = f.meeting_id AND a.name = f.owner_name
          AND (fold(a.initials) = :{0} OR instr(fold(a.role), :{0}) > 0))"""
_WHERE_ACTIONS = {
    **WHERE_MEETING,
    "status": "f.status = :status",
    "not_status": "f.status <> :not_status",
    "overdue_on": f"f.due_date < :overdue_on AND f.status <> '{ActionStatus.CLOSED.value}'",
    "owner": _OWNED.format("owner"),
    "person": " OR ".join((PERSON_IN_SPAN, _OWNED.format("person"))),
}

_DUE_FIRST = NEWEST_FIRST.replace("ORDER BY", "ORDER BY f.due_date IS NULL, f.due_date,")

DECLARATIONS = " ".join(
    (
        "SELECT f.id,",
        PLACE,
        ",",
        EVIDENCE,
        ",",
        OF_MEETING,
        ", f.meeting_id AS meeting, f.who, f.name, f.kind, f.interest, f.items,",
        'f.left_room AS "left" FROM declarations f',
        JOIN_MEETING,
    )
)
_WHERE_DECLARATIONS = {
    **WHERE_MEETING,
    "text": "instr(fold(f.quote), :text) > 0",
    "person": "instr(fold(f.who), :person) > 0 OR instr(fold(f.name), :person) > 0",
    "interest": "f.kind = :interest",
}


def recommendations(connection: sqlite3.Connection, wanted: Filter) -> tuple[RecommendationRow, ...]:
    """The recommendations that ``wanted`` lets through, newest first."""
    return tuple(map(recommendation_row, listed(connection, RECOMMENDATIONS, wanted, WHERE_PAPER)))


def motions(connection: sqlite3.Connection, wanted: Filter) -> tuple[MotionRow, ...]:
    """The motions and amendments that ``wanted`` lets through, of the newest meeting first."""
    return tuple(map(motion_row, listed(connection, MOTIONS, wanted, _WHERE_MOTIONS)))


def votes(connection: sqlite3.Connection, wanted: Filter) -> tuple[VoteRow, ...]:
    """What was moved or voted on that ``wanted`` lets through, of the newest meeting first."""
    return tuple(map(_vote_row, listed(connection, VOTES, wanted, _WHERE_VOTES)))


def reported_decisions(connection: sqlite3.Connection, wanted: Filter) -> tuple[ReportedDecisionRow, ...]:
    """The decisions told of in retrospect that ``wanted`` lets through, newest paper first."""
    return tuple(map(reported_decision_row, listed(connection, REPORTED_DECISIONS, wanted, WHERE_PAPER)))


def actions(connection: sqlite3.Connection, wanted: Filter) -> tuple[ActionRow, ...]:
    """The actions that ``wanted`` lets through, newest first; of those still to be done, first what is due first."""
    to_be_done = wanted.overdue_on is not None or wanted.not_status == ActionStatus.CLOSED
    order = _DUE_FIRST if to_be_done else NEWEST_FIRST
    return tuple(map(action_row, listed(connection, ACTIONS, wanted, _WHERE_ACTIONS, order)))


def declarations(connection: sqlite3.Connection, wanted: Filter) -> tuple[DeclarationRow, ...]:
    """The declared interests that ``wanted`` lets through, of the newest meeting first."""
    return tuple(map(declaration_row, listed(connection, DECLARATIONS, wanted, _WHERE_DECLARATIONS)))


def recommendation_row(row: sqlite3.Row) -> RecommendationRow:
    """One row of ``RECOMMENDATIONS``."""
    return RecommendationRow(**row)


def motion_row(row: sqlite3.Row) -> MotionRow:
    """One row of ``MOTIONS``."""
    columns: dict[str, Any] = {**row, "named_votes": named_votes(row["named_votes"])}
    return MotionRow(**columns)


def _vote_row(row: sqlite3.Row) -> VoteRow:
    columns: dict[str, Any] = {**row, "named_votes": named_votes(row["named_votes"])}
    return VoteRow(**columns)


def reported_decision_row(row: sqlite3.Row) -> ReportedDecisionRow:
    """One row of ``REPORTED_DECISIONS``."""
    return ReportedDecisionRow(**row)


def action_row(row: sqlite3.Row) -> ActionRow:
    """One row of ``ACTIONS``."""
    columns: dict[str, Any] = {**row, "explicit": bool(row["explicit"])}
    return ActionRow(**columns)


def declaration_row(row: sqlite3.Row) -> DeclarationRow:
    """One row of ``DECLARATIONS``."""
    columns: dict[str, Any] = {**row, "items": decode_strings(row["items"]), "left": truth(row["left"])}
    return DeclarationRow(**columns)
