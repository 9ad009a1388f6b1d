"""What a search gives: hits with excerpts, counts by facet, and how many there are in all."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.entries import Entry
from search.engine import Count
from search.excerpt import Excerpt
from search.fields import Facet


@dataclass(frozen=True, slots=True)
class Hit:
    """One entry that was found; ``score`` is comparable within one answer only, and 0 where order is by date."""

    entry: Entry
    score: float
    excerpt: Excerpt


@dataclass(frozen=True, slots=True)
class Results:
    """The wanted page of hits; ``total`` counts all of them."""

    total: int
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class FacetCounts:
    """How the hits of a query divide by one facet."""

    facet: Facet
    counts: tuple[Count, ...]
