"""Ballots: what a text says of one and the same vote, piece by piece, put together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.particulars import Vote
from corpus.spans import Span
from corpus.vocabulary import MotionFate, MotionKind, VoteResult, VoteWay
from extract.votes import Piece

_FARTHEST = 300  # characters between two pieces of one ballot
_TOLD_TWICE = 60  # characters between two words for one result: "carried unanimously"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """One vote, or another end of a motion: what it was on, as far as the text says, and how it went.

    ``sentence`` is where the sentence begins that first tells of it, ``alone`` tells that it says nothing else.
    ``paragraph`` is the number of the paragraph that holds the motion; ``partly`` tells a vote on a part of it only.
    """

    span: Span
    sentence: int
    alone: bool = False
    subject: MotionKind | None = None
    paragraph: str | None = None
    fate: MotionFate | None = None
    vote: Vote | None = None
    partly: bool = False


def ballots(pieces: Sequence[Piece], borders: Iterable[int]) -> tuple[Ballot, ...]:
    """The ballots that ``pieces`` tell of, in the order of the text; none reaches over one of ``borders`` (offsets)."""
    return tuple(_counted(ballot) for ballot in _joined(pieces, sorted(borders)))


def _joined(pieces: Sequence[Piece], borders: Sequence[int]) -> Iterator[Ballot]:
    current: Ballot | None = None
    for piece in pieces:
        together = current and _with(current, piece)
        if current and together and not _apart(current.span, piece.span, borders):
            current = together
            continue
        if current:
            yield current
        current = _alone(piece)
    if current:
        yield current


def _apart(one: Span, other: Span, borders: Sequence[int]) -> bool:
    return other.start - one.end > _FARTHEST or any(one.start < border <= other.start for border in borders)


def _alone(piece: Piece) -> Ballot:
    return Ballot(
        span=piece.span,
        sentence=piece.sentence,
        alone=piece.alone,
        subject=piece.subject,
        paragraph=piece.paragraph,
        fate=piece.fate,
        vote=piece.vote,
        partly=piece.partly,
    )


def _with(ballot: Ballot, piece: Piece) -> Ballot | None:
    """``ballot`` with what ``piece`` adds; ``None`` where the piece tells of another one."""
    if piece.opens and (ballot.fate or ballot.vote) and piece.span.start >= ballot.span.end:
        return None
    if piece.subject and ballot.subject and not _same(piece.subject, ballot.subject):
        return None
    if piece.fate and ballot.fate and piece.fate is not ballot.fate:
        return None
    if piece.fate and ballot.fate and piece.span.start - ballot.span.end > _TOLD_TWICE:
        return None
    vote = merged(ballot.vote, piece.vote)
    if piece.vote and vote is None:
        return None
    return replace(
        ballot,
        span=Span(ballot.span.start, max(ballot.span.end, piece.span.end)),
        subject=_closer(ballot.subject, piece.subject),
        paragraph=ballot.paragraph or piece.paragraph,
        fate=ballot.fate or piece.fate,
        vote=vote,
        partly=ballot.partly or piece.partly,
    )


def _same(one: MotionKind, other: MotionKind) -> bool:
    """Whether the two can be said of one thing: a substantive motion is called a motion too."""
    return one is other or MotionKind.AMENDMENT not in (one, other)


def _closer(one: MotionKind | None, other: MotionKind | None) -> MotionKind | None:
    return MotionKind.SUBSTANTIVE if MotionKind.SUBSTANTIVE in (one, other) else one or other


def merged(one: Vote | None, other: Vote | None) -> Vote | None:
    """What two pieces say together; ``None`` where they say two different things of one side."""
    if one is None or other is None:
        return one or other
    for side in ("votes_for", "votes_against", "abstained", "not_voting", "casting_vote"):
        if None not in (said := (getattr(one, side), getattr(other, side))) and said[0] != said[1]:
            return None
    results = {one.result, other.result} - {None}
    if VoteResult.LOST in results and len(results) > 1 and VoteResult.CARRIED in results:
        return None
    result = next(
        (each for each in (VoteResult.LOST, VoteResult.UNANIMOUS, VoteResult.CARRIED) if each in results), None
    )
    return Vote(
        votes_for=_either(one.votes_for, other.votes_for),
        votes_against=_either(one.votes_against, other.votes_against),
        abstained=_either(one.abstained, other.abstained),
        not_voting=_either(one.not_voting, other.not_voting),
        result=result,
        named=tuple(dict.fromkeys((*one.named, *other.named))),
        casting_vote=one.casting_vote or other.casting_vote,
    )


def _either(one: int | None, other: int | None) -> int | None:
    return other if one is None else one


def _counted(ballot: Ballot) -> Ballot:
    """``ballot`` with what its numbers and names tell beside: counts of lists, the result of counts."""
    vote = ballot.vote
    if vote is None:
        return ballot
    listed = {way: sum(name.way is way for name in vote.named) for way in VoteWay}
    votes_for = _either(vote.votes_for, listed[VoteWay.FOR] or None)
    votes_against = _either(vote.votes_against, listed[VoteWay.AGAINST] if listed[VoteWay.FOR] else None)
    vote = replace(
        vote,
        votes_for=votes_for,
        votes_against=votes_against,
        abstained=_either(vote.abstained, listed[VoteWay.ABSTAINED] or None if listed[VoteWay.FOR] else None),
    )
    result = vote.result or _result(vote)
    told = MotionFate.LOST if result is VoteResult.LOST else MotionFate.CARRIED
    return replace(ballot, vote=replace(vote, result=result), fate=ballot.fate or (told if result else None))


def _result(vote: Vote) -> VoteResult | None:
    """How a vote ended of which only the count is told."""
    against = vote.votes_against or 0
    if vote.votes_for is None or vote.votes_for == against:
        return None
    return VoteResult.CARRIED if vote.votes_for > against else VoteResult.LOST
