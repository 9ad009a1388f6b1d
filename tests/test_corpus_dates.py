"""Dates as papers write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.dates import doubtful_dates, find_dates, first_date

WRITTEN = [
    ("Thurs 27June and 3rdMay 2024", [("27June", None), ("3rdMay 2024", "2024-05-03")]),
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
    ("Dated the 4th day of May 2021", [("4th day of May 2021", "2021-05-04")]),
    ("5 Nov '18", [("5 Nov '18", "2018-11-05")]),
    ("due 11-Jun-2024.", [("11-Jun-2024", "2024-06-11")]),
    ("review: 11 June 24", [("11 June 24", "2024-06-11")]),
    ("on 11 June 24 members came", [("11 June", None)]),
    ("6 th July 2020", [("6 th July 2020", "2020-07-06")]),
    ("Wednesday 6th, November 2019", [("6th, November 2019", "2019-11-06")]),
    ("ar 11 Chwefror 2015", [("11 Chwefror 2015", "2015-02-11")]),
    ("y 10fed o Fehefin 2020", [("10fed o Fehefin 2020", "2020-06-10")]),
    ("Monday 4 March 2O24", [("4 March 2O24", "2024-03-04")]),
    ("the 3rd Febuary 2020", [("3rd Febuary 2020", "2020-02-03")]),
    ("from 30/6/2024 to 1/7/2024", [("30/6/2024", "2024-06-30"), ("1/7/2024", "2024-07-01")]),
]
NO_DATES = [
    "31 June 2024",
    "29 February 2023",
    "12/13/2024",
    "11/06-2024",
    "it may 5 times",
    "1 Marching band",
    "",
    "1 Autumn 2024",
    "4 Members 2024",
    "2 Marches 2024 raised",
    "12 Summer 2024",
]


@pytest.mark.parametrize(("text", "days"), WRITTEN, ids=[text for text, _ in WRITTEN])
def test_days_are_found_where_they_stand(text: str, days: list[tuple[str, str | None]]) -> None:
    assert [(text[day.start : day.end], day.iso) for day in find_dates(text)] == days


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_day_is_passed_over(text: str) -> None:
    assert list(find_dates(text)) == []


def test_the_first_date_is_the_first_with_a_year() -> None:
    assert first_date("raised on 1 May, due on 2 June 2024") == "2024-06-02"
    assert first_date("on 1 May") is None


DOUBTFUL = [
    # text, what is wrong, and with which words
    ("on Tuesday 3rd June 2021", [("Tuesday 3rd June 2021", "the day was a Thursday")]),
    ("Thurs. 3 June 2021", []),
    ("Wednesday, the 12th of March 2025", []),
    ("Wed 12/03/2024", [("Wed 12/03/2024", "the day was a Tuesday")]),
    ("31 June 2024", [("31 June 2024", "June 2024 has no day 31")]),
    ("29th February 2023 and 28 February 2023", [("29th February 2023", "February 2023 has no day 29")]),
    ("3rd Febuary 2020", [("3rd Febuary 2020", "“Febuary” is read as February")]),
    ("4 March 2O24", [("4 March 2O24", "“2O24” has a letter for a figure")]),
    ("Sun 5 May", []),
    ("a Friday. 3 June 2021", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "doubts"), DOUBTFUL, ids=[text for text, _ in DOUBTFUL])
def test_what_is_wrong_with_a_date_is_told(text: str, doubts: list[tuple[str, str]]) -> None:
    assert [(text[doubt.start : doubt.end], doubt.reason) for doubt in doubtful_dates(text)] == doubts


@given(
    st.dates(date(1950, 1, 1), date(2099, 12, 31)), st.sampled_from(("%d %B %Y", "%d/%m/%Y", "%Y-%m-%d", "%B %d, %Y"))
)
def test_every_day_is_read_back(day: date, written: str) -> None:
    assert first_date(f"Held on {day.strftime(written)} in the Guildhall") == day.isoformat()
