"""Keeps the search index in step with the corpus."""

from __future__ import annotations

from corpus.document import DocumentId
from corpus.errors import IndexUnavailableError
from corpus.store import Corpus

DOCUMENTS_AT_ONCE = 200
"""Documents whose entries are held in memory for one commit of the index: some 10,000 entries, 15 MB of text."""


def is_up_to_date(corpus: Corpus) -> bool:
    """Whether there is an index that holds what the corpus holds; loads no search engine."""
    from search import generations

    try:
        manifest = generations.read_manifest(generations.current(corpus.folder))
    except IndexUnavailableError:
        return False
    return manifest.revision == corpus.revision


def bring_up_to_date(corpus: Corpus) -> None:
    """Add to the index what has changed since it was written; where it can't be used, build it anew."""
    from search.index import Index

    try:
        index = Index.open(corpus.folder)
    except IndexUnavailableError:
        rebuild(corpus)
        return
    revision = corpus.revision
    if index.revision > revision:
        # The corpus is another one than the index was made of.
        rebuild(corpus)
        return
    added, removed = corpus.changes_since(index.revision)
    batches = [added[at : at + DOCUMENTS_AT_ONCE] for at in range(0, len(added), DOCUMENTS_AT_ONCE)]
    for batch in batches:
        # Until the last batch is in, the index counts as behind: a run that dies here is repeated from the start.
        index.update(tuple(corpus.entries(batch)), _documents(batch), index.revision)
    index.update((), _documents(removed), revision)


def rebuild(corpus: Corpus, engine: str | None = None) -> int:
    """Build the index anew beside the old one and swap it in; gives the number of entries.

    ``engine`` is ``None`` for the usual one. Raises ``CorpusError``.
    """
    from search.index import DEFAULT_ENGINE, Index

    return Index.rebuild(corpus.folder, corpus.entries(), corpus.revision, engine or DEFAULT_ENGINE).count


def _documents(ids: tuple[DocumentId, ...]) -> frozenset[DocumentId]:
    return frozenset(ids)
