"""What a search gives: hits with excerpts, results of several places, counts by facet, and how many there are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from corpus.entries import Entry
from search.engine import Count, Found
from search.excerpt import Excerpt, Excerpts
from search.fields import Facet
from search.opened import opened


@dataclass(frozen=True, slots=True)
class Hit:
    """One entry that was found, and the piece of its text that shows why; it opens at the page of that piece.

    ``score`` is comparable within one answer only, and 0 where order is by date.
    """

    entry: Entry
    score: float
    excerpt: Excerpt


def hits(found: Iterable[Found], excerpts: Excerpts) -> tuple[Hit, ...]:
    """What was ``found``, each with the piece of its text that shows why."""
    shown = ((each, excerpts.of(each.entry.text)) for each in found)
    return tuple(Hit(opened(each.entry, excerpt), each.score, excerpt) for each, excerpt in shown)


@dataclass(frozen=True, slots=True)
class Hits:
    """The wanted page of hits; ``total`` counts all of them."""

    total: int
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """The ``best`` place of a paper, some ``further`` ones, and of how many ``places`` in all that is.

    ``around`` counts those of them that are sections around findings, which are told in their place. A person or an
    organisation is a result with one place, the one that tells of it best.
    """

    best: Hit
    further: tuple[Hit, ...] = ()
    places: int = 1
    around: int = 0

    @property
    def hits(self) -> tuple[Hit, ...]:
        """All places that are told, the best first."""
        return (self.best, *self.further)

    @property
    def untold(self) -> int:
        """How many places there are besides, a finding with the sections around it counted once."""
        return self.places - len(self.hits) - self.around


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """The wanted page of results; ``places`` counts all hits, ``papers`` all results up to a bound,
    persons and organisations among them.

    ``papers`` is ``None`` where each place is a result of its own; ``more_papers`` says that the bound was passed.
    """

    places: int
    papers: int | None
    more_papers: bool
    results: tuple[Result, ...]

    @property
    def hits(self) -> tuple[Hit, ...]:
        """All places that are told, result by result."""
        return tuple(hit for result in self.results for hit in result.hits)


@dataclass(frozen=True, slots=True)
class FacetCounts:
    """How the hits of a query divide by one facet."""

    facet: Facet
    counts: tuple[Count, ...]
