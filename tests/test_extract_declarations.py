"""Declarations of interest: who declared what, in which item, and whether they left."""

from __future__ import annotations

import pytest

from corpus.findings import Declaration
from corpus.vocabulary import InterestKind
from tests.declarations_score import score
from tests.papers_made import minutes


def found(body: str) -> tuple[Declaration, ...]:
    return minutes(f"2. Declarations of Interest\n\n{body}\n").findings.declarations


@pytest.mark.parametrize(
    ("sentence", "who", "kind", "items", "left"),
    [
        (
            "Councillor Tarn declared a disclosable pecuniary interest in item 7 (Quay rents) as a tenant and left the "
            "room.",
            ["Councillor Tarn"],
            InterestKind.DISCLOSABLE_PECUNIARY,
            ("7",),
            True,
        ),
        (
            "Councillors Tarn, D Finch and P J Crake each declared a non-pecuniary interest in agenda items 4 and 5.",
            ["Tarn", "D Finch", "P J Crake"],
            InterestKind.NON_PECUNIARY,
            ("4", "5"),
            None,
        ),
        (
            "Cllr Finch declared a personal and prejudicial interest in the buoy. He took no part in the discussion.",
            ["Cllr Finch"],
            InterestKind.PREJUDICIAL,
            (),
            True,
        ),
        (
            "Councillor Crake declared a personal (but not prejudicial) interest and remained in the meeting.",
            ["Councillor Crake"],
            InterestKind.PERSONAL,
            (),
            False,
        ),
        (
            "JB declared a conflict of interest in item 5 as a partner of the Quay Practice; it was agreed that she "
            "was able to stay.",
            ["JB"],
            InterestKind.OTHER,
            ("5",),
            False,
        ),
        (
            "A pecuniary interest was declared by Councillor Finch in item 9.",
            ["Councillor Finch"],
            InterestKind.PECUNIARY,
            ("9",),
            None,
        ),
        ("Councillor Finch – Item 6, as a trustee of the hall.", ["Councillor Finch"], None, ("6",), None),
    ],
)
def test_what_is_declared(
    sentence: str, who: list[str], kind: InterestKind | None, items: tuple[str, ...], left: bool | None
) -> None:
    declarations = found(sentence)
    assert [each.who for each in declarations] == who
    assert {(each.kind, each.items, each.left) for each in declarations} == {(kind, items, left)}


@pytest.mark.parametrize(
    "sentence",
    [
        "There were no declarations of interest.",
        "None.",
        "Members were reminded to declare any interests in items on the agenda.",
        "Councillor Finch declared no interest.",
        "To receive any declarations of interest.",
        "Note: Councillors are reminded of their duty to declare interests.",
    ],
)
def test_nothing_is_declared(sentence: str) -> None:
    assert found(sentence) == ()


def test_the_words_of_an_interest_and_the_name_of_who_declared_it() -> None:
    (declaration,) = found("Cllr Tarn declared an interest in item 7 as a tenant of the quay and left the room.")
    assert declaration.interest == "in item 7 as a tenant of the quay"
    assert declaration.name == "Orla Tarn"


def test_what_is_declared_again_in_its_item_is_one_declaration() -> None:
    (declaration,) = found(
        "Cllr Finch declared an interest in Application 12/A.\n\n7. Planning\n\nCllr Finch again declared an interest "
        "in Application 12/A and left the room."
    )
    assert (declaration.items, declaration.left) == (("7",), True)


@pytest.mark.parametrize(
    ("said", "right", "left"),
    [
        ({"who": "Cllr O Tarn", "left": True, "line": 6}, 1, 1),
        ({"who": "Tarn", "left": None, "line": 6}, 1, 0),
        ({"who": "Finch", "left": True, "line": 6}, 0, 0),
        ({"who": "Tarn", "left": True, "line": 60}, 0, 0),
    ],
)
def test_the_score(said: dict[str, object], right: int, left: int) -> None:
    gold = {"declarations": [{"who": "Councillor Tarn", "left": True, "line": 5}]}
    result = score(gold, {"declarations": [said]})
    assert (result.gold, result.said, result.right, result.left) == (1, 1, right, left)
    assert len(result.errors) == 2 * (1 - right)
