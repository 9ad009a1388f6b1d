"""One run at a time: a lock file that holds who is writing, released by the system when its process ends."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from corpus.errors import CorpusError


@contextmanager
def run_lock(path: Path) -> Iterator[None]:
    """Hold the lock file at ``path``; raises ``CorpusError`` naming the process that holds it already."""
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as error:
        raise CorpusError(f"the corpus at {path.parent} is not writable: {error.strerror}") from error
    with os.fdopen(descriptor, "r+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            holder = lock.read().strip() or "unknown"
            raise CorpusError(
                f"another run (process {holder}) is writing to the corpus at {path.parent}; wait for it to finish"
            ) from error
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        yield
        lock.truncate(0)


def is_held(path: Path) -> bool:
    """Whether a process holds the lock file at ``path`` at this moment."""
    try:
        lock = path.open()
    except OSError:
        return False
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False
