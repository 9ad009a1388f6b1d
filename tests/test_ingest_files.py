"""Which files a person means by the paths named."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ingest import files
from ingest.files import Found, Problem, find_files


def names(root: Path, *paths: Path) -> list[str]:
    return [found.path.relative_to(root).as_posix() for found in find_files(paths) if isinstance(found, Found)]


def problems(*paths: Path) -> list[str]:
    return [found.reason for found in find_files(paths) if isinstance(found, Problem)]


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    for name in ("b.pdf", "a.TXT", "photo.jpg", ".hidden.pdf", ".git/x.txt", "2021/c.docx", "2021/d.html"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("words")
    return tmp_path


def test_folders_are_walked_in_order_and_only_for_papers(papers: Path) -> None:
    assert names(papers, papers) == ["2021/c.docx", "2021/d.html", "a.TXT", "b.pdf"]


def test_every_format_that_is_read_is_looked_for_and_old_word_files_to_be_told(tmp_path: Path) -> None:
    looked_for = "aspx doc docm docx eml htm html markdown md odt pdf rtf txt xhtml zip".split()
    for ending in [*looked_for, "xlsx", "css", "jpg"]:
        (tmp_path / f"a.{ending}").write_text("words")
    assert names(tmp_path, tmp_path) == [f"a.{ending}" for ending in looked_for]


def test_a_named_file_is_tried_whatever_it_is_called(papers: Path) -> None:
    assert names(papers, papers / "photo.jpg", papers / ".hidden.pdf") == ["photo.jpg", ".hidden.pdf"]


def test_size_and_time_are_told(papers: Path) -> None:
    (found,) = find_files([papers / "b.pdf"])
    assert found == Found(papers / "b.pdf", 5, (papers / "b.pdf").stat().st_mtime_ns)


def test_a_file_comes_once(papers: Path) -> None:
    assert names(papers, papers / "b.pdf", papers).count("b.pdf") == 1
    assert problems(papers, papers) == []


def test_links_that_lead_back_end(papers: Path) -> None:
    (papers / "2021" / "up").symlink_to(papers)
    (papers / "again.pdf").symlink_to(papers / "b.pdf")
    found = names(papers, papers)
    assert len(found) == 4


def test_missing_paths_and_dangling_links_are_problems(papers: Path) -> None:
    (papers / "gone.pdf").symlink_to(papers / "nowhere.pdf")
    assert problems(papers / "no.pdf", papers) == ["no such file or folder", "no such file or folder"]


def test_a_folder_without_papers_is_a_problem(tmp_path: Path) -> None:
    (reason,) = problems(tmp_path)
    assert reason.startswith("holds no papers")


def test_a_pipe_is_a_problem(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert problems(tmp_path) == ["is not a file that can be read (a pipe, socket or device)"]


def test_a_file_past_the_limit_is_a_problem(papers: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_FILE_BYTES", 4)
    assert problems(papers / "b.pdf") == ["is larger than 0 MiB; split it first"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may open any folder")
def test_a_folder_without_permission_is_a_problem(papers: Path) -> None:
    (papers / "2021").chmod(0)
    found = problems(papers)
    (papers / "2021").chmod(0o755)
    assert found == ["can't be opened: Permission denied"]
