"""Brings the links of bodies up to date with the documents on show: only the documents that something changed for."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable

from corpus import gazetteer
from corpus.gazetteer import BodyId
from corpus.registry.altered import note_bodies
from corpus.registry.bodyids import BodyIds
from corpus.registry.knownbodies import KnownBodies, places, whole_names
from corpus.registry.saidbodies import Definition, definitions, homes_of_bodies, said_bodies
from corpus.registry.whichbody import body_of_home, which_body

# To be raised when the rules for bodies change.
_RULES = 3

_Explained = tuple[str, str]  # the home and the abbreviation that its papers explain


def version() -> str:
    """Changes with the rules for bodies and with the gazetteer: then all are linked anew."""
    return f"{_RULES}/{gazetteer.digest()}"


def link_bodies(connection: sqlite3.Connection, changed: Iterable[str], *, anew: bool = False) -> int:
    """Link what the documents ``changed`` name (where ``anew``, all); how many bodies that touched.

    Changed is also a document that has another home.
    """
    documents = set(changed)
    if anew:
        connection.execute("DELETE FROM home_bodies")
        documents = {row["id"] for row in connection.execute("SELECT id FROM documents")}
    documents.update(_explain(connection, documents))
    homes = homes_of_bodies(connection).keys()
    before = {row["home"] for row in connection.execute("SELECT home FROM home_bodies")}
    names = [name for home in homes ^ before for name in (*whole_names(home), *places(home))]
    documents.update(naming_committees_of(connection, names))
    connection.executemany("DELETE FROM home_bodies WHERE home = ?", [(home,) for home in before - homes])
    return place(connection, documents, homes - before)


def place(connection: sqlite3.Connection, documents: Collection[str], homes: Iterable[str]) -> int:
    """Place all that ``documents`` name anew, and the publishers ``homes``; how many bodies that touched."""
    known, ids = KnownBodies(connection), BodyIds(connection)
    connection.executemany(
        "INSERT OR REPLACE INTO home_bodies (home, body_id, name) VALUES (?, ?, ?)",
        [(home, ids.of(body_of_home(home, known)), known.called(home)) for home in sorted(homes)],
    )
    touched = _unlink(connection, documents)
    for document in sorted(documents):
        placed = [(said, *which_body(said, known)) for said in said_bodies(connection, (document,))]
        links = [(said.key.sha256, said.key.folded, said.form, ids.of(body), why) for said, body, why in placed]
        touched.update(body_id for *_, body_id, _ in links)
        connection.executemany(
            "INSERT INTO body_links (sha256, folded, form, body_id, reason) VALUES (?, ?, ?, ?, ?)", links
        )
    for body_id in touched:
        _name(connection, body_id)
    note_bodies(connection, touched)
    return len(touched)


def naming(connection: sqlite3.Connection, form: str) -> set[str]:
    """The documents that give this name, or use an abbreviation that papers of the same publisher explain by it."""
    found = {row["id"] for row in connection.execute(_USING, (form,))}
    for row in connection.execute(_EXPLAINED_BY, (form,)).fetchall():
        found.update(each["id"] for each in connection.execute(_USING_AT_HOME, (row["home"], row["short"])))
    return found


def naming_committees_of(connection: sqlite3.Connection, names: Iterable[str]) -> set[str]:
    """The documents that give names with one of ``names`` (of publishers, or of places) and a word more before."""
    return {
        row["id"]
        for name in names
        for start in (f"{name} ", f"nhs {name} ")
        for row in connection.execute(_STARTING, {"start": start, "end": f"{start[:-1]}!"})
    }


def _explain(connection: sqlite3.Connection, documents: Collection[str]) -> set[str]:
    """Note what abbreviations ``documents`` explain; all that use one that means something else now."""
    explained = [each for document in documents for each in definitions(said_bodies(connection, (document,)))]
    forgotten = [
        Definition(**row) for document in documents for row in connection.execute(_FORGOTTEN, (document,)).fetchall()
    ]
    changed = {(each.home, each.short) for each in set(explained).symmetric_difference(forgotten)}
    others = {key: _meanings(connection, key) for key in changed}
    connection.executemany(
        "INSERT OR IGNORE INTO body_definitions (sha256, home, short, folded) VALUES (?, ?, ?, ?)",
        [(each.sha256, each.home, each.short, each.folded) for each in explained],
    )
    for each in forgotten:
        if (key := (each.home, each.short)) in others:
            others[key].add(each.folded)
    return {
        row["id"]
        for key, before in others.items()
        if before != _meanings(connection, key)
        for row in connection.execute(_USING_AT_HOME, key)
    }


def _meanings(connection: sqlite3.Connection, key: _Explained) -> set[str]:
    """What documents explain an abbreviation to stand for, among the papers of one home."""
    return {row["folded"] for row in connection.execute(_MEANINGS, key)}


def _unlink(connection: sqlite3.Connection, documents: Iterable[str]) -> set[str]:
    """Forget the links of ``documents``: the bodies that they named."""
    return {
        row["body_id"]
        for document in documents
        for row in connection.execute(
            "DELETE FROM body_links WHERE sha256 = (SELECT sha256 FROM documents WHERE id = ?) RETURNING body_id",
            (document,),
        ).fetchall()
    }


def _name(connection: sqlite3.Connection, body_id: str) -> None:
    """Call a body as the gazetteer does, or else as most papers do, by the form that tells it before any other."""
    public = gazetteer.by_id().get(BodyId(body_id))
    if public:
        called: tuple[str, str] | None = (public.name, public.kind)
    else:
        (key,) = connection.execute("SELECT key FROM bodies WHERE id = ?", (body_id,)).fetchone()
        called = connection.execute(_CALLED, {"body": body_id, "form": key.rpartition(":")[2]}).fetchone()
    if called:
        connection.execute("UPDATE bodies SET name = ?, kind = ? WHERE id = ?", (*called, body_id))


_USING = """
    SELECT d.id FROM body_links l JOIN documents d ON d.sha256 = l.sha256 WHERE l.form = ?
"""
_STARTING = """
    SELECT d.id FROM body_links l JOIN documents d ON d.sha256 = l.sha256 WHERE l.form >= :start AND l.form < :end
"""
_EXPLAINED_BY = """
    SELECT DISTINCT e.home, e.short FROM body_links l
    JOIN body_definitions e ON e.sha256 = l.sha256 AND e.folded = l.folded WHERE l.form = ?
"""
_FORGOTTEN = """
    DELETE FROM body_definitions WHERE sha256 = (SELECT sha256 FROM documents WHERE id = ?)
    RETURNING sha256, home, short, folded
"""
_MEANINGS = "SELECT DISTINCT folded FROM body_definitions WHERE home = ? AND short = ?"
_USING_AT_HOME = """
    SELECT d.id FROM document_homes h JOIN documents d ON d.id = h.document_id
    JOIN body_links l ON l.sha256 = d.sha256 WHERE h.home = ? AND l.form = ?
"""
_CALLED = """
    SELECT o.name, o.kind FROM body_links l JOIN documents d ON d.sha256 = l.sha256 AND d.current
    JOIN organisations o ON o.document_id = d.id AND o.folded = l.folded
    WHERE l.body_id = :body
    GROUP BY o.name, o.kind
    ORDER BY l.form <> :form, o.name = upper(o.name), count(*) DESC, o.name, o.kind LIMIT 1
"""
