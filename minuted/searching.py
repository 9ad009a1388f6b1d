"""One search of a corpus: the results, how they divide, and where there are none, what was looked through and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.entries import EntryKind
from corpus.store import Corpus
from minuted.succession import widened

if TYPE_CHECKING:
    from corpus.decisionrows import DecisionRow
    from corpus.registry.bodyrows import RelatedBody
    from minuted.lookedthrough import LookedThrough
    from search.engine import Order
    from search.explain import Clause
    from search.filters import Filters
    from search.index import Index
    from search.nearness import Unknown
    from search.results import FacetCounts, Hit, Results
    from search.tree import Query


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRequest:
    """What is asked: ``text`` in the query language, and what it is narrowed by.

    Results from ``offset`` on, ``limit`` of them or all: papers with their best places, or ``flat``, each place for
    itself.
    """

    text: str
    filters: Filters
    order: Order
    limit: int | None
    offset: int = 0
    flat: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Instead:
    """What a looser reading of a query finds that finds nothing itself; ``words`` say which reading that is."""

    words: str
    results: Results


@dataclass(frozen=True, slots=True, kw_only=True)
class NothingFound:
    """Why a query finds nothing: what was looked through, what each part of the query finds by itself.

    ``unknown`` are words that the corpus doesn't hold; ``corrected`` is the query with what they may stand for, where
    that finds something.
    """

    looked_through: LookedThrough
    meaning: Clause
    unknown: tuple[Unknown, ...]
    corrected: str | None
    instead: Instead | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchAnswer:
    """What was found; ``nothing`` only where nothing was.

    ``behind`` tells that the index does not hold all that the corpus holds. ``by_ocr`` are the documents and pages,
    of those that hits begin on, that OCR has read. ``decided`` holds by its id each decision that was hit. ``before``
    are the bodies before the organisation asked for, whose papers were searched too.
    """

    request: SearchRequest
    results: Results
    facets: tuple[FacetCounts, ...]
    behind: bool
    nothing: NothingFound | None
    by_ocr: frozenset[tuple[str, int]]
    decided: Mapping[str, DecisionRow]
    before: tuple[RelatedBody, ...]

    @property
    def shown(self) -> Results:
        """The results to be shown: those of a looser reading where there are no others."""
        return _shown(self.results, self.nothing)


def search(folder: Path, request: SearchRequest) -> SearchAnswer:
    """Search the corpus in ``folder``.

    Raises ``CorpusError``, ``IndexUnavailableError``, or ``QueryError`` where the query can't be understood.
    """
    from search.index import Index

    with Corpus.open(folder) as corpus:
        filters, before = widened(corpus, request.filters)
        query = written(request.text, filters)
        index = Index.open(folder)
        meant = index.meaning(query)
        results = _results(index, meant, request)
        nothing = None if results.places else _nothing(corpus, index, query, filters, request)
        hits = _shown(results, nothing).hits
        return SearchAnswer(
            request=request,
            results=results,
            facets=index.facets(meant) if results.places else (),
            behind=index.revision != corpus.revision,
            nothing=nothing,
            by_ocr=corpus.pages_by_ocr({hit.entry.document for hit in hits}),
            decided=_decided(corpus, hits),
            before=before,
        )


def _shown(results: Results, nothing: NothingFound | None) -> Results:
    return nothing.instead.results if nothing and nothing.instead else results


def written(text: str, filters: Filters) -> Query:
    """The query tree of ``text`` and ``filters``; raises ``QueryError`` where it can't be understood."""
    from search.query import parse

    # An empty query is refused by the parser, but filters alone are a question too.
    alone = filters.alone()
    if not text.strip() and alone is not None:
        return alone
    return filters.narrow(parse(text))


def _results(index: Index, meant: Query, request: SearchRequest) -> Results:
    from search.grouping import by_paper, by_place

    put_together = by_place if request.flat else by_paper
    limit = request.limit or max(index.count, 1)
    return put_together(index, meant, limit=limit, offset=request.offset, order=request.order)


def _nothing(corpus: Corpus, index: Index, query: Query, filters: Filters, request: SearchRequest) -> NothingFound:
    """Why ``request``, which is written ``query``, finds nothing; ``filters`` are its own, with bodies before."""
    from minuted.lookedthrough import looked_through
    from search.explain import explain
    from search.nearness import unknown_words
    from search.scope import scope_of

    unknown = unknown_words(query, index.engine)
    return NothingFound(
        looked_through=looked_through(corpus, scope_of(query, request.filters)),
        meaning=explain(query, index.engine),
        unknown=unknown,
        corrected=_corrected(index, filters, request.text, unknown),
        instead=_instead(index, query, request),
    )


def _corrected(index: Index, filters: Filters, text: str, unknown: tuple[Unknown, ...]) -> str | None:
    """``text`` with what the ``unknown`` words may stand for, where that finds anything."""
    from search.nearness import corrected

    better = corrected(text, unknown)
    if better is None:
        return None
    return better if index.search(written(better, filters), limit=1).total else None


def _instead(index: Index, query: Query, request: SearchRequest) -> Instead | None:
    """The first looser reading that finds anything."""
    from search.loosening import looser

    for reading in looser(query, index.engine):
        results = _results(index, reading.tree, request)
        if results.results:
            return Instead(words=reading.words, results=results)
    return None


def _decided(corpus: Corpus, hits: tuple[Hit, ...]) -> dict[str, DecisionRow]:
    """By its id, each decision among ``hits`` that the corpus still holds."""
    found = [hit.entry.id for hit in hits if hit.entry.kind is EntryKind.DECISION]
    return {row.id: row for row in corpus.decisions_of(found)} if found else {}
