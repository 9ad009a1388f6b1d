"""What a search means to a corpus, in words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from corpus.store import Corpus
from minuted.searching import written
from minuted.succession import widened

if TYPE_CHECKING:
    from search.explain import Clause
    from search.filters import Filters


def explained(folder: Path, text: str, filters: Filters) -> Clause:
    """What ``text``, in the query language, and ``filters`` mean to the corpus in ``folder``, part by part.

    Raises ``CorpusError``, ``IndexUnavailableError``, or ``QueryError`` where the query can't be understood.
    """
    from search.explain import explain
    from search.index import Index

    with Corpus.open(folder) as corpus:
        wanted, _ = widened(corpus, filters)
        return explain(written(text, wanted), Index.open(folder).engine)
