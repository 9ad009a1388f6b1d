"""ZIP archives, opened with bounds: a few kilobytes may claim to hold more than a machine has."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib

from corpus.errors import UnreadableFileError

# A paper with many pictures unpacks to its own size, its XML to some megabytes: what unpacks to more is an attack.
MAX_UNPACKED_BYTES = 512 * 1024 * 1024

# All that the standard library raises at an entry that is damaged (or packed in a way that it doesn't know).
ENTRY_ERRORS = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, NotImplementedError, ValueError)
# A signature alone, before anything is looked at: an entry follows, or the archive is empty.
SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06")

_ENCRYPTED = 0x1


def opened(data: bytes, name: str, damaged: str) -> zipfile.ZipFile:
    """The archive that ``data`` is; ``damaged`` is what to say of one that can't be opened.

    Raises ``UnreadableFileError`` for that, and where the entries unpack to more than ``MAX_UNPACKED_BYTES``. No entry
    gives more bytes than it claims: what is longer fails its checksum.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except ENTRY_ERRORS as error:
        raise UnreadableFileError(name, damaged) from error
    if sum(entry.file_size for entry in archive.infolist()) > MAX_UNPACKED_BYTES:
        raise UnreadableFileError(name, f"unpacks to more than {MAX_UNPACKED_BYTES // 1024**2} MiB; it is not read")
    return archive


def is_encrypted(entry: zipfile.ZipInfo) -> bool:
    """Whether an entry can't be read without a password."""
    return bool(entry.flag_bits & _ENCRYPTED)


def part(archive: zipfile.ZipFile, path: str, name: str, damaged: str) -> bytes | None:
    """The entry at ``path``, ``None`` where there is none; raises ``UnreadableFileError`` where it can't be had."""
    try:
        entry = archive.getinfo(path)
    except KeyError:
        return None
    if is_encrypted(entry):
        raise UnreadableFileError(name, "is protected by a password; save it without one")
    try:
        return archive.read(entry)
    except ENTRY_ERRORS as error:
        raise UnreadableFileError(name, damaged) from error
