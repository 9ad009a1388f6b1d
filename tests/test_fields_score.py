"""The scorer for fields: what is right, what is missed, and what doesn't count."""

from __future__ import annotations

from typing import Any

import pytest

from tests.annotated import overlap
from tests.fields_score import FieldScore, score

PAPERS = [{"line": 1, "end_line": 40}, {"line": 41, "end_line": 90}]


def field(label: str, value: str, line: int) -> dict[str, Any]:
    return {"label": label, "value": value, "line": line}


def scored(gold: list[dict[str, Any]], said: list[dict[str, Any]], **more: Any) -> FieldScore:
    return score({"papers": PAPERS, "fields": gold, **more}, {"fields": said})


GOLD = [field("Report to", "Cabinet", 3), field("Subject", "The old quay and its repair", 5)]


@pytest.mark.parametrize(
    ("said", "right", "counted"),
    [
        (GOLD, 2, 2),
        ([field("REPORT TO:", "Cabinet", 9), field("Subject", "the old quay and its repairs", 5)], 2, 2),
        ([field("Report to", "Cabinet", 10)], 0, 1),
        ([field("Report to", "Council", 3)], 0, 1),
        ([field("To", "Cabinet", 3)], 0, 1),
        ([*GOLD, field("Report to", "Cabinet", 3)], 2, 3),
        ([*GOLD, field("Wards", "All", 60)], 2, 2),
        ([], 0, 0),
    ],
)
def test_what_is_right_and_what_counts(said: list[dict[str, Any]], right: int, counted: int) -> None:
    result = scored(GOLD, said)
    assert (result.gold, result.right, result.said) == (2, right, counted)
    assert len(result.missed) == 2 - right
    assert len(result.wrong) == counted - right


def test_a_part_of_a_form_that_is_listed_as_a_section_does_not_count() -> None:
    said = [*GOLD, field("Reason(s) for decision", "It is old.", 30)]
    sections = [{"number": None, "heading": "Reason(s) for decision:", "line": 30}]
    assert scored(GOLD, said, sections=sections).wrong == ()
    assert len(scored(GOLD, said).wrong) == 1


def test_pages_tell_the_place_where_there_are_no_lines() -> None:
    gold = {"papers": [{"page": 1}, {"page": 4}], "fields": [{"label": "To", "value": "Cabinet", "page": 2}]}
    said = [{"label": "To", "value": "Cabinet", "page": 1}, {"label": "By", "value": "B Holt", "page": 5}]
    assert score(gold, {"fields": said}).said == 1


def test_figures() -> None:
    result = FieldScore(gold=4, said=6, right=3)
    assert (result.precision, result.recall, result.f1) == (0.5, 0.75, 0.6)
    assert FieldScore(gold=0, said=0, right=0).f1 == 0.0


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [("The quay", "the QUAY", 1, 1), ("", "", 1, 1), ("quay", "", 0, 0), ("a b c d", "a b c e", 0.7, 0.8)],
)
def test_overlap(one: str, other: str, least: float, most: float) -> None:
    assert least <= overlap(one, other) <= most
