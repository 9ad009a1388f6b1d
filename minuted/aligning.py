"""Keeps what became of recommendations, and of what papers report, in step with the minutes held."""

from __future__ import annotations

from corpus.store import Corpus


def bring_in_line(corpus: Corpus) -> None:
    """Compare what changed; to be called in a run, when all is linked."""
    from search.aligning.compare import compare

    corpus.align(compare)


def compare_anew(corpus: Corpus) -> int:
    """Compare all: how many recommendations and reported decisions that were.

    Raises ``CorpusError`` while a run is going.
    """
    from search.aligning.compare import compare

    aligned = corpus.align_anew(compare)
    return aligned.recommendations + aligned.reported
