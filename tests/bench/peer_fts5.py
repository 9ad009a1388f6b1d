"""SQLite's FTS5 as the peer of the engines, with its queries written as well as they can be.

The text stands once, in a table of its own that FTS5 reads snippets from. Its analysis is its own: unicode61 without
accents and Porter's first stemmer, where Minuted has its own folding and Porter's second. Ranks are worked out in a
subselect, so that snippets are made of the wanted hits only; filters stand on ``+column``, which keeps the planner from
driving the query by their index and looking each row up in FTS5. Near spellings are looked for in the vocabulary,
which is read once, and searched as alternatives. All hits are counted by a query of its own, without ranks. The file is
read as mapped memory, as tantivy reads its own; with SQLite's page cache alone phrases take a tenth longer.

What each side gives: the ten best hits with all that is stored of them and a piece of their text of about 240
characters in which the words are marked, and the number of all hits. In ranking, both weigh the heading. What Minuted
does besides is not asked of FTS5: words in quotes as they are spelt, others in other spellings too and as what they are
short for, those that stand together or as they were written first, marks of whole phrases only.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path

from asked_questions import Question

from corpus.entries import Entry

_BATCH = 20_000
"""Entries a transaction, as in Minuted's index."""

_MAPPED = 1_000_000_000
"""Bytes of the file that are read as mapped memory: all of it."""

_MOST_NEAR = 50
"""Near spellings that are searched at most."""

_SCHEMA = """
    CREATE TABLE sections (
        id INTEGER PRIMARY KEY, entry TEXT, kind TEXT, document TEXT, document_name TEXT, page INTEGER, paper TEXT,
        paper_title TEXT, heading TEXT, number TEXT, body TEXT, organisation TEXT, date TEXT, outcome TEXT, owner TEXT,
        people TEXT, text TEXT
    );
    CREATE INDEX of_document ON sections (document);
    CREATE INDEX by_body ON sections (body, date);
    CREATE VIRTUAL TABLE found USING fts5 (
        heading, number, text, content='sections', content_rowid='id', tokenize='porter unicode61 remove_diacritics 2'
    );
    CREATE VIRTUAL TABLE known USING fts5vocab (found, row);
    CREATE TRIGGER added AFTER INSERT ON sections BEGIN
        INSERT INTO found (rowid, heading, number, text) VALUES (new.id, new.heading, new.number, new.text);
    END;
    CREATE TRIGGER removed AFTER DELETE ON sections BEGIN
        INSERT INTO found (found, rowid, heading, number, text)
        VALUES ('delete', old.id, old.heading, old.number, old.text);
    END;
"""
_ADD = "INSERT INTO sections VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"

_JOIN = " CROSS JOIN sections s ON s.id = found.rowid"
_FILTERS = " AND +s.body = :body AND +s.date BETWEEN :since AND :until"
_SEARCH = """
    SELECT s.*, snippet(found, 2, '<b>', '</b>', '…', 40)
    FROM (
        SELECT found.rowid AS hit, found.rank AS score FROM found{join}
        WHERE found MATCH :match AND found.rank MATCH 'bm25(2.0, 1.0, 1.0)'{filters} ORDER BY found.rank LIMIT :limit
    )
    CROSS JOIN found ON found.rowid = hit CROSS JOIN sections s ON s.id = hit
    WHERE found MATCH :match ORDER BY score
"""
_PLAIN = _SEARCH.format(join="", filters="")
_NARROWED = _SEARCH.format(join=_JOIN, filters=_FILTERS)
_ALONE = "SELECT * FROM sections s WHERE s.body = :body AND s.date BETWEEN :since AND :until LIMIT :limit"
_COUNT = "SELECT count(*) FROM found{join} WHERE found MATCH :match{filters}"
_PLAIN_COUNT = _COUNT.format(join="", filters="")
_NARROWED_COUNT = _COUNT.format(join=_JOIN, filters=_FILTERS)
_ALONE_COUNT = "SELECT count(*) FROM sections s WHERE s.body = :body AND s.date BETWEEN :since AND :until"
_FACETS = """
    SELECT body, organisation, substr(date, 1, 4), kind, outcome, count(*)
    FROM found CROSS JOIN sections s ON s.id = found.rowid WHERE found MATCH :match GROUP BY 1, 2, 3, 4, 5
"""


class Peer:
    """One database of sections in ``folder``, for FTS5 to search."""

    def __init__(self, folder: Path) -> None:
        self._connection = sqlite3.connect(folder / "peer.db", isolation_level=None)
        self._connection.execute(f"PRAGMA mmap_size = {_MAPPED}")
        self._words: Sequence[str] = ()

    def build(self, entries: Iterable[Entry]) -> None:
        """Make the database, in batches as Minuted's index is made."""
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = NORMAL")
        self._connection.executescript(_SCHEMA)
        remaining = iter(entries)
        while batch := list(islice(remaining, _BATCH)):
            self._connection.execute("BEGIN")
            self._connection.executemany(_ADD, map(_row, batch))
            self._connection.execute("COMMIT")
        self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def read_vocabulary(self) -> None:
        """Read the words among which near spellings are looked for."""
        self._words = [word for (word,) in self._connection.execute("SELECT term FROM known")]

    def update(self, added: Sequence[Entry]) -> None:
        """Put ``added`` in the place of all sections of their documents."""
        self._connection.execute("BEGIN")
        documents = sorted({entry.document for entry in added})
        self._connection.executemany("DELETE FROM sections WHERE document = ?", ((each,) for each in documents))
        self._connection.executemany(_ADD, map(_row, added))
        self._connection.execute("COMMIT")

    def search(self, question: Question, limit: int) -> list[tuple[object, ...]]:
        """The best ``limit`` rows, each with a snippet."""
        sql = _ALONE if not question.words_asked else _NARROWED if question.body else _PLAIN
        return self._connection.execute(sql, self._asked(question, limit)).fetchall()

    def count(self, question: Question) -> object:
        """How many rows there are."""
        sql = _ALONE_COUNT if not question.words_asked else _NARROWED_COUNT if question.body else _PLAIN_COUNT
        return self._connection.execute(sql, self._asked(question, 0)).fetchone()

    def facets(self, question: Question) -> list[tuple[object, ...]]:
        """How many hits there are of each combination of facets."""
        return self._connection.execute(_FACETS, {"match": question.match}).fetchall()

    def _asked(self, question: Question, limit: int) -> dict[str, object]:
        return {
            "match": question.match if question.near is None else self._near(question.near),
            "body": question.body,
            "since": question.since,
            "until": question.until,
            "limit": limit,
        }

    def _near(self, word: str) -> str:
        from rapidfuzz import process
        from rapidfuzz.distance import Levenshtein

        near = process.extract(word, self._words, scorer=Levenshtein.distance, score_cutoff=1, limit=_MOST_NEAR)
        return " OR ".join(f'"{each}"' for each, _, _ in near) or '"nothing is spelt like this"'


def _row(entry: Entry) -> tuple[object, ...]:
    return (
        entry.id,
        entry.kind,
        entry.document,
        entry.document_name,
        entry.page,
        entry.paper,
        entry.paper_title,
        entry.heading,
        entry.number,
        entry.body,
        entry.organisation,
        entry.date,
        entry.outcome,
        entry.owner,
        "; ".join(entry.people),
        entry.text,
    )
