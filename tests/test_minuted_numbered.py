"""A number as somebody says it finds the paragraphs that bear it: all of them, and no other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minuted.numbered import key, nearest, numbered, repeated
from tests.sections_made import section

# 3 / 3.7 / 3.7.5, a number seen twice, references, letters below a number, a heading without one.
PAPER = (
    section(0, "1.0"),
    section(1, "3"),
    section(2, "3.7", parent=1),
    section(3, "3.7.5", parent=2),
    section(4, "4"),
    section(5, "a", parent=4),
    section(6, "i", parent=5),
    section(7, "Minute 242"),
    section(8, "HWB10"),
    section(9, "PB/21/39"),
    section(10, None),
    section(11, "6"),
    section(12, "a", parent=11),
    section(13, "7"),
    section(14, "7", parent=13),
    section(15, "12b"),
)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("3.7.5", [3]),
        ("3.7.5.", [3]),
        (" 3 . 7 . 5 ", [3]),
        ("para 3.7.5", [3]),
        ("Paragraph 3.7.5", [3]),
        ("§3.7.5", [3]),
        ("3.7", [2]),
        ("3", [1]),
        ("1.0", [0]),
        ("1", [0]),
        ("242", [7]),
        ("minute 242", [7]),
        ("Minute no. 242", [7]),
        ("item 4", [4]),
        ("Agenda item 4:", [4]),
        ("hwb 10", [8]),
        ("HWB10", [8]),
        ("pb/21/39", [9]),
        ("PB 21 39", [9]),
        ("4(a)", [5]),
        ("4a", [5]),
        ("4 (a) (i)", [6]),
        ("(a)(i)", [6]),
        ("6(a)", [12]),
        ("(a)", [5, 12]),
        ("7", [13, 14]),
        ("12B", [15]),
        ("37", []),
        ("3.75", []),
        ("24", []),
        ("2421", []),
        ("4(b)", []),
        ("39", []),
        ("", []),
        ("§", []),
        ("paragraph", []),
    ],
)
def test_a_number_finds_the_sections_that_bear_it(wanted: str, found: list[int]) -> None:
    assert [PAPER.index(each) for each in numbered(PAPER, wanted)] == found


@pytest.mark.parametrize(
    ("wanted", "near"),
    [
        ("3.7.6", ["3.7.5", "3.7", "3"]),
        ("3.8", ["3.7", "3.7.5", "3"]),
        ("5", ["4", "6", "3"]),
        ("HWB12", ["HWB10"]),
    ],
)
def test_a_number_that_none_bears_is_told_with_the_nearest(wanted: str, near: list[str]) -> None:
    assert list(nearest(PAPER, wanted))[: len(near)] == near


def test_there_is_nothing_near_where_nothing_is_numbered() -> None:
    assert nearest([section(0, None)], "4") == ()


def test_numbers_that_are_not_the_only_ones_are_told() -> None:
    assert repeated(PAPER) == {("a",), ("7",)}


@given(st.lists(st.none() | st.text(max_size=8), max_size=6), st.text(max_size=30))
def test_any_number_is_looked_for_in_any_paper(numbers: list[str | None], wanted: str) -> None:
    paper = [section(at, number, parent=at - 1 if at else None) for at, number in enumerate(numbers)]
    for found in numbered(paper, wanted):
        assert found.number
    assert set(nearest(paper, wanted)) <= set(numbers)
    for each in paper:
        if each.number and key(each.number):
            assert each in numbered(paper, each.number)
