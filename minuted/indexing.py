"""Keeps the search index in step with the corpus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.errors import IndexUnavailableError
from corpus.store import Corpus

if TYPE_CHECKING:
    from search.index import Index


def is_up_to_date(corpus: Corpus) -> bool:
    """Whether there is a sound index that holds what the corpus holds; loads no search engine."""
    from search import generations
    from search.indexed import SCHEMA_VERSION

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


def rebuild(corpus: Corpus, engine: str | None = None) -> int:
    """Build the index anew beside the old one and swap it in; gives the number of entries.

    ``engine`` is ``None`` for the usual one. Raises ``CorpusError``.
    """
    from search.engines import DEFAULT_ENGINE
    from search.index import Index

    return Index.rebuild(corpus.folder, corpus.entries(), corpus.revision, engine or DEFAULT_ENGINE).count


def _add_changes(corpus: Corpus, index: Index) -> None:
    revision = corpus.revision
    added, removed = corpus.changes_since(index.revision)
    index.update(corpus.entries(added), (*added, *removed), revision)
