"""Names of people: taken apart, told from other capitals, and compared."""

from __future__ import annotations

import pytest

from corpus.names import fold_name, initials_of, is_name, split_name, surname


@pytest.mark.parametrize(
    ("written", "title", "name", "letters"),
    [
        ("Cllr A Marsh", "Councillor", "A Marsh", ()),
        ("Cllr. Mrs. J. Pike", "Councillor", "J. Pike", ()),
        ("County Councillor Tom Ferris", "Councillor", "Tom Ferris", ()),
        ("Vice Councillor Lowe", "Councillor", "Lowe", ()),
        ("Mrs Ruth Dell MBE", None, "Ruth Dell", ("MBE",)),
        ("Ada Marsh, OBE, DL", None, "Ada Marsh", ("OBE", "DL")),
        ("Dr. Priya Raman", "Dr", "Priya Raman", ()),
        ("Professor Dame Ida Crane", "Dame", "Ida Crane", ()),
        ("Sir Ian Moss KC", "Sir", "Ian Moss", ("KC",)),
        ("Tom Ferris", None, "Tom Ferris", ()),
        ("the Mayor", None, "the Mayor", ()),
        ("Councillor", None, "Councillor", ()),
        ("Mr", None, "Mr", ()),
        ("", None, "", ()),
    ],
)
def test_titles_and_letters_are_taken_off(written: str, title: str | None, name: str, letters: tuple[str, ...]) -> None:
    found = split_name(written)
    assert (found.title, found.name, found.letters) == (title, name, letters)


@pytest.mark.parametrize(
    "text",
    [
        "Ruth Dell",
        "R. J. Dell",
        "Dell",
        "Ruth van der Lowe",
        "Sinead O'Hara-Finch",
        "D’Arcy Marsh",
        "Ian McInerney",
        "Zoë Marsh",
        "Mary-Ann Pike",
    ],
)
def test_names(text: str) -> None:
    assert is_name(text)


@pytest.mark.parametrize(
    "text",
    ["Chief Executive", "Health Board", "North Quay", "ruth dell", "Ruth Members", "A B C D E F G", "Item 4", ""],
)
def test_capitals_that_are_no_name(text: str) -> None:
    assert not is_name(text)


@pytest.mark.parametrize(
    ("name", "initials", "last"),
    [
        ("Sinead O'Hara-Finch", "SO", "O'Hara-Finch"),
        ("Ruth van der Lowe", "RL", "Lowe"),
        ("R. J. Dell", "RJD", "Dell"),
        ("", "", ""),
    ],
)
def test_initials_and_surname(name: str, initials: str, last: str) -> None:
    assert (initials_of(name), surname(name)) == (initials, last)


@pytest.mark.parametrize(
    ("one", "other"), [("R. J. Dell", "R J  Dell"), ("D’Arcy Marsh", "d'arcy marsh"), ("R.J. Dell", "R J Dell")]
)
def test_ways_of_writing_one_name_fold_to_one_key(one: str, other: str) -> None:
    assert fold_name(one) == fold_name(other)
