"""What somebody said by hand: what the name of a body means, in all papers or in those of one body."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from corpus import gazetteer, organisations, sources
from corpus.bodies import fold_organisation
from corpus.errors import CorpusError
from corpus.registry.bodyids import BodyIds
from corpus.registry.bodylinks import naming, naming_committees_of, place
from corpus.registry.whichbody import of_public

_TOLD = 5  # ids in an error message, which is one line

_EVERYWHERE = ""
"""Stands in the table for the owner, where a name means so in all papers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aliased:
    """What became of a name: the ``body`` (an id) that it means, in papers of ``owner`` (an id) or in all.

    ``documents`` counts those on show whose links were made anew.
    """

    name: str
    body: str
    owner: str | None
    documents: int


def alias(connection: sqlite3.Connection, name: str, body: str, publisher: str | None) -> Aliased:
    """Make ``name`` mean ``body``; raises ``CorpusError`` where a body is unknown or could be several."""
    meant = _the_body(connection, body)
    owner = _the_body(connection, publisher) if publisher else None
    connection.execute(
        "INSERT OR REPLACE INTO body_aliases (form, owner, name, body_id, made_at) VALUES (?, ?, ?, ?, ?)",
        (_form(name), owner or _EVERYWHERE, name, meant, sources.now()),
    )
    return Aliased(name=name, body=meant, owner=owner, documents=_place_anew(connection, _form(name)))


def remove_alias(connection: sqlite3.Connection, name: str, publisher: str | None) -> Aliased:
    """Undo `alias`; raises ``CorpusError`` where nothing was said of ``name``."""
    owner = _the_body(connection, publisher) if publisher else None
    row = connection.execute(
        "DELETE FROM body_aliases WHERE form = ? AND owner = ? RETURNING body_id", (_form(name), owner or _EVERYWHERE)
    ).fetchone()
    if row is None:
        scope = f" in papers of {publisher}" if publisher else ""
        raise CorpusError(f"nobody said what {name} means{scope}, so there is nothing to remove")
    documents = _place_anew(connection, _form(name))
    return Aliased(name=name, body=row["body_id"], owner=owner, documents=documents)


def bodies_called(connection: sqlite3.Connection, name: str) -> tuple[str, ...]:
    """The ids of the bodies that ``name`` means: the one of that id or code, the one said by hand, or the gazetteer's.

    Where it is none of these, all that papers call so.
    """
    found = organisations.which(connection, name)
    if found:
        return (found,)
    row = connection.execute(_BY_HAND, (_form(name), _EVERYWHERE)).fetchone()
    public = gazetteer.with_code(name) or gazetteer.find(name)
    if row or not public:
        return (str(row["id"]),) if row else organisations.called(connection, name)
    return (organisations.which(connection, public.id) or public.id,)


def _the_body(connection: sqlite3.Connection, name: str) -> str:
    """The id of the one body that ``name`` means; one that only the gazetteer knew is stored."""
    found = bodies_called(connection, name)
    if not found:
        raise CorpusError(f"no paper names a body {name}; `minuted organisations` lists those that are named")
    if len(found) > 1:
        more = f" and {len(found) - _TOLD} more" if len(found) > _TOLD else ""
        raise CorpusError(f"{name} could be {', '.join(found[:_TOLD])}{more}; say which by its id")
    public = gazetteer.by_id().get(gazetteer.BodyId(found[0]))
    return found[0] if public is None else BodyIds(connection).of(of_public(public))


def _place_anew(connection: sqlite3.Connection, form: str) -> int:
    """Place all that a ruling on ``form`` can change: names, abbreviations of it, committees of it as publisher."""
    documents = naming(connection, form) | naming_committees_of(connection, (form,))
    homes = [row["home"] for row in connection.execute("SELECT home FROM home_bodies WHERE home = ?", (form,))]
    for home in homes:
        documents.update(row["id"] for row in connection.execute(_AT_HOME, (home,)))
    place(connection, documents, homes)
    return len(documents)


def _form(name: str) -> str:
    form = fold_organisation(name)
    if not form:
        raise CorpusError(f"{name!r} is no name of a body")
    return form


_BY_HAND = """
    SELECT coalesce(r.merged_into, r.id) AS id FROM body_aliases a JOIN bodies r ON r.id = a.body_id
    WHERE a.form = ? AND a.owner = ?
"""
_AT_HOME = """
    SELECT d.id FROM document_homes h JOIN documents d ON d.id = h.document_id WHERE h.home = ? AND d.current
"""
