"""How text becomes search words, and how an excerpt marks them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis import fold, stems, words
from search.engine import Count
from search.excerpt import LEAD, WIDTH, excerpt
from search.fields import Field
from search.meaning import meaning
from search.query import parse
from search.tree import Query


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


class NothingKnown:
    """The vocabulary of an index that defines no abbreviations."""

    def frequency(self, _field: Field, _word: str) -> int:
        return 0

    def terms(self, _field: Field, _prefix: str, *, limit: int | None = None) -> tuple[Count, ...]:
        return ()


def meant(written: str) -> Query:
    return meaning(parse(written), NothingKnown())


LONG = (
    "The clerk opened the meeting. " * 12
    + "The Wharf Lane depot’s lease was renewed for 5 years."
    + " Nothing else arose." * 20
)

MARKED = [
    ("The allotments were let.", "allotment", ["allotments"]),
    ("A lease of the depot. Leases of land.", "lease", ["lease", "Leases"]),
    (LONG, "depot AND lease", ["depot’s", "lease"]),
    (LONG, '"wharf lane" OR depot', ["Wharf Lane", "depot’s"]),
    (LONG, '"lane wharf" OR renewed', ["renewed"]),
    ("See HWB13 and 24/00093.", "24/00093 ref:HWB13", ["HWB13", "24/00093"]),
    ("A frail person's frailty", "frail*", ["frail", "frailty"]),
    ("A sectoin of wood", "section~2", ["sectoin"]),
    ("Walls and wells", "w?lls", ["Walls", "wells"]),
    ("The lease was not renewed", "lease NOT renewed", ["lease"]),
    ("The lease", "body:lease", []),
    ("The lease", "date:2024", []),
    ("", "lease", []),
    ("A lease, leases", '"lease"', ["lease"]),
    ("The lease of the old depot, the depot", '"lease depot"~3', ["lease", "depot"]),
    ("The lease of the old depot", '"lease depot"~2', []),
    ("A subcommittee and a sub-committee", "sub-committee", ["subcommittee", "sub-committee"]),
    ("Organisers of an organization", "organise", ["Organisers", "organization"]),
]


@pytest.mark.parametrize(("text", "query", "marked"), MARKED)
def test_an_excerpt_marks_what_matches(text: str, query: str, marked: list[str]) -> None:
    shown = excerpt(text, meant(query))
    assert [shown.text[mark.start : mark.end] for mark in shown.marks] == marked


def test_an_excerpt_of_a_long_text_is_cut_at_words() -> None:
    shown = excerpt(LONG, meant("depot"))
    assert shown.text.startswith("… ")
    assert shown.text.endswith(" …")
    assert LEAD < len(shown.text) <= WIDTH + len("…  …")
    assert set(shown.text.strip("… ").split()) <= set(LONG.split())


@given(st.text(st.sampled_from("abé’' \n-1"), max_size=600), st.sampled_from(["a", "b*", '"a b"', "aab~", "a NOT b"]))
def test_marks_lie_in_order_inside_the_excerpt(text: str, query: str) -> None:
    shown = excerpt(text, meant(query))
    ends = [0]
    for mark in shown.marks:
        assert ends[-1] <= mark.start < mark.end <= len(shown.text)
        ends.append(mark.end)
