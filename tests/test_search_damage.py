"""A damaged index: it answers right, or says in one line what mends it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from index_made import answers, section, sections

from corpus.document import DocumentId
from corpus.errors import IndexUnavailableError
from search import generations
from search.fields import SCHEMA_VERSION, Field
from search.index import Index

TIMES = 40
"""Damages of each kind that are tried with each engine."""

UNSEEN = {"tantivy": (".term", ".fast", ".idx"), "whoosh": (".toc", ".seg")}
"""Kinds of files that can't be used when their first half is gone."""

Damage = Callable[[bytes, Random], bytes | None]
"""What becomes of the bytes of a file; ``None``: it goes."""


def flipped(whole: bytes, random: Random) -> bytes:
    at = random.randrange(len(whole))
    return whole[:at] + bytes([whole[at] ^ 1 << random.randrange(8)]) + whole[at + 1 :]


def blanked(whole: bytes, random: Random) -> bytes:
    at = random.randrange(len(whole))
    return whole[:at] + bytes(len(whole[at : at + 512])) + whole[at + 512 :]


def cut(whole: bytes, random: Random) -> bytes:
    return whole[: random.randrange(len(whole))]


def longer(whole: bytes, random: Random) -> bytes:
    return whole + random.randbytes(8)


def emptied(whole: bytes, random: Random) -> bytes:
    return b""


def removed(whole: bytes, random: Random) -> None:
    return None


@pytest.fixture(scope="module", params=["tantivy", "whoosh"])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus folder whose index was built and then changed, so that it has files of every kind."""
    corpus = tmp_path_factory.mktemp("made")
    index = Index.rebuild(corpus, sections(120), 1, str(request.param))
    index.update([section("d1", 3, "A new fence.")], [DocumentId("d1"), DocumentId("d2")], 2)
    return corpus


def answers_or_says(corpus: Path) -> tuple[list[object] | None, str | None]:
    """What the index answers, or what it says of itself where it can't."""
    try:
        return answers(corpus), None
    except IndexUnavailableError as error:
        return None, str(error)


def files(corpus: Path) -> list[Path]:
    """The files of the index that hold anything."""
    found = generations.index_folder(corpus).rglob("*")
    return sorted(path for path in found if path.is_file() and path.stat().st_size)


@pytest.mark.parametrize("damage", [flipped, blanked, cut, longer, emptied, removed])
def test_a_damaged_file_gives_the_right_answer_or_the_cure(made: Path, tmp_path: Path, damage: Damage) -> None:
    random = Random(damage.__name__)
    right = answers(made)
    told = 0
    for attempt in range(TIMES):
        corpus = shutil.copytree(made, tmp_path / str(attempt))
        path = random.choice(files(corpus))
        spoilt = damage(path.read_bytes(), random)
        if spoilt is None:
            path.unlink()
        else:
            path.write_bytes(spoilt)
        answered, said = answers_or_says(corpus)
        assert answered in (right, None), path
        assert said is None or ("minuted reindex" in said and "\n" not in said), path
        told += said is not None
        shutil.rmtree(corpus)
    assert told > TIMES // 2


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # Whoosh leaves files open then
def test_damage_that_opening_does_not_see_names_the_cure(made: Path, tmp_path: Path) -> None:
    """The disk forgot bytes, but the file is as large and as old as it was."""
    for kind in UNSEEN[generations.current(made).manifest.engine]:
        corpus = Path(shutil.copytree(made, tmp_path / kind))
        generation = generations.current(corpus)
        seal = max((seal for seal in generation.manifest.files if seal.name.endswith(kind)), key=lambda one: one.size)
        path = generation.folder / seal.name
        whole = path.read_bytes()
        path.write_bytes(bytes(len(whole) // 2) + whole[len(whole) // 2 :])
        os.utime(path, ns=(seal.modified, seal.modified))
        assert generation.damaged() == ()
        assert generation.damaged(thoroughly=True) == (seal.name,)
        with pytest.raises(IndexUnavailableError, match="run `minuted reindex`"):
            answers(corpus)


def test_a_copy_answers_though_its_files_are_younger(made: Path, tmp_path: Path) -> None:
    corpus = Path(shutil.copytree(made, tmp_path / "copy", copy_function=shutil.copyfile))
    assert answers(corpus) == answers(made)
    assert generations.is_sound(made, SCHEMA_VERSION, 2)
    assert not generations.is_sound(corpus, SCHEMA_VERSION, 2), "the next run is to note the new times"
    Index.open(corpus).update([], [], 2)
    assert generations.is_sound(corpus, SCHEMA_VERSION, 2)
    assert answers(corpus) == answers(made)


@pytest.mark.parametrize("error", [ValueError("a fault of ours"), BaseException("a panic")])
def test_a_failure_over_whole_files_is_no_damage(
    made: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    index = Index.open(made)

    def failing(*_arguments: object, **_named: object) -> None:
        raise error

    monkeypatch.setattr(type(index.engine._engine), "frequency", failing)  # type: ignore[attr-defined]
    with pytest.raises(type(error), match=str(error)):
        index.engine.frequency(Field.WORDS, "allotments")
