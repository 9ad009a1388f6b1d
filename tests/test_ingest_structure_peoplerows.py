"""Rows of tables of people."""

from __future__ import annotations

import pytest

from ingest.structure.people import ListedPerson
from ingest.structure.peoplerows import Columns, column_heads, row_person


@pytest.mark.parametrize(
    ("cells", "person"),
    [
        (["Jane Ashdown", "Chief Officer", "Northmere Council"], ("Jane Ashdown", None)),
        (["JA", "Jane Ashdown", "Chief Officer", "Northmere Council"], ("Jane Ashdown", "JA")),
        (["Jane Ashdown", "JA", "Chief Officer", "Northmere Council"], ("Jane Ashdown", "JA")),
        (["Jane Ashdown (JA)", "Chief Officer, Northmere Council"], ("Jane Ashdown", "JA")),
        (["Jane Ashdown (JA) - Chair", "Chief Officer, Northmere Council"], ("Jane Ashdown", "JA")),
        (["Jane Ashdown (JA)", "Northmere Council", "Chief Officer"], ("Jane Ashdown", "JA")),
    ],
)
def test_rows_of_a_table_of_people(cells: list[str], person: tuple[str, str | None]) -> None:
    found = row_person(cells)
    assert isinstance(found, ListedPerson)
    assert (found.name, found.initials) == person
    assert (found.role, found.organisation) == ("Chief Officer", "Northmere Council")


@pytest.mark.parametrize(
    "cells", [["Name", "Role"], ["Item 4", "Budget"], ["Jane"], ["", ""], [], ["The report was noted", "Clerk"]]
)
def test_rows_that_name_nobody(cells: list[str]) -> None:
    assert row_person(cells) is None


def test_heads_tell_what_the_columns_hold() -> None:
    columns = column_heads(["Organisation", "Name", "Job title"])
    assert columns == Columns(("organisation", "name", "role"))
    person = row_person(["", "Jane Ashdown", "Scheme lead"], column_heads(["Initials", "Name", "Representing"]))
    assert person
    assert (person.name, person.role, person.organisation) == ("Jane Ashdown", None, "Scheme lead")


@pytest.mark.parametrize("cells", [["Jane Ashdown", "Role"], ["", ""], []])
def test_other_rows_are_no_heads(cells: list[str]) -> None:
    assert column_heads(cells) is None


def test_a_column_tells_who_was_absent() -> None:
    there, absent = (row_person(["Ada Marsh", "Member", told]) for told in ("Present", "Apologies"))
    assert there
    assert absent
    assert (there.absent, absent.absent) == (False, True)
    assert (there.role, absent.role) == ("Member", "Member")
