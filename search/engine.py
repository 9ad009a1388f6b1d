"""What a full-text engine must do. All engines pass one conformance suite: the same tree, the same hits."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from corpus.entries import Entry, Unit
from search.fields import Facet, Field
from search.tree import Query

if TYPE_CHECKING:
    pass


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


def group_of(entry: Entry) -> str:
    """What tells the entries of one result from those of others: their paper, or what stands in none by itself."""
    return entry.paper or entry.id


class Engine(Protocol):
    """One generation of an index, in a folder of its own, as it is asked."""

    @property
    def generation(self) -> str:
        """The name of the generation."""
        ...

    def count(self) -> int:
        """How many entries there are."""
        ...

    def search(self, query: Query, *, limit: int, offset: int = 0, order: Order = Order.RELEVANCE) -> Answer:
        """The entries that ``query`` finds, from the ``offset``-th on, at most ``limit`` (at least 1).

        ``query`` is a tree of indexed fields (``search.meaning``), here and below.
        """
        ...

    def groups(self, query: Query, *, up_to: int) -> int:
        """How many papers the entries stand in that ``query`` finds, each entry without a paper for itself.

        Exact up to ``up_to``; one more than that means more.
        """
        ...

    def places(self, query: Query, papers: Collection[str]) -> Mapping[str, int]:
        """How many of the entries that ``query`` finds stand in each of ``papers``; those with none are left out."""
        ...

    def facets(self, query: Query, *, limit: int) -> Mapping[Facet, tuple[Count, ...]]:
        """What the entries that ``query`` finds have of each facet, the most frequent first (years: latest first)."""
        ...

    def frequency(self, field: Field, word: str) -> int:
        """About how many entries hold the analysed ``word`` in ``field``; removed ones may count for a while."""
        ...

    def holding(self, field: Field, word: str) -> int:
        """How many entries hold it, exactly."""
        ...

    def terms(self, field: Field, prefix: str, *, limit: int | None = None) -> tuple[Count, ...]:
        """The terms of ``field`` that begin with ``prefix``, the most frequent first; counts as of ``frequency``."""
        ...


class GrowingEngine(Engine, Protocol):
    """One generation of an index while it is made."""

    def add(self, entries: Iterable[Entry], *, replacing: Collection[Unit] = ()) -> int:
        """Adds ``entries`` and removes all earlier ones of ``replacing``, in one commit; gives the number added."""
        ...

    def remove(self, units: Collection[Unit]) -> None:
        """Removes all entries of ``units``, in one commit."""
        ...
