"""Generations of the index on disk: built aside, swapped in by one rename, the old ones cleared away afterwards.

``index/current`` names the generation that answers, ``index/<engine>-<n>/manifest.json`` says what it holds. Whatever
moment a process dies at, ``current`` names a whole generation: one that it does not name is rubbish.
"""

from __future__ import annotations

import fcntl
import json
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from corpus.errors import CorpusError, IndexUnavailableError

REBUILD = "run `minuted reindex` to make it anew from the corpus"

_FOLDER = "index"
_CURRENT = "current"
_LOCK = "lock"
_MANIFEST = "manifest.json"
_GENERATION = re.compile(r"(?P<engine>[a-z]+)-(?P<number>\d+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a generation holds: which engine wrote it, in which schema, of which revision of the corpus.

    ``count`` is the number of entries when the manifest was written.
    """

    engine: str
    schema: int
    revision: int
    count: int


def index_folder(corpus: Path) -> Path:
    """Where the generations of the corpus in folder ``corpus`` stand."""
    return corpus / _FOLDER


def current(corpus: Path) -> Path:
    """The folder of the generation that answers; raises ``IndexUnavailableError`` where there is none."""
    folder = index_folder(corpus)
    try:
        name = (folder / _CURRENT).read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        raise IndexUnavailableError(f"{corpus}: there is no search index yet; {REBUILD}") from None
    except (OSError, UnicodeDecodeError) as problem:
        raise IndexUnavailableError(f"{folder}: the search index can't be read ({problem}); {REBUILD}") from problem
    if not _GENERATION.fullmatch(name) or not (folder / name).is_dir():
        raise IndexUnavailableError(f"{folder}: the search index is broken ({name!r} is missing); {REBUILD}")
    return folder / name


def read_manifest(generation: Path) -> Manifest:
    """What ``generation`` holds; raises ``IndexUnavailableError`` where its manifest is missing or broken."""
    try:
        return Manifest(**json.loads((generation / _MANIFEST).read_bytes()))
    except (OSError, ValueError, TypeError) as problem:
        raise IndexUnavailableError(f"{generation}: the search index is broken ({problem}); {REBUILD}") from problem


def write_manifest(generation: Path, manifest: Manifest) -> None:
    """Replaces the manifest of ``generation`` in one step."""
    _replace(generation / _MANIFEST, json.dumps(asdict(manifest)))


def next_generation(corpus: Path, engine: str) -> Path:
    """A new empty folder for a generation of ``engine``, with a number higher than any there is."""
    folder = index_folder(corpus)
    numbers = [int(match["number"]) for path in folder.iterdir() if (match := _GENERATION.fullmatch(path.name))]
    generation = folder / f"{engine}-{max(numbers, default=0) + 1}"
    generation.mkdir()
    return generation


def swap_in(corpus: Path, generation: Path) -> None:
    """Makes ``generation`` the one that answers, then clears all others away."""
    _replace(index_folder(corpus) / _CURRENT, generation.name)
    clear_others(corpus)


def clear_others(corpus: Path) -> None:
    """Removes what is left of earlier generations and of builds that did not finish."""
    folder = index_folder(corpus)
    try:
        kept: str | None = current(corpus).name
    except IndexUnavailableError:
        kept = None
    for path in folder.iterdir():
        if _GENERATION.fullmatch(path.name) and path.name != kept:
            shutil.rmtree(path, ignore_errors=True)


@contextmanager
def writing(corpus: Path) -> Iterator[None]:
    """Holds the one right to write the index; raises ``CorpusError`` where another run has it or it can't be had."""
    folder = index_folder(corpus)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / _LOCK).open("w")
    except OSError as problem:
        raise CorpusError(f"{folder}: the search index can't be written ({problem.strerror})") from problem
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise CorpusError(f"{folder}: another run is writing the search index; wait until it is done") from None
        yield


def _replace(path: Path, text: str) -> None:
    """Writes ``text`` so that ``path`` holds either all of the old or all of the new, whatever happens."""
    aside = path.with_name(path.name + ".new")
    with aside.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    aside.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
