"""The engines there are: how an index of each is made and opened, and what it means when one fails."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from corpus.errors import CorpusError, IndexUnavailableError, MinutedError
from search.engine import GrowingEngine
from search.generations import REBUILD, Generation

DEFAULT_ENGINE = "tantivy"
ENGINES = (DEFAULT_ENGINE, "whoosh")

_ENDINGS = (KeyboardInterrupt, SystemExit, GeneratorExit)
"""Somebody wants to end. All else may come of damage: a panic of tantivy's is no ``Exception`` even."""


def make(engine: str, folder: Path) -> GrowingEngine:
    """An empty index of ``engine`` in ``folder``, which is empty; only the engine that is used is loaded."""
    if engine == "whoosh":
        from search.whoosh_engine import WhooshEngine

        return WhooshEngine.create(folder)
    from search.tantivy_engine import TantivyEngine

    return TantivyEngine.create(folder)


def open_in(engine: str, folder: Path) -> GrowingEngine:
    """The index of ``engine`` in ``folder``; raises ``IndexUnavailableError`` where that can't read its files."""
    try:
        return _opened(engine, folder)
    except _ENDINGS:
        raise
    except BaseException as problem:
        raise IndexUnavailableError(f"the search index can't be opened ({problem}); {REBUILD}") from problem


class Reading:
    """Makes of an engine's failure over damaged files of ``generation`` an ``IndexUnavailableError`` that names them.

    Where the files are what they were, the failure is a fault of ours, and goes on as it is. One is made for an engine,
    and entered for each thing that is asked of it.
    """

    __slots__ = ("_generation",)

    def __init__(self, generation: Generation) -> None:
        self._generation = generation

    def __enter__(self) -> None:
        pass

    def __exit__(
        self, _kind: type[BaseException] | None, problem: BaseException | None, _trace: TracebackType | None
    ) -> None:
        if problem is None or isinstance(problem, (MinutedError, *_ENDINGS)):
            return
        if damaged := self._generation.damaged(thoroughly=True):
            raise broken(self._generation, damaged) from problem


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Makes of a failure to write a new generation in ``folder`` a ``CorpusError`` that says what to do."""
    try:
        yield
    except (MinutedError, *_ENDINGS):
        raise
    except BaseException as problem:
        told = problem.strerror if isinstance(problem, OSError) else problem
        raise CorpusError(
            f"{folder}: the search index could not be written ({told}); what it held before still stands: make room"
            " there and run it again"
        ) from problem


def broken(generation: Generation, damaged: tuple[str, ...]) -> IndexUnavailableError:
    """The error of a generation some of whose files are ``damaged``."""
    others = f" and {len(damaged) - 1} more" if len(damaged) > 1 else ""
    path = generation.folder / damaged[0]
    return IndexUnavailableError(f"{path}{others}: the search index is damaged; {REBUILD}")


def _opened(engine: str, folder: Path) -> GrowingEngine:
    if engine == "whoosh":
        from search.whoosh_engine import WhooshEngine

        return WhooshEngine.open(folder)
    from search.tantivy_engine import TantivyEngine

    return TantivyEngine.open(folder)
