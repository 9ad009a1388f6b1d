"""Names and then roles, as a page is saved whose columns were read one after the other."""

from __future__ import annotations

from ingest.structure.peoplelists import listed_people


def test_roles_behind_the_last_name_are_dealt_out() -> None:
    people = listed_people(
        "Mr Ada Marsh Mrs Ben Holt Dr Ivy Lowe Mr Dan Dell Chairman Chief Executive Director of Nursing & Patient Care "
        "Non-Executive Director"
    )
    assert [(person.name, person.role, person.chairs) for person in people] == [
        ("Ada Marsh", "Chairman", True),
        ("Ben Holt", "Chief Executive", False),
        ("Ivy Lowe", "Director of Nursing & Patient Care", False),
        ("Dan Dell", "Non-Executive Director", False),
    ]


def test_one_role_is_that_of_the_last() -> None:
    people = listed_people("Mr Ada Marsh Mrs Ben Holt Dr Ivy Lowe Medical Director")
    assert [person.role for person in people] == [None, None, "Medical Director"]
