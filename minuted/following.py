"""What happened on a topic, and what was looked through for it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.store import Corpus
from minuted.lookedthrough import LookedThrough, looked_through
from minuted.searching import written
from minuted.succession import widened

if TYPE_CHECKING:
    from corpus.registry.bodyrows import RelatedBody
    from search.filters import Filters
    from search.stories.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The events on ``query``, oldest first and the undated last; ``behind`` and ``before`` as for a search."""

    query: str
    events: tuple[Event, ...]
    behind: bool
    looked_through: LookedThrough
    before: tuple[RelatedBody, ...]


def follow(folder: Path, query: str, filters: Filters) -> Timeline:
    """The timeline of ``query`` in the corpus in ``folder``.

    Raises ``CorpusError``, ``IndexUnavailableError``, or ``QueryError`` where the query can't be understood.
    """
    from search.index import Index
    from search.scope import scope_of
    from search.stories.timeline import timeline

    with Corpus.open(folder) as corpus:
        wanted, before = widened(corpus, filters)
        index = Index.open(folder)
        return Timeline(
            query=query,
            events=timeline(index, corpus, query, wanted),
            behind=index.revision != corpus.revision,
            looked_through=looked_through(corpus, scope_of(written(query, filters), filters)),
            before=before,
        )
