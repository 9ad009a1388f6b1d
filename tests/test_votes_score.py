"""The scorer for votes and movers: what is right, what is wrong, and what nobody annotated."""

from __future__ import annotations

from typing import Any

import pytest

from tests.votes_score import Tally, VoteScore, score

VOTE = {"for": 7, "against": 4, "abstain": None, "result": "carried"}


def decision(**more: Any) -> dict[str, Any]:
    return {"text": "That the quay be mended in May", "line": 5, **more}


def scored(gold: dict[str, Any], said: dict[str, Any]) -> VoteScore:
    return score({"decisions": [gold]}, {"decisions": [said]})


@pytest.mark.parametrize(
    ("said", "right"),
    [
        (decision(vote=VOTE), 1),
        (decision(vote={**VOTE, "named": [], "against": 4}), 1),
        (decision(vote={**VOTE, "abstain": 0}), 0),
        (decision(vote={**VOTE, "result": "lost"}), 0),
        (decision(vote=None), 0),
        (decision(vote=VOTE, line=40), 0),
        ({"text": "Another matter altogether", "line": 5, "vote": VOTE}, 0),
    ],
)
def test_votes(said: dict[str, Any], right: int) -> None:
    votes = scored(decision(vote=VOTE), said).votes
    assert (votes.gold, votes.right, len(votes.errors)) == (1, right, 1 - right)


@pytest.mark.parametrize(
    ("mover", "seconder", "right"),
    [
        ("Cllr. O Tarn", "Mr Finch", 1),
        ("O Tarn", "Finch", 1),
        ("O Tarn", None, 0),
        ("D Finch", "O Tarn", 0),
    ],
)
def test_movers_without_titles(mover: str, seconder: str | None, right: int) -> None:
    gold = decision(moved_by="Councillor O Tarn", seconded_by="Cllr Finch")
    assert scored(gold, decision(moved_by=mover, seconded_by=seconder)).movers.right == right


def test_what_nobody_annotated_is_spurious() -> None:
    found = scored(decision(), decision(vote=VOTE, moved_by="O Tarn"))
    assert (found.votes.spurious, found.movers.spurious) == (1, 1)
    assert scored(decision(vote={"for": None, "result": None}), decision()) == VoteScore()


def test_shares() -> None:
    assert Tally(gold=4, right=3).share == 0.75
    assert Tally().share == 0.0
