"""Motions: who moved what, what became of it, and which of them are decisions."""

from __future__ import annotations

import pytest

from corpus.findings import Decision, Motion
from corpus.vocabulary import MotionFate, MotionKind, Outcome
from tests.papers_made import made, minutes

MOVED = "Councillor Finch moved, and Councillor Crake seconded, that the fees be raised by 3 per cent."


def found(body: str) -> tuple[Motion, ...]:
    return minutes(f"12. Fees\n\n{body}\n").findings.motions


def decided(body: str) -> tuple[Decision, ...]:
    return minutes(f"12. Fees\n\n{body}\n").findings.decisions


@pytest.mark.parametrize(
    ("sentence", "mover", "seconder", "text"),
    [
        (MOVED, "Councillor Finch", "Councillor Crake", "that the fees be raised by 3 per cent."),
        (
            "The Chairman proposed and the Vice-Chairman seconded that the meeting go on to 10 pm.",
            "The Chairman",
            "the Vice-Chairman",
            "that the meeting go on to 10 pm.",
        ),
        (
            "Mr Finch, Deputy Leader and Cabinet Member for Docks, Quays and Fees, proposed and Ms Crake seconded the "
            "motion that “the buoy be painted.”",
            "Mr Finch",
            "Ms Crake",
            "the buoy be painted.",
        ),
        (
            "Cllr Finch proposed that the bench be mended, seconded by Cllr Crake.",
            "Cllr Finch",
            "Cllr Crake",
            "that the bench be mended",
        ),
        ("The bench to be mended. Prop: DF 2nd: PJC", "DF", "PJC", "The bench to be mended."),
        (
            "It was proposed by Cllr. D. Finch, seconded by Cllr. P. Crake and unanimously agreed to mend the bench.",
            "Cllr. D. Finch",
            "Cllr. P. Crake",
            "to mend the bench.",
        ),
        (
            "As a MOTION, Ms O Tarn, seconded by Dr D Finch, moved that the limit be kept.",
            "Ms O Tarn",
            "Dr D Finch",
            "that the limit be kept.",
        ),
        (
            "On the motion of Councillor Finch, seconded by Councillor Crake, it was resolved to mend the bench.",
            "Councillor Finch",
            "Councillor Crake",
            "to mend the bench.",
        ),
    ],
)
def test_mover_seconder_and_words(sentence: str, mover: str, seconder: str, text: str) -> None:
    (motion,) = found(sentence)
    assert (motion.moved_by, motion.seconded_by, motion.text) == (mover, seconder, text)


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr Finch proposed a toast.",
        "The scheme proposed by the county was seconded to a firm.",
        "To consider a motion submitted by Councillor Finch, and seconded by Councillor Crake.",
        "Councillor Finch proposed that the bench be painted some day.",
    ],
)
def test_no_motion(sentence: str) -> None:
    assert found(sentence) == ()


@pytest.mark.parametrize(
    ("end", "fate"),
    [
        ("The motion was put to the vote and carried.", MotionFate.CARRIED),
        ("Agreed unanimously.", MotionFate.CARRIED),
        ("On being put to the vote the motion was lost by 4 votes to 7.", MotionFate.LOST),
        ("Two voted in favour, nine against.", MotionFate.LOST),
        ("The motion was withdrawn.", MotionFate.WITHDRAWN),
        ("The motion therefore fell.", MotionFate.FELL),
        ("The Engineer spoke of the quay.", None),
        ("The quay was unanimously praised.", None),
    ],
)
def test_what_became_of_it(end: str, fate: MotionFate | None) -> None:
    (motion,) = found(f"{MOVED}\n\n{end}")
    assert motion.fate is fate


def test_a_motion_without_a_seconder_falls() -> None:
    (motion,) = found("Councillor Finch moved that the fees be halved. There was no seconder.")
    assert (motion.moved_by, motion.seconded_by, motion.fate) == ("Councillor Finch", None, MotionFate.FELL)
    assert decided("Councillor Finch moved that the fees be halved. There was no seconder.") == ()


DEBATE = (
    "1) Mr Finch proposed, and Ms Crake seconded the motion that\n\n“Council is asked to raise the fees.”\n\n"
    "2) Mr Tarn proposed, and Mr Birch seconded the following amendment:\n\n“Council is asked to halve the fees.”\n\n"
    "3) Mrs Bray proposed and Mrs Wren seconded the following amendment:\n\n“Council is asked to raise the fees in "
    "May.”\n\n"
    "4) The Chairman put the amendment set out in paragraph 2 to the vote and the voting was as follows:\n\nFor (1)\n\n"
    "Mr Tarn\n\nAgainst (2)\n\nMr Finch, Ms Crake\n\nAmendment lost.\n\n"
    "5) The Chairman put the amendment in paragraph 3 to the vote.\n\nAmendment carried.\n\n"
    "6) The Chairman put the substantive motion to the vote and it was carried, 3 voting for and 1 against.\n\n"
    "7) RESOLVED that Council raises the fees in May."
)


def test_amendments_in_order_and_the_substantive_motion() -> None:
    motion, substantive, lost, carried = found(DEBATE)
    assert [each.kind for each in (motion, substantive, lost, carried)] == [
        MotionKind.MOTION,
        MotionKind.SUBSTANTIVE,
        MotionKind.AMENDMENT,
        MotionKind.AMENDMENT,
    ]
    assert [each.fate for each in (motion, substantive, lost, carried)] == [
        None,
        MotionFate.CARRIED,
        MotionFate.LOST,
        MotionFate.CARRIED,
    ]
    assert lost.amends == carried.amends == motion.id
    assert lost.moved_by == "Mr Tarn"


def test_decisions_of_a_debate_name_their_own_motion() -> None:
    motions = {each.id: each for each in found(DEBATE)}
    decisions = decided(DEBATE)
    assert [(each.outcome, each.moved_by) for each in decisions] == [
        (Outcome.REJECTED, "Mr Tarn"),
        (Outcome.AGREED, "Mrs Bray"),
        (Outcome.AGREED, "Mr Finch"),
    ]
    assert [motions[each.motion].kind for each in decisions if each.motion] == [
        MotionKind.AMENDMENT,
        MotionKind.AMENDMENT,
        MotionKind.SUBSTANTIVE,
    ]
    assert [(each.vote.votes_for, each.vote.votes_against) for each in decisions if each.vote] == [
        (1, 2),
        (None, None),
        (3, 1),
    ]


def test_an_accepted_amendment_becomes_the_substantive_motion() -> None:
    motions = found(
        "1) Mr Finch proposed, and Ms Crake seconded the motion that the fees be raised.\n\n"
        "2) Mr Tarn proposed and Mr Birch seconded the following amendment:\n\n“That the fees be raised in May.”\n\n"
        "3) The proposer and seconder of the original motion agreed to the amendment, which became the substantive "
        "motion:\n\nThat the fees be raised in May.\n\n"
        "4) The Chairman put the substantive motion to the vote.\n\nMotion carried."
    )
    assert [(each.kind, each.fate, each.moved_by) for each in motions] == [
        (MotionKind.MOTION, None, "Mr Finch"),
        (MotionKind.AMENDMENT, MotionFate.ACCEPTED, "Mr Tarn"),
        (MotionKind.SUBSTANTIVE, MotionFate.CARRIED, "Mr Finch"),
    ]


@pytest.mark.parametrize(
    ("body", "outcome", "explicit", "text"),
    [
        (f"{MOVED}\n\nMotion lost.", Outcome.REJECTED, True, "that the fees be raised by 3 per cent."),
        (f"{MOVED}\n\nCouncillor Finch withdrew his motion.", Outcome.WITHDRAWN, True, "that the fees be raised by"),
        (f"{MOVED}\n\nAgreed unanimously.", Outcome.AGREED, True, "that the fees be raised by 3 per cent."),
        (
            "Cllr Finch proposed that the bench be mended, seconded by Cllr Crake, all in favour.",
            Outcome.AGREED,
            False,
            "Cllr Finch proposed that the bench be mended",
        ),
        (
            "Docks – Cllrs Tarn & Finch. Proposed by Cllr Crake, seconded by Cllr Tarn.",
            Outcome.AGREED,
            False,
            "Docks –",
        ),
        (
            "PROPOSAL: the Council makes no comment.\nPROPOSED: Mr Finch\nSECONDED: Mrs Crake\nDECISION:\npassed (all "
            "in favour)",
            Outcome.AGREED,
            True,
            "the Council makes no comment.",
        ),
    ],
)
def test_motions_that_are_decisions(body: str, outcome: Outcome, explicit: bool, text: str) -> None:
    (decision,) = decided(body)
    assert (decision.outcome, decision.explicit) == (outcome, explicit)
    assert decision.text.startswith(text)
    assert decision.moved_by
    assert decision.seconded_by


def test_an_election_names_who_nominated() -> None:
    (decision,) = decided(
        "Mrs Tarn was nominated by Mr Finch, seconded by Mr Crake.\n\nThere being no others, Mrs Tarn was elected as "
        "Chairman."
    )
    assert (decision.moved_by, decision.seconded_by) == ("Mr Finch", "Mr Crake")


def test_a_form_on_which_a_motion_is_put_forward_decides_nothing() -> None:
    form = "NORTHMERE BOROUGH COUNCIL\n\nMotion\n\nThat the quay be mended.\n\nProposer: O Tarn Seconder: D Finch\n"
    assert made(form).findings.decisions == ()
