"""Whose papers a document is among, and which bodies it names, as the registry knows them."""

from __future__ import annotations

import sqlite3

from corpus import gazetteer
from corpus.alignment.matters import Board
from corpus.alignment.reading import board, board_columns, board_joins
from corpus.gazetteer import BodyId
from corpus.links.model import Publisher


def publisher(connection: sqlite3.Connection, document: str) -> Publisher:
    """Whose papers the document of that id is among; its ``board`` asks the store each time."""

    def named(name: str) -> Board:
        found = board(connection.execute(_BOARD, {"document": document, "name": name}).fetchone())
        assert found is not None, "it has the name that was asked for"
        return found

    (home,) = connection.execute(_HOME, (document,)).fetchone()
    return Publisher(home=home, family=family_of(home), board=named)


def family_of(home: str) -> str:
    """One name for the body whose home is ``home`` and all that came before and after it."""
    public = gazetteer.by_id().get(BodyId(home))
    return gazetteer.family(public) if public else home


_NAME = ":name"
_BOARD = f"""
    SELECT {board_columns(_NAME)} FROM documents d {board_joins(_NAME)} WHERE d.id = :document
"""  # noqa: S608 - of constants of this program
_HOME = """
    SELECT coalesce(h.home, d.id) FROM documents d LEFT JOIN document_homes h ON h.document_id = d.id WHERE d.id = ?
"""
