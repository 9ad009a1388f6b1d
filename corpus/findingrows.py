"""The rows of lists of findings: flat, typed, each with the place it is cited by.

The names that all share are those of `corpus.rows`; ``rule`` is the id of the rule that found it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class RecommendationRow:
    """One recommendation."""

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
    text: str
    number: str | None
    stem: str | None
    board: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MotionRow:
    """One motion or amendment; ``fate`` is ``None`` where it is not told what became of it."""

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
    kind: str
    text: str
    fate: str | None
    moved_by: str | None
    seconded_by: str | None
    votes_for: int | None
    votes_against: int | None
    abstained: int | None
    not_voting: int | None
    vote_result: str | None
    named_votes: tuple[str, ...]
    casting_vote: str | None
    amends: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteRow:
    """One motion or amendment, or a decision that was voted on where no motion is told; ``kind`` says which.

    ``id`` is that of the motion or decision, ``fate`` a ``MotionFate`` for both.
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
    kind: str
    text: str
    stem: str | None
    fate: str | None
    moved_by: str | None
    seconded_by: str | None
    votes_for: int | None
    votes_against: int | None
    abstained: int | None
    not_voting: int | None
    vote_result: str | None
    named_votes: tuple[str, ...]
    casting_vote: str | None
    amends: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedDecisionRow:
    """One decision told of in retrospect: ``decided_by`` and ``decided_on`` as the text tells."""

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
    text: str
    decided_by: str | None
    decided_on: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionRow:
    """One action; ``owner`` and ``due`` are as written, ``owner_name`` and ``due_date`` what they were resolved to."""

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
    reference: str | None
    owner: str | None
    owner_name: str | None
    due: str | None
    due_date: str | None
    status: str
    explicit: bool
    status_note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclarationRow:
    """One declared interest; ``left`` tells whether the person left the room or took no part."""

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
    who: str
    name: str | None
    kind: str | None
    interest: str | None
    items: tuple[str, ...]
    left: bool | None
