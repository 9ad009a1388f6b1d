"""What a worker process does with one file: bytes, reading, document, findings."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Generator, Iterable
from dataclasses import dataclass
from pathlib import Path

from corpus.document import Document
from corpus.errors import UnreadableFileError
from corpus.findings import Findings
from ingest.pool import GuardedPool, Limits, Outcome


@dataclass(frozen=True, slots=True)
class PaperRead:
    """A document and all that was found in it."""

    document: Document
    findings: Findings


def read_paper(path: Path) -> PaperRead:
    """Read the file at ``path`` and find all that the rules know; raises ``UnreadableFileError``."""
    # Imported here: the parent process, which only hands out work, never needs a reader or spaCy.
    from extract.pipeline import find
    from ingest.reader import read
    from ingest.structure.build import build_document

    name = printable(path.name)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableFileError(name, f"can't be opened: {error.strerror}") from error
    document = build_document(read(data, name), name=name, sha256=hashlib.sha256(data).hexdigest())
    return PaperRead(document, find(document))


def read_papers(paths: Iterable[Path]) -> Generator[Outcome[Path, PaperRead], None, None]:
    """``read_paper`` of each path in guarded worker processes, in the order in which they finish; starts none for none.

    A file that can't be read is an outcome with a ``failure``, never an exception.
    """
    limits = Limits(processes=len(os.sched_getaffinity(0)))
    yield from GuardedPool(read_paper, limits).map(paths)


def failure_reason(outcome: Outcome[Path, PaperRead]) -> str:
    """Why a file failed, without its name before it."""
    return (outcome.failure or "gave no result").removeprefix(f"{printable(outcome.task.name)}: ")


def printable(path: Path | str) -> str:
    """A path as text that can be stored and printed, whatever bytes it is made of."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
