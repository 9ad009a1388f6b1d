"""When and where a meeting sat, and whether it was quorate."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.structure.sittings import quorum, sitting_place, sitting_time

TIMES = [
    ("Tuesday 4 March 2025 at 7.30pm", "19:30"),
    ("held on 4 March 2025 at 10.00 am in the Guildhall", "10:00"),
    ("commencing at 2 p.m.", "14:00"),
    ("Thursday 4 March 2025 13:15 – 14:30", "13:15"),
    ("at 12 noon", "12:00"),
    ("from midday", "12:00"),
    ("at 1930hrs", "19:30"),
    ("at 12.15 am", "00:15"),
    ("at 12.15 pm", "12:15"),
    ("4.3.2025", None),
    ("dated 11.06.24", None),
    ("a precept of £7.30 was set", None),
    ("telephone 01234 567890", None),
]
PLACES = [
    ("Minutes of a meeting held in the Council Chamber, Mill House, Northmere on Thursday, 9 May 2024.",
     "Council Chamber, Mill House, Northmere"),
    ("Meeting held on Tuesday 4 March 2025 at 7 pm in Osney Village Hall", "Osney Village Hall"),
    ("Venue: Board Room, Tarn Infirmary. View directions", "Board Room, Tarn Infirmary"),
    ("The meeting was held remotely via Zoom at 7.30pm on the 10th June 2024", "remotely via Zoom"),
    ("Osney Town Hall", "Osney Town Hall"),
    ("Ordinary Meeting Tuesday 4th April 2024, 7.30pm Osney Village Hall", "Osney Village Hall"),
    ("held in public on 4 March 2025", None),
    ("held in accordance with the Act", None),
    ("Telephone: 01234 567890 (office)", None),
    ("Link to join: https://meet.example/room", None),
    ("Osney Parish Council", None),
]  # fmt: skip
QUORATE = [
    ("The Chair confirmed that the meeting was quorate.", True),
    ("A quorum was present throughout.", True),
    ("The meeting was declared quorate", True),
    ("The meeting was not quorate and stood adjourned.", False),
    ("It was noted that the meeting was inquorate.", False),
    ("There was no quorum.", False),
    ("The Board is quorate when five members are present.", None),
    ("The quorum is four.", None),
]


@pytest.mark.parametrize(("line", "time"), TIMES)
def test_time(line: str, time: str | None) -> None:
    assert sitting_time([line]) == time


@pytest.mark.parametrize(("line", "place"), PLACES)
def test_place(line: str, place: str | None) -> None:
    assert sitting_place([line]) == place


def test_a_place_goes_on_in_the_next_line() -> None:
    lines = ["Minutes of a meeting held in the Council Chamber, Mill", "House, Northmere on Thursday, 9 May 2024."]
    assert sitting_place(lines) == "Council Chamber, Mill House, Northmere"


@pytest.mark.parametrize(("text", "quorate"), QUORATE)
def test_quorum(text: str, quorate: bool | None) -> None:
    assert quorum([text]) is quorate


@given(st.lists(st.text(max_size=80), max_size=4))
def test_any_lines_are_read(lines: list[str]) -> None:
    time = sitting_time(lines)
    assert time is None or re.fullmatch(r"[012]\d:[0-5]\d", time)
    sitting_place(lines)
