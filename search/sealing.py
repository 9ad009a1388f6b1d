"""What the files of a generation were when it was finished: damage is found before an engine stumbles over it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

_PIECE = 1 << 20
"""Bytes of a file that are in memory at once while its checksum is taken."""

_LOCKS = (".lock", "_WRITELOCK")
"""How the names of the engines' own lock files end. They hold nothing, and readers touch them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """One file as it was when its generation was finished.

    ``size`` is in bytes, ``modified`` in nanoseconds since 1970, ``checksum`` the CRC-32 of its bytes: damage is told
    by it, not malice.
    """

    name: str
    size: int
    modified: int
    checksum: int


def is_lock(path: Path) -> bool:
    """Whether ``path`` is a lock file of an engine."""
    return path.name.endswith(_LOCKS)


def sealed(paths: Iterable[Path], earlier: Iterable[Seal] = ()) -> tuple[Seal, ...]:
    """The seals of the files ``paths`` of one folder, which are on the disk then, not in the system's memory only.

    A file that one of the ``earlier`` seals fits by name, size and time is not read again.
    """
    known = {(seal.name, seal.size, seal.modified): seal for seal in earlier}
    return tuple(_seal(path, known) for path in sorted(paths))


def untouched(folder: Path, seals: Iterable[Seal]) -> bool:
    """Whether the files in ``folder`` are as large and as old as when they were sealed; a copy of them may not be."""
    return all(_is_as_old(folder / seal.name, seal) for seal in seals)


def damaged(folder: Path, seals: Iterable[Seal], *, thoroughly: bool = False) -> Iterator[str]:
    """The names of those files in ``folder`` that are missing, or not what they were when they were sealed.

    The bytes of those that were touched are compared; ``thoroughly``: of all.
    """
    for seal in seals:
        path = folder / seal.name
        if (thoroughly or not _is_as_old(path, seal)) and not _is_the_same(path, seal):
            yield seal.name


def checksum_of(path: Path) -> int:
    """The CRC-32 of the bytes of the file at ``path``; raises ``OSError``."""
    value = 0
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            value = crc32(piece, value)
    return value


def to_disk(path: Path) -> None:
    """Has the system write the file or folder at ``path`` to the disk before going on; raises ``OSError``."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _seal(path: Path, known: dict[tuple[str, int, int], Seal]) -> Seal:
    to_disk(path)
    status = path.stat()
    earlier = known.get((path.name, status.st_size, status.st_mtime_ns))
    return earlier or Seal(name=path.name, size=status.st_size, modified=status.st_mtime_ns, checksum=checksum_of(path))


def _is_as_old(path: Path, seal: Seal) -> bool:
    try:
        status = path.stat()
    except OSError:
        return False
    return (status.st_size, status.st_mtime_ns) == (seal.size, seal.modified)


def _is_the_same(path: Path, seal: Seal) -> bool:
    try:
        return path.stat().st_size == seal.size and checksum_of(path) == seal.checksum
    except OSError:
        return False
