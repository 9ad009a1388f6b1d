"""A corpus whose folder can't be written: it is asked as any other, and what would write says that it can't."""

from __future__ import annotations

import ctypes
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from asking import answer

from corpus.opening import DATABASE_NAME

_DROP_FROM_BOUNDING_SET = 24
_DAC_OVERRIDE, _DAC_READ_SEARCH = 1, 2
"""Of Linux: PR_CAPBSET_DROP, and what lets root write where nobody may."""


KILLED = """
import os, sqlite3
database = sqlite3.connect({database!r})
database.execute("UPDATE documents SET name = 'renamed.pdf'")
database.commit()
os._exit(0)
"""


def obey_permissions() -> None:
    """Take from the process that is about to start what lets root pass by permissions."""
    if os.geteuid() == 0:
        for capability in (_DAC_OVERRIDE, _DAC_READ_SEARCH):
            ctypes.CDLL(None).prctl(_DROP_FROM_BOUNDING_SET, capability)


def minuted(corpus: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = (sys.executable, "-m", "minuted", "--corpus", str(corpus), *arguments)
    return subprocess.run(command, capture_output=True, text=True, check=False, preexec_fn=obey_permissions)


def writable(folder: Path, allowed: bool) -> None:
    for path in (folder, *folder.rglob("*")):
        path.chmod((0o755 if allowed else 0o555) if path.is_dir() else (0o644 if allowed else 0o444))


def contents(folder: Path) -> list[tuple[str, int]]:
    return sorted((str(path), path.stat().st_mtime_ns) for path in (folder, *folder.rglob("*")))


@pytest.fixture(params=["tantivy", "whoosh"])
def closed_corpus(copied_corpus: Path, request: pytest.FixtureRequest) -> Iterator[Path]:
    """A corpus that nobody may write to."""
    answer(copied_corpus, "reindex", "--engine", str(request.param))
    writable(copied_corpus, False)
    yield copied_corpus
    writable(copied_corpus, True)


@pytest.mark.parametrize("arguments", [("search", "report"), ("timeline", "report"), ("papers",), ("doctor",)])
def test_it_is_asked_as_any_other_and_left_alone(closed_corpus: Path, arguments: tuple[str, ...]) -> None:
    before = contents(closed_corpus)
    done = minuted(closed_corpus, *arguments)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert done.stdout
    assert contents(closed_corpus) == before


@pytest.mark.parametrize("arguments", [("reindex",), ("ingest", "README.md")])
def test_what_would_write_says_that_it_cannot(closed_corpus: Path, arguments: tuple[str, ...]) -> None:
    done = minuted(closed_corpus, *arguments)
    assert done.returncode == 1
    assert done.stderr.startswith(f"minuted: the corpus at {closed_corpus} is not writable")
    assert done.stderr.count("\n") == 1


def test_what_stands_in_the_log_of_the_database_is_read_or_told(copied_corpus: Path) -> None:
    """A killed run leaves a log behind, in which what it stored last stands."""
    script = KILLED.format(database=str(copied_corpus / DATABASE_NAME))
    subprocess.run([sys.executable, "-c", script], check=True)
    writable(copied_corpus, False)
    assert "renamed.pdf" in minuted(copied_corpus, "papers", "--csv").stdout
    writable(copied_corpus, True)
    (copied_corpus / f"{DATABASE_NAME}-shm").unlink()
    writable(copied_corpus, False)
    told = minuted(copied_corpus, "papers")
    writable(copied_corpus, True)
    assert "left in the middle of writing; open it once where it can be written" in told.stderr


def test_of_an_older_release_it_must_be_brought_up_to_date_first(copied_corpus: Path) -> None:
    with sqlite3.connect(copied_corpus / DATABASE_NAME) as database:
        database.execute("PRAGMA user_version = 1")
    database.close()
    writable(copied_corpus, False)
    told = minuted(copied_corpus, "papers")
    writable(copied_corpus, True)
    assert "was made by an older Minuted; open it once where it can be written" in told.stderr
