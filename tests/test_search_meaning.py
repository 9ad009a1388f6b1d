"""What written queries mean: definitions of abbreviations, spellings set apart, exact words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.alternatives import Alternative, alternatives, defined
from search.definitions import Definition, definitions, prefix_of, terms_of
from search.engine import Count
from search.fields import Field
from search.meaning import meaning
from search.query import parse

DEFINED = [
    ("The Integrated Care System (ICS) meets.", [("ics", "integrated care system")]),
    ("the Joint Strategic Needs Assessment (“JSNA”)", [("jsna", "joint strategic needs assessment")]),
    ("Special Educational Needs and Disabilities (SEND)", [("send", "special educational needs and disabilities")]),
    ("Voluntary, Community and Social Enterprise (VCSE)", [("vcse", "voluntary community and social enterprise")]),
    ("Director of Adult Social Services (DASS)", [("dass", "director of adult social services")]),
    ("Integrated Care Boards (ICBs)", [("icb", "integrated care boards")]),
    ("ICS (Integrated Care System) leaders", [("ics", "integrated care system")]),
    ("Home-to-School Transport (HTST)", [("htst", "home to school transport")]),
    ("a report to the Norwick Flood Partnership (NFP) on NFP business", [("nfp", "norwick flood partnership")]),
    ("Ada Penrose (AP) and Tom O'Hara (TO)", []),
    ("The budget. Care System (ICS)", []),
    ("the committee (CHAIR) met", []),
    ("Cabinet (see paragraph 3)", []),
    ("In the Norwick Plan (NLP)", []),
    ("(ICS)", []),
    ("no brackets at all", []),
]


@pytest.mark.parametrize(("text", "found"), DEFINED)
def test_papers_define_abbreviations(text: str, found: list[tuple[str, str]]) -> None:
    assert [(each.short, each.long) for each in definitions(text)] == found


@given(st.text(st.sampled_from("aAbBcC ()\n.'’-"), max_size=60))
def test_definitions_spell_what_they_define(text: str) -> None:
    for each in definitions(text):
        initials = iter(each.short)
        assert all(letter in "".join(word[0] for word in each.long.split()) for letter in initials)
        assert len(each.long.split()) > 1


class Known:
    """The vocabulary of an index that holds these definitions, so many times each, and these stems."""

    def __init__(self, *defined: tuple[str, str, int], stems: str = "") -> None:
        self._terms = [
            Count(term, count) for short, long, count in defined for term in terms_of(Definition(short, long))
        ]
        self._stems = stems.split()

    def frequency(self, _field: Field, word: str) -> int:
        return self._stems.count(word)

    def terms(self, _field: Field, prefix: str, *, limit: int) -> tuple[Count, ...]:
        found = [term for term in self._terms if term.value.startswith(prefix)]
        return tuple(sorted(found, key=lambda term: -term.count)[:limit])


ICS = Known(
    ("ics", "integrated care system", 9), ("ics", "integrated care systems", 4), ("ics", "internal cost sheet", 1)
)


def test_what_few_papers_define_and_other_forms_of_it_are_left_out() -> None:
    assert defined("ics", ICS) == (Alternative(("integrated", "care", "system"), 9),)
    assert defined("integrated care system", ICS) == (Alternative(("ics",), 9),)
    assert defined("ic", ICS) == ()
    assert prefix_of("ics") == "ics="


@pytest.mark.parametrize(
    ("word", "stems", "apart"),
    [
        ("subcommittee", "sub committe", [("sub", "committee")]),
        ("cooperation", "co oper", [("co", "operation")]),
        ("postal", "post al", []),
        ("company", "co", []),
        ("sub", "sub", []),
    ],
)
def test_words_are_set_apart_where_the_corpus_has_them_so(word: str, stems: str, apart: list[tuple[str, str]]) -> None:
    assert [each.words for each in alternatives(word, Known(stems=stems))] == apart


MEANINGS = [
    ("decisions", "(stems:decis ANDMAYBE (words:decisions^0.5 OR title_stems:decis^2.0))"),
    ('"decisions"', "(words:decisions ANDMAYBE title_words:decisions^2.0)"),
    ('"two words"', '(words:"two words" ANDMAYBE title_words:"two words")'),
    ("title:decisions", "(title_stems:decis ANDMAYBE title_words:decisions^0.5)"),
    ("frail*", "words:frail*"),
    ("title:frail?", "title_words:frail?"),
    ("frail~", "(words:frail~ ANDMAYBE words:frail)"),
    ("body:ics", '(body:ics OR body:"integrated care system")'),
    ('body:"ics board"', 'body:"ics board"'),
    ("kind:decision", "kind:decision"),
]


@pytest.mark.parametrize(("written", "meant"), MEANINGS)
def test_a_written_query_means_indexed_fields(written: str, meant: str) -> None:
    assert str(meaning(parse(written), ICS)) == meant


@pytest.mark.parametrize(
    ("written", "part"),
    [
        ("ics", 'stems:"integr care system"^0.8'),
        ("integrated care system", "stems:ic"),
        ("new integrated care system plan", "stems:ic"),
        ("sub-committee", "stems:subcommitte"),
        ("HWB13", "reference:hwb13^3.0"),
        ("3.7.5", 'reference:"3 7 5"^3.0'),
        ("flood plan", 'stems:"flood plan"'),
    ],
)
def test_plain_words_mean_more(written: str, part: str) -> None:
    assert part.split("^")[0] in str(meaning(parse(written), ICS))


@pytest.mark.parametrize(
    "written", ['"ics"', '"integrated care system"', "integrated OR care system", "ics*", "ref:ics"]
)
def test_what_is_said_exactly_means_no_more(written: str) -> None:
    meant = str(meaning(parse(written), ICS))
    assert 'stems:"integr care system"' not in meant
    assert "stems:ic" not in meant
