"""Names that can be one person's, and names that can't."""

from __future__ import annotations

import pytest

from corpus.namesakes import given_alike, name_parts

PARTS = [
    ("Orla Tarn", (("orla",), "tarn")),
    ("A. B. Finch", (("a", "b"), "finch")),
    ("AB Finch", (("a", "b"), "finch")),
    ("Ines de la Quill", (("ines",), "de la quill")),
    ("Finch", ((), "finch")),
    ("Siân O’Wren", (("siân",), "o'wren")),
]


@pytest.mark.parametrize(("name", "parts"), PARTS, ids=[name for name, _ in PARTS])
def test_a_name_is_its_given_names_and_its_surname(name: str, parts: tuple[tuple[str, ...], str]) -> None:
    assert name_parts(name) == parts


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Orla Tarn", "O Tarn", True),
        ("Michael Tarn", "Mike Tarn", True),
        ("Orla Tarn", "Ines Tarn", False),
        ("Orla Jane Tarn", "Orla Tarn", True),
        ("O J Tarn", "Orla Kay Tarn", False),
    ],
)
def test_given_names_are_alike_one_by_one(one: str, other: str, alike: bool) -> None:
    assert given_alike(name_parts(one)[0], name_parts(other)[0]) is alike
