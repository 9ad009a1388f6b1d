"""Generations of the index on disk: made aside, swapped in by one rename, never changed, cleared away by the next.

``index/current`` names the generation that answers and holds the checksum of its ``manifest.json``, which says what the
generation holds and seals its files. An update is a new generation too: it begins with links to the files of the one
before, for engines never write into a file that is finished. So whatever moment a process dies at, ``current`` names a
whole generation, and one that it does not name is rubbish.
"""

from __future__ import annotations

import fcntl
import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from zlib import crc32

from corpus.errors import CorpusError, IndexUnavailableError
from corpus.locking import is_held
from search.removal import GONE, remove
from search.sealing import Seal, damaged, is_lock, sealed, to_disk, untouched

REBUILD = "run `minuted reindex` to make it anew from the corpus"

_FOLDER = "index"
_CURRENT = "current"
_LOCK = "lock"
_MANIFEST = "manifest.json"
_GENERATION = re.compile(r"(?P<engine>[a-z]+)-(?P<number>\d+)")
_RUBBISH = re.compile(rf"{_GENERATION.pattern}(?:{re.escape(GONE)})?")
_NAMED = re.compile(rf"(?P<name>{_GENERATION.pattern}) (?P<checksum>\d+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a generation holds: which engine wrote it, in which schema, of which revision of the corpus.

    ``count`` is the number of its entries; ``files`` what its files were when it was finished, none before that.
    """

    engine: str
    schema: int
    revision: int
    count: int
    files: tuple[Seal, ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """What ``current`` says: the folder of the generation that answers, and the checksum of its manifest."""

    folder: Path
    checksum: int


@dataclass(frozen=True, slots=True)
class Generation:
    """A finished generation: its folder, and what it holds."""

    folder: Path
    manifest: Manifest

    def damaged(self, *, thoroughly: bool = False) -> tuple[str, ...]:
        """The names of its files that are not what they were, as ``sealing.damaged`` tells."""
        return tuple(damaged(self.folder, self.manifest.files, thoroughly=thoroughly))


def index_folder(corpus: Path) -> Path:
    """Where the generations of the corpus in folder ``corpus`` stand."""
    return corpus / _FOLDER


def named(corpus: Path) -> Named:
    """Which generation answers; raises ``IndexUnavailableError`` where there is none."""
    folder = index_folder(corpus)
    try:
        written = (folder / _CURRENT).read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        raise IndexUnavailableError(f"{corpus}: there is no search index yet; {REBUILD}") from None
    except (OSError, UnicodeDecodeError) as problem:
        raise IndexUnavailableError(f"{folder}: the search index can't be read ({problem}); {REBUILD}") from problem
    if _GENERATION.fullmatch(written):
        raise IndexUnavailableError(f"{folder}: the search index was made by an earlier Minuted; {REBUILD}")
    found = _NAMED.fullmatch(written)
    if not found:
        raise IndexUnavailableError(f"{folder}: the search index is broken ({written!r} names none); {REBUILD}")
    return Named(folder / found["name"], int(found["checksum"]))


def read(which: Named) -> Generation:
    """The generation that is named; raises ``IndexUnavailableError`` where it is missing or its manifest is damaged.

    Its other files may still be damaged.
    """
    path = which.folder / _MANIFEST
    try:
        written = path.read_bytes()
    except OSError as problem:
        raise IndexUnavailableError(f"{path}: the search index can't be read ({problem}); {REBUILD}") from problem
    if crc32(written) != which.checksum:
        raise IndexUnavailableError(f"{path}: the search index is damaged; {REBUILD}")
    said = json.loads(written)
    return Generation(which.folder, Manifest(**{**said, "files": tuple(Seal(**seal) for seal in said["files"])}))


def current(corpus: Path) -> Generation:
    """The generation that answers; raises ``IndexUnavailableError`` as ``named`` and ``read`` do."""
    return read(named(corpus))


def is_sound(corpus: Path, schema: int, revision: int) -> bool:
    """Whether a generation answers that is of this schema and revision and untouched since, and nothing else is there.

    Loads no engine.
    """
    try:
        generation = current(corpus)
    except IndexUnavailableError:
        return False
    manifest = generation.manifest
    fits = (manifest.schema, manifest.revision) == (schema, revision)
    return fits and untouched(generation.folder, manifest.files) and not others(corpus)


def begin(corpus: Path, engine: str, before: Generation | None = None) -> Path:
    """A new folder for a generation of ``engine``, with a number higher than any there is.

    It is empty, or holds all that ``before`` does. Raises ``OSError``.
    """
    folder = index_folder(corpus)
    numbers = [int(match["number"]) for path in folder.iterdir() if (match := _GENERATION.fullmatch(path.name))]
    generation = folder / f"{engine}-{max(numbers, default=0) + 1}"
    generation.mkdir()
    if before:
        for seal in before.manifest.files:
            _link(before.folder / seal.name, generation / seal.name)
    return generation


def finish(folder: Path, manifest: Manifest, before: Generation | None = None) -> Generation:
    """The generation in ``folder``, which may be made from ``before``, sealed. All of it is on the disk then.

    ``manifest`` names no files yet. Raises ``OSError``.
    """
    files = (path for path in folder.iterdir() if path.is_file() and path.name != _MANIFEST and not is_lock(path))
    manifest = replace(manifest, files=sealed(files, before.manifest.files if before else ()))
    _replace(folder / _MANIFEST, json.dumps(asdict(manifest)))
    return Generation(folder, manifest)


def swap_in(corpus: Path, generation: Generation) -> None:
    """Makes ``generation`` the one that answers, then clears all others away. Raises ``OSError``."""
    folder = index_folder(corpus)
    manifest = (generation.folder / _MANIFEST).read_bytes()
    _replace(folder / _CURRENT, f"{generation.folder.name} {crc32(manifest)}")
    clear_others(corpus)


def others(corpus: Path) -> tuple[Path, ...]:
    """What is left of earlier generations, and of builds that did not finish or are going on."""
    try:
        kept: str | None = named(corpus).folder.name
    except IndexUnavailableError:
        kept = None
    folder = index_folder(corpus)
    found = (path for path in folder.iterdir() if _RUBBISH.fullmatch(path.name)) if folder.is_dir() else ()
    return tuple(sorted(path for path in found if path.name != kept))


def clear_others(corpus: Path) -> None:
    """Removes what ``others`` finds.

    Where no generation answers, nothing says which of the finished ones are rubbish: they stay until one does.
    """
    rubbish = others(corpus)
    try:
        named(corpus)
    except IndexUnavailableError:
        rubbish = tuple(path for path in rubbish if not (path / _MANIFEST).exists() or path.name.endswith(GONE))
    for path in rubbish:
        remove(path)


def discard(corpus: Path, generation: Path) -> None:
    """Removes the folder of a generation that was not finished; one that answers already stays."""
    if generation in others(corpus):
        remove(generation)


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


def is_being_written(corpus: Path) -> bool:
    """Whether a run holds the right to write the index at this moment."""
    return is_held(index_folder(corpus) / _LOCK)


def _link(path: Path, to: Path) -> None:
    """A second name for the file at ``path``, or a copy of it where the file system knows no second names."""
    try:
        os.link(path, to)
    except OSError:
        import shutil  # loads compression, which who only asks has no need of

        shutil.copy2(path, to)


def _replace(path: Path, text: str) -> None:
    """Writes ``text`` so that ``path`` holds either all of the old or all of the new, whatever happens."""
    aside = path.with_name(path.name + ".new")
    with aside.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    aside.replace(path)
    to_disk(path.parent)
