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
            "1. Background\n\n1.1 The Committee is asked to approve the plan.\n\n2. Recommendations\n\n"
            "2.1 That the survey be noted.\n\n2.2 That the tender be accepted.\n\n3. Finance\n\nNone.\n",
            [("2.1", "That the survey be noted."), ("2.2", "That the tender be accepted.")],
            id="numbered paragraphs; what prose asks before them is no other ask",
        ),
        pytest.param(
            "Recommendations\n\nThe Committee is asked to:\n\n(i) note the report;\n\n(ii) agree that:\n\n"
            "a) the tender be accepted; and\n\nb) the fee be waived; and\n\n(iii) delegate the rest.\n\n"
            "Background\n\nThe basin silts up.\n",
            [
                ("i", "note the report;"),
                ("a", "the tender be accepted; and"),
                ("b", "the fee be waived; and"),
                ("iii", "delegate the rest."),
            ],
            id="nested parts",
        ),
        pytest.param(
            "Recommendations\n\nThe Committee is asked to: a) note the report; b) approve the plan; c) wait.\n",
            [("a", "note the report;"), ("b", "approve the plan;"), ("c", "wait.")],
            id="parts within a line",
        ),
        pytest.param(
            "Recommendations\n\nThe Harbour Master is asked to:\n\nThe Committee is asked to:\n\n"
            "APPROVE the closure of the pontoon.\n\nDELEGATE its removal to the Chief Engineer.\n\n"
            "Background\n\nThe pontoon rots.\n",
            [(None, "APPROVE the closure of the pontoon."), (None, "DELEGATE its removal to the Chief Engineer.")],
            id="paragraphs without marks",
        ),
        pytest.param(
            "2. Recommendations\n\nThe Committee is recommended to approve: -\n\na) That a boat be hired.\n\n"
            "The boat would come from the yard at the quay and go to the basin twice a day.\n\n"
            "b) That the quay be closed.\n\n3. Background\n\n• The basin silts up.\n",
            [("a", "That a boat be hired."), ("b", "That the quay be closed.")],
            id="remarks between parts",
        ),
        pytest.param(
            "Recommendations\n\n1. Note the survey.\n\n2. If the survey is accepted, close the whole of the quay.\n\n"
            "3. Background\n\nThe basin silts up.\n",
            [("1", "Note the survey."), ("2", "If the survey is accepted, close the whole of the quay.")],
            id="the next section has the next number",
        ),
        pytest.param(
            "Recommendations\n\nThe Committee is asked to:\n\n• note the survey, in particular:\n\n  – the basin\n\n"
            "  – the wall\n\n• approve the plan\n\nBackground\n\nThe basin silts up.\n",
            [(None, "note the survey, in particular: • the basin • the wall"), (None, "approve the plan")],
            id="details of an ask",
        ),
        pytest.param(
            "2.0 RECOMMENDATION: That the Harbour Committee\n\n(1) consider the survey;\n\n(2) wait.\n\n3.0 WHY\n",
            [("1", "consider the survey;"), ("2", "wait.")],
            id="a stem without a colon",
        ),
        pytest.param(
            "RECOMMENDATION: GRANT permission\n\n1. Site\n\nThe yard.\n",
            [(None, "GRANT permission")],
            id="planning",
        ),
        pytest.param(
            "RECOMMENDED that -\n\n(1) the report be noted;\n\n(2) the tender be accepted.\n\n1. Site\n\nA yard.\n",
            [("1", "the report be noted;"), ("2", "the tender be accepted.")],
            id="recommended in capitals",
        ),
        pytest.param(
            "1. Background\n\nThe basin silts up. It is recommended that the Committee waits. The wall leans.\n",
            [(None, "It is recommended that the Committee waits.")],
            id="it is recommended",
        ),
        pytest.param(
            "Notice of motion\n\nThis Council believes that:\n\n1. The wall leans.\n\nThis Council resolves to:\n\n"
            "1. Write to the Minister.\n\n2. Mend the wall.\n",
            [("1", "Write to the Minister."), ("2", "Mend the wall.")],
            id="motion",
        ),
        pytest.param(
            "Recommendations\n\nNone.\n\n1. Progress on recommendations\n\nRecommendation 1 was carried out.\n",
            [],
            id="none",
        ),
        pytest.param(
            "Audit of moorings\n\nRecommendation\tOwner\tDue\nMend the rings\tInes Quill\tMay\n",
            [],
            id="a table of what auditors recommend",
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


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Recommendations\n\nThe Quay Users Forum is asked to:\n\n(1) note the survey\n\n(2) wait\n",
            [
                ("Quay Users Forum", "The Quay Users Forum is asked to:"),
                ("Quay Users Forum", "The Quay Users Forum is asked to:"),
            ],
        ),
        ("Recommendation\n\nMembers are invited to note the survey.\n", [("Harbour Committee", None)]),
        ("Recommendation\n\nThat the survey be noted.\n", [("Harbour Committee", None)]),
        ("Recommendation\n\nThat the Finance and Quays Panel notes the survey.\n", [("Finance and Quays Panel", None)]),
        (
            "Recommendation\n\nThe Cabinet Member for Quays and Ponds is asked to wait.\n",
            [("Cabinet Member for Quays and Ponds", None)],
        ),
        ("Recommendation\n\nIt is recommended that the Chief Engineer be thanked.\n", [("Harbour Committee", None)]),
    ],
)
def test_board_and_stem(body: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert [(each.board, each.stem) for each in report(body).findings.recommendations] == expected


def test_the_same_words_for_many_applications_are_as_many_recommendations() -> None:
    body = "".join(f"{n}. Yard {n}\n\nRECOMMENDATION: That permission be granted.\n\n" for n in (1, 2, 3))
    assert len(report(body).findings.recommendations) == 3


def test_what_is_ticked_is_asked_where_no_words_ask() -> None:
    sheet = "The Committee is asked to:\t☐ Approve ☒ Note\n\n1. Background\n\nThe basin silts up.\n"
    assert asks(report(sheet).findings.recommendations) == [(None, "Note")]
    worded = sheet + "\n2. Recommendation\n\nThat the silt be noted.\n"
    assert asks(report(worded).findings.recommendations) == [(None, "That the silt be noted.")]


def test_an_item_of_a_site_asks_above_its_minutes() -> None:
    found = minutes(
        "Motion on the quay\n\nThis Council resolves to:\n\n1. Mend the quay.\n\nMinutes:\n\nRecommendation: none.\n"
    )
    assert asks(found.findings.recommendations) == [("1", "Mend the quay.")]


def test_minutes_recommend_nothing() -> None:
    found = minutes("12. Dredging\n\nRecommendation: That the tender be accepted.\n")
    assert found.findings.recommendations == ()
