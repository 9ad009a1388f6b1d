"""Movers, seconders and votes of a decision, told before it, in it or behind it."""

from __future__ import annotations

import pytest

from corpus.findings import Decision, Vote
from corpus.vocabulary import Outcome, VoteResult
from extract.votes import Moved, moved_before
from tests.papers_made import minutes

RESOLVED = "RESOLVED: That the fees be raised."


def decision(body: str) -> Decision:
    (found,) = minutes(f"12. Fees\n\n{body}\n").findings.decisions
    return found


@pytest.mark.parametrize(
    "body",
    [
        f"Proposed by Cllr Finch, seconded by Cllr Crake.\n\n{RESOLVED}",
        f"It was moved by Cllr Finch and seconded by Cllr Crake that the fees be raised.\n\n{RESOLVED}",
        f"Cllr Finch moved, and Cllr Crake seconded, the motion.\n\n{RESOLVED}",
        "Proposed by Cllr Finch, seconded by Cllr Crake, and RESOLVED that the fees be raised.",
        "RESOLVED: That the fees be raised (proposed by Cllr Finch, seconded by Cllr Crake).",
        "It was proposed by Cllr Finch and seconded by Cllr Crake that the fees be raised.\n\nAgreed.",
    ],
)
def test_mover_and_seconder(body: str) -> None:
    found = decision(body)
    assert (found.moved_by, found.seconded_by) == ("Cllr Finch", "Cllr Crake")


@pytest.mark.parametrize(
    ("body", "vote"),
    [
        (RESOLVED, None),
        (f"For: 7, Against: 4, Abstain: 1\n\n{RESOLVED}", Vote(votes_for=7, votes_against=4, abstained=1)),
        (
            f"The motion was put and carried, with 7 votes in favour, 4 against and 1 abstention.\n\n{RESOLVED}",
            Vote(votes_for=7, votes_against=4, abstained=1, result=VoteResult.CARRIED),
        ),
        (
            f"The motion was carried by 7 votes to 4.\n\n{RESOLVED}",
            Vote(votes_for=7, votes_against=4, result=VoteResult.CARRIED),
        ),
        (
            f"The vote was 7 for, none against.\n\n{RESOLVED}",
            Vote(votes_for=7, votes_against=0),
        ),
        ("RESOLVED unanimously that the fees be raised.", Vote(result=VoteResult.UNANIMOUS)),
        (
            "It was proposed by Cllr Finch and seconded by Cllr Crake that the fees be raised.\n\nAgreed unanimously.",
            Vote(result=VoteResult.UNANIMOUS),
        ),
    ],
)
def test_vote(body: str, vote: Vote | None) -> None:
    assert decision(body).vote == vote


def test_an_amendment_lost_before_does_not_lose_the_motion() -> None:
    found = decision(
        "Councillor Finch moved, and Councillor Crake seconded, that the fees be raised by 3 per cent.\n\n"
        "An amendment, to raise them by 5 per cent, was put to the vote and lost, with 1 for and 2 against.\n\n"
        "The motion was put to the vote and carried, with 2 votes in favour, 1 against and 0 abstentions.\n\n"
        "RESOLVED: That the fees be raised by 3 per cent."
    )
    assert found.outcome is Outcome.AGREED
    assert (found.moved_by, found.seconded_by) == ("Councillor Finch", "Councillor Crake")
    assert found.vote == Vote(votes_for=2, votes_against=1, abstained=0, result=VoteResult.CARRIED)


def test_an_item_does_not_borrow_the_mover_of_the_one_before() -> None:
    found = minutes(
        "12. Fees\n\nProposed by Cllr Finch, seconded by Cllr Crake.\n\nRESOLVED: That the fees be raised.\n\n"
        "13. Buoys\n\nRESOLVED: That the buoy be painted.\n"
    ).findings.decisions
    assert [each.moved_by for each in found] == ["Cllr Finch", None]


def test_words_far_before_a_resolution_tell_nothing_of_it() -> None:
    text = "Proposed by Cllr Finch, seconded by Cllr Crake. " + "The Engineer spoke on. " * 100
    assert moved_before(text, 0, len(text)) == Moved()
