"""A folder as tantivy can open it: even to read an index it writes a lock file beside it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from search.removal import remove

_LOCK = ".tantivy-meta.lock"


@contextmanager
def lockable(folder: Path) -> Iterator[Path]:
    """``folder``, or where tantivy can't write its lock there, one elsewhere that holds links to all of its files.

    That one is gone afterwards: an index that is open needs the names of its files no more.
    """
    if _can_lock(folder):
        yield folder
        return
    from tempfile import mkdtemp  # takes its time to load, and is hardly ever needed

    elsewhere = Path(mkdtemp(prefix="minuted-"))
    try:
        for path in folder.iterdir():
            if path.name != _LOCK:
                (elsewhere / path.name).symlink_to(path.absolute())
        yield elsewhere
    finally:
        remove(elsewhere)


def _can_lock(folder: Path) -> bool:
    lock = folder / _LOCK
    return os.access(lock if lock.exists() else folder, os.W_OK)
