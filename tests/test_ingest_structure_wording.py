"""What a line of words looks like, and how a line in capitals is read."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ingest.structure.wording import (
    has_time_or_place,
    is_capitals,
    is_date_line,
    is_title_cased,
    is_title_like,
    title_case,
)

JUDGEMENTS: list[tuple[Callable[[str], bool], tuple[str, ...], tuple[str, ...]]] = [
    (
        is_title_like,
        (
            "Budget Monitoring Report 2024/25",
            "Declarations of Interest",
            "Minutes",
            "Next steps:",
            "Report by Northmere Homes Ltd.",
        ),
        (
            "The Committee noted the report.",
            "the budget",
            "It was cold",
            "Councillor Quill asked about parking",
            "Page 3 of 12",
            "12",
            "",
        ),
    ),
    (is_title_cased, ("Declarations of Interest", "Budget Monitoring Report"), ("Next steps for our libraries", "12")),
    (is_capitals, ("ANY OTHER BUSINESS", "OLD BATHS – FUTURE USE"), ("Any Other Business", "A/B", "12")),
    (
        is_date_line,
        ("Tuesday 11 June 2024 at 2.00 pm", "11 June 2024", "Date: 11/06/2024"),
        ("The meeting of 11 June 2024 was told that the scheme would go ahead", "Committee Room 1, 7.00 pm"),
    ),
    (
        has_time_or_place,
        ("Committee Room 1, 7.00 pm", "Ends at 3pm", "www.northmere.example", "A sum of £20"),
        ("Old Baths", "11 June 2024"),
    ),
]


@pytest.mark.parametrize(
    ("judge", "line", "verdict"),
    [
        (judge, line, verdict)
        for judge, right, wrong in JUDGEMENTS
        for lines, verdict in ((right, True), (wrong, False))
        for line in lines
    ],
)
def test_what_a_line_looks_like(judge: Callable[[str], bool], line: str, verdict: bool) -> None:
    assert judge(line) is verdict


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("ST MARY'S AND NORTH WARD", "St Mary's and North Ward"),
        ("NHS ELLERDYKE ICB", "NHS Ellerdyke ICB"),
        ("FBC AND NHS JOINT BOARD", "FBC and NHS Joint Board"),
        ("CLLR MARSH LTD", "Cllr Marsh Ltd"),
        ("THE OLD MILL – USE OF LAND", "The Old Mill – Use of Land"),
        ("O'BRIEN-HALL ROOM", "O'Brien-Hall Room"),
        ("D’ARCY COURT", "D’Arcy Court"),
        ("Health and Wellbeing Board", "Health and Wellbeing Board"),
    ],
)
def test_capitals_are_read_as_a_title(printed: str, read: str) -> None:
    assert title_case(printed) == read
