"""A folder for what workers write for one another: gone when the run ends, or when the next begins after it was killed.

A run that is killed can't clear anything away. So each holds the lock file in its folder, and whoever makes a folder
removes those that nobody holds any more.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from stat import S_ISDIR
from typing import IO

PREFIX = "minuted-spool-"

_LOCK = "lock"


@contextmanager
def spool() -> Iterator[Path]:
    """A folder among the system's temporary files, empty but for its lock; raises ``OSError`` without room for it."""
    _clear_away()
    folder, lock = _held()
    with lock:
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def _held() -> tuple[Path, IO[str]]:
    """A new folder and its lock, held: another run may take the folder for a left one before that, and remove it."""
    while True:
        folder = Path(tempfile.mkdtemp(prefix=PREFIX))
        lock = (folder / _LOCK).open("w")
        fcntl.flock(lock, fcntl.LOCK_EX)
        if (folder / _LOCK).exists():
            return folder, lock
        lock.close()


def _clear_away() -> None:
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        try:
            status = folder.lstat()
            if S_ISDIR(status.st_mode) and status.st_uid == os.geteuid():
                _remove_unless_held(folder)
        except OSError:
            continue  # in use, or gone meanwhile


def _remove_unless_held(folder: Path) -> None:
    """Raises ``OSError`` where a run holds ``folder``, or it has no lock yet."""
    with (folder / _LOCK).open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        shutil.rmtree(folder)
