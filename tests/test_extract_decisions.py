"""Decisions: under a formula or in prose, of this meeting only, each once, with the item that they stand in."""

from __future__ import annotations

import pytest

from corpus.findings import Decision
from corpus.vocabulary import Outcome, VoteResult
from tests.papers_made import minutes, report


def decisions(body: str) -> tuple[Decision, ...]:
    return minutes(f"12. Dredging\n\n{body}\n").findings.decisions


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("RESOLVED that the pontoon be closed in winter.", "that the pontoon be closed in winter."),
        ("RESOLVED: That the pontoon be closed in winter.", "That the pontoon be closed in winter."),
        ("RESOLVED – That the pontoon be closed in winter.", "That the pontoon be closed in winter."),
        ("RESOLVED UNANIMOUSLY: That the pontoon be closed.", "That the pontoon be closed."),
        ("Resolved: that the pontoon be closed in winter.", "that the pontoon be closed in winter."),
        ("It was RESOLVED that the pontoon be closed.", "that the pontoon be closed."),
        ("After a long debate the Committee RESOLVED to close the pontoon.", "to close the pontoon."),
        ("AGREED that the pontoon be closed in winter.", "that the pontoon be closed in winter."),
        ("Agreed: to mend the rail of the pontoon.", "to mend the rail of the pontoon."),
        ("Decision: That the pontoon be closed in winter.", "That the pontoon be closed in winter."),
        ("Decision\n\nThat the pontoon be closed in winter.", "That the pontoon be closed in winter."),
    ],
)
def test_a_formula_makes_an_explicit_decision(body: str, text: str) -> None:
    (decision,) = decisions(body)
    assert decision.text == text
    assert decision.explicit
    assert decision.item == "12"
    assert decision.outcome is Outcome.AGREED


@pytest.mark.parametrize(
    ("body", "text", "outcome"),
    [
        (
            "The Engineer spoke. It was agreed that the pontoon be closed. The Clerk thanked her.",
            "It was agreed that the pontoon be closed.",
            Outcome.AGREED,
        ),
        (
            "It was then unanimously resolved to close the pontoon.",
            "It was then unanimously resolved to close the pontoon.",
            Outcome.AGREED,
        ),
        (
            "The minutes of the meeting held on 5 February 2024 were approved as a correct record.",
            "The minutes of the meeting held on 5 February 2024 were approved as a correct record.",
            Outcome.ACCEPTED_MINUTES,
        ),
        (
            "The notes of the last meeting were agreed to be accurate and signed.",
            "The notes of the last meeting were agreed to be accurate and signed.",
            Outcome.ACCEPTED_MINUTES,
        ),
        ("The Board noted the report.", "The Board noted the report.", Outcome.NOTED),
        ("The Committee approved the winter plan.", "The Committee approved the winter plan.", Outcome.APPROVED),
        (
            "Cllr Tarn was elected as Chair for the year.",
            "Cllr Tarn was elected as Chair for the year.",
            Outcome.AGREED,
        ),
        (
            "Members agreed to pay the bill for the buoy.",
            "Members agreed to pay the bill for the buoy.",
            Outcome.APPROVED,
        ),
    ],
)
def test_prose_tells_a_decision_by_its_sentence(body: str, text: str, outcome: Outcome) -> None:
    (decision,) = decisions(body)
    assert (decision.text, decision.outcome, decision.explicit) == (text, outcome, False)


@pytest.mark.parametrize(
    "body",
    [
        "At the last meeting it was agreed that the pontoon be closed.",
        "At its meeting on 5 February 2024 the Committee approved the tender.",
        "The Engineer recalled that the Committee had agreed to close the pontoon.",
        "It had been agreed to close the pontoon in winter.",
        "The two harbours agreed on little.",
        "The quarrel over berth 9 was resolved by the Harbour Master.",
        "UNRESOLVED matters remain about berth 9.",
        "The Board noted that the dredger was late.",
        "Members discussed the price agreed with the yard.",
    ],
)
def test_what_this_meeting_did_not_decide_is_none(body: str) -> None:
    assert decisions(body) == ()


@pytest.mark.parametrize(
    "body",
    [
        "RESOLVED that it be RESOLVED to approve the dredging plan.",
        "IT WAS RESOLVED that the plan as RESOLVED by the panel be approved.",
        "The Committee RESOLVED that the budget be approved as agreed in May.",
    ],
)
def test_a_formula_repeated_in_its_sentence_is_one_decision(body: str) -> None:
    assert len(decisions(body)) == 1


def test_each_decision_has_its_own_item() -> None:
    found = minutes(
        "12. Dredging\n\nRESOLVED: That the tender be accepted.\n\n13. Fees\n\nRESOLVED: That the fees stand.\n"
    ).findings.decisions
    assert [(decision.item, decision.text) for decision in found] == [
        ("12", "That the tender be accepted."),
        ("13", "That the fees stand."),
    ]


def test_ids_name_the_line_of_the_source_and_are_unique() -> None:
    made = minutes("12. Dredging\n\nRESOLVED: That (1) the report be noted; (2) the tender be accepted.\n")
    assert [str(decision.id) for decision in made.findings.decisions] == [
        f"{made.document.id}/dL14.1",
        f"{made.document.id}/dL14.2",
    ]


def test_a_decision_belongs_to_its_meeting() -> None:
    made = minutes("12. Dredging\n\nRESOLVED: That the tender be accepted.\n")
    (meeting,) = made.document.meetings
    assert [decision.meeting for decision in made.findings.decisions] == [meeting.id]
    assert meeting.date == "2024-03-04"


def test_a_report_decides_nothing() -> None:
    made = report("1. Background\n\nRESOLVED: That the basin be dredged.\n\nIt was agreed to close the pontoon.\n")
    assert made.findings.decisions == ()


@pytest.mark.parametrize(
    "body",
    [
        "RESOLVED that members serve on bodies as follows:\n\n- Harbour Trust – Cllr Finch\n- Lido – Cllr Crake",
        "Cheques were signed for the following invoices:\n\n- Marl & Sons, £40\n- Wren Printers, £12.50",
    ],
)
def test_what_a_decision_enumerates_belongs_to_it(body: str) -> None:
    (decision,) = decisions(f"{body}\n\n13. Moorings\n\nThere was nothing to report.")
    assert decision.text.endswith(("Cllr Crake", "£12.50"))


def test_bullets_that_resolve_are_decisions_of_their_own() -> None:
    found = decisions("RESOLVED to accept the following:\n\n- Note the survey\n- Approve the dredging of the basin")
    assert [decision.text for decision in found] == ["Note the survey", "Approve the dredging of the basin"]


def test_a_lost_amendment_is_a_decision_rejected() -> None:
    lost, carried = decisions(
        "Cllr Finch moved, and Cllr Crake seconded, the following amendment:\n\n"
        "That the pontoon be painted green instead.\n\n"
        "Members spoke of the cost of paint.\n\n"
        "On being put to the vote the amendment was lost by 2 votes to 5.\n\n"
        "RESOLVED that the pontoon be painted white."
    )
    assert (lost.text, lost.outcome) == ("That the pontoon be painted green instead.", Outcome.REJECTED)
    assert (lost.moved_by, lost.seconded_by) == ("Cllr Finch", "Cllr Crake")
    assert lost.vote is not None
    assert lost.vote.result is VoteResult.LOST
    assert carried.outcome is not Outcome.REJECTED
