"""Makes generations of the index: anew from all entries, or from the one that answers and what has changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice
from pathlib import Path

from corpus.entries import Entry, Unit
from corpus.errors import CorpusError
from search import engines, generations
from search.engine import GrowingEngine
from search.fields import SCHEMA_VERSION
from search.generations import Generation, Manifest

BATCH = 100_000
"""Entries a commit while an index is built. They are read one by one, and an engine bounds what it holds of them in
memory; but each commit makes a segment at least, and a question looks each of its words up in every segment."""


def build(corpus: Path, engine: str, entries: Iterable[Entry], revision: int) -> Generation:
    """A new generation that holds ``entries``, swapped in when it is whole.

    Raises ``CorpusError`` where another run is writing or the folder can't be written.
    """
    if engine not in engines.ENGINES:
        raise CorpusError(f"there is no search engine {engine!r}; there are {' and '.join(engines.ENGINES)}")
    with generations.writing(corpus), _new(corpus, engine) as folder:
        with engines.writing(folder):
            built = engines.make(engine, folder)
        _fill(built, folder, entries)
        manifest = Manifest(engine=engine, schema=SCHEMA_VERSION, revision=revision, count=built.count())
        return _swapped_in(corpus, folder, manifest)


def update(
    corpus: Path, before: Generation, entries: Iterable[Entry], replacing: Collection[Unit], revision: int
) -> Generation:
    """A new generation that holds what ``before`` does, but of the units ``replacing`` only ``entries``.

    ``before`` must be the one that answers. Raises ``CorpusError`` where it is not, where another run is writing or the
    folder can't be written; ``IndexUnavailableError`` where ``before`` turns out to be damaged.
    """
    engine = before.manifest.engine
    with generations.writing(corpus):
        if generations.current(corpus) != before:
            raise CorpusError(f"{before.folder}: another run has rebuilt the search index meanwhile; run again")
        with _new(corpus, engine, before) as folder:
            with engines.writing(folder):
                built = engines.open_in(engine, folder)
            try:
                _fill(built, folder, entries, replacing)
            except CorpusError as problem:
                if damaged := before.damaged(thoroughly=True):
                    raise engines.broken(before, damaged) from problem
                raise
            manifest = replace(before.manifest, revision=revision, count=built.count(), files=())
            return _swapped_in(corpus, folder, manifest, before)


@contextmanager
def _new(corpus: Path, engine: str, before: Generation | None = None) -> Iterator[Path]:
    """A folder for a new generation, which goes again where it isn't finished."""
    generations.clear_others(corpus)
    with engines.writing(generations.index_folder(corpus)):
        folder = generations.begin(corpus, engine, before)
    try:
        yield folder
    except BaseException:
        generations.discard(corpus, folder)
        raise


class _Source:
    """The entries that are to be added; ``failure`` is what went wrong while they were read, if anything did."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = iter(entries)
        self.failure: BaseException | None = None

    def __iter__(self) -> Iterator[Entry]:
        return self

    def __next__(self) -> Entry:
        try:
            return next(self._entries)
        except StopIteration:
            raise
        except BaseException as failure:
            self.failure = failure
            raise


def _fill(engine: GrowingEngine, folder: Path, entries: Iterable[Entry], replacing: Collection[Unit] = ()) -> None:
    """Adds ``entries`` in batches; all of ``replacing`` go with the first, for nobody sees the generation yet."""
    source = _Source(entries)
    try:
        with engines.writing(folder):
            added = engine.add(islice(source, BATCH), replacing=replacing)
            while added == BATCH:
                added = engine.add(islice(source, BATCH))
    except CorpusError:
        # What can't be read is no fault of the folder that is written.
        if source.failure:
            raise source.failure from None
        raise


def _swapped_in(corpus: Path, folder: Path, manifest: Manifest, before: Generation | None = None) -> Generation:
    with engines.writing(folder):
        finished = generations.finish(folder, manifest, before)
        generations.swap_in(corpus, finished)
    return finished
