"""What is told of a decision beside what was decided: the vote on it, who may act, until when, on what conditions."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.vocabulary import VoteResult, VoteWay


@dataclass(frozen=True, slots=True)
class NamedVote:
    """How somebody voted in a recorded vote, or asked to have it recorded; ``name`` is as written."""

    name: str
    way: VoteWay


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """The count of a vote; ``None`` where the text gives no count.

    ``named`` is in the order of the text; ``casting_vote`` is whoever gave one, as written ("the Chairman").
    """

    votes_for: int | None = None
    votes_against: int | None = None
    abstained: int | None = None
    not_voting: int | None = None
    result: VoteResult | None = None
    named: tuple[NamedVote, ...] = ()
    casting_vote: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegation:
    """Who may decide in a body's place, whom to consult before, and on what; all as written."""

    to: str
    consulting: str | None = None
    task: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Particulars:
    """What a decision says beside what was decided; each ``None`` where it is not told.

    Words are as written: until when it was deferred, to which body it was referred, what it is subject to, whether and
    until when it may be called in, why it is urgent, for which reasons it was taken. ``deferred_to_date`` and
    ``effective_date`` are ISO 8601. ``exempt`` holds the paragraphs of Part 1 of Schedule 12A to the Local Government
    Act 1972 under which it was taken in private, as printed; nothing where it was private and none is named.
    """

    delegation: Delegation | None = None
    deferred_to: str | None = None
    deferred_to_date: str | None = None
    referred_to: str | None = None
    conditions: str | None = None
    key_decision: bool | None = None
    call_in: str | None = None
    urgency: str | None = None
    effective_date: str | None = None
    reasons: str | None = None
    exempt: tuple[str, ...] | None = None
