"""ZIP archives of papers: which files are in them, and the bytes of each."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from functools import partial

from corpus.errors import UnreadableFileError
from ingest.archives import ENTRY_ERRORS, is_encrypted, opened
from ingest.containers import Entry

_DAMAGED = "is a damaged or cut-off ZIP archive; fetch it again"
# Text packs to a tenth, a form of empty cells to a hundredth; what packs to less was made to burst.
_MOST_RATIO = 250
# ... but a small file may be anything, and does no harm.
_RATIO_FROM_BYTES = 1024 * 1024


def entries(data: bytes, name: str) -> Iterator[Entry]:
    """The files of a ZIP archive, not its folders; raises ``UnreadableFileError`` where it can't be opened."""
    archive = opened(data, name, _DAMAGED)
    for entry in archive.infolist():
        if not entry.is_dir():
            yield Entry(entry.filename, entry.file_size, partial(_unpacked, archive, entry))


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    if is_encrypted(entry):
        raise UnreadableFileError(entry.filename, "is protected by a password; unpack it first")
    if entry.file_size > max(_RATIO_FROM_BYTES, _MOST_RATIO * entry.compress_size):
        raise UnreadableFileError(
            entry.filename, f"unpacks to more than {_MOST_RATIO} times its packed size; it is not read"
        )
    try:
        return archive.read(entry)
    except NotImplementedError as error:
        raise UnreadableFileError(entry.filename, "is packed in a way that is not read; unpack it first") from error
    except ENTRY_ERRORS as error:
        raise UnreadableFileError(entry.filename, "is damaged in its archive; fetch the archive again") from error
