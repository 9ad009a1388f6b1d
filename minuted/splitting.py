"""Tells two persons apart by hand, by the papers that name the one or the other, and undoes merging."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from corpus.errors import CorpusError
from corpus.rows import DocumentRow
from corpus.store import Corpus
from minuted.byhand import deciding
from minuted.naming import Alternatives, PageNamed, named


def split_person(folder: Path, person: str, papers: Iterable[str]) -> str:
    """Make whom ``papers`` (ids or file names) name as ``person`` somebody else: that one's id.

    Raises ``UnknownIdError``, and ``CorpusError`` where they don't name the person, or no other paper does.
    """
    with deciding(folder) as corpus:
        documents = [document for paper in papers for document in _documents(corpus, paper)]
        return corpus.split_people(person, documents)


def unmerge_person(folder: Path, person: str) -> tuple[str, ...]:
    """Undo all merging by hand into ``person``: the ids of those who are somebody else again.

    Raises ``UnknownIdError``, and ``CorpusError`` where nobody was merged into the person.
    """
    with deciding(folder) as corpus:
        apart = corpus.unmerge_people(person)
    if not apart:
        raise CorpusError(f"nobody was merged with {person} by hand; name the papers that mean somebody else")
    return apart


def unmerge_body(folder: Path, body: str) -> tuple[str, ...]:
    """Undo all merging by hand into ``body``: the ids of those that are others again.

    Raises ``UnknownIdError``, and ``CorpusError`` where none was merged into it.
    """
    with deciding(folder) as corpus:
        apart = corpus.unmerge_bodies(body)
    if not apart:
        raise CorpusError(f"nothing was merged with {body} by hand")
    return apart


def _documents(corpus: Corpus, paper: str) -> Iterator[str]:
    """The documents that ``paper`` names: a file may be there in several versions."""
    found = named(corpus, paper)
    if isinstance(found, Alternatives):
        yield from (row.id for row in found.rows if isinstance(row, DocumentRow))
        return
    row = found.shown.row if isinstance(found, PageNamed) else found.row
    if isinstance(row, DocumentRow):
        yield row.id
    elif hasattr(row, "document"):
        yield str(row.document)
