"""What written queries mean: definitions of abbreviations, spellings set apart, exact words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from trees_told import told

from corpus.document import DocumentId
from corpus.entries import Entry, EntryKind
from search.alternatives import Alternative, alternatives, defined
from search.definitions import Definition, definitions, prefix_of, terms_of
from search.engine import Count, Engine
from search.explain import Clause, explain
from search.fields import Field
from search.loosening import looser
from search.meaning import meaning
from search.query import parse
from search.tantivy_engine import TantivyEngine

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

    def holding(self, field: Field, word: str) -> int:
        return self.frequency(field, word)

    def terms(self, _field: Field, prefix: str, *, limit: int | None = None) -> tuple[Count, ...]:
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
    ("decisions", "(stems:decis ANDMAYBE (words:decisions^0.5 OR title_stems:decis^2))"),
    ('"decisions"', "(words:decisions ANDMAYBE title_words:decisions^2)"),
    ('"two words"', '(words:"two words" ANDMAYBE title_words:"two words"^2)'),
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
    assert told(meaning(parse(written), ICS)) == meant


@pytest.mark.parametrize(
    ("written", "part"),
    [
        ("ics", 'stems:"integr care system"^0.8'),
        ("integrated care system", "stems:ic^0.8"),
        ("new integrated care system plan", "stems:ic^0.8"),
        ("sub-committee", "stems:subcommitte^0.8"),
        ("HWB13", "reference:hwb13^3"),
        ("3.7.5", 'reference:"3 7 5"^3'),
        ("flood plan", 'stems:"flood plan"'),
    ],
)
def test_plain_words_mean_more(written: str, part: str) -> None:
    assert part in told(meaning(parse(written), ICS))


@pytest.mark.parametrize(
    "written", ['"ics"', '"integrated care system"', "integrated OR care system", "ics*", "ref:ics"]
)
def test_what_is_said_exactly_means_no_more(written: str) -> None:
    meant = told(meaning(parse(written), ICS))
    assert 'stems:"integr care system"' not in meant
    assert "stems:ic" not in meant


def made_entry(name: str, text: str, body: str | None = None, owner: str | None = None) -> Entry:
    """A section of a fictional council's minutes of February 2024."""
    return Entry(
        id=name,
        kind=EntryKind.SECTION,
        document=DocumentId("d1"),
        document_name="d1.pdf",
        page=1,
        line=None,
        paper=None,
        paper_title="Minutes",
        paper_kind="minutes",
        heading="",
        number=None,
        body=body,
        organisation="Norwick Borough Council",
        date="2024-02-06",
        text=text,
        owner=owner,
    )


EXPLAINED = [
    ("frailty", ["the word “frailty” in any form [2]"]),
    ("Frailty^2", ["the word “frailty” in any form (counts 2 times as much) [2]"]),
    ('"frailty"', ["exactly “frailty” [1]"]),
    ("ics", ["the word “ics” in any form; or “integrated care system” (defined so once) [2]"]),
    (
        "new integrated care system",
        [
            "all of this [1]",
            "  the word “new” in any form [1]",
            "  the words “integrated care system”, in any form; or “ics” (defined so once) [2]",
        ],
    ),
    (
        'body:hwb date:2024-02 NOT (kind:decision OR "care system"~2)',
        [
            "all of this [1]",
            "  the word “hwb” in the name of the board or committee; or “health wellbeing board” (defined so once) [2]",
            "  is of 2024-02-01 to 2024-02-29 [3]",
            "  not [2]",
            "    any of this [1]",
            "      is of the kind “decision” [0]",
            "      the words “care … system” in this order, at most 2 other words among them [1]",
        ],
    ),
    ("date:2024-02-06", ["is of 2024-02-06 [3]"]),
    ("date:>2023", ["is of 2024-01-01 or later [3]"]),
    ("date:<2025", ["is of 2024-12-31 or earlier [3]"]),
    ("co-op", ["“co op” side by side; or “coop” [0]"]),
    ("frail*", ["a word that begins with “frail” [2]"]),
    ("title:fr?il*", ["a word like “fr?il*” (* is any letters, ? any one) in a heading or the title of the paper [0]"]),
    ("frailti~", ["a word spelt nearly as “frailti” (at most 1 letter different) [1]"]),
    (
        "owner:penrose~2",
        ["a word spelt nearly as “penrose” (at most 2 letters different) in the name of who is to act [1]"],
    ),
    ('paper:"decision notice"', ["stands in a paper of the kind “decision notice” [0]"]),
]


ENTRIES = (
    made_entry("d1-1", text="The Integrated Care System (ICS) is about frailty.", body="Health Wellbeing Board"),
    made_entry("d1-2", text="A new ICS for the frailties of all.", body="Health Wellbeing Board"),
    made_entry("d1-3", text="The Health Wellbeing Board (HWB) met.", owner="Ada Penrose"),
)


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    made = TantivyEngine.create(tmp_path_factory.mktemp("tantivy-1"))
    made.add(ENTRIES)
    return made


@pytest.fixture(scope="module")
def larger_engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    made = TantivyEngine.create(tmp_path_factory.mktemp("tantivy-2"))
    made.add([*ENTRIES, *(made_entry(f"d2-{at}", text="The minutes were signed.") for at in range(9))])
    return made


@pytest.mark.parametrize(("written", "told"), EXPLAINED)
def test_a_query_is_explained_in_words(engine: Engine, written: str, told: list[str]) -> None:
    assert list(lines(explain(parse(written), engine))) == told


def lines(clause: Clause, depth: int = 0) -> Iterator[str]:
    """A clause and its parts, each on a line with what it finds."""
    yield f"{'  ' * depth}{clause.words} [{clause.found}]"
    for part in clause.parts:
        yield from lines(part, depth + 1)


LOOSER = [
    ("frailty february", 0, "d1-1"),
    ("frailties norwick minutes", 0, "d1-2"),
    ("the frailty minutes", 0, "d1-1"),
    ("the new frailty whom", 1, "d1-2"),
    ("the frailty system owls", 1, "d1-1"),
    ("what was new for frailty", 1, "d1-2"),
    ("new hwb system frailty", 2, "d1-1"),
    ("met meltwater ashes", 1, "d1-3"),
]


@pytest.mark.parametrize(("written", "which", "first"), LOOSER)
def test_where_nothing_holds_all_words_looser_readings_find(
    larger_engine: Engine, written: str, which: int, first: str
) -> None:
    assert larger_engine.search(meaning(parse(written), larger_engine), limit=1).total == 0
    answers = [larger_engine.search(one.tree, limit=9) for one in looser(parse(written), larger_engine)]
    finding = next(at for at, answer in enumerate(answers) if answer.total)
    assert (finding, answers[finding].found[0].entry.id) == (which, first)


@pytest.mark.parametrize("written", ["meltwater", '"frailty february"', "kind:decision", "frailty OR meltwater"])
def test_what_has_no_plain_words_side_by_side_has_no_looser_reading(engine: Engine, written: str) -> None:
    assert list(looser(parse(written), engine)) == []


def test_what_is_asked_strictly_stays_so_in_looser_readings(larger_engine: Engine) -> None:
    readings = list(looser(parse('frailty meltwater "all" NOT body:norwick'), larger_engine))
    assert readings
    for reading in readings:
        assert {one.entry.id for one in larger_engine.search(reading.tree, limit=9).found} <= {"d1-2"}
