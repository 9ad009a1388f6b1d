"""The life of an index: generations, updates, breakage, and death at any moment."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import time
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


BUILDER = """
import sys
from dataclasses import replace
from pathlib import Path
from search.index import Index
from search.query import parse

corpus = Path(sys.argv[1])
entry = Index.open(corpus).search(parse("allotments"), limit=1).hits[0].entry
while True:
    index = Index.rebuild(corpus, (replace(entry, id=str(n), document=str(n % 50)) for n in range(400)), 2)
    index.update([replace(entry, id="a", document="1")], ["1", "2"], 3)
"""
ALIVE_AT_MOST = 0.6
"""Seconds until the builder is killed: a rebuild and an update take about a tenth of it."""


def test_killed_at_any_moment_the_index_answers(tmp_path: Path) -> None:
    Index.rebuild(tmp_path, [section("d1", 1)], 1)
    moments = random.Random(5)
    for _ in range(6):
        builder = subprocess.Popen([sys.executable, "-c", BUILDER, str(tmp_path)], cwd=Path(__file__).parent.parent)
        time.sleep(0.2 + moments.random() * ALIVE_AT_MOST)
        assert builder.poll() is None
        builder.send_signal(signal.SIGKILL)
        builder.wait()
        index = Index.open(tmp_path)
        assert total(index, "allotments") == index.count
        assert index.count in (1, 400, 385)
