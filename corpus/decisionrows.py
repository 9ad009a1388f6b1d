"""The row of lists of decisions: of all findings those that a search tells most of, so it loads this alone."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRow:
    """One decision; counts of a vote are ``None`` where none is told, and so is whatever it does not say of itself.

    ``named_votes`` are like "Cllr Orme: against". ``stem`` is the lead-in that completes ``text``.
    """

    id: str
    document: str
    document_name: str
    page: int
    line: int | None
    start: int
    end: int
    quote: str
    rule: str
    paper: str | None
    paper_title: str
    paper_kind: str | None
    body: str | None
    organisation: str | None
    date: str | None
    section: str | None
    meeting: str | None
    text: str
    number: str | None
    outcome: str
    verb: str | None
    item: str | None
    explicit: bool
    moved_by: str | None
    seconded_by: str | None
    votes_for: int | None
    votes_against: int | None
    abstained: int | None
    not_voting: int | None
    vote_result: str | None
    named_votes: tuple[str, ...]
    casting_vote: str | None
    stem: str | None
    motion: str | None
    delegated_to: str | None
    consulting: str | None
    delegated_task: str | None
    deferred_to: str | None
    deferred_to_date: str | None
    referred_to: str | None
    conditions: str | None
    key_decision: bool | None
    call_in: str | None
    urgency: str | None
    effective_date: str | None
    reasons: str | None
    exempt: tuple[str, ...] | None
