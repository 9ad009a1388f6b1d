"""A container is opened in a worker: its members are put into a folder of the run, not under names of their own."""

from __future__ import annotations

import hashlib
import tempfile
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import UnreadableFileError
from corpus.vocabulary import INSIDE
from minuted.reading import PaperFile


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberFile:
    """A file in a container: ``name`` in it, size in bytes, hash; or the reason why it can't be read."""

    name: str
    size: int
    sha256: str | None = None
    file: PaperFile | None = None
    failure: str | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """What a container was found to hold."""

    members: tuple[MemberFile, ...]


def opened(container: PaperFile, data: bytes, spool: Path) -> Opened:
    """Put the members of ``container`` into the folder ``spool``.

    Raises ``UnreadableFileError`` where it can't be opened, or there is no room for what it holds.
    """
    from ingest.containers import members

    found: list[MemberFile] = []
    for member in members(data, container.name):
        if member.failure is not None:
            found.append(MemberFile(name=member.name, size=0, failure=member.failure))
            continue
        try:
            path = _written(member.data, spool)
        except OSError as error:
            reason = f"can't be unpacked: {error.strerror}; make room for temporary files (TMPDIR) and run it again"
            raise UnreadableFileError(container.name, reason) from error
        file = PaperFile(path, f"{container.name}{INSIDE}{member.name}", spooled=True)
        sha256 = hashlib.sha256(member.data).hexdigest()
        found.append(MemberFile(name=member.name, size=len(member.data), sha256=sha256, file=file))
    return Opened(tuple(found))


def _written(data: bytes, spool: Path) -> Path:
    with tempfile.NamedTemporaryFile(dir=spool, delete=False) as file:
        file.write(data)
    return Path(file.name)
