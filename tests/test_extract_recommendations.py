"""Recommendations: under a heading, in a field of the front sheet, or asked in prose; each ask of a paper once."""

from __future__ import annotations

import pytest

from corpus.findings import Recommendation
from tests.papers_made import made, minutes, report

FRONT_SHEET = """NORTHMERE BOROUGH COUNCIL

Report to:\tHarbour Committee
Date:\t4 March 2024
Report of:\tInes Quill, Chief Engineer
Title:\tDredging of the Inner Basin
Recommendation:\t{}
Key decision:\tNo

1. Background

The basin silts up.
"""


def asks(found: tuple[Recommendation, ...]) -> list[tuple[str | None, str]]:
    return [(each.number, each.text) for each in found]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            "1. Background\n\nThe basin silts up.\n\n2. Recommendations\n\nThat the Committee:\n\n"
            "(1) notes the report; and\n\n(2) approves the dredging plan for 2024.\n\n3. Finance\n\nNone.\n",
            [("1", "notes the report; and"), ("2", "approves the dredging plan for 2024.")],
            id="heading",
        ),
        pytest.param(
            "RECOMMENDATION: That the tender of Saltway Marine be accepted.\n\n1. Finance\n\nNone.\n",
            [(None, "That the tender of Saltway Marine be accepted.")],
            id="heading and ask in one line",
        ),
        pytest.param(
            "1. Background\n\nThe basin silts up.\n\nThe Board is asked to:\n\n"
            "• note the report\n• approve the dredging plan\n• support the bid to the Coast Fund\n",
            [
                (None, "note the report"),
                (None, "approve the dredging plan"),
                (None, "support the bid to the Coast Fund"),
            ],
            id="bullets",
        ),
        pytest.param(
            "1. Background\n\nThe wall leans. The Board is asked to note the survey. The yard agreed with it.\n",
            [(None, "The Board is asked to note the survey.")],
            id="one sentence",
        ),
        pytest.param(
            "Recommendations\n\nThe Committee is asked to approve the dredging plan.\n\n1. Background\n\n"
            "The basin silts up.\n\n2. Conclusion\n\nThe Committee is asked to approve the dredging plan.\n",
            [(None, "The Committee is asked to approve the dredging plan.")],
            id="repeated",
        ),
        pytest.param(
            "1. Reasons for recommendation\n\nThe wall leans.\n\n2. Recommendations from the audit\n\n"
            "The auditors wrote a letter.\n\nResidents are asked to recycle their nets.\n",
            [],
            id="no asks of a board",
        ),
    ],
)
def test_recommendations_of_a_report(body: str, expected: list[tuple[str | None, str]]) -> None:
    found = report(body)
    assert asks(found.findings.recommendations) == expected
    assert {each.paper for each in found.findings.recommendations} <= {paper.id for paper in found.document.papers}


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("That the tender of Saltway Marine be accepted", [(None, "That the tender of Saltway Marine be accepted")]),
        (
            "(1) That the report be noted; (2) That the tender be accepted",
            [("1", "That the report be noted;"), ("2", "That the tender be accepted")],
        ),
    ],
)
def test_recommendations_of_a_front_sheet(field: str, expected: list[tuple[str | None, str]]) -> None:
    assert asks(made(FRONT_SHEET.format(field)).findings.recommendations) == expected


def test_slides_ask_under_a_heading_of_their_own() -> None:
    found = made(
        "# Northmere Harbour Board\n\n# Dredging: presentation\n\n4 March 2024\n\n"
        "# What we ask of the Board\n\n- Endorse the dredging plan\n- Release the winter reserve\n",
        "slides.md",
    ).findings.recommendations
    assert asks(found) == [(None, "Endorse the dredging plan"), (None, "Release the winter reserve")]


def test_minutes_recommend_nothing() -> None:
    found = minutes("12. Dredging\n\nRecommendation: That the tender be accepted.\n")
    assert found.findings.recommendations == ()
