"""Keeps the search index in step with the corpus."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from corpus.entries import Entry, Unit
from corpus.errors import CorpusError, IndexUnavailableError
from corpus.store import Corpus
from minuted.tracking import Track, untracked

if TYPE_CHECKING:
    from search.index import Index


def is_up_to_date(corpus: Corpus) -> bool:
    """Whether there is a sound index that holds what the corpus holds; loads no search engine."""
    from search import generations
    from search.fields import SCHEMA_VERSION

    return generations.is_sound(corpus.folder, SCHEMA_VERSION, corpus.revision)


def bring_up_to_date(corpus: Corpus) -> None:
    """Add to the index what has changed since it was written; where it can't be used, build it anew."""
    from search.index import Index

    try:
        index = Index.open(corpus.folder)
        # An index that is ahead was made of another corpus.
        if index.revision <= corpus.revision:
            _add_changes(corpus, index)
            return
    except IndexUnavailableError:
        pass
    rebuild(corpus)


def follow(corpus: Corpus) -> None:
    """Add to the index what was decided by hand; where it can't be used or is being written, the next run does it."""
    from search.index import Index

    try:
        index = Index.open(corpus.folder)
        if index.revision < corpus.revision:
            _add_changes(corpus, index)
    except (IndexUnavailableError, CorpusError):
        return


def rebuild(corpus: Corpus, engine: str | None = None, track: Track = untracked) -> int:
    """Build the index anew beside the old one and swap it in; gives the number of entries.

    ``engine`` is ``None`` for the usual one. Raises ``CorpusError``.
    """
    from search.engines import DEFAULT_ENGINE
    from search.index import Index

    revision = corpus.revision  # what is stored while the entries are taken is taken once more by the next run
    units = track(everything(corpus), "indexing", number_of_units(corpus))
    entries = chain.from_iterable(of_unit for _, of_unit in units)
    return Index.rebuild(corpus.folder, entries, revision, engine or DEFAULT_ENGINE).count


def everything(corpus: Corpus) -> Iterator[tuple[Unit, Iterator[Entry]]]:
    """All that the index is to hold, with the entries of a document together, as they come."""
    return groupby(chain(corpus.entries(), corpus.registered()), key=attrgetter("unit"))


def number_of_units(corpus: Corpus) -> int:
    """How many documents, persons and organisations there are."""
    counts = corpus.counts()
    return counts.documents + counts.people + counts.organisations


def _add_changes(corpus: Corpus, index: Index) -> None:
    revision = corpus.revision
    added, removed = corpus.changes_since(index.revision)
    altered = tuple(unit for unit in corpus.altered_since(index.revision) if _differs(corpus, index, unit))
    index.update(chain(corpus.entries(added), corpus.registered(altered)), (*added, *removed, *altered), revision)


def _differs(corpus: Corpus, index: Index, unit: Unit) -> bool:
    """Whether the index holds something else of a person or organisation than the corpus tells."""
    return not index.held(unit, tuple(corpus.registered((unit,)))).as_wanted
