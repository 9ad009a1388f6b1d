"""Scanned papers in a run: unread without OCR, picked up by the first run with it, and told apart for good."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from corpus.store import Corpus
from corpus.vocabulary import ReadBy
from ingest.ocr import is_available
from minuted.cli import cli
from minuted.events import FileDone, FileKind, Finished
from minuted.limits import ReadingLimits
from minuted.run import ingest
from tests.scan_made import drawn, lines, scanned

HEAD = (
    "Weirford Town Council",
    "Minutes of the Planning Committee held on 4 March 2030",
    "Present: Councillor Ada Thornwick (Chair), Councillor Bram Oldacre",
)
SCANNED = (*HEAD, "1. Market cross", "It was resolved that the market cross be repaired.")
TYPED = (*HEAD, "1. Bandstand", "It was resolved that the bandstand be painted.")

WITHOUT = ReadingLimits(ocr=False, processes=1)
WITH = ReadingLimits(processes=2)

needs_tesseract = pytest.mark.skipif(not is_available(), reason="tesseract is not installed")


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "scan.pdf").write_bytes(scanned(lines(SCANNED), lines(["2. Any other business", "There was none."])))
    (folder / "typed.pdf").write_bytes(drawn(lines(TYPED)))
    with zipfile.ZipFile(folder / "pack.zip", "w", zipfile.ZIP_DEFLATED) as pack:
        pack.writestr("inside.pdf", scanned(lines([*HEAD, "1. Weir", "It was resolved that the weir be mended."])))
    return folder


def test_the_option_and_the_variable_do_without_ocr(tmp_path: Path, papers: Path) -> None:
    for arguments, variables in ((["--no-ocr"], {}), ([], {"MINUTED_NO_OCR": "1"})):
        out = str(tmp_path / "out")
        done = CliRunner().invoke(cli, ["analyse", str(papers / "scan.pdf"), "--out", out, *arguments], env=variables)
        assert "2 pages of 1 file could not be read, 2 of them for want of OCR: run it again without" in done.output


def run(corpus: Path, papers: Path, limits: ReadingLimits) -> tuple[dict[str, FileKind], Finished]:
    kinds: dict[str, FileKind] = {}
    finished = None
    for event in ingest(corpus, [papers], limits=limits):
        if isinstance(event, FileDone):
            kinds[event.path.removeprefix(f"{papers}/")] = event.kind
        elif isinstance(event, Finished):
            finished = event
    assert finished is not None
    return kinds, finished


def told(corpus: Path, *arguments: str) -> Any:
    done = CliRunner().invoke(cli, ["--corpus", str(corpus), *arguments, "--json"])
    assert done.exit_code == 0, done.output
    return json.loads(done.output)


def text(corpus: Path, *arguments: str) -> str:
    done = CliRunner().invoke(cli, ["--corpus", str(corpus), *arguments])
    assert done.exit_code == 0, done.output
    return done.output


def test_without_ocr_scans_are_recorded_as_unread_and_left_alone(tmp_path: Path, papers: Path) -> None:
    corpus = tmp_path / "corpus"
    kinds, finished = run(corpus, papers, WITHOUT)
    assert (kinds["scan.pdf"], kinds["typed.pdf"]) == (FileKind.EMPTY, FileKind.NEW)
    assert (finished.unread.pages, finished.unread.files, finished.unread.need_ocr) == (3, 2, 3)
    assert {read["read_by"] for read in told(corpus, "doctor")["page_reads"]} == {"needs_ocr"}
    assert "3 pages of 2 files were not read, for want of OCR (install tesseract-ocr" in text(corpus, "doctor")
    kinds, finished = run(corpus, papers, WITHOUT)
    assert set(kinds.values()) == {FileKind.UNCHANGED}
    assert finished.unread.need_ocr == 3


@pytest.fixture
def read(tmp_path: Path, papers: Path) -> Path:
    """A corpus whose scans a first run left unread and a second one read."""
    corpus = tmp_path / "corpus"
    run(corpus, papers, WITHOUT)
    kinds, finished = run(corpus, papers, WITH)
    assert (kinds["scan.pdf"], kinds["typed.pdf"]) == (FileKind.UPDATED, FileKind.UNCHANGED)
    assert [kind for path, kind in kinds.items() if path.endswith("inside.pdf")] == [FileKind.UPDATED]
    assert finished.unread.pages == 0
    return corpus


@needs_tesseract
def test_a_run_with_ocr_reads_just_those_and_the_next_does_nothing(read: Path, papers: Path) -> None:
    kinds, _ = run(read, papers, WITH)
    assert set(kinds.values()) == {FileKind.UNCHANGED}
    with Corpus.open(read) as corpus:
        (scan,) = (row for row in corpus.documents() if row.name == "scan.pdf")
        document = corpus.document(scan.id)
    assert document is not None
    assert [each.by for each in document.page_reads] == [ReadBy.OCR, ReadBy.OCR]
    assert all(document.page(word.span.start) == each.page for each in document.page_reads for word in each.words)


@needs_tesseract
def test_what_ocr_has_read_is_told_wherever_it_is_quoted(read: Path) -> None:
    hits = {hit["document"]: hit for hit in told(read, "search", "that", "--kind", "decision")["hits"]}
    assert {name: hit["by_ocr"] for name, hit in hits.items()} == {
        "scan.pdf": True,
        "pack.zip!/inside.pdf": True,
        "typed.pdf": False,
    }
    found = text(read, "search", "cross")
    assert "scan.pdf#page=1 · read by OCR" in found
    shown = " ".join(text(read, "show", hits["scan.pdf"]["id"]).split())
    assert "read by OCR p. 1" in shown
    assert "read by OCR" not in text(read, "show", hits["typed.pdf"]["id"])
    assert [each["read_by"] for each in told(read, "show", hits["scan.pdf"]["id"])["page_reads"]] == ["ocr"]
    assert "were read by OCR: compare with the page" in text(read, "doctor")
    (person, *_) = told(read, "people", "Thornwick")["people"]
    assert "read by OCR" in text(read, "show", person["id"]) or "typed.pdf" in text(read, "show", person["id"])


@needs_tesseract
def test_analyse_tells_which_pages_ocr_has_read(tmp_path: Path, papers: Path) -> None:
    done = CliRunner().invoke(cli, ["analyse", str(papers / "scan.pdf"), "--out", str(tmp_path / "out")])
    assert done.exit_code == 0, done.output
    assert "2 pages read by OCR" in done.output
    found = json.loads((tmp_path / "out" / "scan.json").read_text())
    assert [(each["page"], each["by"]) for each in found["page_reads"]] == [(1, "ocr"), (2, "ocr")]
    assert [decision["text"] for decision in found["decisions"]] == ["that the market cross be repaired."]
