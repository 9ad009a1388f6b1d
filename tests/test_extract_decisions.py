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
        ("RESOLVED (unanimously): That the pontoon be closed.", "That the pontoon be closed."),
        ("Resolved (by 7 votes to 2) – That the pontoon be closed.", "That the pontoon be closed."),
        ("Resolved\n\nThat the pontoon be closed in winter.", "That the pontoon be closed in winter."),
        ("Resolution: That the pontoon be closed in winter.", "That the pontoon be closed in winter."),
        ("Members sought a rail. It was AGREED a rail be fitted. The Clerk would write.", "a rail be fitted."),
        ("Decision: It was RESOLVED that the pontoon be closed.", "that the pontoon be closed."),
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


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            "The Board:\n\n• noted the survey;\n• approved the plan for the quay; and\n• discussed the weather.",
            ["noted the survey;", "approved the plan for the quay; and"],
            id="acts below a body's name",
        ),
        pytest.param(
            "The Board: NOTED the survey; APPROVED the plan for the quay.",
            ["NOTED the survey;", "APPROVED the plan for the quay."],
            id="acts in one line",
        ),
        pytest.param("NOTED the survey of the quay.", ["NOTED the survey of the quay."], id="a verb in capitals"),
        pytest.param(
            "The Committee agreed:-\n\n(a) to note the survey; and\n\n(b) to let berth 9.",
            ["to note the survey; and", "to let berth 9."],
            id="a body agreed",
        ),
        pytest.param(
            "It was resolved that:\n\n(a) the survey be noted;\n\n(b) berth 9 be let.",
            ["the survey be noted;", "berth 9 be let."],
            id="it was resolved that",
        ),
        pytest.param(
            "It was AGREED that berth 9 be let. It was further AGREED to mend the rail.",
            ["that berth 9 be let.", "to mend the rail."],
            id="two formulas in a paragraph",
        ),
        pytest.param(
            "RESOLVED that:\n\nThis Council believes that:\n\n(a) harbours matter.\n\n"
            "This Council resolves to:\n\n(a) write to the Minister;\n\n(b) mend the quay.",
            ["write to the Minister;", "mend the quay."],
            id="what a motion only believes",
        ),
    ],
)
def test_each_part_under_a_formula_is_a_decision(body: str, expected: list[str]) -> None:
    found = decisions(body)
    assert [decision.text for decision in found] == expected
    assert all(decision.explicit for decision in found)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Cllr Tarn asked that the rail be mended. All present agreed to this.",
            "Cllr Tarn asked that the rail be mended.",
        ),
        ("The lamp is to be moved to the quay.\n\nAll in favour.", "The lamp is to be moved to the quay."),
        ("A rail will be fitted. Proposed by Cllr Tarn, seconded by Cllr Finch.", "A rail will be fitted."),
    ],
)
def test_a_verdict_is_told_with_what_it_is_about(body: str, expected: str) -> None:
    (decision,) = decisions(body)
    assert decision.text.startswith(expected)
    assert decision.text.endswith(body.split()[-1])


@pytest.mark.parametrize(
    "body",
    [
        "It was agreed that the rail be mended. Agreed unanimously.",
        "It was agreed that the rail be mended.\n\nAll agreed.",
        "Cllr Tarn proposed that the rail be mended, seconded by Cllr Finch. 5 votes for, 2 against. Carried.",
    ],
)
def test_a_verdict_on_what_is_decided_already_is_no_other_decision(body: str) -> None:
    assert len(decisions(body)) == 1


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("- Harbour Trust, letter of thanks. Noted", "Harbour Trust, letter of thanks. Noted"),
        ("24/0123 New shed at the lido - no objections", "24/0123 New shed at the lido - no objections"),
        ("Printing of the tide tables £40 – approved.", "Printing of the tide tables £40 – approved."),
        ("- 24/0123\n\nNew shed\n\nThe Lido\n\nNO OBJECTIONS", "24/0123 New shed The Lido NO OBJECTIONS"),
    ],
)
def test_an_entry_of_a_list_is_decided_by_its_last_words(body: str, expected: str) -> None:
    (decision,) = decisions(body)
    assert decision.text == expected


def test_an_application_that_the_planning_authority_approved_is_none() -> None:
    assert decisions("DM/2024/00123 - New shed at the lido - approved.") == ()


@pytest.mark.parametrize(
    ("body", "stem", "text"),
    [
        ("RESOLVED: That (1) the survey be noted; (2) berth 9 be let.", "That", "the survey be noted;"),
        ("RESOLVED that the Panel:\n\n(a) note the survey;\n\n(b) let berth 9.", "that the Panel", "note the survey;"),
        (
            "RESOLVED: That\n\n(1) the Engineer be asked to:\n\n(a) survey the quay;\n\n(b) mend the rail.",
            "That the Engineer be asked to",
            "survey the quay;",
        ),
        ("RESOLVED that berth 9 be let.", None, "that berth 9 be let."),
    ],
)
def test_the_words_before_a_list_complete_its_parts(body: str, stem: str | None, text: str) -> None:
    first, *_ = decisions(body)
    assert (first.stem, first.text) == (stem, text)


@pytest.mark.parametrize(
    "body",
    [
        "Southmere County Council agreed to mend the road.",
        "Cllrs Tarn and Finch agreed to fetch the bench.",
        "The Clerk reported that the grant was approved.",
        "The plan was approved by the Planning Inspectorate.",
        "It was agreed that the evening was a success.",
        "The Chairman welcomed everyone.",
        "If the Committee approved the plan, work would begin in May.",
        "The minutes of 5 February, if in order, to be approved as a correct record.",
    ],
)
def test_what_others_decided_and_what_was_only_said_is_none(body: str) -> None:
    assert decisions(body) == ()


@pytest.mark.parametrize("body", ["Decision: Apologies for absence were received from Cllr Tarn.", "RESOLVED: None."])
def test_a_formula_over_nothing_decides_nothing(body: str) -> None:
    assert decisions(body) == ()


def test_two_decisions_in_one_sentence_are_two() -> None:
    found = decisions("The survey report was endorsed and it was agreed that berth 9 be let.")
    assert [decision.text for decision in found] == [
        "The survey report was endorsed",
        "it was agreed that berth 9 be let.",
    ]


def test_what_a_site_prints_under_decision_and_again_under_minutes_is_one() -> None:
    resolved = "RESOLVED: That berth 9 be let to Saltway Marine from 1 May"
    (found,) = decisions(f"Decision:\n\n{resolved} 2024.\n\nMinutes:\n\nThe Engineer spoke.\n\n{resolved}.")
    assert found.text == "That berth 9 be let to Saltway Marine from 1 May 2024."


def test_what_is_decided_twice_on_two_entries_is_two() -> None:
    assert len(decisions("New shed\n\nAGREED to support it.\n\nNew pier\n\nAGREED to support it.")) == 2


@pytest.mark.parametrize(
    "body",
    [
        "Proposed by Cllr Finch, seconded by Cllr Tarn.\n\nRESOLVED that the quay be mended.",
        "Cllr Finch moved, and Cllr Tarn seconded, that the quay be mended. All in favour.\n\n"
        "RESOLVED that the quay be mended.",
    ],
)
def test_a_motion_and_the_resolution_that_it_led_to_are_one_decision(body: str) -> None:
    (found,) = decisions(body)
    assert found.text == "that the quay be mended."
    assert (found.moved_by, found.seconded_by) == ("Cllr Finch", "Cllr Tarn")


def test_a_committee_recommends_and_a_report_only_asks() -> None:
    body = "RECOMMENDED: That Council approve the dredging plan."
    assert [found.text for found in decisions(body)] == ["That Council approve the dredging plan."]
    assert report(f"1. Background\n\n{body}\n").findings.decisions == ()
