"""Reported decisions: what reports tell that a body decided, by whom and when; asks and opinions are none."""

from __future__ import annotations

import pytest

from tests.papers_made import minutes, report


@pytest.mark.parametrize(
    ("sentence", "by", "date"),
    [
        ("It was agreed in May to close the pontoon.", None, None),
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
    ],
)
def test_what_nobody_decided(sentence: str) -> None:
    assert report(f"1. Background\n\n{sentence}\n").findings.reported_decisions == ()


def test_minutes_decide_and_do_not_report() -> None:
    found = minutes("12. Dredging\n\nIt was agreed that the basin be dredged.\n").findings
    assert found.reported_decisions == ()
    assert len(found.decisions) == 1
