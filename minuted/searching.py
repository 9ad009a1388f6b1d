"""One search of a corpus: the hits, how they divide, and where there are none, what was looked through."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.document import ReadBy
from corpus.entries import EntryKind
from corpus.filters import Filter
from corpus.findingrows import DecisionRow
from corpus.store import Corpus
from minuted.succession import widened

if TYPE_CHECKING:
    from corpus.registry.bodyrows import RelatedBody
    from search.engine import Order
    from search.filters import Filters
    from search.index import Index
    from search.results import FacetCounts, Results
    from search.tree import Query


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRequest:
    """What is asked: ``text`` in the query language, and what it is narrowed by; hits from ``offset`` on."""

    text: str
    filters: Filters
    order: Order
    limit: int
    offset: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedThrough:
    """What an answer rests on: papers in the place and time asked for, of so many documents in all.

    ``unread_pages`` counts pages of the whole corpus whose text could not be had, ``failures`` files.
    """

    papers: int
    first_date: str | None
    last_date: str | None
    all_documents: int
    unread_pages: int
    failures: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchAnswer:
    """What was found; ``looked_through`` and ``suggestions`` (nearly the same words) only where nothing was.

    ``behind`` tells that the index does not hold all that the corpus holds. ``by_ocr`` are the documents and pages,
    of those that hits begin on, that OCR has read. ``decided`` holds by its id each decision that was hit. ``before``
    are the bodies before the organisation asked for, whose papers were searched too.
    """

    request: SearchRequest
    results: Results
    facets: tuple[FacetCounts, ...]
    behind: bool
    looked_through: LookedThrough | None
    suggestions: tuple[str, ...]
    by_ocr: frozenset[tuple[str, int]]
    decided: Mapping[str, DecisionRow]
    before: tuple[RelatedBody, ...]


def search(folder: Path, request: SearchRequest) -> SearchAnswer:
    """Search the corpus in ``folder``.

    Raises ``CorpusError``, ``IndexUnavailableError``, or ``QueryError`` where the query can't be understood.
    """
    from search.index import Index

    with Corpus.open(folder) as corpus:
        filters, before = widened(corpus, request.filters)
        query = _query(request.text, filters)
        index = Index.open(folder)
        results = index.search(query, limit=request.limit, offset=request.offset, order=request.order)
        found = results.total > 0
        return SearchAnswer(
            request=request,
            results=results,
            facets=index.facets(query) if found else (),
            behind=index.revision != corpus.revision,
            looked_through=None if found else looked_through(corpus, request.filters),
            suggestions=() if found else _suggestions(index, request.text),
            by_ocr=_by_ocr(corpus, results),
            decided=_decided(corpus, results),
            before=before,
        )


def _by_ocr(corpus: Corpus, results: Results) -> frozenset[tuple[str, int]]:
    """The documents and pages, of those that ``results`` begin on, that OCR has read."""
    documents = {hit.entry.document for hit in results.hits}
    return frozenset(
        (read.document, read.page)
        for document in documents
        for read in corpus.page_reads(document)
        if read.read_by == ReadBy.OCR
    )


def _decided(corpus: Corpus, results: Results) -> dict[str, DecisionRow]:
    """By its id, each decision among the hits that the corpus still holds."""
    shown = (corpus.find(hit.entry.id) for hit in results.hits if hit.entry.kind is EntryKind.DECISION)
    rows = (each.row for each in shown if each is not None)
    return {row.id: row for row in rows if isinstance(row, DecisionRow)}


def looked_through(corpus: Corpus, filters: Filters) -> LookedThrough:
    """The papers of the place and time that ``filters`` ask for."""
    papers = corpus.papers(
        Filter(
            body=filters.body,
            organisation=filters.organisation,
            exactly=filters.exactly,
            since=filters.since,
            until=filters.until,
            paper_kind=filters.paper,
        )
    )
    dates = sorted(paper.date for paper in papers if paper.date)
    counts = corpus.counts()
    return LookedThrough(
        papers=len(papers),
        first_date=dates[0] if dates else None,
        last_date=dates[-1] if dates else None,
        all_documents=counts.documents,
        unread_pages=counts.unread_pages,
        failures=counts.failures,
    )


def _query(text: str, filters: Filters) -> Query:
    from search.query import parse

    # An empty query is refused by the parser, but filters alone are a question too.
    alone = filters.narrow(None)
    if not text.strip() and alone is not None:
        return alone
    return filters.narrow(parse(text))


def _suggestions(index: Index, text: str) -> tuple[str, ...]:
    """Words of the index that are spelt nearly as those words of ``text`` that it does not hold."""
    from search.analysis import words
    from search.fields import WRITTEN, Field

    unknown = [
        word for word in dict.fromkeys(words(text)) if word not in WRITTEN and not index.frequency(Field.WORDS, word)
    ]
    return tuple(dict.fromkeys(near for word in unknown for near in index.suggest(word)))
