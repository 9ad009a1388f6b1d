"""Lines and rows of lists of people, taken apart."""

from __future__ import annotations

import pytest

from ingest.structure.people import ListedPerson
from ingest.structure.peoplelists import listed_people
from ingest.structure.peoplerows import row_person
from ingest.structure.remarks import role_and_organisation

LINES: list[tuple[str, list[tuple[str | None, str]]]] = [
    (
        "Councillors A Marsh (Chair), B Holt and C. Penrose",
        [("Councillor", "A Marsh"), ("Councillor", "B Holt"), ("Councillor", "C. Penrose")],
    ),
    (
        "Cllrs. Ada Marsh (Chair), Ben Holt, Cora Penrose",
        [("Councillor", "Ada Marsh"), ("Councillor", "Ben Holt"), ("Councillor", "Cora Penrose")],
    ),
    ("Councillors A Marsh (Chair) and B Holt", [("Councillor", "A Marsh"), ("Councillor", "B Holt")]),
    ("Cllr J McInerney; Cllr K van Doorn", [("Councillor", "J McInerney"), ("Councillor", "K van Doorn")]),
    ("Councillors: Marsh, Holt, and Penrose", [("Councillor", name) for name in ("Marsh", "Holt", "Penrose")]),
    ("Mr J Ellery OBE, Mrs K. Tamsin and Ms L Quill", [(None, "J Ellery"), (None, "K. Tamsin"), (None, "L Quill")]),
    ("Mr J Ellery (Director of Finance) and Ms L Tamsin", [(None, "J Ellery"), (None, "L Tamsin")]),
    ("Jane Ashdown (JA) and Tom Ferris (TF)", [(None, "Jane Ashdown"), (None, "Tom Ferris")]),
    ("Tom Ferris, Ruth Dell and Ian Moss", [(None, "Tom Ferris"), (None, "Ruth Dell"), (None, "Ian Moss")]),
    ("Councillor Owen ap Rhys and Mrs S. O'Hara-Finch", [("Councillor", "Owen ap Rhys"), (None, "S. O'Hara-Finch")]),
    ("Cllr Ruth Dell. Clerk: Ian Moss", [("Councillor", "Ruth Dell"), (None, "Ian Moss")]),
    ("Officers: Jo Pike and Lee Carrow", [(None, "Jo Pike"), (None, "Lee Carrow")]),
    ("Councillor Marsh", [("Councillor", "Marsh")]),
    ("Tom Ferris", [(None, "Tom Ferris")]),
]
NO_PEOPLE = [
    "The report was noted.",
    "Apologies were received from Councillor Holt",
    "Members of the public: 4",
    "Two members of the public",
    "Chief Executive",
    "Northmere Borough Council",
    "",
]


@pytest.mark.parametrize(("line", "named"), LINES, ids=[line for line, _ in LINES])
def test_lines_that_name_people(line: str, named: list[tuple[str | None, str]]) -> None:
    found = listed_people(line)
    assert [(person.title, person.name) for person in found] == named
    assert all(person.name in " ".join(line[person.start : person.end].split()) for person in found)


@pytest.mark.parametrize("line", NO_PEOPLE)
def test_lines_that_name_nobody(line: str) -> None:
    assert listed_people(line) == ()


@pytest.mark.parametrize(
    ("line", "initials", "role", "organisation"),
    [
        ("Jane Ashdown (JA) – Chief Officer, Northmere Council", "JA", "Chief Officer", "Northmere Council"),
        ("Dr Priya Raman (PR), Medical Director", "PR", "Medical Director", None),
        ("Ian Moss IM Director of Estates", "IM", "Director of Estates", None),
        (
            "Ruth Dell, Director of Finance, Ellerdyke NHS Foundation Trust",
            None,
            "Director of Finance",
            "Ellerdyke NHS Foundation Trust",
        ),
        ("Sam Lowe (Ellerdyke Hospice)", None, None, "Ellerdyke Hospice"),
        ("Ada Marsh – Clerk", None, "Clerk", None),
        ("Chair: Cllr Ada Marsh", None, "Chair", None),
    ],
)
def test_what_a_line_says_of_one_person(
    line: str, initials: str | None, role: str | None, organisation: str | None
) -> None:
    (person,) = listed_people(line)
    assert (person.initials, person.role, person.organisation) == (initials, role, organisation)
    assert line[person.start : person.end] == line


@pytest.mark.parametrize(
    ("cells", "person"),
    [
        (["Jane Ashdown", "Chief Officer", "Northmere Council"], ("Jane Ashdown", None)),
        (["JA", "Jane Ashdown", "Chief Officer", "Northmere Council"], ("Jane Ashdown", "JA")),
        (["Jane Ashdown (JA)", "Chief Officer, Northmere Council"], ("Jane Ashdown", "JA")),
    ],
)
def test_rows_of_a_table_of_people(cells: list[str], person: tuple[str, str | None]) -> None:
    found = row_person(cells)
    assert isinstance(found, ListedPerson)
    assert (found.name, found.initials) == person
    assert (found.role, found.organisation) == ("Chief Officer", "Northmere Council")


@pytest.mark.parametrize("cells", [["Name", "Role"], ["Item 4", "Budget"], ["Jane"], ["", ""], []])
def test_rows_that_name_nobody(cells: list[str]) -> None:
    assert row_person(cells) is None


@pytest.mark.parametrize(
    ("text", "role", "organisation"),
    [
        ("Chief Executive, Northmere Borough Council", "Chief Executive", "Northmere Borough Council"),
        ("Deputy Director, Adult Care, Northmere Council", "Deputy Director, Adult Care", "Northmere Council"),
        ("Head of Estates at Northmere Council", "Head of Estates", "Northmere Council"),
        ("GP – Ellerdyke ICB", "GP", "Ellerdyke ICB"),
        ("Director of Public Health", "Director of Public Health", None),
        ("Ellerdyke NHS Foundation Trust", None, "Ellerdyke NHS Foundation Trust"),
        ("", None, None),
    ],
)
def test_a_role_is_parted_from_its_organisation(text: str, role: str | None, organisation: str | None) -> None:
    assert role_and_organisation(text) == (role, organisation)
