"""`show --draw`: a page is drawn from the very bytes that were read, as a whole or not at all."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from PIL import Image

from corpus.errors import UnreadableFileError
from minuted.cli import cli
from minuted.drawing import ToDraw, draw_page, to_draw
from minuted.limits import ReadingLimits
from tests.scan_made import lines, scanned
from tests.sight_made import paper

PNG = b"\x89PNG"


def minuted(*arguments: object) -> Result:
    return CliRunner().invoke(cli, list(map(str, arguments)))


def drawn(folder: Path, wanted: object, out: Path, *options: object) -> Any:
    """What is told as JSON of a page that was drawn to ``out``."""
    done = minuted("--corpus", folder, "show", wanted, "--draw", out, "--json", *options)
    assert done.exit_code == 0, done.output
    assert out.read_bytes().startswith(PNG)
    return json.loads(done.output)


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a PDF, one in an archive, and a text; beside it the corpus of them. Tests only read it."""
    return ingested(tmp_path_factory.mktemp("drawing"))


def ingested(place: Path) -> Path:
    folder = place / "papers"
    folder.mkdir()
    (folder / "minutes.pdf").write_bytes(paper())
    # One byte behind its end makes it another version of the same paper.
    with zipfile.ZipFile(folder / "pack.zip", "w") as archive:
        archive.writestr("inside/minutes (draft).pdf", paper() + b"\n")
    (folder / "notes.txt").write_text("Minutes of the Harbour Committee held on 4 March 2024\n\n1. Dues\n\nNoted.\n")
    assert minuted("--corpus", place / "corpus", "ingest", folder).exit_code == 0
    return folder


@pytest.fixture(scope="module")
def corpus(papers: Path) -> Path:
    return papers.parent / "corpus"


def test_a_page_of_a_paper_is_drawn_from_where_it_was_read(corpus: Path, tmp_path: Path) -> None:
    told = drawn(corpus, "minutes.pdf", tmp_path / "out.png", "--page", 2)
    assert (told["page"], told["pages"], told["read_by"]) == (2, 3, "text_layer")
    kinds = {each["kind"] for each in told["seen"]}
    assert {"line", "paragraph", "list_item", "heading", "cell", "furniture", "number", "attendee"} <= kinds
    assert next(each["box"] for each in told["seen"] if each["text"] == "Berth")
    text = minuted("--corpus", corpus, "show", "minutes.pdf#page=2", "--draw", tmp_path / "again.png").output
    assert text.startswith(f"{tmp_path / 'again.png'} · minutes.pdf p. 2 of 3\n")
    assert "4  cell" in text
    assert (tmp_path / "again.png").read_bytes() == (tmp_path / "out.png").read_bytes()


def test_without_a_page_the_one_is_drawn_where_the_thing_stands(corpus: Path, tmp_path: Path) -> None:
    assert drawn(corpus, "minutes.pdf#4", tmp_path / "out.png")["page"] == 2
    assert drawn(corpus, "minutes.pdf", tmp_path / "out.png")["page"] == 1


def test_a_paper_in_an_archive_is_drawn(corpus: Path, tmp_path: Path) -> None:
    told = drawn(corpus, "minutes (draft).pdf", tmp_path / "out.png", "--page", 2)
    assert told["file"] == "pack.zip!/inside/minutes (draft).pdf"
    assert any(each["kind"] == "cell" for each in told["seen"])


def test_a_file_is_drawn_without_a_corpus(papers: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.png"
    assert drawn(tmp_path / "none", papers / "minutes.pdf", out, "--page", 2)["file"] == str(papers / "minutes.pdf")
    assert not (tmp_path / "none").exists()
    assert [path.name for path in tmp_path.iterdir() if "out" in path.name] == ["out.png"]


def test_the_same_bytes_elsewhere_are_drawn_where_one_source_is_gone(
    papers: Path, corpus: Path, tmp_path: Path
) -> None:
    (papers / "a copy.pdf").write_bytes(paper())
    assert minuted("--corpus", corpus, "ingest", papers).exit_code == 0
    (papers / "a copy.pdf").unlink()
    assert drawn(corpus, "minutes.pdf", tmp_path / "out.png", "--page", 2)["page"] == 2


def refused(folder: Path, wanted: object, out: Path, *options: object) -> str:
    """The one line that is told where nothing is drawn."""
    done = minuted("--corpus", folder, "show", wanted, "--draw", out, *options)
    assert done.exit_code == 1, done.output
    (line,) = done.output.splitlines()
    assert not [path.name for path in out.parent.iterdir() if "out" in path.name]
    return str(line)


def test_a_file_that_is_gone_or_has_changed_is_not_drawn(tmp_path: Path) -> None:
    papers, corpus = ingested(tmp_path), tmp_path / "corpus"
    out = tmp_path / "out.png"
    file = papers / "minutes.pdf"
    file.write_bytes(paper() + b"% changed")
    assert "minutes.pdf: has changed since it was read" in refused(corpus, "minutes.pdf", out)
    file.unlink()
    assert f"is no longer where it was read from ({file})" in refused(corpus, "minutes.pdf", out)
    with zipfile.ZipFile(papers / "pack.zip", "w") as archive:
        archive.writestr("other.txt", "Harbour dues")
    assert "holds no file inside/minutes (draft).pdf any more" in refused(corpus, "minutes (draft).pdf", out)


@pytest.mark.parametrize(
    ("wanted", "options", "reason"),
    [
        ("notes.txt", (), "notes.txt: is no PDF file, so there is no page of it to draw"),
        ("notes.txt#1", ("--page", 1), "is no PDF file"),
        ("minutes.pdf", ("--page", 4), "there is no page 4; its pages are 1 to 3"),
        ("minutes.pdf#17", (), "no paragraph is numbered '17'"),
        ("nothing.pdf", (), "nothing in the corpus has the id 'nothing.pdf'"),
    ],
)
def test_what_has_no_such_page_is_told(
    wanted: str, options: tuple[object, ...], reason: str, corpus: Path, tmp_path: Path
) -> None:
    assert reason in refused(corpus, wanted, tmp_path / "out.png", *options)


@pytest.mark.parametrize(
    ("name", "data", "page", "reason"),
    [
        ("notes.txt", b"Minutes of the Harbour Committee", 1, "is no PDF file"),
        ("bad.pdf", b"%PDF-1.4 and no more", 1, "the PDF is damaged"),
        ("minutes.pdf", paper(), 9, "there is no page 9; its pages are 1 to 3"),
    ],
)
def test_a_file_that_has_no_such_page_is_told(name: str, data: bytes, page: int, reason: str, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    line = refused(tmp_path / "none", file, tmp_path / "out.png", "--page", page)
    assert reason in line
    assert name in line


def test_a_page_may_not_take_all_the_time_there_is(tmp_path: Path) -> None:
    file = tmp_path / "minutes.pdf"
    file.write_bytes(paper())
    wanted = to_draw(tmp_path / "none", str(file), 2)
    limits = ReadingLimits(seconds_per_page=0.0, least_seconds=0.0)
    assert isinstance(wanted, ToDraw)
    with pytest.raises(UnreadableFileError, match=r"minutes.pdf: took longer than"):
        draw_page(wanted, tmp_path / "out.png", limits)
    assert not (tmp_path / "out.png").exists()


def test_only_pictures_of_one_kind_are_made_and_only_where_they_can_be(
    papers: Path, corpus: Path, tmp_path: Path
) -> None:
    wrong = minuted("--corpus", corpus, "show", "minutes.pdf", "--draw", tmp_path / "out.jpg")
    assert wrong.exit_code == 2
    assert "must end in .png" in wrong.output
    nowhere = minuted("--corpus", corpus, "show", papers / "minutes.pdf", "--draw", tmp_path / "no folder" / "out.png")
    assert nowhere.exit_code == 1
    assert len(nowhere.output.splitlines()) == 1


def test_several_paragraphs_of_one_number_are_not_drawn(tmp_path: Path) -> None:
    text = "Minutes of the Harbour Committee held on 4 March 2024\n\n1. Dues\n\nNoted.\n\n1. Dredging\n\nNoted.\n"
    (tmp_path / "twice.txt").write_text(text)
    assert minuted("--corpus", tmp_path / "corpus", "ingest", tmp_path / "twice.txt").exit_code == 0
    done = minuted("--corpus", tmp_path / "corpus", "show", "twice.txt#1", "--draw", tmp_path / "out.png")
    assert done.exit_code == 1
    assert "2 paragraphs are numbered 1" in done.stderr


def test_a_page_that_no_one_could_read_is_drawn_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    file = tmp_path / "scan.pdf"
    file.write_bytes(scanned(lines(["Minutes of the Harbour Committee"])))
    told = drawn(tmp_path / "none", file, tmp_path / "out.png")
    assert told["read_by"] == "needs_ocr"
    assert told["reason"]
    assert told["seen"] == []
    assert Image.open(io.BytesIO((tmp_path / "out.png").read_bytes())).height > 300
