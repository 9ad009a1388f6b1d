"""The life of an index: generations, updates and breakage."""

from __future__ import annotations

import contextlib
import shutil
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from index_made import section, total

from corpus.document import DocumentId
from corpus.entries import Entry
from corpus.errors import CorpusError, IndexUnavailableError
from search import generations
from search.fields import Facet
from search.index import Index
from search.query import parse
from search.removal import remove
from search.tantivy_folder import lockable


def names(corpus: Path) -> set[str]:
    return {path.name for path in generations.index_folder(corpus).iterdir() if path.is_dir()}


@pytest.fixture(params=["tantivy", "whoosh"])
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_an_index_is_built_opened_and_asked(tmp_path: Path, engine: str) -> None:
    built = Index.rebuild(tmp_path, (section("d1", n) for n in range(1, 4)), 7, engine)
    opened = Index.open(tmp_path)
    for index in (built, opened):
        assert (index.count, index.revision, index.generation) == (3, 7, f"{engine}-1")
        results = index.search(parse("allotment"), limit=2)
        assert (results.total, len(results.hits)) == (3, 2)
        hit = results.hits[0]
        assert [hit.excerpt.text[mark.start : mark.end] for mark in hit.excerpt.marks] == ["allotments"]
        counts = {one.facet: one.counts for one in index.facets(index.meaning(parse("allotment")))}
        assert [(one.value, one.count) for one in counts[Facet.YEAR]] == [("2024", 3)]


def test_an_empty_corpus_has_an_empty_index(tmp_path: Path, engine: str) -> None:
    Index.rebuild(tmp_path, (), 0, engine)
    assert total(Index.open(tmp_path), "allotments") == 0


def test_a_rebuild_swaps_in_a_new_generation_and_the_old_one_keeps_answering_who_has_it(tmp_path: Path) -> None:
    old = Index.rebuild(tmp_path, [section("d1", 1)], 1)
    Index.rebuild(tmp_path, [section("d1", n) for n in range(3)], 2, "whoosh")
    assert names(tmp_path) == {"whoosh-2"}
    assert (Index.open(tmp_path).count, total(old, "allotments")) == (3, 1)
    with pytest.raises(CorpusError, match="rebuilt the search index meanwhile"):
        old.update([], [DocumentId("d1")], 3)


def test_an_update_replaces_adds_and_removes(tmp_path: Path, engine: str) -> None:
    index = Index.rebuild(tmp_path, [section(d, n) for d in ("d1", "d2", "d3") for n in (1, 2)], 1, engine)
    for _ in ("once", "and again after dying before the revision was noted"):
        entries = [section("d1", 1, "A new fence."), section("d4", 1, "A new gate.")]
        index.update(entries, [DocumentId(each) for each in ("d1", "d2", "d4")], 5)
        for seen in (index, Index.open(tmp_path)):
            assert (seen.count, seen.revision) == (4, 5)
            assert [total(seen, query) for query in ("fence", "gate", "let")] == [1, 1, 2]


def test_a_failed_rebuild_leaves_the_old_index_and_no_rubbish(tmp_path: Path, engine: str) -> None:
    def failing() -> Iterator[Entry]:
        yield section("d1", 1)
        raise ZeroDivisionError

    Index.rebuild(tmp_path, [section("d1", 1)], 1, engine)
    with pytest.raises(ZeroDivisionError):
        Index.rebuild(tmp_path, failing(), 2, engine)
    assert (Index.open(tmp_path).revision, len(names(tmp_path))) == (1, 1)
    Index.rebuild(tmp_path, [section("d1", 1)], 3, engine)
    assert (Index.open(tmp_path).revision, len(names(tmp_path))) == (3, 1)


def test_a_missing_index_names_the_cure(tmp_path: Path) -> None:
    with pytest.raises(IndexUnavailableError, match="minuted reindex"):
        Index.open(tmp_path)


@pytest.mark.parametrize("broken", ["current", "manifest.json", "generation", "engine files", "schema"])
def test_a_broken_index_names_the_cure_and_can_be_rebuilt(tmp_path: Path, engine: str, broken: str) -> None:
    Index.rebuild(tmp_path, [section("d1", 1)], 1, engine)
    folder = generations.index_folder(tmp_path)
    generation = folder / f"{engine}-1"
    match broken:
        case "current":
            (folder / "current").write_bytes(b"\xff\x00../..")
        case "manifest.json":
            (generation / "manifest.json").write_text("[")
        case "generation":
            shutil.rmtree(generation)
        case "engine files":
            for path in generation.iterdir():
                if path.name != "manifest.json":
                    path.unlink()
        case "schema":
            other = replace(generations.current(tmp_path).manifest, schema=-1)
            generations.swap_in(tmp_path, generations.finish(generation, other))
    with pytest.raises(IndexUnavailableError, match="minuted reindex"):
        Index.open(tmp_path)
    Index.rebuild(tmp_path, [section("d1", 1)], 2, engine)
    assert Index.open(tmp_path).count == 1


def test_only_one_run_writes(tmp_path: Path) -> None:
    index = Index.rebuild(tmp_path, [section("d1", 1)], 1)
    with generations.writing(tmp_path):
        with pytest.raises(CorpusError, match="another run"):
            Index.rebuild(tmp_path, [], 2)
        with pytest.raises(CorpusError, match="another run"):
            index.update([], [], 2)
    assert Index.open(tmp_path).revision == 1


def test_a_folder_that_cannot_be_written_is_one_clear_error(tmp_path: Path) -> None:
    (tmp_path / "index").write_text("in the way")
    with pytest.raises(CorpusError, match="can't be written"):
        Index.rebuild(tmp_path, [], 1)


def test_an_unknown_engine_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="tantivy and whoosh"):
        Index.rebuild(tmp_path, [], 1, "sphinx")


def writing_as_long_as_it_is_there(folder: Path) -> threading.Thread:
    """A thread that does without end what tantivy's does once, at any moment after it has opened an index."""

    def write() -> None:
        with contextlib.suppress(FileNotFoundError):
            while True:
                (folder / ".tantivy-meta.lock").touch()

    thread = threading.Thread(target=write)
    thread.start()
    return thread


def test_a_folder_is_removed_that_is_written_to_meanwhile(tmp_path: Path) -> None:
    for _ in range(20):
        folder = tmp_path / "tantivy-1"
        folder.mkdir()
        writing = writing_as_long_as_it_is_there(folder)
        remove(folder)
        writing.join()
        assert not list(tmp_path.iterdir())


def test_what_an_index_is_opened_by_elsewhere_goes_although_it_is_written_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Index.rebuild(tmp_path, [section("d1", 1)], 1)
    monkeypatch.setattr("search.tantivy_folder._can_lock", lambda _folder: False)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with lockable(generations.current(tmp_path).folder) as elsewhere:
        writing = writing_as_long_as_it_is_there(elsewhere)
    writing.join()
    assert [path.name for path in tmp_path.iterdir()] == ["index"]
