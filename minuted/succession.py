"""A search for an organisation finds it by all its names, and what those did whose work it took over."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.store import Corpus

if TYPE_CHECKING:
    from corpus.registry.bodyrows import RelatedBody
    from search.filters import Filters


def widened(corpus: Corpus, filters: Filters) -> tuple[Filters, tuple[RelatedBody, ...]]:
    """``filters`` with all names of the organisation asked for and of those before it; and which these are."""
    if filters.organisation is None:
        return filters, ()
    asked = corpus.asked(filters.organisation, exactly=filters.exactly)
    return replace(filters, also=asked.printed), asked.before
