"""An engine whose failures over damaged files are told as such."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from search.engine import Answer, Count, Engine, Order
from search.engines import Reading, open_in
from search.fields import Facet, Field
from search.generations import Generation
from search.tree import Query


class GuardedEngine:
    """The engine of a finished generation: it answers as that engine does, or with an ``IndexUnavailableError``.

    Its files are checked before it is opened (``search.index``); this is for what happens to them later, or unseen.
    """

    def __init__(self, generation: Generation) -> None:
        self._reading = Reading(generation)
        self._engine: Engine = open_in(generation.manifest.engine, generation.folder)

    @property
    def generation(self) -> str:
        return self._engine.generation

    def count(self) -> int:
        with self._reading:
            return self._engine.count()

    def search(self, query: Query, *, limit: int, offset: int = 0, order: Order = Order.RELEVANCE) -> Answer:
        with self._reading:
            return self._engine.search(query, limit=limit, offset=offset, order=order)

    def groups(self, query: Query, *, up_to: int) -> int:
        with self._reading:
            return self._engine.groups(query, up_to=up_to)

    def places(self, query: Query, papers: Collection[str]) -> Mapping[str, int]:
        with self._reading:
            return self._engine.places(query, papers)

    def facets(self, query: Query, *, limit: int) -> Mapping[Facet, tuple[Count, ...]]:
        with self._reading:
            return self._engine.facets(query, limit=limit)

    def frequency(self, field: Field, word: str) -> int:
        with self._reading:
            return self._engine.frequency(field, word)

    def holding(self, field: Field, word: str) -> int:
        with self._reading:
            return self._engine.holding(field, word)

    def terms(self, field: Field, prefix: str, *, limit: int | None = None) -> tuple[Count, ...]:
        with self._reading:
            return self._engine.terms(field, prefix, limit=limit)
