"""How an excerpt is cut from a text and what it marks, and how the words of a text are looked up."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from search.analysis import stem_of, surface_words, words
from search.beginnings import beginnings
from search.engine import Count
from search.excerpt import LEAD, WIDTH, Excerpt, Excerpts
from search.fields import Field
from search.folded import folded
from search.meaning import meaning
from search.query import parse
from search.tree import Query


class NothingKnown:
    """The vocabulary of an index that defines no abbreviations."""

    def frequency(self, _field: Field, _word: str) -> int:
        return 0

    def holding(self, _field: Field, _word: str) -> int:
        return 0

    def terms(self, _field: Field, _prefix: str, *, limit: int | None = None) -> tuple[Count, ...]:
        return ()


def excerpt(text: str, query: Query) -> Excerpt:
    return Excerpts.showing(query).of(text)


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


TEXTS = st.text(st.sampled_from("abst'`’é½ﬁ\u00ad\u0301 –-1"), max_size=80)
ANY_LETTER = tuple("abcdefghijklmnopqrstuvwxyz0123456789")


@given(TEXTS)
@example("the board’s o'clock, Ł½ and a's's")
def test_the_words_of_a_folded_text_are_those_of_each_word_as_it_stands(text: str) -> None:
    found = folded(text)
    expected = {
        (start, end): of_it[0] for start, end in surface_words(text) if len(of_it := words(text[start:end])) == 1
    }
    assert {found.place(start, word): word for start, word in found.holding(ANY_LETTER, first=True)} == expected


@given(TEXTS, st.sampled_from(["a", "st", "ab"]))
def test_words_that_hold_a_piece_are_found_by_it(text: str, piece: str) -> None:
    found = folded(text)
    everything = sorted(found.holding(ANY_LETTER, first=True))
    assert list(found.holding((piece,), first=True)) == [each for each in everything if each[1].startswith(piece)]
    assert list(found.holding((piece,), first=False)) == [each for each in everything if piece in each[1]]


ENDINGS = ("", "s", "es", "ies", "y", "ed", "ing", "ation", "izational", "ability", "ly", "ements", "ized", "ation")
BEGINNINGS = ("enquir", "inquir", "programm", "grey", "ty", "d", "organ", "hop", "cr", "sk", "a", "analy", "oestrogen")


@given(st.one_of(st.text("abceilnorstyz", min_size=1), st.sampled_from(BEGINNINGS)), st.sampled_from(ENDINGS))
@example("dy", "ing")
@example("ski", "es")
def test_a_word_begins_as_is_told_of_its_stem(word: str, ending: str) -> None:
    assert (word + ending).startswith(beginnings(stem_of(word + ending)))


@given(st.text("abc", min_size=5, max_size=7), st.lists(st.text("abc", min_size=1, max_size=8)), st.sampled_from("12"))
def test_near_spellings_are_marked_all(word: str, others: list[str], edits: str) -> None:
    text = " ".join(others)[:WIDTH]
    shown = excerpt(text, meant(f"{word}~{edits}"))
    near = [each for each in text.split() if Levenshtein.distance(each, word) <= int(edits)]
    assert [shown.text[mark.start : mark.end] for mark in shown.marks] == near


@given(st.lists(st.text("abé’-.", min_size=1, max_size=30), max_size=60), st.sampled_from(["a", "b*", '"a b"', "aab~"]))
def test_an_excerpt_is_a_piece_of_its_text(pieces: list[str], query: str) -> None:
    flat = " ".join(pieces)
    shown = excerpt("\n ".join(pieces), meant(query))
    inner = shown.text.removeprefix("… ").removesuffix(" …")
    start = shown.start + shown.text.index(inner)
    assert flat[start : start + len(inner)] == inner
    for mark in shown.marks:
        at = shown.start + mark.start
        assert flat[at : at + len(mark)] == shown.text[mark.start : mark.end]
