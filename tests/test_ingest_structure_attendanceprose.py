"""Sentences that tell of attendance."""

from __future__ import annotations

import pytest

from ingest.structure.attendanceprose import chair_named, told_absent, told_present


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Apologies for absence were received from Councillor Ada Marsh, Mr B Holt and Ivy Lowe.",
            ["Ada Marsh", "B Holt", "Ivy Lowe"],
        ),
        ("An apology for absence had been received from Councillor D P Holt.", ["D P Holt"]),
        ("The Manager reported apologies from Mr Marsh, Mrs Holt and Mr McLowe.", ["Marsh", "Holt", "McLowe"]),
        ("Apologies were submitted on behalf of Councillors Marsh and Holt", ["Marsh", "Holt"]),
        ("Apologies received from: Ian Moss, Dr Ida Crane", ["Ian Moss", "Ida Crane"]),
        (
            "Apologies were received from Ian Moss and Ida Crane who was substituted by Jo Pike.",
            ["Ian Moss", "Ida Crane"],
        ),
        ("Apologies were received from Cllr Holt due to illness.", ["Holt"]),
        ("These were accepted for Cllr Ada Marsh (Chair) (personal reasons). The Clerk left.", ["Ada Marsh"]),
        ("Derbyniwyd ymddiheuriadau gan y Cynghorwyr Ada Marsh a Ben Holt.", ["Ada Marsh", "Ben Holt"]),
        ("Councillor Ada Marsh sent her apologies.", ["Ada Marsh"]),
        (
            "Apologies for absence were received from Ada Marsh (Ellerdyke ICB) and Ben Holt (Dale Council).",
            ["Ada Marsh", "Ben Holt"],
        ),
        ("There were no apologies.", []),
        ("To receive apologies for absence from members", []),
        ("The Council offered its apologies for the delay.", []),
    ],
)
def test_apologies(text: str, names: list[str]) -> None:
    people = list(told_absent(text))
    assert [person.name for person in people] == names
    assert all(person.name in text[person.start : person.end] for person in people)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "It was noted that Councillor Holt was in attendance as a substitute for Councillor Marsh.",
            [("Holt", "Councillor Marsh")],
        ),
        (
            "Councillor M Holt had been appointed as a substitute member for Councillor D P Marsh.",
            [("M Holt", "Councillor D P Marsh")],
        ),
        (
            "For this meeting Cllr Wood would be substituting, with voting rights, for Cllr Ellis.",
            [("Wood", "Cllr Ellis")],
        ),
        ("Ida Crane who was substituted by Jo Pike", [("Jo Pike", "Ida Crane")]),
        ("The Chairman said that Councillor Ian Lowe would be in attendance, but late.", [("Ian Lowe", None)]),
        (
            "Ada Marsh, Ben Holt and Ivy Lowe were in attendance virtually.",
            [("Ada Marsh", None), ("Ben Holt", None), ("Ivy Lowe", None)],
        ),
        ("Mr A Marsh (Director of Policy, Relationships and Assurance) was in attendance", []),
        ("The substitute teacher for Class Four was thanked.", []),
    ],
)
def test_substitutes_and_others_in_attendance(text: str, told: list[tuple[str, str | None]]) -> None:
    assert [(person.name, person.substitutes_for) for person, _ in told_present(text)] == told


def test_lines_below_a_sentence_on_substitutes() -> None:
    text = "Councillor Ada Marsh for Councillor Ben Holt; and"
    assert not list(told_present(text))
    ((person, status),) = told_present(text, after_substitutes=True)
    assert (person.name, person.substitutes_for, status) == ("Ada Marsh", "Councillor Ben Holt", "present")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Cllr. B. Holt took the Chair and welcomed everyone.", "B. Holt"),
        ("In the absence of the Chairman, Councillor Ada Marsh in the Chair.", "Ada Marsh"),
        ("The meeting was chaired by Ivy Lowe.", "Ivy Lowe"),
        ("RESOLVED that Councillor Ada Marsh be elected as Chairman.", "Ada Marsh"),
        ("Cymerwyd y Gadair gan y Cyng. B. Holt", "B. Holt"),
        ("Councillor Ada Marsh was elected Chair of the Finance Panel.", None),
        ("Councillor Ada Marsh was elected Vice-Chairman.", None),
        ("The Chair thanked Ivy Lowe.", None),
    ],
)
def test_who_took_the_chair(text: str, name: str | None) -> None:
    person = chair_named(text)
    assert (person and person.name) == name


@pytest.mark.parametrize(
    "text", ["Mr " * 20_000, "apologies " * 20_000, "Ada and " * 20_000, "A. " * 30_000, "Ada for " * 9_000]
)
def test_hostile_text_ends(text: str) -> None:
    list(told_absent(text))
    list(told_present(text, after_substitutes=True))
    chair_named(text)
