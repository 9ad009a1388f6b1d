"""Which file a source of the corpus is, and whether it still has the bytes that were read."""

from __future__ import annotations

import hashlib
from pathlib import Path

from corpus.vocabulary import INSIDE

_WEB = ("http://", "https://")


def is_web(location: str) -> bool:
    """Whether ``location`` is an address on the web."""
    return location.startswith(_WEB)


def file_of(location: str) -> tuple[Path, str | None]:
    """The file at ``location``, and the member of it that is meant; ``None`` where that is the file itself."""
    path, _, member = location.partition(INSIDE)
    if not member or Path(location).exists():
        return Path(location), None
    return Path(path), member


def sha256_of(path: Path) -> str:
    """The SHA-256 of the bytes of the file at ``path``, in hexadecimal digits; raises ``OSError``."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
