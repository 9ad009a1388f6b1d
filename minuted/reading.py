"""What is done with one file: bytes, reading, document, findings."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from corpus.document import Document
from corpus.errors import UnreadableFileError
from corpus.findings import Findings
from ingest.layout import Reading


@dataclass(frozen=True, slots=True)
class PaperRead:
    """A document and all that was found in it."""

    document: Document
    findings: Findings


def read_paper(path: Path) -> PaperRead:
    """Read the file at ``path`` in this process and find all that the rules know; raises ``UnreadableFileError``."""
    from ingest.reader import read

    name = printable(path.name)
    data = file_bytes(path)
    return understood(read(data, name), name, hashlib.sha256(data).hexdigest())


def file_bytes(path: Path) -> bytes:
    """What the file at ``path`` holds; raises ``UnreadableFileError`` where it can't be opened."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFileError(printable(path.name), f"can't be opened: {error.strerror}") from error


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
