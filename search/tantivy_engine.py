"""The default engine: tantivy, embedded."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

import tantivy

from corpus.entries import Entry, Unit
from corpus.errors import IndexUnavailableError
from search.engine import Answer, Count, Found, Order
from search.fields import EXACT, INDEXED, Facet, Field
from search.stored import decode, encode
from search.tantivy_folder import lockable
from search.tantivy_query import DAY, compiled, day_number
from search.tree import Query, Term

if TYPE_CHECKING:
    pass

WRITER_MEMORY = 200_000_000
"""Bytes that the writer fills before it writes a segment: what bounds memory while an index is built.

100,000 sections of 125 words fit in.
"""

WRITER_THREADS = 1
"""One thread keeps up with the analysis in Python, and gives fewer segments to search."""

_STORED = "entry"
_GROUP = "group"
_ANALYSED = "analysed"
_NEWEST = "newest"
_OLDEST = "oldest"
_BY_DATE = {Order.NEWEST: (_NEWEST, tantivy.Order.Desc), Order.OLDEST: (_OLDEST, tantivy.Order.Asc)}


class TantivyEngine:
    """One generation of an index, kept by tantivy in a folder of its own."""

    def __init__(self, folder: Path, index: tantivy.Index) -> None:
        self._folder = folder
        self._index = index
        self._schema = index.schema
        by_blanks = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
        self._index.register_tokenizer(_ANALYSED, by_blanks)
        self._searcher = self._index.searcher()

    @classmethod
    def create(cls, folder: Path) -> TantivyEngine:
        """An empty index in ``folder``, which exists and is empty."""
        return cls(folder, tantivy.Index(_schema(), str(folder), reuse=False))

    @classmethod
    def open(cls, folder: Path) -> TantivyEngine:
        """The index in ``folder``; raises ``IndexUnavailableError`` where its files can't be opened."""
        try:
            with lockable(folder) as opened:
                return cls(folder, tantivy.Index.open(str(opened)))
        except (ValueError, OSError) as problem:
            raise IndexUnavailableError(f"{folder}: {problem}") from problem

    @property
    def generation(self) -> str:
        return self._folder.name

    def add(self, entries: Iterable[Entry], *, replacing: Collection[Unit] = ()) -> int:
        """See ``Engine.add``; the writer is no context manager here, for its own would commit after an error too."""
        added = 0
        writer = self._index.writer(WRITER_MEMORY, WRITER_THREADS)
        try:
            for unit in replacing:
                writer.delete_documents_by_term(Field.UNIT, unit)
            for entry in entries:
                writer.add_document(_document(entry))
                added += 1
        except BaseException:
            writer.rollback()
            raise
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()
        return added

    def remove(self, units: Collection[Unit]) -> None:
        self.add((), replacing=units)

    def count(self) -> int:
        return int(self._searcher.num_docs)

    def search(self, query: Query, *, limit: int, offset: int = 0, order: Order = Order.RELEVANCE) -> Answer:
        wanted = compiled(query, self._schema)
        if order is Order.RELEVANCE:
            result = self._searcher.search(wanted, limit, offset=offset)
            found = tuple(Found(self._entry(address), score) for score, address in result.hits)
        else:
            field, direction = _BY_DATE[order]
            result = self._searcher.search(wanted, limit, offset=offset, order_by_field=field, order=direction)
            found = tuple(Found(self._entry(address), 0.0) for _, address in result.hits)
        total: int = result.count  # type: ignore[attr-defined]
        return Answer(total=total, found=found)

    def groups(self, query: Query, *, up_to: int) -> int:
        each = {"each": {"terms": {"field": _GROUP, "size": up_to + 1}}}
        return len(self._searcher.aggregate(compiled(query, self._schema), each)["each"]["buckets"])

    def places(self, query: Query, papers: Collection[str]) -> Mapping[str, int]:
        numbers = {_number(paper): paper for paper in papers}
        inside = tantivy.Query.term_set_query(self._schema, Field.PAPER, list(papers))
        narrowed = tantivy.Query.boolean_query(
            [(tantivy.Occur.Must, compiled(query, self._schema)), (tantivy.Occur.Must, inside)]
        )
        each = {"each": {"terms": {"field": _GROUP, "size": len(papers)}}}
        buckets = self._searcher.aggregate(narrowed, each)["each"]["buckets"] if papers else []
        return {numbers[int(bucket["key"])]: bucket["doc_count"] for bucket in buckets}

    def facets(self, query: Query, *, limit: int) -> Mapping[Facet, tuple[Count, ...]]:
        each = {str(facet): {"terms": _facet_terms(facet, limit)} for facet in Facet}
        answer = self._searcher.aggregate(compiled(query, self._schema), each)
        return {
            facet: tuple(Count(bucket["key"], bucket["doc_count"]) for bucket in answer[facet]["buckets"])
            for facet in Facet
        }

    def frequency(self, field: Field, word: str) -> int:
        return int(self._searcher.doc_freq(field, word))

    def holding(self, field: Field, word: str) -> int:
        return self.search(Term(field, word), limit=1).total

    def terms(self, field: Field, prefix: str, *, limit: int | None = None) -> tuple[Count, ...]:
        found = self._searcher.terms_with_prefix(field, prefix, limit=limit)
        return tuple(Count(term, count) for term, count in found)

    def _entry(self, address: tantivy.DocAddress) -> Entry:
        return decode(bytes(self._searcher.doc(address)[_STORED][0]))


def _facet(facet: Facet) -> str:
    return f"facet_{facet}"


def _facet_terms(facet: Facet, limit: int) -> dict[str, object]:
    order = {"_key": "desc"} if facet is Facet.YEAR else {"_count": "desc"}
    return {"field": _facet(facet), "size": limit, "order": order}


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for field in sorted(INDEXED):
        if field in EXACT:
            builder.add_text_field(field, tokenizer_name="raw", index_option="basic")
        elif field is Field.DATE:
            builder.add_unsigned_field(DAY, indexed=True, fast=True)
        else:
            builder.add_text_field(field, tokenizer_name=_ANALYSED, index_option="position")
    for facet in Facet:
        builder.add_text_field(_facet(facet), fast=True, tokenizer_name="raw", index_option="basic")
    for number in (_GROUP, _NEWEST, _OLDEST):
        builder.add_unsigned_field(number, fast=True)
    builder.add_bytes_field(_STORED, stored=True)
    return builder.build()


def _document(entry: Entry) -> tantivy.Document:
    document = tantivy.Document()
    # Only what builds an index needs it.
    from search.indexed import indexed

    searched = indexed(entry)
    for field, values in searched.words.items():
        for value in values:
            document.add_text(field, " ".join(value))
    for exact, chosen in searched.exact.items():
        for term in chosen:
            document.add_text(exact, term)
    for facet, shown in searched.facets.items():
        document.add_text(_facet(facet), shown)
    if searched.day and searched.newest and searched.oldest:
        document.add_unsigned(DAY, day_number(searched.day))
        document.add_unsigned(_NEWEST, searched.newest)
        document.add_unsigned(_OLDEST, searched.oldest)
    document.add_unsigned(_GROUP, _number(searched.group))
    document.add_bytes(_STORED, encode(entry))
    return document


def _number(group: str) -> int:
    """A number for ``group``, which counts faster than text; that two have one is as unlikely as a broken disk."""
    return int.from_bytes(blake2b(group.encode(), digest_size=8).digest())
