"""Runs over ZIP archives and e-mails: each paper in one is a source of its own, and only what is new is read."""

from __future__ import annotations

import io
import json
import os
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest
from click.testing import CliRunner

from corpus.sources import SourceState, VersionStatus
from corpus.store import Corpus
from minuted.analyse import analyse
from minuted.cli import cli
from minuted.events import FileDone, FileKind, Finished
from minuted.limits import ReadingLimits
from minuted.run import ingest

ONE = ReadingLimits(processes=1)

MINUTES = """Weirford Town Council

MINUTES of a meeting of the Planning Committee held on {date}

Present: Councillor Ada Thornwick (Chair), Councillor Bram Oldacre

1. Market cross

RESOLVED that the market cross be {what}.
"""
MAY = MINUTES.format(date="7 May 2024", what="repaired").encode()
JUNE = MINUTES.format(date="4 June 2024", what="moved").encode()
JULY = MINUTES.format(date="2 July 2024", what="sold").encode()


def zipped(**files: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name.replace("_", ".")), data)
    return buffer.getvalue()


def letter(**files: bytes) -> bytes:
    message = EmailMessage()
    message["Subject"] = "Minutes of the Planning Committee"
    message["From"] = "clerk@weirford.example"
    message["Message-ID"] = "<1@weirford.example>"
    message.set_content("They are attached.\n")
    for name, data in files.items():
        message.add_attachment(data, maintype="text", subtype="plain", filename=name.replace("_", "."))
    return message.as_bytes()


@pytest.fixture
def town(tmp_path: Path) -> Path:
    folder = tmp_path / "town"
    folder.mkdir()
    return folder


def run(corpus: Path, town: Path, *, retry_failed: bool = False) -> dict[str, FileKind]:
    """What became of each file, by its place in the folder."""
    events = list(ingest(corpus, [town], retry_failed=retry_failed, limits=ONE))
    assert isinstance(events[-1], Finished)
    return {os.path.relpath(event.path, town): event.kind for event in events if isinstance(event, FileDone)}


def state(corpus: Path, location: Path | str) -> SourceState:
    with Corpus.open(corpus) as opened:
        found = opened.source(str(location))
    assert found is not None
    return found


def test_papers_of_containers_are_read_once_and_again_only_when_they_change(town: Path, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    (town / "may.txt").write_bytes(MAY)
    (town / "papers.zip").write_bytes(zipped(may_txt=MAY, june_txt=JUNE, photo_jpg=b"\xff\xd8\xff\xe0JFIF"))
    (town / "mail.eml").write_bytes(letter(june_txt=JUNE))
    first = run(corpus, town)
    assert {first.pop("may.txt"), first.pop("papers.zip!/may.txt")} == {FileKind.NEW, FileKind.DUPLICATE}
    assert {first.pop("papers.zip!/june.txt"), first.pop("mail.eml!/june.txt")} == {FileKind.NEW, FileKind.DUPLICATE}
    assert first == {
        "papers.zip": FileKind.OPENED,
        "papers.zip!/photo.jpg": FileKind.FAILED,
        "mail.eml": FileKind.OPENED,
        "mail.eml!/message.txt": FileKind.NEW,
    }
    assert run(corpus, town) == dict.fromkeys(["may.txt", "papers.zip", "mail.eml"], FileKind.UNCHANGED)
    assert run(corpus, town, retry_failed=True) == {
        "may.txt": FileKind.UNCHANGED,
        "mail.eml": FileKind.UNCHANGED,
        "papers.zip": FileKind.OPENED,
        "papers.zip!/may.txt": FileKind.UNCHANGED,
        "papers.zip!/june.txt": FileKind.UNCHANGED,
        "papers.zip!/photo.jpg": FileKind.FAILED,
    }
    (town / "papers.zip").write_bytes(zipped(may_txt=MAY, july_txt=JULY))
    assert run(corpus, town) == {
        "may.txt": FileKind.UNCHANGED,
        "mail.eml": FileKind.UNCHANGED,
        "papers.zip": FileKind.OPENED,
        "papers.zip!/may.txt": FileKind.UNCHANGED,
        "papers.zip!/july.txt": FileKind.NEW,
    }
    assert state(corpus, town / "papers.zip").status is VersionStatus.CONTAINER
    assert state(corpus, f"{town}/papers.zip!/june.txt").withdrawn_at
    assert not state(corpus, f"{town}/papers.zip!/may.txt").withdrawn_at
    with Corpus.open(corpus) as opened:
        assert opened.check() == ()
        assert opened.counts().documents == 4
    told = CliRunner().invoke(cli, ["--corpus", str(corpus), "search", "sold"])
    assert "papers.zip!/july.txt" in told.output


def test_a_container_that_can_not_be_opened_is_a_failure_of_its_own(town: Path, tmp_path: Path) -> None:
    (town / "broken.zip").write_bytes(zipped(may_txt=MAY)[:-5])
    (town / "may.txt").write_bytes(MAY)
    assert run(tmp_path / "corpus", town) == {"broken.zip": FileKind.FAILED, "may.txt": FileKind.NEW}
    assert "damaged or cut-off" in (state(tmp_path / "corpus", town / "broken.zip").reason or "")


def test_a_run_that_is_broken_off_opens_the_container_again(town: Path, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    (town / "papers.zip").write_bytes(zipped(may_txt=MAY, june_txt=JUNE))
    events = ingest(corpus, [town], limits=ONE)
    for event in events:
        if isinstance(event, FileDone) and event.kind is FileKind.NEW:
            break
    events.close()
    again = run(corpus, town)
    assert again.pop("papers.zip") is FileKind.OPENED
    assert sorted(again.values()) == [FileKind.NEW, FileKind.UNCHANGED]
    assert run(corpus, town) == {"papers.zip": FileKind.UNCHANGED}


def test_two_copies_of_a_container_are_both_sources(town: Path, tmp_path: Path) -> None:
    for name in ("a.zip", "b.zip"):
        (town / name).write_bytes(zipped(may_txt=MAY))
    kinds = run(tmp_path / "corpus", town)
    assert (kinds["a.zip"], kinds["b.zip"]) == (FileKind.OPENED, FileKind.OPENED)
    assert {kinds["a.zip!/may.txt"], kinds["b.zip!/may.txt"]} == {FileKind.NEW, FileKind.DUPLICATE}
    assert set(run(tmp_path / "corpus", town).values()) == {FileKind.UNCHANGED}


def test_analyse_writes_one_file_a_member(town: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    nested = zipped(**{"2024/may_txt": MAY, "inner_zip": zipped(june_txt=JUNE), "x_gif": b"GIF89a"})
    (town / "papers.zip").write_bytes(nested)
    kinds = {
        os.path.relpath(event.path, town): event.kind
        for event in analyse([town], out, limits=ONE)
        if isinstance(event, FileDone)
    }
    assert kinds == {
        "papers.zip": FileKind.OPENED,
        "papers.zip!/2024/may.txt": FileKind.NEW,
        "papers.zip!/inner.zip!/june.txt": FileKind.NEW,
        "papers.zip!/x.gif": FileKind.FAILED,
    }
    assert sorted(path.name for path in out.iterdir()) == ["papers--2024-may.json", "papers--inner--june.json"]
    assert json.loads((out / "papers--2024-may.json").read_text())["source"] == "papers.zip!/2024/may.txt"
