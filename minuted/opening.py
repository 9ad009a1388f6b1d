"""The page that a hit stands on, opened in the viewer that the system uses for such files."""

from __future__ import annotations

import webbrowser
from pathlib import Path

from corpus.entries import Entry
from corpus.errors import UnreadableFileError
from corpus.filters import Filter
from corpus.store import Corpus
from minuted.sourcefiles import file_of, is_web, sha256_of


def page_address(folder: Path, entry: Entry) -> str:
    """Where the page of ``entry`` is, as viewers open it: ``file:///papers/minutes.pdf#page=3``.

    Raises ``CorpusError``, or ``UnreadableFileError`` where no file holds the bytes any more that were read.
    """
    with Corpus.open(folder) as corpus:
        places = corpus.locations(entry.document)
        held = corpus.documents(Filter(document=entry.document, limit=1))
    reasons = []
    for place in places if held else ():
        why_not = _why_not(place, held[0].sha256)
        if why_not is None:
            address = place if is_web(place) else Path(place).absolute().as_uri()
            return f"{address}#page={entry.page}" if entry.line is None else address
        reasons.append(why_not)
    raise UnreadableFileError(entry.document_name, "; ".join(reasons) or "no source holds these bytes any more")


def open_page(address: str) -> bool:
    """Hand ``address`` to the viewer that ``BROWSER`` names, or the system's own; whether there was one."""
    return webbrowser.open(address)


def _why_not(place: str, sha256: str) -> str | None:
    """Why the file at ``place`` can't be opened; ``None`` where it can."""
    if is_web(place):
        return None
    path, member = file_of(place)
    if member:
        return f"stands inside {path}: take it out of there and open it yourself"
    try:
        same = sha256_of(path) == sha256
    except OSError as problem:
        return f"is no longer where it was read from ({place}: {problem.strerror})"
    return None if same else f"has changed since it was read ({place}): run `minuted ingest` on it"
