"""What is held of the meetings of a corpus, and what is missing."""

from __future__ import annotations

import sqlite3

from corpus.coverage.joining import join
from corpus.coverage.model import Coverage
from corpus.coverage.reading import facts, papers_of
from corpus.filters import Filter


def coverage(connection: sqlite3.Connection, wanted: Filter, today: str) -> Coverage:
    """The meetings of the bodies and the time that ``wanted`` asks for; ``today`` (ISO 8601) is the day of asking."""
    papers = () if wanted.organisation is None else papers_of(connection, wanted)
    return join(facts(connection), wanted, today, papers)
