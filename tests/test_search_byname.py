"""Persons and organisations among what plain words find: which, and where they rank, in every engine."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from index_made import section

from corpus.document import DocumentId
from corpus.entries import Entry, EntryKind
from corpus.registered import Registered
from search.engine import Engine, Order
from search.explain import explain
from search.fields import Facet, Field
from search.index import Index
from search.meaning import places
from search.query import parse

PERSON, ORGANISATION = EntryKind.PERSON, EntryKind.ORGANISATION


def registered(kind: EntryKind, name: str, documents: int = 3, **told: object) -> Entry:
    """Somebody of the registry; ``told`` is of the entry where it has such a field, or else of what is known."""
    of_entry = {key: told.pop(key) for key in ("date", "body", "organisation") if key in told}
    whole: dict[str, object] = {"names": (), "first_date": "2020-01-01", **told}
    entry = Entry(
        id=name.lower().replace(" ", "-"),
        kind=kind,
        document=DocumentId("d1"),
        document_name="d1.pdf",
        page=1,
        line=None,
        paper=None,
        paper_title="",
        paper_kind="",
        heading=name,
        number=None,
        body=None,
        organisation="Little Marl Parish Council",
        date="2024-05-07",
        text=f"Also there: {name}",
        registered=Registered(documents=documents, **whole),  # type: ignore[arg-type]
    )
    return replace(entry, **of_entry)


def of_paper(document: str, number: int, text: str, *people: str, **told: str) -> Entry:
    return replace(section(document, number, text), people=people, **told)  # type: ignore[arg-type]


ENTRIES = (
    of_paper("d1", 1, "Orla Tarn reported on the harbour.", "Orla Tarn"),
    of_paper("d1", 2, "Mrs Tarn thanked the clerk.", "Orla Tarn"),
    of_paper("d2", 3, "The frail and elderly, and frailty of the quay wall.", heading="Frailty"),
    of_paper("d2", 4, "A frail bridge. Mr Frail spoke.", "Abel Frail", date="2023-05-07"),
    of_paper("d3", 5, "The frail were visited by the Mere Valley Trust (MVT)."),
    of_paper("d3", 6, "The planning committee met; its clerk minuted it."),
    registered(PERSON, "Orla Tarn", 40, roles=("Clerk to the Council",), names=("Mrs Tarn", "O Tarn"), title="Dame"),
    registered(PERSON, "Orla Tarn Wren", 1, listed=False),
    registered(PERSON, "Abel Frail", 5, roles=("Surveyor",), date="2019"),
    registered(PERSON, "Quill", 9, bodies=("Harbour Board",)),
    registered(ORGANISATION, "Mere Valley Trust", names=("MVT",), organisation="Mere Valley Trust", sort="nhs_trust"),
    registered(ORGANISATION, "Mere Valley Trust Friends", 1, organisation="Mere Valley Trust Friends"),
    registered(ORGANISATION, "The Tarn Society", 1, organisation="The Tarn Society"),
    registered(ORGANISATION, "Parish Council", organisation="Parish Council", common=True),
    registered(ORGANISATION, "Association of Directors of Children Services", organisation="ADCS", common=True),
    of_paper("d3", 7, "The parish council; directors of an association of children services of councils."),
    *(
        replace(
            registered(ORGANISATION, "Planning Committee", body="Planning Committee", common=True),
            id=f"{place}/planning-committee",
            organisation=f"{place} Council",
        )
        for place in ("Marl", "Mere", "Quay", "Wharf")
    ),
    registered(ORGANISATION, "Harbour Board", body="Harbour Board", common=True, organisation="Quay Council"),
)


@pytest.fixture(scope="module", params=["tantivy", "whoosh"])
def index(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Index:
    return Index.rebuild(tmp_path_factory.mktemp("named"), ENTRIES, 1, str(request.param))


def found(index: Index, written: str, order: Order = Order.RELEVANCE) -> list[str]:
    return [hit.entry.id for hit in index.search(parse(written), limit=50, order=order).hits]


TARN, WREN = "orla-tarn", "orla-tarn-wren"

FIRST = [
    ("orla tarn", TARN),
    ('"orla tarn"', TARN),
    ("Mrs Tarn", TARN),
    ("dame orla tarn", TARN),
    ("ORLA TARN harbour OR orla tarn", TARN),
    ("tarn", TARN),
    ("abel frail", "abel-frail"),
    ("mere valley trust", "mere-valley-trust"),
    ("MVT", "mere-valley-trust"),
    ("tarn society", "the-tarn-society"),
    ("harbour board", "harbour-board"),
    ("orla tarn wren", WREN),
    ("association of directors of children services", "association-of-directors-of-children-services"),
    ('person:"orla tarn"', TARN),
    ("person:tarn", TARN),
]


@pytest.mark.parametrize(("written", "first"), FIRST)
def test_who_is_called_so_comes_first_and_papers_after(index: Index, written: str, first: str) -> None:
    ids = found(index, written)
    assert ids[0] == first


LAST = [
    ("frail", ["abel-frail"]),
    ("quill", ["quill"]),
    ("clerk", [TARN]),
    ("surveyor", ["abel-frail"]),
    ("parish council", ["parish-council"]),
    ("planning committee", [f"{place}/planning-committee" for place in ("Marl", "Mere", "Quay", "Wharf")]),
    ("harbour", ["harbour-board"]),
]


@pytest.mark.parametrize(("written", "last"), LAST)
def test_others_who_bear_the_words_come_last(index: Index, written: str, last: list[str]) -> None:
    ids = found(index, written)
    by_id = {entry.id: entry for entry in ENTRIES}
    assert sorted(ids[-len(last) :]) == sorted(last)
    assert not any(by_id[each].registered for each in ids[: -len(last)])


NARROWED = [
    ("kind:person tarn", [TARN, WREN]),
    ("kind:people tarn", [TARN, WREN]),
    ("kind:person clerk", [TARN]),
    ("kind:person clerks", [TARN]),
    ("kind:person tar*", [TARN, WREN]),
    ("kind:person t?rn", [TARN, WREN]),
    ("kind:person quil~", ["quill"]),
    ('kind:person "tarn wren"', [WREN]),
    ('kind:person "orla wren"~1', [WREN]),
    ("kind:person tarn quill", []),
    ("(kind:person tarn) OR (kind:person quill)", [TARN, "quill", WREN]),
    ("kind:person NOT tarn", ["quill", "abel-frail"]),
    ("kind:person person:tarn", [TARN, WREN]),
    ("kind:person person:clerk", []),
    ("kind:person body:harbour", ["quill"]),
    ("kind:person org:marl quill", ["quill"]),
    ("kind:person date:2019", ["abel-frail"]),
    ("kind:person date:>=2024 frail", []),
    ("kind:org mere", ["mere-valley-trust", "mere-valley-trust-friends"]),
    ("kind:organisation org:mvt", ["mere-valley-trust", "mere-valley-trust-friends"]),
    ("kind:organisation body:harbour", ["harbour-board"]),
    ("kind:organisation mere-valley", ["mere-valley-trust", "mere-valley-trust-friends"]),
    ("title:tarn kind:person", []),
    ("kind:person reported", []),
]


@pytest.mark.parametrize(("written", "ids"), NARROWED)
def test_they_are_asked_for_by_kind_and_those_named_most_come_first(index: Index, written: str, ids: list[str]) -> None:
    shown = found(index, written)
    assert sorted(shown) == sorted(ids)
    assert shown[:1] == ids[:1]


@pytest.mark.parametrize("written", ["org:marl", "date:2024", "NOT zzz", "org:marl date:>=2019 NOT kind:decision"])
def test_where_no_words_are_asked_for_they_come_after_all_places(tmp_path: Path, index: Index, written: str) -> None:
    engine = index.generation.partition("-")[0]
    made = Index.rebuild(tmp_path, reversed(ENTRIES), 1, engine)
    made.update([section("d9", 9)], [], 2)
    kinds = [hit.entry.kind for hit in made.search(parse(written), limit=50).hits]
    count = kinds.count(EntryKind.SECTION)
    assert 0 < count < len(kinds)
    assert set(kinds[:count]) == {EntryKind.SECTION}


def test_where_only_their_kind_is_asked_for_those_named_most_come_first(index: Index) -> None:
    assert found(index, "kind:person")[:2] == [TARN, "quill"]
    assert found(index, "kind:person")[-1] == WREN


def test_facets_count_them(index: Index) -> None:
    counts = {one.facet: one.counts for one in index.facets(index.meaning(parse("tarn")))}
    assert {(one.value, one.count) for one in counts[Facet.KIND]} == {
        ("section", 2), ("person", 2), ("organisation", 1),
    }  # fmt: skip


@pytest.mark.parametrize("order", [Order.NEWEST, Order.OLDEST])
def test_by_date_they_come_after_all_places_by_their_own_last_day(index: Index, order: Order) -> None:
    ids = found(index, "frail OR quill OR harbour", order)
    kinds = [next(entry for entry in ENTRIES if entry.id == each).kind for each in ids]
    count = sum(kind is EntryKind.SECTION for kind in kinds)
    assert all(kind is EntryKind.SECTION for kind in kinds[:count])
    assert ids[-1 if order is Order.NEWEST else count] == "abel-frail"


def test_places_are_found_without_them(index: Index) -> None:
    whole = index.engine.search(places(index.meaning(parse("tarn"))), limit=50)
    assert {one.entry.kind for one in whole.found} == {EntryKind.SECTION}
    assert index.places == sum(entry.registered is None for entry in ENTRIES)


def test_a_name_is_known_however_often_its_entry_was_written_anew(tmp_path: Path) -> None:
    index = Index.rebuild(tmp_path, ENTRIES, 1)
    tarn = next(entry for entry in ENTRIES if entry.id == TARN)
    for revision in range(2, 9):
        index.update([replace(tarn, page=revision)], [tarn.unit], revision)
    assert index.engine.holding(Field.WHOLE_NAMES, "orla tarn") == 1
    assert found(index, "orla tarn")[0] == TARN
    assert index.count == len(ENTRIES)


def test_a_paper_that_is_replaced_leaves_those_it_tells_best_of(index: Index, tmp_path: Path) -> None:
    engine = index.generation.partition("-")[0]
    made = Index.rebuild(tmp_path, ENTRIES, 1, engine)
    made.update([], [DocumentId("d1")], 2)
    assert found(made, "kind:person orla tarn")[0] == TARN
    assert found(made, "kind:section tarn") == []


def test_all_that_is_known_comes_back(index: Index) -> None:
    (one,) = index.engine.search(index.meaning(parse("kind:person clerk")), limit=9).found
    assert one.entry == next(entry for entry in ENTRIES if entry.id == TARN)


def test_engines_explain_how_many_there_are(index: Index) -> None:
    engine: Engine = index.engine
    clause = explain(parse("kind:person tarn"), engine)
    assert clause.found == 2
    assert "is of the kind “person”" in {part.words for part in clause.parts}
