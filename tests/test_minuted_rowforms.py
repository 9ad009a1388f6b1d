"""Rows as CSV: what was written is read back, and a spreadsheet is handed no formula."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from minuted.rowforms import columns, csv_lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    text: str | None
    many: tuple[str, ...] = ()
    number: float | None = None


def read(told: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(told, newline="")))


HOSTILE = (
    "plain",
    'He said "no", twice',
    "two\nlines",
    "two\r\nlines",
    "a bare\rreturn",
    "a, b; c",
    "\x1b[31mred\x1b[0m",
    "nul\x00",
    "\u202eturned round",
    "next\x85line\u2028",
    "'quoted",
    "",
    " =1+1",
    "– a dash",
)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_read_back_as_it_was(text: str, end: str) -> None:
    told = "".join(csv_lines(Row, [Row(text=text), Row(text="next")], end=end))
    assert read(told) == [list(columns(Row)), [text, "", ""], ["next", "", ""]]
    assert told.endswith(end)


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+44 1632 960001", "-5", "- an item", "@SUM(A1)", "\t=1", "\r=1", "\n=1", '=HYPERLINK("//x")', "＝1"],
)
def test_what_a_spreadsheet_takes_for_a_formula_is_text(text: str) -> None:
    _, row, another = read("".join(csv_lines(Row, [Row(text=text), Row(text=None, many=(text, "and so on"))])))
    assert row[0] == f"'{text}"
    assert another[1] == f"'{text}; and so on"


def test_numbers_stay_numbers_and_what_is_not_there_is_empty() -> None:
    told = list(csv_lines(Row, [Row(text=None, number=-5), Row(text="x", number=-0.5)], end="\n"))
    assert told == ["text,many,number\n", ",,-5\n", "x,,-0.5\n"]


@given(st.lists(st.tuples(st.text(), st.lists(st.text()))), st.sampled_from(["\n", "\r\n"]))
@example([("\r", ["\n", '"'])], "\n")
def test_any_rows_are_as_many_lines_of_as_many_cells(values: list[tuple[str, list[str]]], end: str) -> None:
    rows = [Row(text=text, many=tuple(many)) for text, many in values]
    table = read("".join(csv_lines(Row, rows, end=end)))
    assert len(table) == len(rows) + 1
    for row, cells in zip(rows, table[1:], strict=True):
        assert len(cells) == 3
        assert cells[0].removeprefix("'") == (row.text or "").removeprefix("'")
        assert cells[1].removeprefix("'") == "; ".join(row.many).removeprefix("'")
        assert not any(cell.startswith(tuple("=+-@\t\r\n")) for cell in cells)
