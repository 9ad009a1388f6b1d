"""The lists of what became of recommendations, over documents on show, and what is told of one finding."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Any

from corpus.alignment.model import Wording, marked
from corpus.alignment.rows import AlignedRow, CheckRow
from corpus.codec import decode_wording
from corpus.decisionlists import decision_traits
from corpus.filters import OTHERWISE, Filter
from corpus.listing import EVIDENCE, JOIN_PAPER, OF_PAPER, PLACE, WHERE_PAPER, listed
from corpus.stringlists import encode_strings
from corpus.vocabulary import NOT_AS_RECOMMENDED

_COLUMNS = """
    f.text, f.number, f.stem, f.board, a.fate, a.score, a.reason, a.sitting_body AS put_to, a.sitting_date AS put_on,
    a.meeting_id AS meeting, a.item_id AS item, x.id AS decision, x.quote AS resolved, x.outcome,
    x.document_id AS resolved_document, xd.name AS resolved_document_name, x.page AS resolved_page,
    x.line AS resolved_line, a.change
"""
_JOIN_DECISION = """
    LEFT JOIN aligned_decisions e ON e.recommendation_id = f.id AND e.position = 0
    LEFT JOIN decisions x ON x.id = e.decision_id LEFT JOIN documents xd ON xd.id = x.document_id
"""


_ALIGNED = " ".join(
    (
        "SELECT f.id,",
        PLACE,
        ",",
        EVIDENCE,
        ",",
        OF_PAPER,
        ",",
        _COLUMNS,
        "FROM recommendations f",
        JOIN_PAPER,
        "LEFT JOIN alignments a ON a.recommendation_id = f.id",
        _JOIN_DECISION,
    )
)
_DIFFERENT = ", ".join(f"'{fate.value}'" for fate in NOT_AS_RECOMMENDED)
_DAY = "coalesce(a.sitting_date, p.date)"
_WHERE = {
    **WHERE_PAPER,
    **decision_traits("x"),
    "explicit": "x.explicit = :explicit",
    "body": "instr(fold(coalesce(a.sitting_body, p.body)), :body) > 0",
    "since": f"{_DAY} >= :since",
    "until": f"substr({_DAY}, 1, length(:until)) <= :until",
    "meeting": "a.meeting_id = :meeting",
    "outcome": "x.outcome = :outcome",
    "text": "instr(fold(f.text), :text) > 0 OR instr(fold(x.text), :text) > 0",
    "fate": f"a.fate = :fate OR (:fate = '{OTHERWISE}' AND a.fate IN ({_DIFFERENT}))",
}
_NEWEST_FIRST = f" ORDER BY {_DAY} DESC, d.id, f.span_start, f.position"


def aligned(connection: sqlite3.Connection, wanted: Filter) -> tuple[AlignedRow, ...]:
    """The recommendations that ``wanted`` lets through with what became of them, newest first."""
    return tuple(map(_row, listed(connection, _ALIGNED, wanted, _WHERE, _NEWEST_FIRST)))


def of_recommendation(connection: sqlite3.Connection, recommendation: str) -> AlignedRow | None:
    """What became of the recommendation of that id."""
    found = connection.execute(f"{_ALIGNED} WHERE f.id = ? AND a.fate NOT NULL", (recommendation,)).fetchone()
    return found and _row(found)


def of_decision(connection: sqlite3.Connection, decision: str) -> tuple[AlignedRow, ...]:
    """The recommendations that the decision of that id resolved on."""
    query = f"""{_ALIGNED} WHERE d.current AND f.id IN (
        SELECT recommendation_id FROM aligned_decisions WHERE decision_id = ?) ORDER BY d.id, f.span_start"""  # noqa: S608
    return tuple(_row(row) for row in connection.execute(query, (decision,)))


def wordings(connection: sqlite3.Connection, recommendations: Iterable[str]) -> dict[str, tuple[Wording, ...]]:
    """By recommendation how its wording changed, those left out of which it did not."""
    found = connection.execute(_WORDINGS, (encode_strings(recommendations),))
    return {row["recommendation_id"]: decode_wording(row["change"]) for row in found}


def checks(connection: sqlite3.Connection) -> tuple[CheckRow, ...]:
    """How all reported decisions on show stand that were checked."""
    return tuple(CheckRow(**row) for row in connection.execute(f"{_CHECK} ORDER BY reported_id"))


def check_of(connection: sqlite3.Connection, reported: str) -> CheckRow | None:
    """How the reported decision of that id stands; ``None`` where it was not checked yet."""
    found = connection.execute(f"{_CHECK} WHERE reported_id = ?", (reported,)).fetchone()
    return found and CheckRow(**found)


def _row(row: sqlite3.Row) -> AlignedRow:
    change = decode_wording(row["change"] or "[]")
    columns: dict[str, Any] = {**row, "change": marked(change) if change else None}
    return AlignedRow(**columns)


_WORDINGS = """
    SELECT recommendation_id, change FROM alignments
    WHERE recommendation_id IN (SELECT value FROM json_each(?)) AND change <> '[]'
"""
_CHECK = """
    SELECT reported_id AS id, standing, score, reason, sitting_body AS decided_by, sitting_date AS decided_on,
        meeting_id AS meeting, decision_id AS decision
    FROM reported_checks
"""
