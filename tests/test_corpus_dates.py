"""Dates as papers write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.dates import find_dates, first_date

WRITTEN = [
    # text, the days in it as written and in ISO 8601
    ("held on 11 June 2024", [("11 June 2024", "2024-06-11")]),
    ("the 11th of June, 2024", [("11th of June, 2024", "2024-06-11")]),
    ("June 11, 2024", [("June 11, 2024", "2024-06-11")]),
    ("Sept 3rd 2023", [("Sept 3rd 2023", "2023-09-03")]),
    ("3 Sep. 2023", [("3 Sep. 2023", "2023-09-03")]),
    ("11/06/24", [("11/06/24", "2024-06-11")]),
    ("11.06.2024", [("11.06.2024", "2024-06-11")]),
    ("11-06-2024", [("11-06-2024", "2024-06-11")]),
    ("2024-06-11", [("2024-06-11", "2024-06-11")]),
    ("Monday, 3 March 2025 at 2.30", [("3 March 2025", "2025-03-03")]),
    ("29 February 2024", [("29 February 2024", "2024-02-29")]),
    ("5 May", [("5 May", None)]),
    ("1 May and 2 May 2024", [("1 May", None), ("2 May 2024", "2024-05-02")]),
    ("from 30/6/2024 to 1/7/2024", [("30/6/2024", "2024-06-30"), ("1/7/2024", "2024-07-01")]),
]
NO_DATES = ["31 June 2024", "29 February 2023", "12/13/2024", "11/06-2024", "it may 5 times", "1 Marching band", ""]


@pytest.mark.parametrize(("text", "days"), WRITTEN, ids=[text for text, _ in WRITTEN])
def test_days_are_found_where_they_stand(text: str, days: list[tuple[str, str | None]]) -> None:
    assert [(text[day.start : day.end], day.iso) for day in find_dates(text)] == days


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_day_is_passed_over(text: str) -> None:
    assert list(find_dates(text)) == []


def test_the_first_date_is_the_first_with_a_year() -> None:
    assert first_date("raised on 1 May, due on 2 June 2024") == "2024-06-02"
    assert first_date("on 1 May") is None


@given(
    st.dates(date(1950, 1, 1), date(2099, 12, 31)), st.sampled_from(("%d %B %Y", "%d/%m/%Y", "%Y-%m-%d", "%B %d, %Y"))
)
def test_every_day_is_read_back(day: date, written: str) -> None:
    assert first_date(f"Held on {day.strftime(written)} in the Guildhall") == day.isoformat()
