"""One entry of a list of people: name, title, initials, role, organisation."""

from __future__ import annotations

import pytest

from ingest.structure.people import read_entry
from ingest.structure.peoplelists import listed_people

ENTRIES = [
    (
        "Jane Ashdown (JA) – Chief Officer, Northmere Council",
        "Jane Ashdown",
        "JA",
        "Chief Officer",
        "Northmere Council",
    ),
    ("Dr Priya Raman (PR), Medical Director", "Priya Raman", "PR", "Medical Director", None),
    ("Ian Moss IM Director of Estates", "Ian Moss", "IM", "Director of Estates", None),
    (
        "Dilys Lowe DL Executive Assistant / Minute Taker",
        "Dilys Lowe",
        "DL",
        "Executive Assistant / Minute Taker",
        None,
    ),
    ("Cllr Ben Holt BH", "Ben Holt", "BH", None, None),
    (
        "Ruth Dell, Director of Finance, Ellerdyke NHS Foundation Trust",
        "Ruth Dell",
        None,
        "Director of Finance",
        "Ellerdyke NHS Foundation Trust",
    ),
    ("Sam Lowe (Ellerdyke Hospice)", "Sam Lowe", None, None, "Ellerdyke Hospice"),
    ("Ada Marsh – Clerk", "Ada Marsh", None, "Clerk", None),
    ("Chair: Cllr Ada Marsh", "Ada Marsh", None, "Chair", None),
    ("J Franks (JF, Clerk)", "J Franks", "JF", "Clerk", None),
    ("Edenvale District Councillor A Holt", "A Holt", None, "Edenvale District Councillor", None),
    ("D/Cllr Ada Marsh", "Ada Marsh", None, "District Councillor", None),
    (
        "Ada Marsh (AM) Lay Member, Patient and Public Involvement (Chair)",
        "Ada Marsh",
        "AM",
        "Lay Member, Patient and Public Involvement",
        None,
    ),
    ("Jo Pike (JP) ICB Non-Executive Member – People", "Jo Pike", "JP", "Non-Executive Member – People", "ICB"),
    (
        "Lee Carrow (LC) Healthwatch Northmere representative",
        "Lee Carrow",
        "LC",
        "representative",
        "Healthwatch Northmere",
    ),
    ("A Holt EDC", "A Holt", None, None, "EDC"),
    ("Mr Ivor Lowe, NMC", "Ivor Lowe", None, None, "NMC"),
    ("Mrs Todd Clerk", "Todd", None, "Clerk", None),
    ("Cllr Ida Crane, Quayside Ward", "Ida Crane", None, "Quayside Ward", None),
    ("Ida Crane (Labour)", "Ida Crane", None, None, None),
    ("Mr Ben Holt Footpath Warden", "Ben Holt", None, "Footpath Warden", None),
]


@pytest.mark.parametrize(
    ("line", "name", "initials", "role", "organisation"), ENTRIES, ids=[line[0] for line in ENTRIES]
)
def test_what_a_line_says_of_one_person(
    line: str, name: str, initials: str | None, role: str | None, organisation: str | None
) -> None:
    (person,) = listed_people(line)
    assert (person.name, person.initials, person.role, person.organisation) == (name, initials, role, organisation)
    assert line[person.start : person.end] == line


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Mr",
        "ICB Non-Executive Member",
        "Quayside Medical Group",
        "Ada Marsh introduced the report",
        "the Clerk",
        "12",
    ],
)
def test_what_is_no_entry(text: str) -> None:
    assert read_entry(text) is None


def test_two_who_share_a_name_are_told_apart_by_how_they_are_addressed() -> None:
    ms, mr = listed_people("Ms J Lowe, Mr J Lowe")
    assert (ms.address, mr.address) == ("Ms", "Mr")
