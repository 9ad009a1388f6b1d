"""Persons and organisations as entries of the index: what each tells, and which something changed for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from named_made import NORTHMERE, Named, store

from corpus.entries import Entry, EntryKind, unit_of
from corpus.store import Corpus

TARN = "northmere-council/orla-tarn"


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    with Corpus.open(tmp_path, create=True) as made:
        yield made


def add(corpus: Corpus, papers: dict[int, Named]) -> None:
    for number, named in papers.items():
        store(corpus, number, named)
    corpus.link()


def entries(corpus: Corpus) -> dict[str, Entry]:
    return {entry.id: entry for entry in corpus.registered()}


def test_a_person_is_one_entry_with_all_that_is_known_and_the_place_that_tells_best(corpus: Corpus) -> None:
    add(
        corpus,
        {
            1: Named(people={"Orla Tarn": ["Clerk"]}),
            2: Named(people={"O Tarn": []}, board="Harbour Committee"),
            3: Named(prose={"Orla Tarn": ["Clerk"]}),
        },
    )
    told = entries(corpus)[TARN]
    assert (told.kind, told.heading, told.date, told.unit) == (
        EntryKind.PERSON, "Orla Tarn", "2030-05-03", f"person:{TARN}",
    )  # fmt: skip
    assert (told.document, told.page, told.text) == ("minutes-1", 1, "Orla Tarn, Clerk")
    assert (told.organisation, told.body, told.paper) == (NORTHMERE, None, None)
    known = told.registered
    assert known is not None
    assert (known.documents, known.first_date, known.roles, known.listed) == (3, "2030-05-01", ("Clerk",), True)
    assert (known.names, known.bodies) == (("O Tarn",), ("Cabinet", "Harbour Committee"))


def test_a_body_is_one_entry_and_a_board_is_told_with_whose_it_is(corpus: Corpus) -> None:
    add(
        corpus,
        {
            1: Named(bodies={"Mere Valley Trust": ["MVT"], "Harbour Committee": ["the Committee"], NORTHMERE: []}),
            2: Named(bodies={"Mere Valley Trust": []}),
        },
    )
    told = {entry.heading: entry for entry in corpus.registered() if entry.kind is EntryKind.ORGANISATION}
    trust, board = told["Mere Valley Trust"], told["Harbour Committee"]
    assert (trust.organisation, trust.body, trust.document) == ("Mere Valley Trust", None, "minutes-2")
    assert trust.registered is not None
    assert board.registered is not None
    assert (trust.registered.names, trust.registered.documents) == (("MVT",), 2)
    assert (board.organisation, board.body, board.registered.names) == (NORTHMERE, "Harbour Committee", ())
    assert not trust.registered.common
    assert board.registered.sort == "board_or_committee"


def test_a_long_line_is_cut_between_words_around_the_name(corpus: Corpus) -> None:
    add(corpus, {1: Named(prose={"Orla Tarn": ["who spoke of dredging and of silt " * 20]})})
    text = entries(corpus)[TARN].text
    assert text.startswith("Orla Tarn, who spoke")
    assert len(text) < 200
    assert text.split()[-1] in "who spoke of dredging and silt".split()


def test_who_is_merged_or_named_no_more_has_no_entry(corpus: Corpus) -> None:
    add(corpus, {1: Named(people={"Orla Tarn": [], "Ines Quill": []}), 2: Named(people={"Orla Tarn-Wren": []})})
    assert len(entries(corpus)) == 3
    corpus.merge_people(TARN, "northmere-council/orla-tarn-wren")
    assert set(entries(corpus)) == {TARN, "northmere-council/ines-quill"}
    assert list(corpus.registered(["person:northmere-council/orla-tarn-wren", "organisation:nobody"])) == []
    store(corpus, 3, Named(people={"Abel Wren": []}), location="minutes-1.pdf")
    corpus.link()
    assert set(entries(corpus)) == {TARN, "northmere-council/abel-wren"}


def test_a_paper_alters_only_whom_it_names(corpus: Corpus) -> None:
    add(corpus, {1: Named(people={"Orla Tarn": [], "Owen Tarn": []}, bodies={"Mere Trust": [], "Quay Trust": []})})
    before = corpus.revision
    assert corpus.altered_since(before) == ()
    add(corpus, {2: Named(people={"Orla Tarn": []}, bodies={"Quay Trust": []})})
    assert corpus.revision > before
    altered = set(corpus.altered_since(before))
    assert {f"person:{TARN}", "organisation:quay-trust"} <= altered
    assert altered.isdisjoint({"person:northmere-council/owen-tarn", "organisation:mere-trust"})


DECIDED = [
    (
        lambda corpus: corpus.merge_people(TARN, "northmere-council/ines-quill"),
        {f"person:{TARN}", "person:northmere-council/ines-quill"},
    ),
    (lambda corpus: corpus.split_people(TARN, {"minutes-2"}), {f"person:{TARN}", f"person:{TARN}-2"}),
    (
        lambda corpus: corpus.merge_bodies("mere-trust", "quay-trust"),
        {"organisation:mere-trust", "organisation:quay-trust"},
    ),
    (
        lambda corpus: corpus.alias_body("Quay Trust", "mere-trust"),
        {"organisation:mere-trust", "organisation:quay-trust"},
    ),
]


@pytest.mark.parametrize(("decide", "altered"), DECIDED, ids=["merged", "split", "bodies merged", "alias"])
def test_what_is_decided_by_hand_alters_those_it_is_of_and_leaves_the_links_up_to_date(
    corpus: Corpus, decide: object, altered: set[str]
) -> None:
    named = Named(people={"Orla Tarn": [], "Ines Quill": []}, bodies={"Mere Trust": [], "Quay Trust": []})
    add(corpus, {1: named, 2: named})
    before = corpus.revision
    decide(corpus)  # type: ignore[operator]
    assert altered <= set(corpus.altered_since(before))
    assert corpus.is_linked
    store(corpus, 3, named)
    assert corpus.changes_since(corpus.revision - 1) == (("minutes-3",), ())


def test_a_body_that_is_renamed_alters_its_boards(corpus: Corpus) -> None:
    add(corpus, {1: Named(bodies={"Harbour Committee": [], NORTHMERE: [], "Mere Council": []})})
    board = next(entry for entry in corpus.registered() if entry.heading == "Harbour Committee")
    assert board.organisation == NORTHMERE
    before = corpus.revision
    corpus.merge_bodies("mere-council", "northmere-council")
    assert board.unit in corpus.altered_since(before)
    (after,) = corpus.registered([board.unit])
    assert after.organisation == "Mere Council"


def test_units_tell_persons_from_organisations_and_from_documents() -> None:
    assert unit_of(EntryKind.PERSON, "a/b") != unit_of(EntryKind.ORGANISATION, "a/b")
    assert ":" in unit_of(EntryKind.PERSON, "a/b")
