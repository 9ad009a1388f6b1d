"""Folders for what workers write: none is left for long, and none is taken from a run that uses it."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from pathlib import Path

import pytest

from minuted.spool import PREFIX, spool

HOLDER = """
import sys, tempfile
tempfile.tempdir = sys.argv[1]
from minuted.spool import spool
with spool() as folder:
    (folder / "piece").write_text("half of it")
    print(folder, flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return tmp_path


def held_elsewhere(temporary: Path) -> tuple[subprocess.Popen[str], Path]:
    """A process that holds a folder, and that folder."""
    command = [sys.executable, "-c", HOLDER, str(temporary)]
    root = Path(__file__).parent.parent
    holder = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=root)
    assert holder.stdout
    return holder, Path(holder.stdout.readline().strip())


def test_it_is_gone_when_the_run_ends_however_it_ends(temporary: Path) -> None:
    with contextlib.suppress(RuntimeError), spool() as folder:
        (folder / "piece").write_text("some of it")
        raise RuntimeError
    assert not list(temporary.iterdir())


def test_what_a_killed_run_left_goes_with_the_next(temporary: Path) -> None:
    holder, folder = held_elsewhere(temporary)
    holder.kill()
    holder.communicate()
    assert (folder / "piece").exists()
    with spool():
        assert not folder.exists()
    assert not list(temporary.iterdir())


def test_what_another_run_holds_stays(temporary: Path) -> None:
    holder, folder = held_elsewhere(temporary)
    with spool() as own:
        assert own != folder
        assert (folder / "piece").read_text() == "half of it"
    holder.communicate("")
    assert not list(temporary.iterdir())


def test_what_is_no_folder_of_a_run_stays(temporary: Path) -> None:
    elsewhere = temporary / "papers"
    elsewhere.mkdir()
    (elsewhere / "lock").touch()
    (temporary / f"{PREFIX}link").symlink_to(elsewhere)
    (temporary / f"{PREFIX}file").touch()
    (temporary / f"{PREFIX}new").mkdir()
    with spool():
        pass
    assert (elsewhere / "lock").exists()
    assert sorted(path.name for path in temporary.iterdir()) == sorted(
        ["papers", *(f"{PREFIX}{name}" for name in ("link", "file", "new"))]
    )
