"""Every engine finds exactly the same entries for the same query tree."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.document import DocumentId, PaperId
from corpus.entries import Entry, EntryKind
from corpus.registered import Registered
from search.engine import Engine, Order
from search.fields import Facet, Field
from search.meaning import decided_first, meaning
from search.query import parse
from search.tantivy_engine import TantivyEngine
from search.tree import And, AndMaybe, Phrase, Query, Term
from search.whoosh_engine import WhooshEngine

Engines = tuple[Engine, ...]
EVERYTHING = 1_000


def entry(name: str, kind: EntryKind = EntryKind.SECTION, **values: object) -> Entry:
    """An entry of a fictional council's paper; ``name`` is its id, its document the part before the dash."""
    document = name.partition("-")[0]
    whole: dict[str, object] = {
        "id": name,
        "kind": kind,
        "document": DocumentId(document),
        "document_name": f"{document}.pdf",
        "page": 1,
        "line": None,
        "paper": PaperId(f"{document}/1"),
        "paper_title": "Minutes",
        "paper_kind": "minutes",
        "heading": "",
        "number": None,
        "body": None,
        "organisation": "Norwick Borough Council",
        "date": None,
        "text": "",
    }
    return Entry(**(whole | values))  # type: ignore[arg-type]


ENTRIES = (
    entry(
        "d1-paper",
        EntryKind.PAPER,
        heading="Minutes",
        date="2023-05-09",
        body="Planning Committee",
        text="Present: Cllr Penrose",
    ),
    entry(
        "d1-s1",
        heading="Tree felling at Marl Lane",
        number="3.7.5",
        date="2023-05-09",
        body="Planning Committee",
        text="The officer’s report on the trees of Marl Lane was considered, and decisions were deferred.",
        people=("Ada Penrose", "Tom O'Hara"),
    ),
    entry(
        "d1-x1",
        EntryKind.DECISION,
        heading="Tree felling at Marl Lane",
        number="3.7.5",
        date="2023-05-09",
        body="Planning Committee",
        outcome="deferred",
        text="That the decision be deferred to the next meeting.",
    ),
    entry(
        "d2-s1",
        heading="Health and Wellbeing Board",
        paper_kind="report",
        paper_title="Frailty in the borough",
        number="12",
        reference="HWB13 PB/21/39",
        date="2024-02-29",
        body="Health and Wellbeing Board",
        text="Frailty and falls: see decision 24/00093. The frail elderly section of the café survey.",
    ),
    entry(
        "d2-a1",
        EntryKind.ACTION,
        heading="Health and Wellbeing Board",
        date="2024-02",
        body="Health and Wellbeing Board",
        owner="Dr Ada Penrose",
        status="open",
        text="Bring a paper on the health of board members back",
    ),
    entry(
        "d3-x1",
        EntryKind.DECISION,
        outcome="agreed",
        body="Cabinet",
        date="2021",
        text="That decision 00093/24 be noted",
    ),
    entry(
        "d3-s1", text="Universities, the university and universal credit; added, adding; internal sectoin", number="3.7"
    ),
    entry("d4-s1", organisation="Tarnside NHS Trust", text="wellbeing health and board", heading="3 7 5 things"),
    entry("d4-s2", organisation=None, paper_kind="other", text="日本 ٣ naïve Łódź x", date="not a date"),
    entry("d4-s3", text="..."),
    entry(
        "d5-s1",
        heading="Integrated care",
        body="Health and Wellbeing Board (HWB)",
        text="The Integrated Care System (ICS) will organise its sub-committees. Health for the whole board.",
    ),
    entry("d5-s2", text="The ICS organized a subcommittee; its colour, health of some board."),
    entry("d5-s3", text="Care systems, integrated. Integrated care systems and the Board of Health."),
)

REGISTERED = (
    entry(
        "p-penrose",
        EntryKind.PERSON,
        paper=None,
        paper_title="",
        paper_kind="",
        heading="Ada Penrose",
        date="2024-02-29",
        registered=Registered(
            names=("Dr Penrose", "A Penrose"),
            documents=3,
            first_date=None,
            roles=("Chair of the Board",),
            bodies=("Health and Wellbeing Board",),
        ),
    ),
    entry(
        "o-board",
        EntryKind.ORGANISATION,
        paper=None,
        paper_title="",
        paper_kind="",
        heading="Health and Wellbeing Board",
        body="Health and Wellbeing Board",
        registered=Registered(names=("HWB",), documents=2, first_date=None, sort="board_or_committee", common=True),
    ),
)

QUERIES = [
    "decision", "decisions", "tree", "board", "café", "cafe", "naive", "lodz", "日本", "x", "university",
    "universal", "added", "internal", "3.7.5", "3.7", "24/00093", "00093", "HWB13", "PB/21/39", "ref:HWB13",
    "ref:3.7", 'ref:"21 39"', '"health and wellbeing board"', '"wellbeing board"', '"board frailty"', '"12 hwb13"',
    '"marl lane was"', '"lane 3"', "frail*", "fra?l*", "*lty", "f*y", "se*n", "section~", "section~2", "sectoin~",
    "frailty~2", "wellbeing*", "title:frail*", "title:mar?", "title:frailty", "title:marl", 'title:"marl lane"',
    'title:"marl lane minutes"', "title:minutes", "body:board", 'body:"wellbeing board"', 'body:"board health"',
    "body:plan*", "body:cabinett~", "org:norwick", "org:nhs", "org:NHS OR org:norwick", "person:penrose",
    'person:"ada penrose"', "person:ohara", "person:o'hara", 'person:"penrose tom"', "owner:penrose", "owner:dr",
    "kind:decision", "kind:section", "kind:reported_decision", "outcome:deferred", "outcome:rejected",
    "paper:report", "paper:other", "date:2023", "date:2024-02", "date:2024-02-29", "date:2021", "date:2021-01-01",
    "date:2021-02", "date:>2023", "date:<2023", "date:..2023-05-09", "date:2023-05-10..", "date:2022..2024",
    "kind:decision date:2023", "NOT decision", "NOT kind:section", "NOT date:1900..", "NOT decision NOT tree",
    "decision NOT deferred", "decision OR frailty", "decision AND (deferred OR noted)", "NOT (decision OR tree)",
    "title:marl OR NOT board", "decision^3 deferred", "(decision deferred)^2 OR board", "zzz", "zzz OR board",
    "zzz board", '"zzz board"', "zzz*", "zzzzz~", "ics", "ICS colour", "integrated care system", "integrated care",
    '"integrated care system"', '"ics"', "organization", "subcommittee", "sub-committee", "sub committee",
    "health board",
    '"health board"~2', '"health board"~3', '"health whole board"~2', '"the health whole board"~2', '"board health"~5',
    '"health and wellbeing board"~0', '"health"',
    'title:"marl lane"~1', 'title:"tree lane"~2', "title:3.7.5", "body:hwb",
    'body:"health board"~2', "24-00093", "title:co-op", "board^2 health", "(integrated care system)^3 OR tree",
]  # fmt: skip

OF_REGISTERED = [
    "penrose", "ada penrose", '"ada penrose"', "person:penrose NOT kind:section", "kind:person", "kind:person chair",
    "kind:organisation board", "kind:org OR tree", "pen*", "person:pen*", "person:penrise~", "hwb", "chair NOT penrose",
]  # fmt: skip


@pytest.fixture(scope="module")
def engines(tmp_path_factory: pytest.TempPathFactory) -> Engines:
    made = _made(tmp_path_factory.mktemp("engines"))
    for engine in made:
        engine.add(ENTRIES[:4])
        engine.add(ENTRIES[4:])
    return made


def _made(folder: Path) -> Engines:
    engines = []
    for make in (TantivyEngine, WhooshEngine):
        place = folder / f"{make.__name__.lower()}-1"
        place.mkdir()
        engines.append(make.create(place))
    return tuple(engines)


def meant(engine: Engine, written: str) -> Query:
    return meaning(parse(written), engine)


def found(engine: Engine, written: str, order: Order = Order.RELEVANCE) -> list[str]:
    answer = engine.search(meant(engine, written), limit=EVERYTHING, order=order)
    assert answer.total == len(answer.found)
    return [one.entry.id for one in answer.found]


@pytest.mark.parametrize("written", QUERIES)
def test_engines_find_the_same(engines: Engines, written: str) -> None:
    tantivy, whoosh = (sorted(found(engine, written)) for engine in engines)
    assert tantivy == whoosh


@pytest.fixture(scope="module")
def engines_with_registered(tmp_path_factory: pytest.TempPathFactory) -> Engines:
    made = _made(tmp_path_factory.mktemp("registered"))
    for engine in made:
        engine.add((*ENTRIES, *REGISTERED))
    return made


@pytest.mark.parametrize("written", [*QUERIES, *OF_REGISTERED])
def test_engines_find_the_same_persons_and_organisations(engines_with_registered: Engines, written: str) -> None:
    tantivy, whoosh = (sorted(found(engine, written)) for engine in engines_with_registered)
    assert tantivy == whoosh


EXPECTED = [
    ("decisions", {"d1-s1", "d1-x1", "d2-s1", "d3-x1"}),
    ("24/00093", {"d2-s1"}),
    ("HWB13", {"d2-s1"}),
    ("PB/21/39", {"d2-s1"}),
    ("3.7.5", {"d1-s1", "d1-x1", "d4-s1"}),
    ("ref:3.7.5", {"d1-s1", "d1-x1"}),
    ('"health and wellbeing board"', {"d2-s1", "d2-a1"}),
    ("cafe", {"d2-s1"}),
    ("officers", {"d1-s1"}),
    ("section~2", {"d2-s1", "d3-s1"}),
    ("person:ohara", {"d1-s1"}),
    ("date:2024-02", {"d2-s1", "d2-a1"}),
    ("NOT date:1900..", {"d3-s1", "d4-s1", "d4-s2", "d4-s3", "d5-s1", "d5-s2", "d5-s3"}),
    ('"felling at marl lane 3"', set()),
    ("ics", {"d5-s1", "d5-s2", "d5-s3"}),
    ('"ics"', {"d5-s1", "d5-s2"}),
    ("integrated care system", {"d5-s1", "d5-s2", "d5-s3"}),
    ('"integrated care system"', {"d5-s1"}),
    ("body:hwb", {"d5-s1"}),
    ("organization", {"d5-s1", "d5-s2"}),
    ("subcommittee", {"d5-s1", "d5-s2"}),
    ("sub-committee", {"d5-s1", "d5-s2"}),
    ('"decisions"', {"d1-s1"}),
    ('"health board"~2', {"d2-s1", "d2-a1", "d4-s1", "d5-s2"}),
    ('"health board"~3', {"d2-s1", "d2-a1", "d4-s1", "d5-s1", "d5-s2"}),
    ('"health whole board"~2', {"d5-s1"}),
    ('"board health"~1', {"d5-s3"}),
]


@pytest.mark.parametrize(("written", "ids"), EXPECTED)
def test_engines_find_what_is_meant(engines: Engines, written: str, ids: set[str]) -> None:
    for engine in engines:
        assert set(found(engine, written)) == ids


def test_everything_of_an_entry_comes_back(engines: Engines) -> None:
    for engine in engines:
        answer = engine.search(meant(engine, "ref:HWB13"), limit=1)
        assert [one.entry for one in answer.found] == [ENTRIES[3]]


@pytest.mark.parametrize("order", [Order.NEWEST, Order.OLDEST])
def test_hits_are_ordered_by_date_and_the_undated_come_last(engines: Engines, order: Order) -> None:
    dates = {one.id: one.date for one in ENTRIES}
    for engine in engines:
        shown = [dates[name] for name in found(engine, "NOT zzz", order)]
        dated = [date for date in shown if date and date[0].isdigit()]
        assert dated == sorted(dated, reverse=order is Order.NEWEST)
        assert shown[: len(dated)] == dated


def test_a_page_of_hits_is_a_slice_of_all(engines: Engines) -> None:
    for engine in engines:
        whole = found(engine, "board OR decision")
        page = engine.search(meant(engine, "board OR decision"), limit=2, offset=1)
        assert [one.entry.id for one in page.found] == whole[1:3]
        assert page.total == len(whole)


@pytest.mark.parametrize("facet", list(Facet))
def test_engines_count_the_same(engines: Engines, facet: Facet) -> None:
    tantivy, whoosh = (
        {(one.value, one.count) for one in engine.facets(meant(engine, "NOT zzz"), limit=50)[facet]}
        for engine in engines
    )
    assert tantivy == whoosh
    assert all(count for _, count in tantivy)


def test_engines_know_how_frequent_words_are(engines: Engines) -> None:
    for engine in engines:
        assert engine.frequency(Field.STEMS, "decis") == 4


def test_engines_list_terms_alike(engines: Engines) -> None:
    tantivy, whoosh = (engine.terms(Field.DEFINED, "") for engine in engines)
    assert set(tantivy) == set(whoosh)
    assert {one.value for one in tantivy} == {"ics=integrated care system", "integrated care system=ics"}
    for engine in engines:
        assert [one.value for one in engine.terms(Field.WORDS, "boar", limit=1)] == ["board"]


@pytest.mark.parametrize(("written", "papers"), [("decisions", 3), ("NOT zzz", 5), ("zzz", 0)])
def test_engines_count_papers(engines: Engines, written: str, papers: int) -> None:
    for engine in engines:
        assert engine.groups(meant(engine, written), up_to=100) == papers
        assert engine.groups(meant(engine, written), up_to=2) == min(papers, 3)


WORDS = st.sampled_from(["health", "board", "decis", "the", "frailty", "3", "7"])
LEAVES = st.one_of(
    st.sampled_from(QUERIES).filter(lambda written: " " not in written or written.startswith('"')),
    st.lists(WORDS, min_size=2, max_size=4).map(lambda words: '"' + " ".join(words) + '"'),
)


def joined(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    pairs = st.tuples(inner, st.sampled_from([" AND ", " OR ", " ", " NOT "]), inner)
    return st.one_of(inner, pairs.map(lambda parts: f"({''.join(parts)})"), inner.map(lambda part: f"(NOT {part})"))


TREES = joined(joined(LEAVES))


@given(TREES)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_engines_find_the_same_for_any_query(engines: Engines, written: str) -> None:
    assert len({meant(engine, written) for engine in engines}) == 1
    tantivy, whoosh = (sorted(found(engine, written)) for engine in engines)
    assert tantivy == whoosh


@given(st.lists(st.sampled_from("abc"), min_size=2, max_size=4), st.integers(1, 5))
@settings(max_examples=60, deadline=None)
def test_words_near_one_another_are_found_as_defined(letters_engines: Engines, words: list[str], between: int) -> None:
    near = Phrase(Field.WORDS, tuple(words), slop=between + 1)
    expected = sorted(one.id for one in LETTERS if is_near(one.text.split(), words, between))
    for engine in letters_engines:
        assert sorted(one.entry.id for one in engine.search(near, limit=EVERYTHING).found) == expected


LETTERS = tuple(
    entry(f"l{at}-s", text=" ".join(letters))
    for at, letters in enumerate(["ab", "ba", "axb", "aab", "axxbc", "axbxc", "acbc", "cxxxxxa", "abcabc", "bxcxaxb"])
)


def is_near(text: list[str], words: list[str], between: int) -> bool:
    """Whether ``words`` stand in ``text`` in order with at most ``between`` others among them: by trying all places."""
    return any(
        [text[at] for at in places] == words and places[-1] - places[0] - (len(words) - 1) <= between
        for places in combinations(range(len(text)), len(words))
    )


@pytest.fixture(scope="module")
def letters_engines(tmp_path_factory: pytest.TempPathFactory) -> Engines:
    made = _made(tmp_path_factory.mktemp("letters"))
    for engine in made:
        engine.add(LETTERS)
    return made


def test_engines_count_places_by_paper(engines: Engines) -> None:
    for engine in engines:
        assert engine.places(meant(engine, "decisions OR board"), ["d1/1", "d2/1", "d9/1"]) == {"d1/1": 2, "d2/1": 2}
        assert engine.places(meant(engine, "decisions"), []) == {}


def test_what_else_is_wanted_ranks_higher_and_finds_no_more(engines: Engines) -> None:
    better = AndMaybe(Term(Field.STEMS, "board"), And((Term(Field.STEMS, "frail"), Term(Field.STEMS, "zzz"))))
    best = AndMaybe(Term(Field.STEMS, "board"), Term(Field.STEMS, "cafe"))
    for engine in engines:
        plain = engine.search(Term(Field.STEMS, "board"), limit=EVERYTHING)
        assert engine.search(better, limit=EVERYTHING).total == plain.total
        assert engine.search(best, limit=1).found[0].entry.id == "d2-s1"


TEXTS = st.text(st.sampled_from("abAB cé'’-./19\n3İßﬁ日"), max_size=25)


@given(st.lists(TEXTS, min_size=1, max_size=5), TEXTS)
@settings(max_examples=25, deadline=None)
def test_engines_read_any_text_alike(tmp_path_factory: pytest.TempPathFactory, texts: list[str], asked: str) -> None:
    engines = _made(tmp_path_factory.mktemp("texts"))
    for engine in engines:
        engine.add(entry(f"d{at}-s", text=text, heading=text[::-1]) for at, text in enumerate(texts))
    for written in (f'"{asked}"', f'title:"{asked}"'):
        if any(char.isalnum() for char in asked):
            tantivy, whoosh = (sorted(found(engine, written)) for engine in engines)
            assert tantivy == whoosh


def test_a_document_is_replaced_and_removed(tmp_path: Path) -> None:
    for engine in _made(tmp_path):
        engine.add(ENTRIES)
        engine.add([entry("d1-new", text="Replanting")], replacing=[DocumentId("d1"), DocumentId("unknown")])
        assert found(engine, "marl OR replanting") == ["d1-new"]
        engine.remove([DocumentId("d1"), DocumentId("d2")])
        assert engine.count() == len([one for one in ENTRIES if one.document not in ("d1", "d2")])
        assert found(engine, "replanting OR frailty") == []


def test_a_failed_addition_leaves_the_index_as_it_was(tmp_path: Path) -> None:
    def broken() -> Iterator[Entry]:
        yield ENTRIES[0]
        raise RuntimeError("no more")

    for engine in _made(tmp_path):
        engine.add(ENTRIES[3:])
        with pytest.raises(RuntimeError, match="no more"):
            engine.add(broken(), replacing=[DocumentId("d2")])
        assert engine.count() == len(ENTRIES[3:])
        engine.add(ENTRIES[:1])
        assert engine.count() == len(ENTRIES[3:]) + 1


def ranked(engine: Engine, query: Query) -> list[str]:
    return [one.entry.id for one in engine.search(query, limit=EVERYTHING).found]


def test_what_was_decided_comes_before_what_was_recommended_in_the_same_words(tmp_path: Path) -> None:
    said = "the moorings be let to the sailing club"
    entries = (
        entry("d1-r1", EntryKind.RECOMMENDATION, text=said),
        entry("d2-x1", EntryKind.DECISION, text=f"That {said} for the season."),
        entry("d3-r1", EntryKind.RECOMMENDATION, text="the slipway be let with the moorings"),
        *(entry(f"d9-s{number}", text="The quay was swept of weed and mud. " * 20) for number in range(20)),
    )
    for engine in _made(tmp_path):
        engine.add(entries)
        same, more = (meant(engine, written) for written in ("moorings sailing club", "moorings OR slipway"))
        assert ranked(engine, same)[0] == "d1-r1", "what is shorter would come first"
        assert ranked(engine, decided_first(same))[0] == "d2-x1"
        assert ranked(engine, decided_first(more))[0] == "d3-r1", "a word more counts more"


@pytest.mark.parametrize("written", ["decision", "NOT decision", "kind:section", "date:2023", "tree OR board"])
def test_what_was_decided_comes_first_of_the_same_hits(engines: Engines, written: str) -> None:
    for engine in engines:
        query = meant(engine, written)
        assert set(ranked(engine, decided_first(query))) == set(ranked(engine, query))
