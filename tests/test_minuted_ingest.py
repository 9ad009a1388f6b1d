"""Runs: what is read, what is left alone, what is told, and what is left behind when one is broken off."""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from corpus.errors import MinutedError
from corpus.samples import papers
from corpus.store import Corpus
from ingest.jobs import Fork
from ingest.pool import Outcome
from minuted.cli import cli
from minuted.events import FileDone, FileKind, Finished
from minuted.indexing import is_up_to_date
from minuted.limits import ReadingLimits
from minuted.reading import PaperFile
from minuted.run import ingest
from minuted.steps import ReadPaper
from minuted.workers import FileOutcome

pytestmark = pytest.mark.usefixtures("read_in_this_process")

MINUTES = """# Weirford Town Council

MINUTES of a meeting of the Planning Committee held on {date}

Present: Councillor Ada Thornwick (Chair), Councillor Bram Oldacre

## 1. Market cross

RESOLVED that the market cross be repaired.
"""


@pytest.fixture
def read_in_this_process(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Start no worker processes: loading spaCy in each of them takes longer than all these tests."""

    def read_here(
        files: Iterable[PaperFile], limits: ReadingLimits, *, wanted: Callable[[FileOutcome], Iterable[PaperFile]]
    ) -> Generator[FileOutcome, None, None]:
        spool = Path(tempfile.mkdtemp(dir=tmp_path))
        waiting = list(files)
        while waiting:
            file = waiting.pop(0)
            outcome: FileOutcome
            try:
                made = ReadPaper.of(file, spool, limits).run()
                assert not isinstance(made, Fork)
                outcome = Outcome(task=file, result=made)
            except MinutedError as error:
                outcome = Outcome(task=file, failure=str(error))
            waiting = [*wanted(outcome), *waiting]
            yield outcome
        assert not list(spool.iterdir())

    monkeypatch.setattr("minuted.run.read_papers", read_here)


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Path]:
    """A folder with the minutes of two meetings."""
    folder = tmp_path / "town"
    folder.mkdir()
    (folder / "may.txt").write_text(MINUTES.format(date="7 May 2024"))
    (folder / "june.txt").write_text(MINUTES.format(date="4 June 2024"))
    return folder


def run(corpus: Path, *paths: Path, retry_failed: bool = False) -> dict[str, FileKind]:
    """What became of each file, by its name."""
    events = list(ingest(corpus, paths, retry_failed=retry_failed))
    assert isinstance(events[-1], Finished)
    done = [event for event in events if isinstance(event, FileDone)]
    assert events[-1].counts == Counter(event.kind for event in done)
    return {Path(event.path).name: event.kind for event in done}


def test_a_second_run_does_nothing_and_says_so(town: Path, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    assert run(corpus, town) == {"may.txt": FileKind.NEW, "june.txt": FileKind.NEW}
    with Corpus.open(corpus) as opened:
        revision = opened.revision
    assert run(corpus, town) == {"may.txt": FileKind.UNCHANGED, "june.txt": FileKind.UNCHANGED}
    with Corpus.open(corpus) as opened:
        assert opened.revision == revision
    told = CliRunner().invoke(cli, ["--corpus", str(corpus), "ingest", str(town)]).output
    assert told.startswith("nothing to do: 2 files: 2 unchanged")


def test_only_what_has_changed_is_read(town: Path, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    run(corpus, town)
    (town / "june.txt").write_text(MINUTES.format(date="5 June 2024").replace("cross be repaired", "cross be moved"))
    (town / "july.txt").write_text(MINUTES.format(date="2 July 2024"))
    assert run(corpus, town) == {
        "may.txt": FileKind.UNCHANGED,
        "june.txt": FileKind.CHANGED,
        "july.txt": FileKind.NEW,
    }
    told = CliRunner().invoke(cli, ["--corpus", str(corpus), "search", "moved", "--json"]).output
    hits = json.loads(told)["hits"]
    assert {hit["document"] for hit in hits} == {"june.txt"}


def test_a_file_that_was_only_touched_is_unchanged(town: Path, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    run(corpus, town)
    (town / "may.txt").touch()
    assert run(corpus, town)["may.txt"] is FileKind.UNCHANGED


def test_the_same_bytes_are_read_once(town: Path, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    (town / "copy.txt").write_bytes((town / "may.txt").read_bytes())
    kinds = run(corpus, town)
    assert sorted([kinds["copy.txt"], kinds["may.txt"]]) == [FileKind.DUPLICATE, FileKind.NEW]
    with Corpus.open(corpus) as opened:
        assert opened.counts().documents == 2
        assert opened.counts().sources == 3


def test_a_failed_file_is_recorded_and_the_run_goes_on(town: Path, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    (town / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing")
    result = CliRunner().invoke(cli, ["--corpus", str(corpus), "ingest", str(town)])
    assert result.exit_code == 3
    assert "2 new, 1 failed" in result.stdout
    with Corpus.open(corpus) as opened:
        (failure,) = opened.failures()
        assert Path(failure.location) == town / "broken.pdf"
        assert opened.counts().documents == 2
    again = CliRunner().invoke(cli, ["--corpus", str(corpus), "ingest", str(town)])
    assert again.exit_code == 0
    assert "1 of the unchanged could not be read earlier" in again.stdout
    assert run(corpus, town, retry_failed=True)["broken.pdf"] is FileKind.FAILED


def test_a_file_that_breaks_keeps_what_was_read_before(town: Path, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    run(corpus, town)
    (town / "may.txt").write_bytes(b"\xff" * 4000)
    assert run(corpus, town)["may.txt"] is FileKind.FAILED
    with Corpus.open(corpus) as opened:
        assert opened.counts().documents == 2


def test_a_paper_without_text_is_told_as_such(tmp_path: Path) -> None:
    from docx import Document

    path = tmp_path / "blank.docx"
    Document().save(str(path))
    result = CliRunner().invoke(cli, ["--corpus", str(tmp_path / "corpus"), "ingest", str(path)])
    assert result.exit_code == 0
    assert result.output.startswith(f"no text    {path}: it holds no text")


def test_a_run_that_is_broken_off_keeps_what_it_has_done(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    with closing(ingest(corpus, papers()[:4])) as events:
        for event in events:
            if isinstance(event, FileDone):
                break
    with Corpus.open(corpus) as opened:
        assert opened.counts().documents == 1
        assert opened.check() == ()
        assert not is_up_to_date(opened)
    kinds = Counter(run(corpus, *papers()[:4]).values())
    assert kinds == {FileKind.UNCHANGED: 1, FileKind.NEW: 3}
    with Corpus.open(corpus) as opened:
        assert is_up_to_date(opened)


def test_an_index_that_is_lost_is_made_anew_by_the_next_run(town: Path, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    run(corpus, town)
    (corpus / "index" / "current").unlink()
    doctor = CliRunner().invoke(cli, ["--corpus", str(corpus), "doctor"])
    assert doctor.exit_code == 1
    assert "minuted reindex" in doctor.output
    run(corpus, town)
    assert CliRunner().invoke(cli, ["--corpus", str(corpus), "doctor"]).exit_code == 0


def test_a_run_as_json_tells_of_every_file(town: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(cli, ["--corpus", str(tmp_path / "corpus"), "ingest", "--json", str(town)])
    told = json.loads(result.stdout)
    assert told["counts"]["new"] == 2
    assert {Path(file["path"]).name: file["kind"] for file in told["files"]} == {"may.txt": "new", "june.txt": "new"}
    assert all(file["contents"]["pages"] == 1 for file in told["files"])
