"""What is done with one file: bytes, reading, document, findings."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from corpus.document import Document
from corpus.errors import UnreadableFileError
from corpus.findings import Findings
from ingest.layout import Reading


@dataclass(frozen=True, slots=True)
class PaperFile:
    """A file to be read: where its bytes are, and its ``name`` in messages and citations.

    One that comes out of a container (``spooled``) lies at its path only for the time of the run.
    """

    path: Path
    name: str
    spooled: bool = False

    @classmethod
    def at(cls, path: Path) -> PaperFile:
        """The file at ``path``, under its own name."""
        return cls(path, printable(path.name))

    def done_with(self) -> None:
        """Gives back the room that it takes in the run's folder, if it lies there."""
        if self.spooled:
            self.path.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class PaperRead:
    """A document and all that was found in it."""

    document: Document
    findings: Findings


def file_bytes(file: PaperFile) -> bytes:
    """What ``file`` holds; raises ``UnreadableFileError`` where it can't be opened."""
    try:
        return file.path.read_bytes()
    except OSError as error:
        raise UnreadableFileError(file.name, f"can't be opened: {error.strerror}") from error


def understood(reading: Reading, name: str, sha256: str) -> PaperRead:
    """The structure of a reading and all that the rules find in it."""
    # Imported here: the parent process, which only hands out work, never needs spaCy.
    from extract.pipeline import find
    from ingest.structure.build import build_document

    document = build_document(reading, name=name, sha256=sha256)
    return PaperRead(document, find(document))


def printable(path: Path | str) -> str:
    """A path as text that can be stored and printed, whatever bytes it is made of."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
