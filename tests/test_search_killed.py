"""Killed at any moment of building or changing it, the index answers, all old or all new, and the next run goes on."""

from __future__ import annotations

import contextlib
import json
import re
import shutil
from collections.abc import Callable
from functools import partial
from io import StringIO
from pathlib import Path

import pytest
from asking import run
from index_made import answers, found, section, sections
from killing import deeds, duration, killed_after, killed_at, moments, steps

from corpus.document import DocumentId
from minuted.cli import cli
from minuted.limits import ReadingLimits
from minuted.run import ingest
from search import generations
from search.fields import SCHEMA_VERSION
from search.index import Index

Work = Callable[[Path, str], None]

_MENDED_BY_THE_NEXT_RUN = re.compile("broken off|behind the corpus|are not (linked|compared)")
"""What `doctor` tells of a corpus that a run left in the middle of its work."""

MINUTES = """\
LITTLE MARL PARISH COUNCIL

Minutes of the meeting held on {day} {month} 2024 in the village hall

1. Allotments
{allotments} RESOLVED that plot {day} be let to Ada Penrose.

2. Paths
The hedge beside path {day} and the gate were reported. ACTION: the Clerk to write to the owner.
"""

OLD_PAPERS = {
    "may.txt": MINUTES.format(day=7, month="May", allotments="The allotments were inspected."),
    "june.txt": MINUTES.format(day=4, month="June", allotments="The allotments were let."),
}
NEW_PAPERS = {
    "june.txt": MINUTES.format(day=4, month="June", allotments="The allotments and the ditch were let."),
    "july.txt": MINUTES.format(day=2, month="July", allotments="The fence of the allotments was mended."),
}


def build(corpus: Path, engine: str) -> None:
    """The index of ``corpus`` anew, as of revision 2."""
    Index.rebuild(corpus, sections(60), 2, engine)


def change(corpus: Path, _engine: str) -> None:
    """A document of the index of ``corpus`` gone, another one changed: revision 2."""
    Index.open(corpus).update([section("d1", 3, "A new fence.")], [DocumentId("d1"), DocumentId("d2")], 2)


def ingest_new(corpus: Path, _engine: str) -> None:
    """A whole run over papers of which one is changed and one new."""
    for _ in ingest(corpus, [papers_beside(corpus, NEW_PAPERS)], limits=ReadingLimits(processes=1)):
        pass


def reindex(corpus: Path, engine: str) -> None:
    """All of `minuted reindex`."""
    with contextlib.redirect_stdout(StringIO()), contextlib.redirect_stderr(StringIO()):
        cli(["--corpus", str(corpus), "reindex", "--engine", engine], standalone_mode=False)


def papers_beside(corpus: Path, papers: dict[str, str]) -> Path:
    """A folder beside the one of ``corpus`` that holds ``papers``, and what of earlier ones they don't replace."""
    folder = corpus.parent / "papers"
    folder.mkdir(exist_ok=True)
    for name, text in papers.items():
        (folder / name).write_text(text)
    return folder


@pytest.fixture(scope="module", params=["tantivy", "whoosh"])
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def old(engine: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus folder with an index of revision 1; tests only copy it."""
    corpus = tmp_path_factory.mktemp("old") / "corpus"
    Index.rebuild(corpus, sections(40), 1, engine)
    return corpus


@pytest.fixture(scope="module")
def old_corpus(engine: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus of papers that stand in a folder beside it."""
    corpus = tmp_path_factory.mktemp("old") / "corpus"
    for _ in ingest(corpus, [papers_beside(corpus, OLD_PAPERS)], limits=ReadingLimits(processes=1)):
        pass
    reindex(corpus, engine)
    return corpus


@pytest.fixture
def copies(tmp_path: Path) -> Callable[[Path], Path]:
    """Gives a copy of a corpus in a folder, and of what is beside it, in the place of the copy before."""

    def copied(corpus: Path) -> Path:
        place = tmp_path / "copied"
        shutil.rmtree(place, ignore_errors=True)
        return Path(shutil.copytree(corpus.parent, place)) / corpus.name

    return copied


def check_nothing_is_left(corpus: Path) -> None:
    left = {path.name for path in generations.index_folder(corpus).iterdir()}
    assert left == {"current", "lock", generations.current(corpus).folder.name}


def check_old_or_new(corpus: Path, old: list[object], work: Work, new: list[object], engine: str) -> int:
    """The index that a killed ``work`` left answers as before or after it; the next run finds nothing in its way.

    Gives the revision that answers.
    """
    revision = Index.open(corpus).revision
    assert answers(corpus) == {1: old, 2: new}[revision]
    assert not generations.is_being_written(corpus)
    work(corpus, engine)
    assert answers(corpus) == new
    assert generations.is_sound(corpus, SCHEMA_VERSION, 2)
    check_nothing_is_left(corpus)
    return revision


def check_doctor_helps(corpus: Path) -> None:
    """What it tells of, if anything, was broken off or is behind; nothing is damaged or lost."""
    for problem in json.loads(run(corpus, "doctor", "--json").stdout)["problems"]:
        assert _MENDED_BY_THE_NEXT_RUN.search(problem["what"]), problem


@pytest.mark.parametrize("work", [build, change])
def test_killed_before_a_step_the_index_answers(
    old: Path, engine: str, work: Work, copies: Callable[[Path], Path]
) -> None:
    done = copies(old)
    count = deeds(generations.index_folder(done), work, done, engine)
    before, after = answers(old), answers(done)
    revisions = []
    for step in steps(count):
        corpus = copies(old)
        killed_at(step, generations.index_folder(corpus), work, corpus, engine)
        revisions.append(check_old_or_new(corpus, before, work, after, engine))
    assert revisions == sorted(revisions)
    assert (revisions[0], revisions[-1]) == (1, 2)


@pytest.mark.parametrize("work", [build, change])
def test_killed_at_any_moment_the_index_answers(
    old: Path, engine: str, work: Work, copies: Callable[[Path], Path]
) -> None:
    until = min(duration(work, copies(old), engine) for _ in range(2))
    done = copies(old)
    work(done, engine)
    before, after = answers(old), answers(done)
    died = 0
    for moment in moments(until, seed=7):
        corpus = copies(old)
        died += killed_after(moment, work, corpus, engine)
        check_old_or_new(corpus, before, work, after, engine)
    assert died


@pytest.mark.parametrize("first", [True, False])
def test_killed_again_and_again_no_more_than_one_build_is_left(
    old: Path, engine: str, first: bool, copies: Callable[[Path], Path]
) -> None:
    """Also where none was ever finished: nothing answers there that could say which of them is rubbish."""
    until = min(duration(build, copies(old), engine) for _ in range(2))
    corpus = copies(old)
    if first:
        shutil.rmtree(generations.index_folder(corpus))
    for moment in moments(until, seed=8):
        killed_after(moment, build, corpus, engine)
        assert len(generations.others(corpus)) <= 1
    build(corpus, engine)
    check_nothing_is_left(corpus)


@pytest.mark.parametrize("work", [ingest_new, reindex])
def test_a_whole_command_is_killed_and_run_again(
    old_corpus: Path, engine: str, work: Work, copies: Callable[[Path], Path]
) -> None:
    done = copies(old_corpus)
    before = found(old_corpus)
    until = duration(work, done, engine)
    after = found(done)
    count = deeds(generations.index_folder(corpus := copies(old_corpus)), work, corpus, engine)
    kills: list[Callable[..., object]] = [
        *(partial(killed_after, moment) for moment in moments(until, seed=9, few=1)),
        *(partial(killed_at, step, generations.index_folder(corpus)) for step in steps(count, few=2)),
    ]
    for kill in kills:
        kill(work, copies(old_corpus), engine)
        assert found(corpus) in (before, after)
        check_doctor_helps(corpus)
        work(corpus, engine)
        assert found(corpus) == after
        assert run(corpus, "doctor").exit_code == 0
        check_nothing_is_left(corpus)
