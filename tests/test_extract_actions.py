"""Actions: labels, logs, right-hand columns, resolutions and undertakings; the same action of a meeting is one."""

from __future__ import annotations

import pytest

from corpus.findings import Action
from corpus.vocabulary import ActionStatus
from tests.papers_made import action_log, minutes

SPOKE = "Members spoke of the rail.\n\n"


def actions(body: str) -> tuple[Action, ...]:
    return minutes(f"12. Dredging\n\n{body}\n").findings.actions


@pytest.mark.parametrize(
    ("body", "text", "owner", "name"),
    [
        (f"{SPOKE}Action: Clerk", "Members spoke of the rail.", "Clerk", "Piers Wren"),
        (
            f"{SPOKE}Action: Clerk to write to the contractor.",
            "Clerk to write to the contractor.",
            "Clerk",
            "Piers Wren",
        ),
        (
            "The tables are to go to all moorings. ACTION IQ",
            "The tables are to go to all moorings.",
            "IQ",
            "Ines Quill",
        ),
        ("The tables are to go to all berths.\n\nACTION IQ", "The tables are to go to all berths.", "IQ", "Ines Quill"),
        ("The tables are to go to all berths.\n\nACTION JB", "The tables are to go to all berths.", "JB", None),
        (
            f"{SPOKE}The Clerk to write to the contractor.",
            "The Clerk to write to the contractor.",
            "The Clerk",
            "Piers Wren",
        ),
    ],
)
def test_labelled_action(body: str, text: str, owner: str, name: str | None) -> None:
    (action,) = actions(body)
    assert (action.text, action.owner, action.owner_name) == (text, owner, name)
    assert action.explicit
    assert action.status is ActionStatus.OPEN


def test_numbered_actions_and_how_they_stand() -> None:
    found = actions(
        "Action 076: IQ to circulate the soundings. Circulated on 2 March. Action closed.\n\n"
        "Action 077: PW to write to the Coast Fund. Action ongoing.\n\n"
        "Action 078: PW to repaint the office."
    )
    assert [(action.reference, action.owner_name, action.status) for action in found] == [
        ("076", "Ines Quill", ActionStatus.CLOSED),
        ("077", "Piers Wren", ActionStatus.ONGOING),
        ("078", "Piers Wren", ActionStatus.OPEN),
    ]


def test_status_stands_in_the_next_line() -> None:
    (action,) = actions("Action 12/3: IQ to circulate the soundings.\n\nCompleted.")
    assert action.status is ActionStatus.CLOSED


def test_action_log_with_columns() -> None:
    found = action_log(
        ("Ref", "Action", "Owner", "Due", "Status"),
        ("24/01", "Circulate the soundings of the basin", "IQ", "29 March 2024", "Closed"),
        ("24/02", "Write to the Coast Fund about the quay wall", "Piers Wren", "Next meeting", "In progress"),
        ("24/03", "Repaint the office of the yard", "Harbour Master", "", ""),
    ).findings.actions
    assert [(each.reference, each.text, each.owner, each.due, each.due_date, each.status) for each in found] == [
        ("24/01", "Circulate the soundings of the basin", "IQ", "29 March 2024", "2024-03-29", ActionStatus.CLOSED),
        (
            "24/02",
            "Write to the Coast Fund about the quay wall",
            "Piers Wren",
            "Next meeting",
            None,
            ActionStatus.ONGOING,
        ),
        ("24/03", "Repaint the office of the yard", "Harbour Master", None, None, ActionStatus.OPEN),
    ]


def test_an_agenda_in_a_table_is_no_action_log() -> None:
    assert actions("Item\tLead\n1\tDredging of the inner basin\n2\tFees of the outer basin") == ()


@pytest.mark.parametrize(
    "body",
    [
        "12.\tDredging\t\n\tRESOLVED:\t\n(1)\tthat the wall be surveyed.\tIQ\n(2)\tthat the report be noted.\tPW\n",
        "NO.\tITEM\tACTION\n1\tRESOLVED that the wall be surveyed.\tIQ\n2\tRESOLVED that the report be noted.\tPW\n",
    ],
    ids=["parts in cells", "a resolution a cell"],
)
def test_owner_in_the_right_hand_column_is_to_carry_the_resolution_out(body: str) -> None:
    (action,) = minutes(body).findings.actions
    assert (action.text, action.owner_name) == ("that the wall be surveyed.", "Ines Quill")


@pytest.mark.parametrize(
    ("resolved", "owner", "name"),
    [
        ("That the Clerk be asked to write to the owner of the hulk.", "the Clerk", "Piers Wren"),
        ("That the Clerk should write to the owner of the hulk.", "the Clerk", "Piers Wren"),
        ("That the Clerk write to the owner of the hulk.", "the Clerk", "Piers Wren"),
        ("That the Head of Moorings report on the hulk in June.", "the Head of Moorings", None),
    ],
)
def test_a_resolution_gives_somebody_something_to_do(resolved: str, owner: str, name: str | None) -> None:
    (action,) = actions(f"RESOLVED: {resolved}")
    assert (action.owner, action.owner_name, action.explicit) == (owner, name, True)


def test_undertakings_in_prose_are_not_explicit() -> None:
    found = actions("PW agreed to share the tide tables. The Clerk will contact the contractor.")
    assert [(action.text, action.owner_name, action.explicit) for action in found] == [
        ("PW agreed to share the tide tables.", "Piers Wren", False),
        ("The Clerk will contact the contractor.", "Piers Wren", False),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "Action: None.",
        "ACTION PLAN UPDATE",
        "Action was taken at once to mend the rail.",
        "RESOLVED: That PW be thanked.",
    ],
)
def test_no_action(body: str) -> None:
    assert actions(body) == ()


def test_the_same_action_in_discussion_and_summary_is_one() -> None:
    made = minutes(
        "12. Dredging\n\nAction: IQ to circulate the soundings of the inner basin.\n\nSummary of actions\n\n"
        "Ref\tAction\tOwner\tDue\n24/1\tCirculate the soundings of the inner basin\tIQ\t29 March 2024\n"
    )
    (action,) = made.findings.actions
    assert action.text == "IQ to circulate the soundings of the inner basin."
    assert [made.document.quote(span) for span in action.also] == ["Circulate the soundings of the inner basin"]
    assert (action.reference, action.owner, action.due_date) == ("24/1", "IQ", "2024-03-29")


def test_actions_with_different_numbers_are_two() -> None:
    found = actions("Action 24/1: IQ to circulate the soundings.\n\nAction 24/2: IQ to circulate the soundings.")
    assert [action.reference for action in found] == ["24/1", "24/2"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Clerk email the owner. Mrs Tarn left.", [("Clerk email the owner.", "Piers Wren")]),
        ("It was agreed that the Clerk would ring him.", [("the Clerk would ring him.", "Piers Wren")]),
        ("The Chair asked IQ to circulate the tables.", [("IQ to circulate the tables.", "Ines Quill")]),
        ("Cllr Tarn said she would speak to the crew.", [("Cllr Tarn said she would speak to the crew.", "Orla Tarn")]),
        ("Cllr Finch has the key. He will bring it.", [("He will bring it.", "D Finch")]),
        ("Ines Quill offered to sound the basin.", [("Ines Quill offered to sound the basin.", "Ines Quill")]),
        (
            "IQ agreed to sound the basin and PW agreed to ring the crew.",
            [("IQ agreed to sound the basin", "Ines Quill"), ("PW agreed to ring the crew.", "Piers Wren")],
        ),
        (
            "Cllrs Tarn and Finch will visit the yard.",
            [("Cllrs Tarn and Finch will visit the yard.", "Orla Tarn; D Finch")],
        ),
        ("JB will visit the yard.", [("JB will visit the yard.", None)]),
        ("The Chair requested that the Clerk ring the yard.", [("the Clerk ring the yard.", "Piers Wren")]),
        ("It was AGREED that officers would report back in May.", [("officers would report back in May.", None)]),
        ("IQ will be presenting the plan in June.", [("IQ will be presenting the plan in June.", "Ines Quill")]),
        ("A letter will then be written to the owner.", [("A letter will then be written to the owner.", None)]),
    ],
)
def test_who_undertakes_what(body: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(action.text, action.owner_name) for action in actions(body)] == expected


@pytest.mark.parametrize(
    "body",
    [
        "It would help if the crane was mended.",
        "Harbour Watch will mend the crane.",
        "The Clerk would like more time.",
        "Members were asked to declare their interests.",
        "IQ agreed to the change.",
        "The Chair would welcome views.",
        "QX will mend the crane.",
        "IQ will be leaving the yard.",
    ],
)
def test_what_nobody_undertakes(body: str) -> None:
    assert actions(body) == ()


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Action: IQ to sound the basin. PW to ring the crew.", [("IQ", None), ("PW", None)]),
        ("Action: Ring the crew – Clerk", [("Clerk", None)]),
        ("Action: Ring the crew (PW by 3 May)", [("PW", "by 3 May")]),
        ("Action: PW: ring the crew", [("PW", None)]),
        ("They spoke of the rail. Action: PW by 3 May", [("PW", "by 3 May")]),
        ("New action 12: IQ to sound the basin.", [("IQ", None)]),
        ("They spoke of the rail. (Action: PW)", [("PW", None)]),
        ("[Action: PW to ring the crew]", [("PW", None)]),
        ("Action 12: IQ to sound the basin. Due: 3 May 2024", [("IQ", "3 May 2024")]),
    ],
)
def test_what_a_label_says_of_owner_and_day(body: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(action.owner, action.due) for action in actions(body)] == expected


def test_a_list_under_a_heading_for_actions() -> None:
    found = actions(
        "Rails were discussed.\n\nActions\n\n1. Send the tables to all moorings.\n2. PW to ring the crew.\n"
    )
    assert [(action.text, action.owner_name) for action in found] == [
        ("Send the tables to all moorings.", None),
        ("PW to ring the crew.", "Piers Wren"),
    ]


def test_owners_ran_into_the_paragraphs_beside_which_they_stood() -> None:
    found = actions(
        "No reply had come from the yard. Clerk to ring them. Clerk\n\n"
        "It was proposed and agreed to give £50 to the crew. Cllr Tarn\n\nThe tide was high. Noted\n"
    )
    assert [(action.owner_name, action.explicit) for action in found] == [("Piers Wren", True), ("Orla Tarn", True)]


def test_an_owner_in_the_last_cell_of_any_row_of_minutes() -> None:
    found = actions(
        "The crew had sent a bill for the repair of the rail.\tClerk\nThe tide was high all day long.\tNoted\n"
    )
    assert [action.owner_name for action in found] == ["Piers Wren"]


def test_who_attended_is_no_action() -> None:
    made = minutes("12. Dredging\n\nThe Engineer spoke.\n")
    assert made.findings.actions == ()


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("Complete", ActionStatus.CLOSED),
        ("Completed – on agenda", ActionStatus.CLOSED),
        ("B", ActionStatus.CLOSED),
        ("Not yet complete", ActionStatus.ONGOING),
        ("G", ActionStatus.ONGOING),
        ("Amber", ActionStatus.ONGOING),
        ("R", ActionStatus.OPEN),
        ("Not due", ActionStatus.OPEN),
        ("No update", ActionStatus.OPEN),
        ("", ActionStatus.OPEN),
    ],
)
def test_status_in_a_log(status: str, expected: ActionStatus) -> None:
    (action,) = action_log(("Ref", "Action", "Lead", "RAG"), ("1", "Sound the basin", "IQ", status)).findings.actions
    assert action.status is expected


def test_what_was_done_since_stands_in_the_note() -> None:
    (action,) = action_log(
        ("Ref", "Action", "By whom", "Update"), ("1", "Sound the basin", "IQ", "A boat was hired")
    ).findings.actions
    assert (action.status, action.status_note) == (ActionStatus.ONGOING, "A boat was hired")


def test_an_undertaking_and_the_label_that_sums_it_up_are_one() -> None:
    (action,) = actions("The Clerk will contact the crew about this.\n\nAction: Clerk to contact the crew on the rail.")
    assert (action.text, action.explicit) == ("Clerk to contact the crew on the rail.", True)
    assert len(action.also) == 1


def test_the_end_of_an_action_may_tell_how_it_stands() -> None:
    (action,) = actions("Clerk to write to the bank: completed.")
    assert (action.status, action.status_note) == (ActionStatus.CLOSED, "completed")


def test_the_next_sentence_may_tell_that_it_was_done() -> None:
    (action,) = actions("The Clerk was asked to write to the bank. The Clerk confirmed that this had been done.")
    assert action.status is ActionStatus.CLOSED


def test_a_row_of_several_actions() -> None:
    found = action_log(
        ("Ref", "Action", "Lead", "Due"), ("24/1", "IQ to sound the basin. PW to ring the crew.", "IQ PW", "May")
    ).findings.actions
    assert [(action.reference, action.owner) for action in found] == [("24/1", "IQ"), ("24/1", "PW")]


def test_due_at_the_next_meeting() -> None:
    found = actions("IQ to bring the tables to the next meeting.\n\nDate of next meeting: 6 May 2024")
    assert [(action.due, action.due_date) for action in found] == [("to the next meeting", "2024-05-06")]
