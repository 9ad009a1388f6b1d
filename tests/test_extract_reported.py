"""Reported decisions: what reports tell that a body decided, by whom and when; asks and opinions are none."""

from __future__ import annotations

import pytest

from tests.papers_made import minutes, report


@pytest.mark.parametrize(
    ("sentence", "by", "date"),
    [
        ("It was agreed in May to close the pontoon.", None, "2023-05"),
        ("In October 2023 the Cabinet adopted the harbour strategy.", "Cabinet", "2023-10"),
        ("The lease was tendered and awarded in 2020 for a year.", None, "2020"),
        ("It was agreed that the pontoon stays until 4 May 2025.", None, None),
        ("It was agreed to close the pontoon from 4 May 2025.", None, None),
        ("A bid was made on 2 May 2023 and approval was received on the 9 June 2023.", None, "2023-06-09"),
        ("The Quay Board, in its March 2023 meeting, approved the bid.", "Quay Board", "2023-03"),
        ("Both organisations have agreed to part.", "Both organisations", None),
        ("There was general agreement that the yard should stay.", None, None),
        ("A further Key Decision (23/00012) extended the lease.", None, None),
        ("The bid was reviewed and supported by the Provider Alliance.", "Provider Alliance", None),
        ("Following its approval by the Quay Board in June 2023, work began.", "Quay Board", "2023-06"),
        (
            "The plan, as agreed at Full Council during its meeting on 8 June 2023, saves £2m.",
            "Full Council",
            "2023-06-08",
        ),
        ("On 5 February 2024 it was agreed that the basin be dredged.", None, "2024-02-05"),
        ("Cabinet approved the harbour strategy on 12 June 2023.", "Cabinet", "2023-06-12"),
        ("The Harbour Committee approved the tender on 8 January 2024.", "Harbour Committee", "2024-01-08"),
        ("The plan has been endorsed by the Quay Users Forum.", "Quay Users Forum", None),
    ],
)
def test_reported_decision(sentence: str, by: str | None, date: str | None) -> None:
    findings = report(f"1. Background\n\nThe basin silts up. {sentence} The wall leans.\n").findings
    assert [(each.text, each.by, each.date) for each in findings.reported_decisions] == [(sentence, by, date)]
    assert findings.decisions == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "The Committee is asked to agree the plan.",
        "It was noted that the wall leans.",
        "The plan was good.",
        "Residents agreed with the plan.",
        "The yard closes once the Committee has agreed the plan.",
        "The plan would be approved by the Committee.",
        "The tender will be awarded in May, if both are approved.",
        "Decisions are taken by the Committee.",
        "A strategic board supported by five groups will sit.",
    ],
)
def test_what_nobody_decided(sentence: str) -> None:
    assert report(f"1. Background\n\n{sentence}\n").findings.reported_decisions == ()


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            "1. Quay Users Forum – 12 February 2024\n\nThe bid was not supported at this stage.\n",
            [("The bid was not supported at this stage.", "2024-02-12")],
            id="in the heading",
        ),
        pytest.param(
            "1. Background\n\n1.1 The Harbour Committee met on 12 February 2024.\n\n"
            "1.2 After the debate, the Committee resolved to wait.\n",
            [("1.2 After the debate, the Committee resolved to wait.", "2024-02-12")],
            id="before the sentence",
        ),
        pytest.param(
            "1. Background\n\n1.1 The wall was built on 12 February 2024.\n\n1.2 The Committee agreed to wait.\n",
            [("1.2 The Committee agreed to wait.", None)],
            id="of no meeting",
        ),
        pytest.param(
            "1. Background\n\nAt its meeting on 12 February 2024 the Cabinet resolved the following:\n\n"
            "(a) the pontoon be closed;\n\n(b) the basin be dredged.\n",
            [("the pontoon be closed;", "2024-02-12"), ("the basin be dredged.", "2024-02-12")],
            id="part by part",
        ),
        pytest.param(
            "1. Background\n\nCabinet approved the plan in May.\n\n2. Finance\n\nCabinet approved the plan in May.\n",
            [("Cabinet approved the plan in May.", "2023-05")],
            id="told twice",
        ),
    ],
)
def test_day_of_a_reported_decision(body: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(each.text, each.date) for each in report(body).findings.reported_decisions] == expected


@pytest.mark.parametrize(
    ("sentence", "by", "date"),
    [
        ("Planning permission had been granted to the yard.", None, None),
        ("Grant of Planning Permission - shed at the yard", None, None),
        ("The previous meeting had agreed to wait.", "previous meeting", None),
        ("The merger has been passed unanimously by the Borough Cabinet.", "Borough Cabinet", None),
        ("The Clerk said that, as agreed at the February meeting, a letter had been sent.", None, "2024-02"),
        ("The Clerk noted that the precept had been set at £3800.", None, None),
        ("The plan had been refused by the Planning Committee on 5 February 2024.", "Planning Committee", "2024-02-05"),
        (
            "Residents spoke of the plan that was refused by the Quay Board on 5 February 2024.",
            "Quay Board",
            "2024-02-05",
        ),
    ],
)
def test_minutes_tell_of_earlier_decisions(sentence: str, by: str | None, date: str | None) -> None:
    found = minutes(f"12. Dredging\n\nMembers heard the news. {sentence}\n").findings.reported_decisions
    assert [(each.text, each.by, each.date) for each in found] == [(sentence, by, date)]


def test_the_last_meeting_is_the_one_whose_minutes_were_confirmed() -> None:
    found = minutes(
        "1. Minutes\n\nThe minutes of the meeting held on 5 February 2024 were agreed as a correct record.\n\n"
        "2. Signs\n\nThe Clerk said that, as agreed at the last meeting, a sign had been bought.\n"
    ).findings.reported_decisions
    assert [each.date for each in found] == ["2024-02-05"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The minutes of the meeting on 5 February 2024 were approved.",
        "Mr Crake had been appointed as a substitute for Mr Finch.",
        "Planning consent may be granted where it fits.",
        "Payments since 5 February 2024 were approved.",
        "The letter had been sent.",
    ],
)
def test_minutes_that_tell_of_none(sentence: str) -> None:
    assert minutes(f"12. Dredging\n\n{sentence}\n").findings.reported_decisions == ()


def test_minutes_decide_and_do_not_report() -> None:
    found = minutes("12. Dredging\n\nIt was agreed that the basin be dredged.\n").findings
    assert found.reported_decisions == ()
    assert len(found.decisions) == 1
