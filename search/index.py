"""The search index of a corpus: opened, rebuilt aside, kept up to date, and asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.entries import REGISTERED, Entry, Unit
from corpus.errors import IndexUnavailableError
from search import generations
from search.engine import Engine, Order
from search.engines import DEFAULT_ENGINE, ENGINES, broken
from search.excerpt import Excerpts
from search.fields import SCHEMA_VERSION, Facet, Field
from search.generations import REBUILD, Generation
from search.guarded import GuardedEngine
from search.meaning import decided_first, meaning
from search.results import FacetCounts, Hits, hits
from search.tree import Query, Term

FACET_VALUES = 20
"""Values told of a facet: more do not fit a screen."""


_ATTEMPTS = 3
"""Times that opening is tried: between reading which generation answers and opening it, it may have been replaced."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """How many entries an index holds of a unit, and whether they are those that it is to hold."""

    count: int
    as_wanted: bool


class Index:
    """One opened generation; another process may swap in a new one meanwhile, this one keeps answering."""

    def __init__(self, corpus: Path, generation: Generation) -> None:
        self._corpus = corpus
        self._generation = generation
        self._engine: Engine = _opened(generation)

    @classmethod
    def open(cls, corpus: Path) -> Index:
        """The index of the corpus in folder ``corpus``; ``IndexUnavailableError`` where it is missing or broken."""
        for _ in range(_ATTEMPTS):
            named = generations.named(corpus)
            try:
                index = cls(corpus, generations.read(named))
            except IndexUnavailableError:
                if generations.named(corpus) == named:
                    raise
            else:
                # What still answers when it is open was whole while it was opened.
                if generations.named(corpus) == named:
                    return index
        raise IndexUnavailableError(f"{corpus}: the search index keeps being replaced; try again")

    @classmethod
    def rebuild(cls, corpus: Path, entries: Iterable[Entry], revision: int, engine: str = DEFAULT_ENGINE) -> Index:
        """A new generation made of ``entries``, built aside in batches and then swapped in.

        Raises ``CorpusError`` where another run is writing or the folder can't be written; the old generation answers
        until the new one is whole.
        """
        from search.building import build

        return cls(corpus, build(corpus, engine, entries, revision))

    @property
    def revision(self) -> int:
        """The revision of the corpus that the index is up to date with."""
        return self._generation.manifest.revision

    @property
    def count(self) -> int:
        """How many entries there are."""
        return self._engine.count()

    @property
    def places(self) -> int:
        """How many entries stand in a document: all but persons and organisations."""
        return self.count - sum(self._engine.holding(Field.KIND, kind) for kind in REGISTERED)

    @property
    def generation(self) -> str:
        """The name of the generation that answers here, such as ``tantivy-3``."""
        return self._generation.folder.name

    @property
    def engine(self) -> Engine:
        """The engine below, for what is not asked of it here."""
        return self._engine

    def held(self, unit: Unit, wanted: Sequence[Entry]) -> Held:
        """How many entries of ``unit`` there are, and whether they are those ``wanted``, in all that they say."""
        answer = self._engine.search(Term(Field.UNIT, unit), limit=max(len(wanted), 1))
        same = answer.total == len(wanted) and Counter(found.entry for found in answer.found) == Counter(wanted)
        return Held(count=answer.total, as_wanted=same)

    def update(self, added: Iterable[Entry], replaced: Collection[Unit], revision: int) -> None:
        """Puts ``added`` in the place of all entries of the units ``replaced``, as a new generation.

        Raises ``CorpusError`` where another run is writing, or has written since this index was opened, or the folder
        can't be written: it then answers as before.
        """
        from search.building import update

        self._generation = update(self._corpus, self._generation, added, replaced, revision)
        self._engine = _opened(self._generation)

    def search(self, query: Query, *, limit: int, offset: int = 0, order: Order = Order.RELEVANCE) -> Hits:
        """The hits of ``query`` (made by ``search.query.parse``) from the ``offset``-th on, 1 to ``limit`` of them."""
        meant = self.meaning(query)
        answer = self._engine.search(meant, limit=limit, offset=offset, order=order)
        return Hits(total=answer.total, hits=hits(answer.found, Excerpts.showing(meant)))

    def meaning(self, query: Query) -> Query:
        """The tree of indexed fields that ``query`` (made by ``search.query.parse``) means here."""
        return decided_first(meaning(query, self._engine))

    def facets(self, meant: Query, limit: int = FACET_VALUES) -> tuple[FacetCounts, ...]:
        """How the hits of ``meant``, a tree of indexed fields, divide by body, organisation, year, kind and outcome."""
        counted = self._engine.facets(meant, limit=limit)
        return tuple(FacetCounts(facet, counted[facet]) for facet in Facet)


def _opened(generation: Generation) -> Engine:
    """The engine of ``generation``; raises ``IndexUnavailableError`` where it can't be used."""
    manifest = generation.manifest
    if manifest.schema != SCHEMA_VERSION or manifest.engine not in ENGINES:
        raise IndexUnavailableError(f"{generation.folder}: made by another version of Minuted; {REBUILD}")
    damaged = generation.damaged()
    if damaged:
        raise broken(generation, damaged)
    return GuardedEngine(generation)
