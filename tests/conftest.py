"""What several test files share: one corpus of the sample papers, made once a session."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from corpus.samples import papers


@pytest.fixture(scope="session")
def sample_corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a corpus that holds all sample papers; tests only read it."""
    from minuted.run import ingest

    folder = tmp_path_factory.mktemp("samples") / "corpus"
    for _ in ingest(folder, papers()):
        pass
    return folder


@pytest.fixture
def copied_corpus(sample_corpus: Path, tmp_path: Path) -> Path:
    """A copy of the sample corpus that a test may change."""
    return Path(shutil.copytree(sample_corpus, tmp_path / "copied-corpus"))
