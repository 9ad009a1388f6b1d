"""Papers on disk: which files a person means by the files and folders named."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

# Inside a folder, only files with these endings are papers; a file that is named itself is always tried.
# Old Word files are among them to be told: what can't be read must not be missed in silence.
PAPER_SUFFIXES = frozenset(
    ".pdf .doc .docx .docm .dotx .dotm .odt .ott .rtf .html .htm .xhtml .aspx .txt .md .markdown .eml .zip".split()
)

# The largest packs that councils publish are about 300 MB of scanned plans; what is larger is no paper.
MAX_FILE_BYTES = 512 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read: its path, its size in bytes, and when it was last changed, in nanoseconds since 1970."""

    path: Path
    size: int
    modified_ns: int


@dataclass(frozen=True, slots=True)
class Problem:
    """A path that gives no paper, and why and what to do in one line."""

    path: Path
    reason: str


def find_files(paths: Iterable[Path]) -> Iterator[Found | Problem]:
    """The files that ``paths`` (files and folders) stand for, folders recursively and in the order of names.

    Each file comes once, though links lead to it twice; what can't be used comes as a ``Problem``. Never raises.
    """
    walk = _Walk()
    for path in paths:
        yield from walk.named(path)


class _Walk:
    """One search: remembers which folders and files it has been to."""

    def __init__(self) -> None:
        self._folders: set[tuple[int, int]] = set()
        self._files: set[Path] = set()

    def named(self, path: Path) -> Iterator[Found | Problem]:
        """What a path that somebody named stands for."""
        status = _status(path)
        if isinstance(status, Problem):
            yield status
        elif stat.S_ISDIR(status.st_mode):
            anything = False
            for found in self._inside(path, status):
                anything = True
                yield found
            if not anything and not self._files:
                endings = " ".join(sorted(PAPER_SUFFIXES))
                yield Problem(path, f"holds no papers (files ending in {endings})")
        else:
            yield from self._file(path, status)

    def _inside(self, folder: Path, status: os.stat_result) -> Iterator[Found | Problem]:
        # A link may lead back up: a folder is known by its place on disk, not by its path.
        place = (status.st_dev, status.st_ino)
        if place in self._folders:
            return
        self._folders.add(place)
        try:
            names = sorted(os.listdir(folder))  # noqa: PTH208 - Path.iterdir would build a Path for each hidden file
        except OSError as error:
            yield Problem(folder, f"can't be opened: {_why(error)}")
            return
        for name in names:
            if not name.startswith("."):
                yield from self._entry(folder / name)

    def _entry(self, path: Path) -> Iterator[Found | Problem]:
        status = _status(path)
        if isinstance(status, Problem):
            # A dangling link or a file without permission matters only if it would have been a paper.
            if path.suffix.lower() in PAPER_SUFFIXES:
                yield status
        elif stat.S_ISDIR(status.st_mode):
            yield from self._inside(path, status)
        elif path.suffix.lower() in PAPER_SUFFIXES:
            yield from self._file(path, status)

    def _file(self, path: Path, status: os.stat_result) -> Iterator[Found | Problem]:
        real = path.resolve()
        if real in self._files:
            return
        self._files.add(real)
        if not stat.S_ISREG(status.st_mode):
            yield Problem(path, "is not a file that can be read (a pipe, socket or device)")
        elif status.st_size > MAX_FILE_BYTES:
            yield Problem(path, f"is larger than {MAX_FILE_BYTES // 1024**2} MiB; split it first")
        else:
            yield Found(path, status.st_size, status.st_mtime_ns)


def _status(path: Path) -> os.stat_result | Problem:
    try:
        return path.stat()
    except FileNotFoundError:
        return Problem(path, "no such file or folder")
    except (OSError, ValueError) as error:
        return Problem(path, f"can't be opened: {_why(error)}")


def _why(error: OSError | ValueError) -> str:
    return error.strerror or str(error) if isinstance(error, OSError) else str(error)
