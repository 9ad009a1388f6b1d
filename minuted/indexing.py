"""Keeps the search index in step with the corpus."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from corpus.document import DocumentId
from corpus.entries import Entry
from corpus.errors import IndexUnavailableError
from corpus.store import Corpus
from minuted.tracking import Track, untracked

if TYPE_CHECKING:
    from search.index import Index


def is_up_to_date(corpus: Corpus) -> bool:
    """Whether there is a sound index that holds what the corpus holds; loads no search engine."""
    from search import generations
    from search.fields import SCHEMA_VERSION

    return generations.is_sound(corpus.folder, SCHEMA_VERSION, corpus.revision)


def bring_up_to_date(corpus: Corpus) -> None:
    """Add to the index what has changed since it was written; where it can't be used, build it anew."""
    from search.index import Index

    try:
        index = Index.open(corpus.folder)
        # An index that is ahead was made of another corpus.
        if index.revision <= corpus.revision:
            _add_changes(corpus, index)
            return
    except IndexUnavailableError:
        pass
    rebuild(corpus)


def rebuild(corpus: Corpus, engine: str | None = None, track: Track = untracked) -> int:
    """Build the index anew beside the old one and swap it in; gives the number of entries.

    ``engine`` is ``None`` for the usual one. Raises ``CorpusError``.
    """
    from search.engines import DEFAULT_ENGINE
    from search.index import Index

    revision = corpus.revision  # what is stored while the entries are taken is taken once more by the next run
    documents = track(by_document(corpus.entries()), "indexing", corpus.counts().documents)
    entries = chain.from_iterable(of_document for _, of_document in documents)
    return Index.rebuild(corpus.folder, entries, revision, engine or DEFAULT_ENGINE).count


def by_document(entries: Iterable[Entry]) -> Iterator[tuple[DocumentId, Iterator[Entry]]]:
    """``entries`` with those of a document together, as they come."""
    return groupby(entries, key=attrgetter("document"))


def _add_changes(corpus: Corpus, index: Index) -> None:
    revision = corpus.revision
    added, removed = corpus.changes_since(index.revision)
    index.update(corpus.entries(added), (*added, *removed), revision)
