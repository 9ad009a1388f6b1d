"""The list of decisions: one query, over documents on show; and what all that is voted on has in common."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Any

from corpus.decisionrows import DecisionRow
from corpus.filters import Filter
from corpus.listing import (
    EVIDENCE,
    JOIN_MEETING,
    OF_MEETING,
    PERSON_IN_SPAN,
    PLACE,
    WHERE_MEETING,
    listed,
    truth,
)
from corpus.namedvotes import decode_named_votes
from corpus.stringlists import decode_strings, encode_strings
from corpus.vocabulary import DecisionTrait

VOTE = """
    f.moved_by, f.seconded_by, f.votes_for, f.votes_against, f.abstained, f.not_voting, f.vote_result, f.named_votes,
    f.casting_vote
"""
_PARTICULARS = """
    f.delegated_to, f.consulting, f.delegated_task, f.deferred_to, f.deferred_to_date, f.referred_to, f.conditions,
    f.key_decision, f.call_in, f.urgency, f.effective_date, f.reasons, f.exempt
"""

MOVERS = ("instr(fold(f.moved_by), :person) > 0", "instr(fold(f.seconded_by), :person) > 0")
VOTERS = "instr(fold(f.named_votes), :person) > 0"
DECISIONS = " ".join(
    (
        "SELECT f.id,",
        PLACE,
        ",",
        EVIDENCE,
        ",",
        OF_MEETING,
        ", f.meeting_id AS meeting, f.text, f.number, f.outcome, f.verb, f.item, f.explicit,",
        VOTE,
        ", f.stem, f.motion_id AS motion,",
        _PARTICULARS,
        "FROM decisions f",
        JOIN_MEETING,
    )
)


_DECISIONS_OF = DECISIONS + " WHERE f.id IN (SELECT value FROM json_each(?))"  # noqa: S608


def decision_traits(alias: str) -> dict[str, str]:
    """By trait the SQL condition that the decision under that ``alias`` has it."""
    return {
        DecisionTrait.VOTE: f"{alias}.voted",
        DecisionTrait.NAMED_VOTE: f"{alias}.named_votes IS NOT NULL",
        DecisionTrait.DELEGATION: f"{alias}.delegated_to IS NOT NULL",
        DecisionTrait.DEFERRAL: f"{alias}.deferred_to IS NOT NULL OR {alias}.deferred_to_date IS NOT NULL",
        DecisionTrait.REFERRAL: f"{alias}.referred_to IS NOT NULL",
        DecisionTrait.CONDITIONS: f"{alias}.conditions IS NOT NULL",
        DecisionTrait.KEY_DECISION: f"{alias}.key_decision",
        DecisionTrait.CALL_IN: f"{alias}.call_in IS NOT NULL",
        DecisionTrait.URGENCY: f"{alias}.urgency IS NOT NULL",
        DecisionTrait.EFFECTIVE_DATE: f"{alias}.effective_date IS NOT NULL",
        DecisionTrait.REASONS: f"{alias}.reasons IS NOT NULL",
        DecisionTrait.EXEMPT: f"{alias}.exempt IS NOT NULL",
    }


_WHERE_DECISIONS = {
    **WHERE_MEETING,
    **decision_traits("f"),
    "outcome": "f.outcome = :outcome",
    "explicit": "f.explicit = :explicit",
    "person": " OR ".join((PERSON_IN_SPAN, *MOVERS, VOTERS)),
}


def decisions(connection: sqlite3.Connection, wanted: Filter) -> tuple[DecisionRow, ...]:
    """The decisions that ``wanted`` lets through, newest first."""
    return tuple(map(decision_row, listed(connection, DECISIONS, wanted, _WHERE_DECISIONS)))


def decisions_of(connection: sqlite3.Connection, ids: Iterable[str]) -> tuple[DecisionRow, ...]:
    """Those decisions that have one of ``ids``."""
    return tuple(map(decision_row, connection.execute(_DECISIONS_OF, (encode_strings(ids),))))


def decision_row(row: sqlite3.Row) -> DecisionRow:
    """One row of ``DECISIONS``."""
    columns: dict[str, Any] = {
        **row,
        "explicit": bool(row["explicit"]),
        "named_votes": named_votes(row["named_votes"]),
        "key_decision": truth(row["key_decision"]),
        "exempt": None if row["exempt"] is None else decode_strings(row["exempt"]),
    }
    return DecisionRow(**columns)


def named_votes(column: str | None) -> tuple[str, ...]:
    """Who voted how, as a row tells it: "Cllr Orme: against"."""
    votes = () if column is None else decode_named_votes(column)
    return tuple(f"{vote.name}: {vote.way.value.replace('_', ' ')}" for vote in votes)
