"""How text becomes search words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis import fold, stems, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Board", ["the", "board"]),
        ("Cllr O’Hara's café", ["cllr", "ohara", "cafe"]),
        ("members' and don't", ["members", "and", "dont"]),
        ("24/00093 and PB/21/39", ["24", "00093", "and", "pb", "21", "39"]),
        ("3.7.5", ["3", "7", "5"]),
        ("HWB13", ["hwb13"]),
        ("co-operative under_score", ["co", "operative", "under", "score"]),
        ("ﬁnance soft\u00adhyphen", ["finance", "softhyphen"]),
        ("ŁÓDŹ Ærø naïve", ["lodz", "aero", "naive"]),
        ("", []),
        ("— …", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    "alike", ["decision decisions", "commissioning commissioned", "councillors councillor", "closures closure"]
)
def test_forms_of_a_word_have_one_stem(alike: str) -> None:
    assert len(set(stems(alike))) == 1


@pytest.mark.parametrize(
    "alike",
    [
        "organise organize organisation organization", "colour color coloured", "centre center centred centered",
        "programme program programmes programmed programing", "licence license", "labelled labeled", "fulfil fulfill",
        "enquiry inquiry", "judgement judgment", "paediatric pediatric", "analyse analyze", "byelaw bylaw",
    ],
)  # fmt: skip
def test_spellings_of_a_word_have_one_stem(alike: str) -> None:
    assert len(set(stems(alike))) == 1


@pytest.mark.parametrize("apart", ["size seize prize", "meter mete", "councillor counsellor"])
def test_other_words_keep_their_own_stems(apart: str) -> None:
    assert len(set(stems(apart))) == len(apart.split())


def test_numbers_are_their_own_stems() -> None:
    assert stems("HWB13s 2nd 00093") == ["hwb13s", "2nd", "00093"]


@given(st.text())
def test_folding_is_done_after_once(text: str) -> None:
    assert words(" ".join(words(text))) == words(text)
    assert fold(" ".join(words(text))) == " ".join(words(text))


@given(st.text("ab1'’‘“”–—…•£_ .", max_size=30))
def test_common_signs_count_for_as_much_in_a_text_that_is_folded_letter_by_letter(text: str) -> None:
    assert words(f"{text} é") == [*words(text), "e"]
