"""Keeps what became of recommendations, and of what papers report, in step with the minutes held."""

from __future__ import annotations

from corpus.store import Corpus


def bring_in_line(corpus: Corpus, *, anew: bool = False) -> int:
    """Compare what changed (all where ``anew``): how many recommendations and reported decisions that were."""
    from search.aligning.compare import compare

    aligned = corpus.align(compare, anew=anew)
    return aligned.recommendations + aligned.reported
