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
            "The Clerk to write to the contractor",
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
        ("PW agreed to share the tide tables", "Piers Wren", False),
        ("The Clerk will contact the contractor", "Piers Wren", False),
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
