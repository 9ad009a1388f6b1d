"""People and organisations as results of `minuted search`, and the index that follows what is known of them."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from asking import answer, run, text
from hypothesis import given, settings
from hypothesis import strategies as st
from named_made import Named, store

from corpus.entries import Entry, Unit
from corpus.errors import CorpusError
from corpus.store import Corpus
from minuted.indexcheck import examine_index
from minuted.indexing import bring_up_to_date, rebuild
from minuted.tracking import untracked
from search import generations
from search.index import Index
from search.query import parse

TARN, QUILL = "northmere-council/orla-tarn", "northmere-council/ines-quill"
EVERYTHING = 1_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A corpus of two papers that name two persons and a trust."""
    with Corpus.open(tmp_path, create=True) as corpus:
        store(corpus, 1, Named(people={"Orla Tarn": ["Clerk"], "Ines Quill": []}, bodies={"Mere Trust": ["MT"]}))
        store(corpus, 2, Named(people={"Orla Tarn": ["Clerk"]}, words="Orla Tarn told of the dredging."))
        corpus.link()
        rebuild(corpus)
    return tmp_path


def test_a_person_is_told_with_what_is_known_and_where(folder: Path) -> None:
    told = text(folder, "search", "orla", "tarn")
    first, *rest = told.splitlines()
    assert first == "1. Orla Tarn · person · Clerk · Northmere Council"
    assert rest[0].strip() == "named in 2 documents, 2030-05-01 to 2030-05-02 · Cabinet"
    assert rest[1].strip() == "*Orla* *Tarn*, Clerk"
    assert rest[2].strip() == f"minutes-2.pdf#page=1 · minuted show {TARN}"
    assert "kind: " in told
    assert run(folder, "show", TARN).exit_code == 0


def test_an_organisation_is_told_with_its_other_names(folder: Path) -> None:
    told = text(folder, "search", "kind:org mere", "--flat").splitlines()
    assert told[0] == "1. Mere Trust · organisation (charity)"
    assert told[1].strip() == "also MT"
    assert told[2].strip() == "named in 1 document, 2030-05-01"


def test_programs_are_told_the_same(folder: Path) -> None:
    told = answer(folder, "search", "orla tarn")
    person, *papers = told["hits"]
    assert {key: person[key] for key in ("id", "kind", "document", "page", "date", "paper", "section")} == {
        "id": TARN, "kind": "person", "document": "minutes-2.pdf", "page": 1, "date": "2030-05-02", "paper": None,
        "section": None,
    }  # fmt: skip
    assert (person["name"], person["roles"], person["documents"], person["first_date"]) == (
        "Orla Tarn", ["Clerk"], 2, "2030-05-01",
    )  # fmt: skip
    assert papers
    assert all("roles" not in paper for paper in papers)
    assert {"value": "person", "count": 1} in told["facets"]["kind"]
    (row, *_) = csv.DictReader(io.StringIO(run(folder, "search", "orla tarn", "--csv").stdout))
    assert (row["kind"], row["name"], row["documents"]) == ("person", "Orla Tarn", "2")


def test_the_place_that_tells_best_is_cited(folder: Path) -> None:
    told = text(folder, "search", "kind:person tarn", "--cite")
    assert told.strip() == ("“Orla Tarn, Clerk” (Northmere Council, Cabinet, 2 May 2030, p. 1, minutes-2.pdf#page=1)")


def test_the_place_that_tells_best_is_opened(folder: Path) -> None:
    told = run(folder, "search", "kind:person tarn", "--open")
    assert told.exit_code == 1
    assert "minutes-2.pdf" in told.stderr


def test_an_explanation_says_where_they_rank_and_what_their_date_is(folder: Path) -> None:
    told = text(folder, "search", "--explain", "orla", "tarn", "kind:person")
    assert "is of the kind “person” · 2 places" in told
    assert "of exactly that name comes before them" in told
    assert "the last paper that names them" in told


def test_the_kind_is_an_option_too(folder: Path) -> None:
    assert [hit["id"] for hit in answer(folder, "search", "quill", "--kind", "person")["hits"]] == [QUILL]
    assert [hit["id"] for hit in answer(folder, "search", "--kind", "organisation")["hits"]] == ["mere-trust"]


def test_names_that_would_steer_a_terminal_are_made_visible(tmp_path: Path) -> None:
    with Corpus.open(tmp_path, create=True) as corpus:
        store(corpus, 1, Named(people={"Orla \x1b[31mTarn": ["Clerk\x07"]}))
        corpus.link()
        rebuild(corpus)
    told = text(tmp_path, "search", "kind:person orla")
    assert "\x1b" not in told
    assert "\x07" not in told


def found(folder: Path, query: str) -> list[str]:
    return [hit["id"] for hit in answer(folder, "search", query)["hits"]]


def test_what_is_decided_by_hand_is_found_at_once(folder: Path) -> None:
    assert run(folder, "people", "merge", TARN, QUILL).exit_code == 0
    assert found(folder, "kind:person quill") == [TARN]
    assert answer(folder, "search", "quill")["index_behind"] is False
    assert run(folder, "people", "split", TARN).exit_code == 0
    assert found(folder, "kind:person quill") == [QUILL]
    assert run(folder, "people", "split", TARN, "minutes-2.pdf").exit_code == 0
    assert sorted(found(folder, "kind:person tarn")) == [TARN, f"{TARN}-2"]
    with Corpus.open(folder) as corpus:
        assert examine_index(corpus, untracked).ailments == ()


def test_watches_tell_of_papers_alone(folder: Path) -> None:
    assert answer(folder, "watch", "add", "tarn", "orla tarn")["hits"] == 2
    assert answer(folder, "watch", "add", "persons", "kind:person")["hits"] == 0
    with Corpus.open(folder) as corpus:
        store(corpus, 3, Named(people={"Orla Tarn": ["Mayor"]}))
        corpus.link()
        bring_up_to_date(corpus)
    told = {watch["name"]: watch["hits"] for watch in answer(folder, "watch", "run")["watches"]}
    assert [hit["kind"] for hit in told["tarn"]] == ["paper"]
    assert told["persons"] == []


def held(corpus: Corpus) -> dict[Unit, Entry]:
    """What the index holds of persons and organisations."""
    index = Index.open(corpus.folder)
    query = index.meaning(parse("kind:person OR kind:organisation"))
    return {one.entry.unit: one.entry for one in index.engine.search(query, limit=EVERYTHING).found}


@contextmanager
def written(monkeypatch: pytest.MonkeyPatch) -> Iterator[set[Unit]]:
    """The units that updates of the index write meanwhile."""
    units: set[Unit] = set()
    update = Index.update

    def noted(index: Index, added: Any, replaced: Any, revision: int) -> None:
        units.update(replaced)
        update(index, added, replaced, revision)

    with monkeypatch.context() as patched:
        patched.setattr(Index, "update", noted)
        yield units


def test_a_run_writes_only_who_is_another_than_before(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Corpus.open(folder) as corpus, written(monkeypatch) as units:
        store(corpus, 3, Named(people={"Orla Tarn": ["Clerk"]}))
        corpus.link()
        bring_up_to_date(corpus)
        assert units == {"minutes-3", f"person:{TARN}"}
        units.clear()
        store(corpus, 4, Named(people={"Abel Wren": []}), location="minutes-1.pdf")
        corpus.link()
        bring_up_to_date(corpus)
        assert units == {
            "minutes-1", "minutes-4", f"person:{TARN}", f"person:{QUILL}", "person:northmere-council/abel-wren",
            "organisation:mere-trust",
        }  # fmt: skip
        assert set(held(corpus)) == {f"person:{TARN}", "person:northmere-council/abel-wren"}


def test_the_doctor_names_whom_the_index_tells_otherwise(folder: Path) -> None:
    with Corpus.open(folder) as corpus:
        index = Index.open(folder)
        index.update([], [f"person:{TARN}", "organisation:mere-trust"], index.revision)
        (ailment,) = examine_index(corpus, untracked).ailments
    assert ailment.what == (
        "the search index differs from the corpus in 2 persons and organisations: Orla Tarn, Mere Trust"
    )
    assert run(folder, "reindex").exit_code == 0
    assert answer(folder, "doctor")["problems"] == []


def test_what_by_hand_can_not_be_written_to_the_index_is_left_to_the_next_run(folder: Path) -> None:
    with generations.writing(folder):
        assert run(folder, "people", "merge", TARN, QUILL).exit_code == 0
    assert answer(folder, "search", "quill")["index_behind"] is True
    with Corpus.open(folder) as corpus:
        bring_up_to_date(corpus)
    assert found(folder, "kind:person quill") == [TARN]


PERSONS = ("Orla Tarn", "O Tarn", "Tarn", "Owen Tarn", "Ines Quill", "I Quill")
BODIES = ("Mere Trust", "Harbour Committee", "Northmere Council", "Quay Trust", "HC")
PAPER = st.builds(
    Named,
    people=st.dictionaries(st.sampled_from(PERSONS), st.sampled_from([[], ["Clerk"]]), max_size=3),
    bodies=st.dictionaries(st.sampled_from(BODIES), st.sampled_from([[], ["HC"]]), max_size=3),
    publisher=st.sampled_from(["Northmere Council", "Quay Council", None]),
    board=st.sampled_from(["Cabinet", None]),
)

Step = Callable[[Corpus, int], None]


def put(named: Named, location: str) -> Step:
    """A paper comes, in the place of what stood at that location."""
    return lambda corpus, number: store(corpus, number, named, location)


def by_hand(of: str, first: int, second: int) -> Step:
    """Two of all that are known are made one, or told apart; what can't be done is left."""

    def decide(corpus: Corpus, _number: int) -> None:
        rows = corpus.people() if of in {"merge_people", "unmerge_people", "split_people"} else corpus.organisations()
        if not rows:
            return
        one, other = rows[first % len(rows)], rows[second % len(rows)]
        try:
            match of:
                case "merge_people":
                    corpus.merge_people(one.id, other.id)
                case "merge_bodies":
                    corpus.merge_bodies(one.id, other.id)
                case "unmerge_people":
                    corpus.unmerge_people(one.id)
                case "unmerge_bodies":
                    corpus.unmerge_bodies(one.id)
                case "split_people":
                    corpus.split_people(one.id, {one.document})
                case "alias_body":
                    corpus.alias_body(one.name, other.id)
        except CorpusError:
            return

    return decide


DECIDED = ("merge_people", "unmerge_people", "split_people", "merge_bodies", "unmerge_bodies", "alias_body")
STEPS = st.lists(
    st.builds(put, PAPER, st.sampled_from(["a.pdf", "b.pdf", "c.pdf"]))
    | st.builds(by_hand, st.sampled_from(DECIDED), st.integers(0, 5), st.integers(0, 5)),
    min_size=1,
    max_size=8,
)


@settings(max_examples=60, deadline=None)
@given(STEPS, st.sampled_from(["tantivy", "whoosh"]))
def test_whatever_happens_the_index_holds_what_a_new_one_would(steps: list[Step], engine: str) -> None:
    with TemporaryDirectory() as folder, Corpus.open(Path(folder), create=True) as corpus:
        rebuild(corpus, engine)
        for number, step in enumerate(steps, start=1):
            step(corpus, number)
            corpus.link()
            bring_up_to_date(corpus)
            assert examine_index(corpus, untracked).ailments == ()
        kept = held(corpus)
        rebuild(corpus, engine)
        assert held(corpus) == kept
