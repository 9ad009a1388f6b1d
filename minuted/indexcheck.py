"""Compares the search index with the corpus, entry by entry, for `minuted doctor`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.document import DocumentId
from corpus.entries import Entry
from corpus.errors import IndexUnavailableError
from corpus.store import Corpus
from minuted.ailments import Ailment
from minuted.indexing import by_document
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
    changed = f"{_counted(len(added), 'document', 'documents')} new or changed, {len(removed)} gone"
    return Ailment(f"the search index is behind the corpus ({changed})", _REINDEX)


def _differing(corpus: Corpus, index: Index, track: Track) -> tuple[Ailment, ...]:
    """What differs between the entries of the index and those that the corpus gives."""
    different: list[str] = []
    known = 0
    documents = track(by_document(corpus.entries()), "comparing the index with the corpus", corpus.counts().documents)
    for document, entries in documents:
        wanted = tuple(entries)
        held, same = _same(index, document, wanted)
        known += held
        if not same:
            different.append(wanted[0].document_name)
    ailments = []
    if different:
        what = f"the search index differs from the corpus in {_counted(len(different), 'document', 'documents')}"
        ailments.append(Ailment(f"{what}: {_some(different)}", _REINDEX))
    if index.count != known:
        strange = f"{_counted(index.count - known, 'entry', 'entries')} of documents that the corpus does not show"
        ailments.append(Ailment(f"the search index holds {strange}", _REINDEX))
    return tuple(ailments)


def _same(index: Index, document: DocumentId, wanted: Sequence[Entry]) -> tuple[int, bool]:
    """How many entries of ``document`` the index holds, and whether they are ``wanted`` in all that they say."""
    from search.fields import Field
    from search.tree import Term

    answer = index.engine.search(Term(Field.DOCUMENT, document), limit=len(wanted))
    same = answer.total == len(wanted) and Counter(found.entry for found in answer.found) == Counter(wanted)
    return answer.total, same


def _some(names: Sequence[str]) -> str:
    """The first of ``names`` (at least one), and how many more there are."""
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
