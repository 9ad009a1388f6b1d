"""What somebody decides by hand of who is who: kept in the corpus, and found so at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from corpus.store import Corpus
from minuted.indexing import follow


@contextmanager
def deciding(folder: Path) -> Iterator[Corpus]:
    """The corpus in ``folder``; the search index follows what was decided in it. Raises ``CorpusError``."""
    with Corpus.open(folder) as corpus:
        yield corpus
        follow(corpus)
