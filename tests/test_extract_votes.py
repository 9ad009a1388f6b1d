"""Movers, seconders and votes of a decision, told before it, in it or behind it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.findings import Decision
from corpus.particulars import NamedVote, Vote
from corpus.vocabulary import Outcome, VoteResult, VoteWay
from extract.namedvotes import named_after
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
        (
            f"For: 7, Against: 4, Abstain: 1\n\n{RESOLVED}",
            Vote(votes_for=7, votes_against=4, abstained=1, result=VoteResult.CARRIED),
        ),
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
            Vote(votes_for=7, votes_against=0, result=VoteResult.CARRIED),
        ),
        (
            "RESOLVED that the fees be raised, five voting in favour and two abstaining.",
            Vote(votes_for=5, abstained=2, result=VoteResult.CARRIED),
        ),
        (f"The motion was put to the vote.\n\n{RESOLVED}", None),
        ("All present were in agreement that the fees be raised.", Vote(result=VoteResult.UNANIMOUS)),
        (
            f"The votes were equal, and the Chairman used his casting vote in favour.\n\n{RESOLVED}",
            Vote(casting_vote="the Chairman"),
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
    found = decision(f"Proposed by Cllr Finch, seconded by Cllr Crake. {'The Engineer spoke on. ' * 200}\n\n{RESOLVED}")
    assert (found.moved_by, found.vote) == (None, None)


def test_a_motion_leads_to_one_resolution_only() -> None:
    found = minutes(
        "12. Fees\n\nCllr Finch moved, and Cllr Crake seconded, that the fees be raised. The motion was carried.\n\n"
        f"{RESOLVED}\n\nRESOLVED: That the buoy be painted.\n"
    ).findings.decisions
    assert [(each.moved_by, each.vote is not None) for each in found] == [("Cllr Finch", True), (None, False)]


def test_a_recorded_vote_in_lists_of_names() -> None:
    found = decision(
        "The Chairman put the motion to the vote and the voting was as follows:\n\nFor (2)\n\nMr Finch, Ms Crake\n\n"
        f"Against (1)\n\nSir Paul Tarn, OBE\n\nAbstain (0)\n\nMotion carried.\n\n{RESOLVED}"
    )
    assert found.vote == Vote(
        votes_for=2,
        votes_against=1,
        abstained=0,
        result=VoteResult.CARRIED,
        named=(
            NamedVote("Mr Finch", VoteWay.FOR),
            NamedVote("Ms Crake", VoteWay.FOR),
            NamedVote("Sir Paul Tarn", VoteWay.AGAINST),
        ),
    )


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("For: Councillors Tarn, Finch and Crake", ("Tarn", "Finch", "Crake")),
        ("Against (2): Cllrs O Tarn; P J Crake", ("O Tarn", "P J Crake")),
        ("Abstained: Councillor de Souza", ("Councillor de Souza",)),
        ("Voting in favour: Councillors Tarn and Finch (2)", ("Tarn", "Finch")),
        ("Against the wall stood Councillor Finch.", ()),
        ("For Councillors who fly, see page 3.", ()),
    ],
)
def test_names_listed_in_a_line(line: str, named: tuple[str, ...]) -> None:
    found = decision(f"A recorded vote was taken.\n\n{line}\n\n{RESOLVED}")
    assert tuple(each.name for each in found.vote.named) == named if found.vote else named == ()


@pytest.mark.parametrize(
    ("words", "votes"),
    [
        (
            "Councillor Finch asked that her vote against be recorded.",
            (NamedVote("Councillor Finch", VoteWay.AGAINST),),
        ),
        (
            "In line with the Constitution, Jo Crake wished it to be recorded in the minutes that he voted against.",
            (NamedVote("Jo Crake", VoteWay.AGAINST),),
        ),
        (
            "Councillors Finch and Crake requested that their abstention be recorded.",
            (NamedVote("Finch", VoteWay.ABSTAINED), NamedVote("Crake", VoteWay.ABSTAINED)),
        ),
    ],
)
def test_recorded_dissent_belongs_to_the_vote_before(words: str, votes: tuple[NamedVote, ...]) -> None:
    found = decision(
        "Cllr Tarn moved, and Cllr Crake seconded, that the fees be raised.\n\nThe motion was put to the vote and "
        f"carried.\n\n{RESOLVED}\n\n{words}"
    )
    assert found.vote == Vote(result=VoteResult.CARRIED, named=votes)


@given(st.text(alphabet="FAor Against:(0123) Cllr Vane,\n", max_size=80))
def test_names_are_of_the_text(text: str) -> None:
    found = named_after(text, 0)
    assert 0 <= found.end <= len(text)
    assert all(name in text for name in found.names)
