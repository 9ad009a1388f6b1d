"""Compares the search index with the corpus, entry by entry, for `minuted doctor`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.errors import IndexUnavailableError
from corpus.store import Corpus
from minuted.ailments import Ailment
from minuted.indexing import everything, number_of_units
from minuted.tracking import Track

if TYPE_CHECKING:
    from search.index import Index

_REINDEX = "run `minuted reindex`"

_NAMED = 3
"""Documents and files that are named where more are wrong: enough to see what they have in common."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexHealth:
    """How the index stands, in words, and what is wrong with it."""

    state: str
    ailments: tuple[Ailment, ...] = ()


def examine_index(corpus: Corpus, track: Track) -> IndexHealth:
    """Whether the index of ``corpus`` is whole, and holds just what it should; reads all of both."""
    leftovers = _leftovers(corpus)
    try:
        state, wrong = _compared_with(corpus, _opened(corpus), track)
    except IndexUnavailableError as error:
        state, wrong = "can't be used", (Ailment(str(error), _REINDEX),)
    return IndexHealth(state=state, ailments=(*wrong, *leftovers))


def _opened(corpus: Corpus) -> Index:
    """The index, each byte of which was read; raises ``IndexUnavailableError``."""
    from search import engines, generations
    from search.index import Index

    generation = generations.current(corpus.folder)
    if damaged := generation.damaged(thoroughly=True):
        raise engines.broken(generation, damaged)
    return Index.open(corpus.folder)


def _compared_with(corpus: Corpus, index: Index, track: Track) -> tuple[str, tuple[Ailment, ...]]:
    """How ``index`` stands, in words, and what is wrong with it."""
    state = f"{index.generation}, {_counted(index.count, 'entry', 'entries')}"
    if index.revision == corpus.revision:
        differing = _differing(corpus, index, track)
        return f"{state}, {'differs from' if differing else 'in step with'} the corpus", differing
    if corpus.is_running:
        return f"{state}, out of step with the corpus while a run is going on", ()
    return f"{state}, out of step with the corpus", (_behind(corpus, index),)


def _leftovers(corpus: Corpus) -> tuple[Ailment, ...]:
    """Generations that neither answer nor are being written."""
    from search import generations

    left = () if generations.is_being_written(corpus.folder) else generations.others(corpus.folder)
    if not left:
        return ()
    folder = generations.index_folder(corpus.folder)
    what = f"a run that was broken off left {_some([path.name for path in left])} in {folder}, which nothing uses"
    return (Ailment(what, _REINDEX),)


def _behind(corpus: Corpus, index: Index) -> Ailment:
    if index.revision > corpus.revision:
        return Ailment("the search index was made of another corpus", _REINDEX)
    added, removed = corpus.changes_since(index.revision)
    altered = len(corpus.altered_since(index.revision))
    changed = f"{_counted(len(added), 'document', 'documents')} new or changed, {len(removed)} gone"
    if altered:
        changed += f", {_counted(altered, 'person or organisation', 'persons and organisations')} to be looked at"
    return Ailment(f"the search index is behind the corpus ({changed})", _REINDEX)


def _differing(corpus: Corpus, index: Index, track: Track) -> tuple[Ailment, ...]:
    """What differs between the entries of the index and those that the corpus gives."""
    documents: list[str] = []
    registered: list[str] = []
    known = 0
    for unit, entries in track(everything(corpus), "comparing the index with the corpus", number_of_units(corpus)):
        wanted = tuple(entries)
        held = index.held(unit, wanted)
        known += held.count
        if not held.as_wanted:
            names, name = (
                (registered, wanted[0].heading) if wanted[0].registered else (documents, wanted[0].document_name)
            )
            names.append(name)
    ailments = [
        Ailment(f"the search index differs from the corpus in {_counted(len(names), *words)}: {_some(names)}", _REINDEX)
        for names, words in (
            (documents, ("document", "documents")),
            (registered, ("person or organisation", "persons and organisations")),
        )
        if names
    ]
    if index.count != known:
        strange = f"{_counted(index.count - known, 'entry', 'entries')} of what the corpus does not show"
        ailments.append(Ailment(f"the search index holds {strange}", _REINDEX))
    return tuple(ailments)


def _some(names: Sequence[str]) -> str:
    """The first of ``names`` (at least one), and how many more there are."""
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
