"""Quick commands stay quick: they leave the heavy libraries of other stages alone. And the borders are watched."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import corpus.samples

ROOT = Path(__file__).resolve().parents[1]
HEAVY = ("spacy", "pdfplumber", "pypdfium2", "docx", "lxml")
LOADED = "loaded: "
RUN = f"""
import atexit, json, sys
atexit.register(lambda: sys.stderr.write({LOADED!r} + json.dumps([name for name in {HEAVY!r} if name in sys.modules])))
from minuted.cli import main
sys.argv[0] = "minuted"
main()
"""


def loaded_by(*arguments: str) -> list[str]:
    """The heavy libraries that are loaded when `minuted` with ``arguments`` has run in a process of its own."""
    done = subprocess.run([sys.executable, "-c", RUN, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    names: list[str] = json.loads(done.stderr.rpartition(LOADED)[2])
    return names


@pytest.fixture(scope="module")
def sample_corpus(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = str(tmp_path_factory.mktemp("corpus"))
    paper = next(path for path in corpus.samples.papers() if path.suffix == ".txt")
    loaded_by("--corpus", folder, "ingest", str(paper))
    return folder


def test_help_loads_no_heavy_library() -> None:
    assert loaded_by("--help") == []


@pytest.mark.parametrize("arguments", [("search", "dental"), ("decisions",), ("timeline", "dental")])
def test_questions_load_no_reader_and_no_pipeline(sample_corpus: str, arguments: tuple[str, ...]) -> None:
    assert loaded_by("--corpus", sample_corpus, *arguments) == []


def test_a_paper_is_shown_without_a_reader(sample_corpus: str) -> None:
    paper = next(path for path in corpus.samples.papers() if path.suffix == ".txt")
    assert loaded_by("--corpus", sample_corpus, "show", paper.name) == []


def test_every_folder_of_the_distribution_is_watched_by_import_linter() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    folders = settings["hatch"]["build"]["targets"]["wheel"]["packages"]
    assert settings["importlinter"]["root_packages"] == folders == settings["mypy"]["packages"]
    stages = next(each for each in settings["importlinter"]["contracts"] if each["type"] == "independence")
    assert set(stages["modules"]) == set(folders) - {"corpus", "minuted"}
