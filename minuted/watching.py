"""Saved searches: kept, and run, which tells what is new since the last run."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.document import DocumentId
from corpus.entries import Entry
from corpus.errors import CorpusError, QueryError
from corpus.store import Corpus
from corpus.watches import LONGEST_NAME, Mark, Question, Ran, Told, Watch
from minuted.news import Marked, News, marked, news
from minuted.searching import written
from minuted.succession import widened

if TYPE_CHECKING:
    from search.excerpt import Excerpt
    from search.index import Index
    from search.tree import Query


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """How many places a watch finds as it is added; ``behind`` where the index does not hold all of the corpus."""

    hits: int
    behind: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Fresh:
    """A place that a watch has not told of before, with the piece of its text that shows why it is found."""

    entry: Entry
    news: News
    excerpt: Excerpt


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchNews:
    """What is new to a watch, the latest meeting first; ``problem`` says why it could not be asked."""

    watch: Watch
    found: tuple[Fresh, ...] = ()
    problem: str | None = None

    def count(self, wanted: News) -> int:
        """How many places are news of that kind."""
        return sum(fresh.news is wanted for fresh in self.found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What watches tell, one after the other as they are asked for; ``behind`` as for ``Added``."""

    news: Iterator[WatchNews]
    behind: bool


Publish = Callable[[Round], None]
"""Brings out what watches tell, all of it, and raises where it can't."""


def add_watch(folder: Path, name: str, question: Question, *, from_start: bool = False, replace: bool = False) -> Added:
    """Keep a search of the corpus in ``folder``; what it finds now counts as told, unless ``from_start`` is true.

    Raises ``CorpusError`` where the name won't do or is taken (and ``replace`` is false), ``QueryError`` where the
    question can't be understood, and ``IndexUnavailableError``.
    """
    _check_name(name)
    with Corpus.open(folder) as corpus, corpus.watching():
        asking = _Asking(corpus)
        meant = asking.meant(question)
        told = {} if from_start else asking.all_found(meant)
        revision = 0 if from_start else asking.revision
        corpus.add_watch(name, question, revision=revision, told=told, replace=replace)
        return Added(hits=asking.index.engine.search(meant, limit=1).total, behind=asking.behind)


def run_watches(folder: Path, names: Sequence[str], publish: Publish, *, keep: bool = False) -> tuple[WatchNews, ...]:
    """Have ``publish`` bring out what is new to the watches of these ``names`` (to all where there are none).

    When it is out, it counts as told, unless ``keep`` is true; where ``publish`` raises or the process dies, nothing
    does. Gives those that could not be asked. Raises ``UnknownWatchError``, ``CorpusError`` where another process runs
    watches, and ``IndexUnavailableError``.
    """
    with Corpus.open(folder) as corpus, nullcontext() if keep else corpus.watching():
        watches = corpus.watches(names)
        asking = _Asking(corpus)
        done: list[Ran] = []
        problems: list[WatchNews] = []

        def each() -> Iterator[WatchNews]:
            for watch in watches:
                try:
                    found, ran = asking.news(watch)
                except QueryError as error:
                    problems.append(WatchNews(watch=watch, problem=str(error)))
                    yield problems[-1]
                else:
                    yield WatchNews(watch=watch, found=found)
                    done.append(ran)

        publish(Round(news=each(), behind=asking.behind))
        if not keep:
            corpus.keep_told(done)
        return tuple(problems)


def remove_watch(folder: Path, name: str) -> None:
    """Forget the watch of that name; raises ``UnknownWatchError`` and ``CorpusError``."""
    with Corpus.open(folder) as corpus, corpus.watching():
        corpus.remove_watch(name)


class _Asking:
    """A corpus and its index, as watches ask them."""

    def __init__(self, corpus: Corpus) -> None:
        from search.index import Index

        self.corpus = corpus
        self.index: Index = Index.open(corpus.folder)
        # What the index doesn't hold yet is looked at by the next run.
        self.revision = min(self.index.revision, corpus.revision)
        self.behind = self.index.revision != corpus.revision
        self._changed: dict[int, tuple[DocumentId, ...]] = {}

    def meant(self, question: Question) -> Query:
        """The tree of indexed fields that ``question`` means, of places in papers; raises ``QueryError``."""
        from search.filters import Filters
        from search.meaning import places

        asked = asdict(question)
        text = asked.pop("query")
        filters, _ = widened(self.corpus, Filters(**asked))
        return places(self.index.meaning(written(text, filters)))

    def all_found(self, meant: Query) -> Told:
        """The marks of all that ``meant`` finds."""
        told: dict[str, Counter[Mark]] = {}
        for document, entries in self._hits(meant, since=0):
            if lineage := self.corpus.lineage(document):
                told[lineage.version] = Counter(marked(entry).mark for entry in entries)
        return told

    def news(self, watch: Watch) -> tuple[tuple[Fresh, ...], Ran]:
        """What is new to ``watch``, and what is to be kept of that when it has been told; raises ``QueryError``."""
        from search.excerpt import Excerpts
        from search.grouping import stand_ins
        from search.opened import opened

        meant = self.meant(watch.question)
        excerpts = Excerpts.showing(meant)
        found: list[Fresh] = []
        told: dict[str, Counter[Mark]] = {}
        seen: set[Mark] = set()
        for document, entries in self._hits(meant, since=watch.revision):
            lineage = self.corpus.lineage(document)
            if lineage is None:
                continue  # the index is behind: the document is gone, or was read anew under another id
            hits = [marked(entry) for entry in entries]
            before = [self.corpus.told_of(watch.id, version) for version in lineage.before]
            family = {lineage.version, *lineage.before}
            fresh = [
                (hit.entry, kind)
                for hit, kind in news(hits, self.corpus.told_of(watch.id, lineage.version), before)
                if not (hit.telling and self._is_copy(watch, hit, family, seen))
            ]
            told_by = stand_ins([entry for entry, _ in fresh])
            for entry, kind in fresh:
                if told_by[entry.id] == entry.id:
                    shown = excerpts.of(entry.text)
                    found.append(Fresh(entry=opened(entry, shown), news=kind, excerpt=shown))
            told[lineage.version] = Counter(hit.mark for hit in hits)
            seen.update(told[lineage.version])
        return tuple(_latest_first(found)), Ran(watch=watch.id, revision=self.revision, told=told)

    def _is_copy(self, watch: Watch, hit: Marked, family: set[str], seen: set[Mark]) -> bool:
        """Whether the same words at the same place were told of another paper: a report may stand in two packs."""
        return hit.mark in seen or not self.corpus.versions_told(watch.id, hit.mark) <= family

    def _hits(self, meant: Query, *, since: int) -> Iterator[tuple[DocumentId, tuple[Entry, ...]]]:
        """What ``meant`` finds in the documents that changed after revision ``since``."""
        from search.bydocument import hits_by_document

        if since not in self._changed:
            self._changed[since], _ = self.corpus.changes_since(since)
        return hits_by_document(self.index.engine, meant, self._changed[since])


def _latest_first(found: list[Fresh]) -> list[Fresh]:
    in_order = sorted(found, key=lambda fresh: (fresh.entry.document, fresh.entry.page, fresh.entry.line or 0))
    return sorted(in_order, key=lambda fresh: fresh.entry.date or "", reverse=True)


def _check_name(name: str) -> None:
    """Refuses what can't be told on one line, or named on a command line."""
    if (
        not name.strip()
        or len(name) > LONGEST_NAME
        or not name.isprintable()
        or unicodedata.normalize("NFC", name) != name
    ):
        raise CorpusError(f"a watch can't be called {name!r}; a name is 1 to {LONGEST_NAME} printable characters")
