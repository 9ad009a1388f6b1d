"""When a body meets next: told at the end of its minutes, in many ways."""

from __future__ import annotations

import pytest

from extract.nextmeetings import NextMeetings
from tests.papers_made import minutes


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("Date of next meeting: Monday, 6 May 2024 at 7 pm", "2024-05-06"),
        ("Next Meeting Tuesday, 7th May", "2024-05-07"),
        ("NEXT MEETING: 7 June in the Yard", "2024-06-07"),
        ("Next meeting: 7 January", None),
        ("Dates of next meetings\n2 April, 7 May", "2024-04-02"),
        ("The next Harbour Committee meeting will be on 8 May.", "2024-05-08"),
        ("The date of the next meeting is not yet fixed.", None),
        ("The last meeting was on 8 January 2024.", None),
        ("Next meeting: 6 May 2023", None),
        ("They said at great length that it should all be brought to the next meeting on 8 May.", None),
    ],
)
def test_next_meeting(told: str, day: str | None) -> None:
    document = minutes(f"12. Dredging\n\nThe Engineer spoke.\n\n{told}\n").document
    assert NextMeetings(document).after(document.meetings[0]) == day


def test_without_a_meeting_there_is_no_next() -> None:
    document = minutes("12. Dredging\n\nNext meeting: 6 May 2024\n").document
    assert NextMeetings(document).after(None) is None
