"""How a vote went, in words: who moved it, by how many it was carried or lost, who voted which way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.folding import folded_name
from corpus.particulars import NamedVote, Vote
from corpus.vocabulary import MotionFate, VoteResult, VoteWay
from minuted.output.citation import joined, one_line

if TYPE_CHECKING:
    from corpus.decisionrows import DecisionRow
    from corpus.findingrows import MotionRow, VoteRow

_FEW_NAMES = 4
"""So many who voted are named on one line of a list; of more, the line says how many there are."""

_WAYS = {
    VoteWay.FOR: "for",
    VoteWay.AGAINST: "against",
    VoteWay.ABSTAINED: "abstaining",
    VoteWay.NOT_VOTING: "not voting",
}
_RESULTS = {VoteResult.CARRIED: "carried", VoteResult.LOST: "lost", VoteResult.UNANIMOUS: "carried unanimously"}
_FATES = {MotionFate.ACCEPTED.value: "accepted without a vote"}


def moved_words(moved_by: str | None, seconded_by: str | None) -> str | None:
    """Who moved and who seconded ("moved by Cllr Orme, seconded by Cllr Vane"); ``None`` where neither is told."""
    told = (
        f"moved by {one_line(moved_by)}" if moved_by else None,
        f"seconded by {one_line(seconded_by)}" if seconded_by else None,
    )
    return ", ".join(filter(None, told)) or None


def vote_words(vote: Vote | None) -> str | None:
    """A vote, those in favour first ("carried by 39 to 19, 1 abstaining"); ``None`` where nothing of one is told."""
    if vote is None:
        return None
    told = [*_result_words(vote), *_others(vote)]
    if vote.casting_vote:
        told.append(f"on the casting vote of {one_line(vote.casting_vote)}")
    return ", ".join(told) or None


def named_words(vote: Vote | None) -> tuple[tuple[str, str], ...]:
    """Each way in which somebody is recorded to have voted, with the names of all who did, in the order of the text."""
    named = () if vote is None else vote.named
    by_way = [(words, [one_line(each.name) for each in named if each.way is way]) for way, words in _WAYS.items()]
    return tuple((words, ", ".join(names)) for words, names in by_way if names)


def fate_words(fate: str | None, vote: Vote | None) -> str:
    """What became of a motion, with its vote where one was taken."""
    voted = vote_words(vote)
    if voted and vote is not None and vote.result is not None:
        return voted
    return ", ".join(filter(None, (_FATES.get(fate or "", fate), voted))) or "not told what became of it"


def ballot_words(row: DecisionRow) -> str | None:
    """All of a vote on one line of a list: result, mover and seconder, and who voted how where they are few."""
    vote = vote_of(row)
    return joined(vote_words(vote), moved_words(row.moved_by, row.seconded_by), few_named_words(vote)) or None


def few_named_words(vote: Vote | None) -> str | None:
    """Who voted how, where they are few; else how many are named."""
    if vote is None or not vote.named:
        return None
    if len(vote.named) > _FEW_NAMES:
        return f"{len(vote.named)} votes recorded by name"
    return "; ".join(f"{words}: {names}" for words, names in named_words(vote))


def way_words(vote: Vote | None, voter: str) -> str | None:
    """How those voted whose names hold ``voter``: "for", or "for, against" where they are several."""
    ways = [_WAYS[each.way] for each in (vote.named if vote else ()) if folded_name(voter) in folded_name(each.name)]
    return ", ".join(dict.fromkeys(ways)) or None


def vote_of(row: DecisionRow | MotionRow | VoteRow) -> Vote | None:
    """The vote that a row of a list tells of; ``None`` where it tells of none."""
    vote = Vote(
        votes_for=row.votes_for,
        votes_against=row.votes_against,
        abstained=row.abstained,
        not_voting=row.not_voting,
        result=VoteResult(row.vote_result) if row.vote_result else None,
        named=tuple(map(_named_vote, row.named_votes)),
        casting_vote=row.casting_vote,
    )
    return None if vote == Vote() else vote


def _named_vote(told: str) -> NamedVote:
    name, _, way = told.rpartition(": ")
    return NamedVote(name, VoteWay(way.replace(" ", "_")))


def _result_words(vote: Vote) -> list[str]:
    result = [_RESULTS[vote.result]] if vote.result else []
    counts = (vote.votes_for, vote.votes_against)
    if vote.result in (VoteResult.CARRIED, VoteResult.LOST) and None not in counts:
        return [f"{_RESULTS[vote.result]} by {vote.votes_for} to {vote.votes_against}"]
    sides = zip(counts, (VoteWay.FOR, VoteWay.AGAINST), strict=True)
    return [*result, *(f"{count} {_WAYS[way]}" for count, way in sides if count is not None)]


def _others(vote: Vote) -> list[str]:
    told = ((vote.abstained, VoteWay.ABSTAINED), (vote.not_voting, VoteWay.NOT_VOTING))
    return [f"{count} {_WAYS[way]}" for count, way in told if count]
