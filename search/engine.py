"""What a full-text engine must do. All engines pass one conformance suite: the same tree, the same hits."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from corpus.document import DocumentId
from corpus.entries import Entry
from search.fields import Facet, Field
from search.tree import Query


class Order(StrEnum):
    """In what order hits come; entries without a date come last in the two by date."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"


@dataclass(frozen=True, slots=True)
class Found:
    """An entry that a query finds, and how well it fits.

    Higher is better, and comparable within one answer only; 0 where hits are ordered by date.
    """

    entry: Entry
    score: float


@dataclass(frozen=True, slots=True)
class Answer:
    """How many entries a query finds, and the wanted page of them in the wanted order."""

    total: int
    found: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """How many hits have ``value``."""

    value: str
    count: int


class Engine(Protocol):
    """One generation of an index, in a folder of its own."""

    @property
    def generation(self) -> str:
        """The name of the generation."""
        ...

    def add(self, entries: Iterable[Entry], *, replacing: Collection[DocumentId] = ()) -> int:
        """Adds ``entries`` and removes all earlier ones of ``replacing``, in one commit; gives the number added."""
        ...

    def remove(self, documents: Collection[DocumentId]) -> None:
        """Removes all entries of ``documents``, in one commit."""
        ...

    def count(self) -> int:
        """How many entries there are."""
        ...

    def search(self, query: Query, *, limit: int, offset: int = 0, order: Order = Order.RELEVANCE) -> Answer:
        """The entries that ``query`` finds, from the ``offset``-th on, at most ``limit`` (at least 1)."""
        ...

    def facets(self, query: Query, field: Facet, *, limit: int) -> tuple[Count, ...]:
        """What the entries that ``query`` finds have in ``field``, the most frequent first (years: latest first)."""
        ...

    def frequency(self, field: Field, word: str) -> int:
        """About how many entries hold the analysed ``word`` in ``field``; removed ones may count for a while."""
        ...

    def suggest(self, word: str, *, limit: int) -> tuple[str, ...]:
        """Words of the index spelt nearly as ``word``, the nearest first, and the more frequent first among equals."""
        ...
