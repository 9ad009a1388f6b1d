"""The reference engine: Whoosh, embedded and pure Python. Good to about 20,000 entries."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from whoosh import index as whoosh_index
from whoosh.analysis import Token, Tokenizer
from whoosh.fields import ID, NUMERIC, STORED, TEXT, Schema
from whoosh.sorting import Count as CountEach
from whoosh.sorting import FieldFacet

from corpus.entries import Entry, Unit
from corpus.errors import IndexUnavailableError
from search.engine import Answer, Count, Found, Order
from search.fields import EXACT, INDEXED, Facet, Field
from search.indexed import indexed
from search.stored import decode, encode
from search.tree import Query, Term
from search.values import Value
from search.whoosh_query import compiled

if TYPE_CHECKING:
    pass

WRITER_MEMORY = 64
"""Megabytes of postings that the writer holds before it writes them out."""

_STORED = "entry"
_GROUP = "group"
_NEWEST = "newest"
_OLDEST = "oldest"
_UNDATED_FIRST = 0
_UNDATED_LAST = 999_999_999
"""As ``Indexed.newest`` and ``Indexed.oldest``: entries without a date stand at the far end of either order."""


class WhooshEngine:
    """One generation of an index, kept by Whoosh in a folder of its own."""

    def __init__(self, folder: Path, index: Any) -> None:
        self._folder = folder
        self._index = index
        self._searcher = index.searcher()

    @classmethod
    def create(cls, folder: Path) -> WhooshEngine:
        """An empty index in ``folder``, which exists and is empty."""
        return cls(folder, whoosh_index.create_in(str(folder), _schema()))

    @classmethod
    def open(cls, folder: Path) -> WhooshEngine:
        """The index in ``folder``; raises ``IndexUnavailableError`` where its files can't be opened."""
        try:
            return cls(folder, whoosh_index.open_dir(str(folder)))
        except (whoosh_index.IndexError, OSError, ValueError) as problem:
            raise IndexUnavailableError(f"{folder}: {problem}") from problem

    @property
    def generation(self) -> str:
        return self._folder.name

    def add(self, entries: Iterable[Entry], *, replacing: Collection[Unit] = ()) -> int:
        """See ``Engine.add``; earlier entries are found by number: deleting by term opens every segment each time."""
        added = 0
        earlier = list(self._numbers(replacing))
        writer = self._index.writer(limitmb=WRITER_MEMORY)
        try:
            for number in earlier:
                writer.delete_document(number)
            for entry in entries:
                writer.add_document(**_fields(entry))
                added += 1
        except BaseException:
            writer.cancel()
            raise
        writer.commit()
        self._searcher = self._index.searcher()
        return added

    def remove(self, units: Collection[Unit]) -> None:
        self.add((), replacing=units)

    def count(self) -> int:
        return int(self._searcher.doc_count())

    def search(self, query: Query, *, limit: int, offset: int = 0, order: Order = Order.RELEVANCE) -> Answer:
        by_date = {
            Order.RELEVANCE: None,
            Order.NEWEST: FieldFacet(_NEWEST, reverse=True),
            Order.OLDEST: FieldFacet(_OLDEST),
        }[order]
        results = self._searcher.search(compiled(query), limit=offset + limit, sortedby=by_date)
        found = tuple(
            Found(decode(hit[_STORED]), float(hit.score or 0) if order is Order.RELEVANCE else 0.0)
            for hit in results[offset : offset + limit]
        )
        return Answer(total=len(results), found=found)

    def groups(self, query: Query, *, up_to: int) -> int:
        return min(len(self._counts(query, {_GROUP: _GROUP})[_GROUP]), up_to + 1)

    def places(self, query: Query, papers: Collection[str]) -> Mapping[str, int]:
        counted = self._counts(query, {_GROUP: _GROUP})[_GROUP]
        return {one.value: one.count for one in counted if one.value in papers}

    def facets(self, query: Query, *, limit: int) -> Mapping[Facet, tuple[Count, ...]]:
        counted = self._counts(query, {facet: _facet(facet) for facet in Facet})
        return {facet: tuple(sorted(counts, key=_ORDERS[facet])[:limit]) for facet, counts in counted.items()}

    def frequency(self, field: Field, word: str) -> int:
        return int(self._searcher.reader().doc_frequency(field, word))

    def holding(self, field: Field, word: str) -> int:
        return self.search(Term(field, word), limit=1).total

    def terms(self, field: Field, prefix: str, *, limit: int | None = None) -> tuple[Count, ...]:
        reader = self._searcher.reader()
        known = (term.decode() for term in reader.expand_prefix(field, prefix))
        return tuple(sorted((Count(term, self.frequency(field, term)) for term in known), key=_frequent_first)[:limit])

    def _numbers(self, units: Collection[Unit]) -> Iterator[int]:
        """The numbers of all entries of ``units``."""
        reader = self._searcher.reader()
        for unit in units:
            if (Field.UNIT, unit) in reader:
                yield from reader.postings(Field.UNIT, unit).all_ids()

    def _counts(self, query: Query, by: Mapping[str, str]) -> dict[Any, list[Count]]:
        """By the keys of ``by``, how many entries that ``query`` finds have which value in its fields."""
        grouped = {name: FieldFacet(field, maptype=CountEach) for name, field in by.items()}
        results = self._searcher.search(compiled(query), limit=1, groupedby=grouped)
        return {
            name: [Count(value, count) for value, count in results.groups(name).items() if value] for name in grouped
        }


def _frequent_first(one: Count) -> tuple[int, str]:
    return -one.count, one.value


def _latest_first(one: Count) -> int:
    return -int(one.value)


_ORDERS: Mapping[Facet, Callable[[Count], Any]] = {
    facet: _latest_first if facet is Facet.YEAR else _frequent_first for facet in Facet
}
"""What the values of each facet are ordered by."""


class _ByBlanks(Tokenizer):  # type: ignore[misc]
    """Takes analysed text apart: words between blanks, values between line ends with a place left free."""

    def __call__(self, value: str, positions: bool = False, mode: str = "", **_ignored: Any) -> Iterator[Any]:
        token = Token(positions, mode=mode)
        token.boost, token.stopped = 1.0, False
        at = 0
        for line in value.split("\n"):
            for word in line.split(" "):
                token.text = word
                token.pos = at
                at += 1
                yield token
            at += 1


class _ByLines(Tokenizer):  # type: ignore[misc]
    """Takes exact values apart that stand one a line."""

    def __call__(self, value: str, mode: str = "", **_ignored: Any) -> Iterator[Any]:
        token = Token(mode=mode)
        token.boost, token.stopped = 1.0, False
        for token.text in value.split("\n"):
            yield token


def _joined(values: list[Value]) -> str:
    return "\n".join(" ".join(value) for value in values)


def _facet(facet: Facet) -> str:
    return f"facet_{facet}"


def _schema() -> Any:
    schema = Schema(
        **{
            _STORED: STORED(),
            _GROUP: ID(sortable=True),
            _NEWEST: NUMERIC(sortable=True),
            _OLDEST: NUMERIC(sortable=True),
        }
    )
    for field in sorted(INDEXED):
        if field is Field.DATE:
            schema.add(field.value, ID())
        elif field in EXACT:
            schema.add(field.value, TEXT(analyzer=_ByLines(), phrase=False))
        else:
            schema.add(field.value, TEXT(analyzer=_ByBlanks()))
    for facet in Facet:
        schema.add(_facet(facet), ID(sortable=True))
    return schema


def _fields(entry: Entry) -> dict[str, Any]:
    searched = indexed(entry)
    fields: dict[str, Any] = {field.value: _joined(values) for field, values in searched.words.items() if values}
    fields |= {field.value: "\n".join(values) for field, values in searched.exact.items()}
    fields |= {_facet(facet): value for facet, value in searched.facets.items()}
    if searched.day:
        fields[Field.DATE.value] = searched.day
    fields |= {_NEWEST: searched.newest or _UNDATED_FIRST, _OLDEST: searched.oldest or _UNDATED_LAST}
    return fields | {_GROUP: searched.group, _STORED: encode(entry)}
