"""Due dates: the words as written, and the day that they mean after a meeting on 4 March 2024."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.duedates import date_meant, due_of

MEETING = "2024-03-04"


@pytest.mark.parametrize(
    ("said", "due", "day"),
    [
        ("by 29 March", "by 29 March", "2024-03-29"),
        ("by 29 March 2024", "by 29 March 2024", "2024-03-29"),
        ("by 31/05/2024", "by 31/05/2024", "2024-05-31"),
        ("by 2 January", "by 2 January", "2025-01-02"),
        ("by 4 March", "by 4 March", "2024-03-04"),
        ("on 9 April", "on 9 April", "2024-04-09"),
        ("for the Harbour Committee on 6 May 2024", "on 6 May 2024", "2024-05-06"),
        ("by the end of May", "by the end of May", "2024-05-31"),
        ("by the end of February", "by the end of February", "2025-02-28"),
        ("by the end of May 2024", "by the end of May 2024", "2024-05-31"),
        ("by the end of the month", "by the end of the month", "2024-03-31"),
        ("by Friday", "by Friday", "2024-03-08"),
        ("by Monday", "by Monday", "2024-03-11"),
        ("by Friday 3 May", "by Friday 3 May", "2024-05-03"),
        ("ASAP", "ASAP", None),
        ("by the meeting in July", "by the meeting in July", None),
        ("by Mrs Orme at the April meeting", "at the April meeting", None),
        ("on the following and report to the Council", None, None),
        ("until 2025", None, None),
        ("in April 2024", "in April 2024", None),
        ("before the May meeting", "before the May meeting", None),
        ("at the next meeting", "at the next meeting", None),
        ("within two weeks", "within two weeks", "2024-03-18"),
        ("within 10 working days", "within 10 working days", "2024-03-18"),
        ("within a month", "within a month", "2024-04-04"),
        ("within reasonable days", "within reasonable days", None),
        ("in due course", "in due course", None),
        ("as soon as possible", "as soon as possible", None),
        ("by 31 June", "by 31 June", None),
        ("by 29 February", "by 29 February", None),
        ("by 29 February 2025", "by 29 February 2025", None),
        ("with the Mayor", None, None),
        ("sent by the Mayor", None, None),
        ("and paint it", None, None),
    ],
)
def test_due_of(said: str, due: str | None, day: str | None) -> None:
    assert due_of(f"IQ to circulate the soundings {said}.", MEETING) == (due, day)


def test_without_a_meeting_a_day_without_year_is_no_date() -> None:
    assert due_of("PW to write by 29 March.", None) == ("by 29 March", None)


@given(st.dates(date(2001, 1, 1), date(2098, 12, 31)), st.dates(date(2001, 1, 1), date(2098, 12, 31)))
def test_a_day_without_year_is_the_first_such_after_the_meeting(day: date, meeting: date) -> None:
    meant = date_meant(f"by {day.day} {day:%B}", meeting.isoformat())
    if meant is None:
        assert (day.month, day.day) == (2, 29)
        return
    found = date.fromisoformat(meant)
    assert (found.month, found.day) == (day.month, day.day)
    assert found >= meeting
    assert found.year - meeting.year in (0, 1)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("at the next meeting", "2024-05-06"),
        ("to the next meeting", "2024-05-06"),
        ("for the May meeting", "2024-05-06"),
        ("for the June meeting", None),
        ("at the next meeting of the Quay Panel", None),
        ("at the next meeting of the Committee", "2024-05-06"),
        ("by the end of June", "2024-06-30"),
    ],
)
def test_next_meeting(said: str, day: str | None) -> None:
    assert due_of(f"IQ to circulate the soundings {said}.", MEETING, "2024-05-06")[1] == day


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2100, 1, 1)), st.integers(min_value=1, max_value=60))
def test_working_days_fall_on_days_of_work(meeting: date, count: int) -> None:
    meant = date_meant(f"within {count} working days", meeting.isoformat())
    assert meant is not None
    assert date.fromisoformat(meant).weekday() < 5
    assert (date.fromisoformat(meant) - meeting).days >= count
