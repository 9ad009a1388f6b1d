"""The sample corpus, made from the papers that ship with Minuted, and the matter that it tells best."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

from corpus.errors import CorpusError
from corpus.samples import papers
from minuted.events import Event
from minuted.following import Timeline, follow
from minuted.run import ingest
from minuted.searching import SearchAnswer, SearchRequest, search

STORY = '"Tannery Lane Baths"'
"""A closure that was decided, called in, reconsidered and amended."""

_HITS_SHOWN = 4


def make_demo(folder: Path) -> Generator[Event, None, None]:
    """Ingest the sample papers into a new corpus in ``folder``; raises ``CorpusError`` where that holds anything."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CorpusError(f"{folder} is not an empty folder; the demo needs one of its own")
    return ingest(folder, papers())


def search_story(folder: Path) -> SearchAnswer:
    """The decisions on ``STORY``."""
    from search.engine import Order
    from search.filters import Filters

    filters = Filters(kind="decision")
    return search(folder, SearchRequest(text=STORY, filters=filters, order=Order.RELEVANCE, limit=_HITS_SHOWN))


def follow_story(folder: Path) -> Timeline:
    """What happened on ``STORY``."""
    from search.filters import Filters

    return follow(folder, STORY, Filters())
