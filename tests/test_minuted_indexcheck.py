"""`minuted doctor` compares the index with the corpus, says what is wrong with it, and what it says mends it."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from asking import answer, run
from index_made import section

from corpus.document import DocumentId
from corpus.locking import run_lock
from corpus.samples import papers
from corpus.store import LOCK_NAME, Corpus
from search import generations
from search.index import Index


def examined(folder: Path) -> Any:
    """What the doctor says of a corpus that may be ill."""
    return json.loads(run(folder, "doctor", "--json").stdout)


def wrong(folder: Path) -> list[str]:
    """What is wrong, in the doctor's words."""
    told = examined(folder)
    assert all("`minuted reindex`" in problem["mend"] for problem in told["problems"])
    return [problem["what"] for problem in told["problems"]]


def documents(folder: Path) -> list[DocumentId]:
    with Corpus.open(folder) as corpus:
        return list(corpus.changes_since(0)[0])


def change(folder: Path, entries: int | None, document: DocumentId, **changed: str) -> None:
    """Put other entries of ``document`` into the index: so many of its own, the first with ``changed`` fields."""
    with Corpus.open(folder) as corpus:
        wanted = list(corpus.entries([document]))[:entries]
    if changed:
        wanted[0] = replace(wanted[0], **changed)  # type: ignore[arg-type]
    index = Index.open(folder)
    index.update(wanted, [document], index.revision)


@pytest.mark.parametrize("engine", ["tantivy", "whoosh"])
def test_an_index_that_holds_what_the_corpus_holds_is_well(copied_corpus: Path, engine: str) -> None:
    assert answer(copied_corpus, "reindex", "--engine", engine)["engine"] == engine
    told = examined(copied_corpus)
    assert told["problems"] == []
    with Corpus.open(copied_corpus) as opened:
        count = sum(1 for entries in (opened.entries(), opened.registered()) for _ in entries)
    assert f"{count} entries, in step with the corpus" in told["index"]


@pytest.mark.parametrize(
    "changed", [{"heading": "Another"}, {"text": "Another."}, {"date": "1999-01-01"}, {"owner": "Nobody"}]
)
def test_an_entry_that_says_something_else_is_told(copied_corpus: Path, changed: dict[str, str]) -> None:
    document = documents(copied_corpus)[0]
    change(copied_corpus, None, document, **changed)
    with Corpus.open(copied_corpus) as opened:
        name = next(iter(opened.entries([document]))).document_name
    assert wrong(copied_corpus) == [f"the search index differs from the corpus in 1 document: {name}"]


def test_missing_entries_are_counted_by_document_and_the_first_are_named(copied_corpus: Path) -> None:
    known = documents(copied_corpus)
    assert len(known) > 4
    for entries, document in enumerate(known):
        change(copied_corpus, entries % 2, document)
    (told,) = wrong(copied_corpus)
    assert told.startswith(f"the search index differs from the corpus in {len(known)} documents: ")
    assert told.endswith(f" and {len(known) - 3} more")
    assert told.count(",") == 2


def test_entries_of_documents_that_are_not_there_are_told(copied_corpus: Path) -> None:
    index = Index.open(copied_corpus)
    index.update([section("nowhere", number) for number in range(3)], [], index.revision)
    assert wrong(copied_corpus) == ["the search index holds 3 entries of what the corpus does not show"]
    assert run(copied_corpus, "reindex").exit_code == 0
    assert wrong(copied_corpus) == []


def damaged(folder: Path) -> None:
    """A byte of the largest file turns."""
    generation = generations.current(folder)
    seal = max(generation.manifest.files, key=lambda seal: seal.size)
    path = generation.folder / seal.name
    whole = bytearray(path.read_bytes())
    whole[seal.size // 2] ^= 1
    path.write_bytes(whole)


def damaged_unseen(folder: Path) -> None:
    """A byte turns, and the time of the file does not tell."""
    times = {path: path.stat().st_mtime_ns for path in generations.current(folder).folder.iterdir()}
    damaged(folder)
    for path, time in times.items():
        os.utime(path, ns=(time, time))


def missing(folder: Path) -> None:
    shutil.rmtree(generations.index_folder(folder))


def behind(folder: Path) -> None:
    index = Index.open(folder)
    index.update([], [], index.revision - 1)


def ahead(folder: Path) -> None:
    index = Index.open(folder)
    index.update([], [], index.revision + 1)


def left_over(folder: Path) -> None:
    shutil.copytree(generations.current(folder).folder, generations.index_folder(folder) / "tantivy-99")


@pytest.mark.parametrize(
    ("harm", "words", "cure"),
    [
        (damaged, "the search index is damaged", "reindex"),
        (damaged, "the search index is damaged", "ingest"),
        (damaged_unseen, "the search index is damaged", "reindex"),
        (missing, "there is no search index", "reindex"),
        (missing, "there is no search index", "ingest"),
        (behind, "is behind the corpus (", "reindex"),
        (behind, "is behind the corpus (", "ingest"),
        (ahead, "made of another corpus", "ingest"),
        (left_over, "a run that was broken off left tantivy-99", "reindex"),
        (left_over, "a run that was broken off left tantivy-99", "ingest"),
    ],
)
def test_each_ailment_is_told_and_mended(
    copied_corpus: Path, harm: Callable[[Path], None], words: str, cure: str
) -> None:
    harm(copied_corpus)
    (told,) = wrong(copied_corpus)
    assert words in told
    nothing_new = [str(papers()[0])] if cure == "ingest" else []
    assert run(copied_corpus, cure, *nothing_new).exit_code == 0
    assert wrong(copied_corpus) == []


def test_while_a_run_writes_nothing_is_left_over_or_behind(copied_corpus: Path) -> None:
    left_over(copied_corpus)
    behind(copied_corpus)
    with run_lock(copied_corpus / LOCK_NAME), generations.writing(copied_corpus):
        told = examined(copied_corpus)
    assert told["problems"] == []
    assert "while a run is going on" in told["index"]
