"""The sides that are compared: Minuted's index with each engine, and SQLite's FTS5. All are made and asked alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Protocol

from asked_questions import Question
from peer_fts5 import Peer

from corpus.entries import Entry
from search.engine import Order
from search.grouping import by_paper
from search.index import ENGINES, Index
from search.query import parse

LIMIT = 10
"""Hits of an answer, each with its excerpt."""

PEER = "fts5"
SIDES = (*ENGINES, PEER)


class Side(Protocol):
    """What answers questions."""

    def ask(self, question: Question) -> object:
        """The first hits of ``question``, with excerpts, and how many there are in all."""
        ...

    def facets(self, question: Question) -> object:
        """The facets of ``question`` with their counts, and nothing else."""
        ...

    def update(self, added: Sequence[Entry]) -> None:
        """Puts ``added`` in the place of all entries of their documents."""
        ...


class MinutedSide:
    """An index of Minuted, asked as the command line asks: the question's text is read, too."""

    def __init__(self, index: Index) -> None:
        self.index = index

    def ask(self, question: Question) -> object:
        """See ``Side.ask``."""
        return self.index.search(parse(question.text), limit=LIMIT)

    def ask_by_paper(self, question: Question) -> object:
        """One result a paper, each with its best places, and how many there are: what the command line gives."""
        return by_paper(
            self.index, self.index.meaning(parse(question.text)), limit=LIMIT, offset=0, order=Order.RELEVANCE
        )

    def facets(self, question: Question) -> object:
        """See ``Side.facets``."""
        return self.index.facets(self.index.meaning(parse(question.text)))

    def update(self, added: Sequence[Entry]) -> None:
        """See ``Side.update``."""
        self.index.update(added, {entry.document for entry in added}, self.index.revision)


class PeerSide:
    """The database that FTS5 searches."""

    def __init__(self, peer: Peer) -> None:
        self._peer = peer

    def ask(self, question: Question) -> object:
        """See ``Side.ask``."""
        return self._peer.search(question, LIMIT), self._peer.count(question)

    def ask_uncounted(self, question: Question) -> object:
        """The hits alone."""
        return self._peer.search(question, LIMIT)

    def facets(self, question: Question) -> object:
        """See ``Side.facets``."""
        return self._peer.facets(question)

    def update(self, added: Sequence[Entry]) -> None:
        """See ``Side.update``."""
        self._peer.update(added)


def build(side: str, folder: Path, entries: Iterable[Entry], revision: int) -> None:
    """Make what ``side`` searches in ``folder``."""
    if side == PEER:
        Peer(folder).build(entries)
    else:
        Index.rebuild(folder, entries, revision, side)


def opened(side: str, folder: Path) -> Side:
    """What was built in ``folder``, ready to be asked."""
    if side != PEER:
        return MinutedSide(Index.open(folder))
    peer = Peer(folder)
    peer.read_vocabulary()
    return PeerSide(peer)
