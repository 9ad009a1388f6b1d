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
        ("by the end of May", "by the end of May", None),
        ("by the end of May 2024", "by the end of May 2024", None),
        ("in April 2024", "in April 2024", None),
        ("before the May meeting", "before the May", None),
        ("at the next meeting", "at the next meeting", None),
        ("within two weeks", "within two weeks", None),
        ("within 10 working days", "within 10 working days", None),
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
