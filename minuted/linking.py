"""Keeps the links between findings in step with the documents on show."""

from __future__ import annotations

from corpus.store import Corpus


def bring_links_in_line(corpus: Corpus) -> None:
    """Link what changed; to be called in a run, when what became of recommendations is in line."""
    from search.linking.linker import LINKER

    corpus.join(LINKER)


def link_anew(corpus: Corpus) -> int:
    """Link all: how many links there are. Raises ``CorpusError`` while a run is going."""
    from search.linking.linker import LINKER

    corpus.join_anew(LINKER)
    return len(corpus.links())
