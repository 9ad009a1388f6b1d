"""Containers: ZIP archives and e-mails, which are no papers but hold some. Nothing is written here, all is bounded."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from corpus.errors import UnreadableFileError
from corpus.vocabulary import INSIDE, MediaType
from ingest.archives import MAX_UNPACKED_BYTES
from ingest.sniff import media_type

# A pack of a meeting is some dozens of files; a bomb is millions.
MAX_MEMBERS = 1000
# An e-mail with a ZIP archive attached, in a ZIP archive of e-mails: nobody publishes papers deeper than that.
MAX_DEPTH = 3

_CONTAINERS = frozenset({MediaType.ZIP, MediaType.EMAIL})

# Folders' own notes and previews, which systems put beside a person's files.
_OF_SYSTEMS = frozenset({"thumbs.db", "desktop.ini", "ehthumbs.db"})
_OF_MACS = "__macosx"
_DRIVE = re.compile(r"^[a-zA-Z]:")
_LONGEST_NAME = 200
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A file in a container: ``name`` for display, unique in it, and its bytes; or why it can't be had."""

    name: str
    data: bytes = b""
    failure: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A member before it is unpacked: its name as written, its size in bytes, how to have its bytes.

    ``data`` raises ``UnreadableFileError`` where it can't be had.
    """

    written: str
    size: int
    data: Callable[[], bytes]


def is_container(kind: MediaType) -> bool:
    """Whether files of this type hold papers and are none themselves."""
    return kind in _CONTAINERS


def members(data: bytes, name: str) -> Iterator[Member]:
    """The files in a container, one after the other, those of containers in it in their place (``a.zip!/b.pdf``).

    A member that can't be had comes with its reason. Raises ``UnreadableFileError``, before the first member, where the
    container itself can't be opened, holds more than ``MAX_MEMBERS`` or unpacks to more than ``MAX_UNPACKED_BYTES``.
    """
    yield from _Unpacking().members(data, name, media_type(data, name), 1)


def displayed(written: str) -> str:
    """A member's name as it is shown: never absolute, without steps up, of printable characters."""
    parts = _DRIVE.sub("", written.replace("\\", "/")).split("/")
    shown = "/".join(part for part in parts if part.strip() not in {"", ".", ".."})
    return _UNPRINTABLE.sub("\ufffd", shown)[-_LONGEST_NAME:] or "unnamed"


class _Unpacking:
    """What one container may still hold, and what is in it all told."""

    def __init__(self) -> None:
        self._members = 0
        self._bytes = 0

    def members(self, data: bytes, name: str, kind: MediaType, depth: int) -> Iterator[Member]:
        # Both are imported here: most papers come in no container.
        if kind is MediaType.ZIP:
            from ingest.zips import entries
        elif kind is MediaType.EMAIL:
            from ingest.eml import entries
        else:
            raise UnreadableFileError(name, "is neither a ZIP archive nor an e-mail")
        listed = [each for each in entries(data, name) if not _is_of_system(each.written)]
        self._count(name, listed)
        for shown, entry in _named(listed):
            yield from self._member(shown, entry, depth)

    def _count(self, name: str, listed: list[Entry]) -> None:
        self._members += len(listed)
        self._bytes += sum(entry.size for entry in listed)
        if self._members > MAX_MEMBERS:
            raise UnreadableFileError(name, f"holds more than {MAX_MEMBERS} files; split it first")
        if self._bytes > MAX_UNPACKED_BYTES:
            raise UnreadableFileError(name, f"unpacks to more than {MAX_UNPACKED_BYTES // 1024**2} MiB; it is not read")

    def _member(self, shown: str, entry: Entry, depth: int) -> Iterator[Member]:
        try:
            data = entry.data()
            kind = media_type(data, shown)
        except UnreadableFileError as error:
            yield Member(name=shown, failure=error.reason)
            return
        if not is_container(kind):
            yield Member(name=shown, data=data)
        elif depth >= MAX_DEPTH:
            yield Member(name=shown, failure=f"is a container in {depth} others; unpack it first")
        else:
            try:
                for inner in self.members(data, shown, kind, depth + 1):
                    yield replace(inner, name=f"{shown}{INSIDE}{inner.name}")
            except UnreadableFileError as error:
                yield Member(name=shown, failure=error.reason)


def _named(listed: list[Entry]) -> Iterator[tuple[str, Entry]]:
    """Each entry with its name for display; one that another has already is counted on: ``minutes (2).pdf``."""
    taken: set[str] = set()
    for entry in listed:
        shown = plain = displayed(entry.written)
        count = 1
        while shown in taken:
            count += 1
            stem, dot, ending = plain.rpartition(".")
            shown = f"{stem} ({count}).{ending}" if dot and "/" not in ending else f"{plain} ({count})"
        taken.add(shown)
        yield shown, entry


def _is_of_system(written: str) -> bool:
    parts = displayed(written).lower().split("/")
    return _OF_MACS in parts or parts[-1].startswith(".") or parts[-1] in _OF_SYSTEMS
