"""The search index of a corpus: opened, rebuilt aside, kept up to date, and asked."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import islice
from pathlib import Path

from corpus.document import DocumentId
from corpus.entries import Entry
from corpus.errors import CorpusError, IndexUnavailableError
from search import generations
from search.engine import Engine, Order
from search.excerpt import excerpt
from search.fields import Facet, Field
from search.generations import REBUILD, Manifest
from search.indexed import SCHEMA_VERSION
from search.meaning import meaning
from search.results import FacetCounts, Hit, Results
from search.tree import Query

DEFAULT_ENGINE = "tantivy"
ENGINES = (DEFAULT_ENGINE, "whoosh")

BATCH = 20_000
"""Entries a commit while an index is built: bounds what an engine holds in memory, about 30 MB of text."""

FACET_VALUES = 20
"""Values told of a facet: more do not fit a screen."""

SUGGESTIONS = 3

_ATTEMPTS = 3
"""Times that opening is tried: between reading which generation answers and opening it, it may have been replaced."""


class Index:
    """One opened generation; another process may swap in a new one meanwhile, this one keeps answering."""

    def __init__(self, corpus: Path, engine: Engine, manifest: Manifest) -> None:
        self._corpus = corpus
        self._engine = engine
        self._manifest = manifest

    @classmethod
    def open(cls, corpus: Path) -> Index:
        """The index of the corpus in folder ``corpus``; ``IndexUnavailableError`` where it is missing or broken."""
        for attempt in range(_ATTEMPTS):
            generation = generations.current(corpus)
            try:
                return cls._opened(corpus, generation)
            except IndexUnavailableError:
                if attempt + 1 == _ATTEMPTS or generations.current(corpus) == generation:
                    raise
        raise IndexUnavailableError(f"{corpus}: the search index keeps being replaced; try again")

    @classmethod
    def rebuild(cls, corpus: Path, entries: Iterable[Entry], revision: int, engine: str = DEFAULT_ENGINE) -> Index:
        """A new generation made of ``entries``, built aside in batches and then swapped in.

        Raises ``CorpusError`` where another run is writing or the folder can't be written; the old generation answers
        until the new one is whole.
        """
        if engine not in ENGINES:
            raise CorpusError(f"there is no search engine {engine!r}; there are {' and '.join(ENGINES)}")
        with generations.writing(corpus):
            generations.clear_others(corpus)
            generation = generations.next_generation(corpus, engine)
            built = _making(engine)(generation)
            remaining = iter(entries)
            while batch := list(islice(remaining, BATCH)):
                built.add(batch)
            manifest = Manifest(engine=engine, schema=SCHEMA_VERSION, revision=revision, count=built.count())
            generations.write_manifest(generation, manifest)
            generations.swap_in(corpus, generation)
        return cls(corpus, built, manifest)

    @property
    def revision(self) -> int:
        """The revision of the corpus that the index is up to date with."""
        return self._manifest.revision

    @property
    def count(self) -> int:
        """How many entries there are."""
        return self._engine.count()

    @property
    def generation(self) -> str:
        """The name of the generation that answers here, such as ``tantivy-3``."""
        return self._engine.generation

    @property
    def engine(self) -> Engine:
        """The engine below, for what is not asked of it here."""
        return self._engine

    def update(self, added: Sequence[Entry], removed: Collection[DocumentId], revision: int) -> None:
        """Puts ``added`` in the place of all earlier entries of their documents, and takes out those of ``removed``.

        One commit, then the revision: a run that died between the two is simply repeated. Raises ``CorpusError`` where
        another run is writing.
        """
        replaced = {entry.document for entry in added} | set(removed)
        with generations.writing(self._corpus):
            generation = generations.index_folder(self._corpus) / self.generation
            if generations.current(self._corpus) != generation:
                raise CorpusError(f"{generation}: another run has rebuilt the search index meanwhile; run again")
            self._engine.add(added, replacing=replaced)
            self._manifest = Manifest(
                engine=self._manifest.engine,
                schema=self._manifest.schema,
                revision=revision,
                count=self._engine.count(),
            )
            generations.write_manifest(generation, self._manifest)

    def search(self, query: Query, *, limit: int, offset: int = 0, order: Order = Order.RELEVANCE) -> Results:
        """The hits of ``query`` (made by ``search.query.parse``) from the ``offset``-th on, 1 to ``limit`` of them."""
        meant = self.meaning(query)
        answer = self._engine.search(meant, limit=limit, offset=offset, order=order)
        return Results(
            total=answer.total,
            hits=tuple(Hit(found.entry, found.score, excerpt(found.entry.text, meant)) for found in answer.found),
        )

    def meaning(self, query: Query) -> Query:
        """The tree of indexed fields that ``query`` (made by ``search.query.parse``) means here."""
        return meaning(query, self._engine)

    def facets(self, query: Query, limit: int = FACET_VALUES) -> tuple[FacetCounts, ...]:
        """How the hits of ``query`` divide by body, organisation, year, kind and outcome."""
        counted = self._engine.facets(self.meaning(query), limit=limit)
        return tuple(FacetCounts(facet, counted[facet]) for facet in Facet)

    def frequency(self, field: Field, word: str) -> int:
        """About how many entries hold the analysed ``word`` in ``field``; removed ones may count for a while."""
        return self._engine.frequency(field, word)

    def suggest(self, word: str) -> tuple[str, ...]:
        """Words of the index spelt nearly as ``word``, the nearest first."""
        return self._engine.suggest(word, limit=SUGGESTIONS)

    @classmethod
    def _opened(cls, corpus: Path, generation: Path) -> Index:
        manifest = generations.read_manifest(generation)
        if manifest.schema != SCHEMA_VERSION or manifest.engine not in ENGINES:
            raise IndexUnavailableError(f"{generation}: made by another version of Minuted; {REBUILD}")
        try:
            return cls(corpus, _opening(manifest.engine)(generation), manifest)
        except IndexUnavailableError as problem:
            raise IndexUnavailableError(f"the search index can't be opened ({problem}); {REBUILD}") from problem


def _making(engine: str) -> Callable[[Path], Engine]:
    """How an empty index of ``engine`` is made; only the engine that is used is loaded."""
    if engine == "whoosh":
        from search.whoosh_engine import WhooshEngine

        return WhooshEngine.create
    from search.tantivy_engine import TantivyEngine

    return TantivyEngine.create


def _opening(engine: str) -> Callable[[Path], Engine]:
    """How an index of ``engine`` is opened."""
    if engine == "whoosh":
        from search.whoosh_engine import WhooshEngine

        return WhooshEngine.open
    from search.tantivy_engine import TantivyEngine

    return TantivyEngine.open
