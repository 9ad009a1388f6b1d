"""Removes a folder although an engine that has it open may put a file into it meanwhile.

Tantivy looks for news of an index from a thread of its own, soon after it was opened, and writes its lock file then: a
folder that is written to while it is emptied can't be removed. So its name goes first, by which the thread finds it.
"""

from __future__ import annotations

from pathlib import Path

GONE = ".gone"
"""How the name of a folder ends that is on its way out."""


def remove(folder: Path) -> None:
    """Removes ``folder`` and all that is in it; where the system does not allow that, what is left of it stays."""
    if not folder.name.endswith(GONE):
        folder = _renamed(folder)
    _empty(folder)


def _renamed(folder: Path) -> Path:
    gone = folder.with_name(folder.name + GONE)
    _empty(gone)
    try:
        return folder.rename(gone)
    except OSError:
        return folder


def _empty(folder: Path) -> None:
    import shutil  # loads compression, which who only asks has no need of

    shutil.rmtree(folder, ignore_errors=True)
