"""Brings the links of bodies up to date with the documents on show: only the documents that something changed for."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from corpus import gazetteer
from corpus.gazetteer import BodyId
from corpus.registry.bodyids import BodyIds
from corpus.registry.knownbodies import KnownBodies, places, whole_names
from corpus.registry.saidbodies import Definition, definitions, homes_of_bodies, said_bodies
from corpus.registry.whichbody import body_of_home, which_body

_Explained = tuple[str, str]  # the home and the abbreviation that its papers explain


def version() -> str:
    """Changes with the rules for bodies and with the gazetteer: then all are linked anew."""
    return f"1/{gazetteer.digest()}"


def link_bodies(
    connection: sqlite3.Connection, changed: Collection[str], moved: Mapping[str, str | None], *, anew: bool = False
) -> int:
    """Link what the documents ``changed`` name (where ``anew``, all); how many bodies that touched.

    ``moved`` holds by document its home before, where that is another one now.
    """
    if anew:
        connection.execute("DELETE FROM home_bodies")
        changed = [row["id"] for row in connection.execute("SELECT id FROM documents")]
    documents = {*changed, *moved}
    documents.update(_explain(connection, documents, moved))
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
        for said in said_bodies(connection, (document,)):
            body, reason = which_body(said, known)
            touched.add(body_id := ids.of(body))
            connection.execute(
                "INSERT INTO body_links (sha256, folded, form, body_id, reason) VALUES (?, ?, ?, ?, ?)",
                (said.key.sha256, said.key.folded, said.form, body_id, reason),
            )
    for body_id in touched:
        _name(connection, body_id)
    return len(touched)


def naming(connection: sqlite3.Connection, form: str) -> set[str]:
    """The documents that give this name, or use an abbreviation that papers of the same publisher explain by it."""
    found = {row["id"] for row in connection.execute(_USING, (form,))}
    for row in connection.execute(_EXPLAINED_BY, (form,)).fetchall():
        found.update(each["id"] for each in connection.execute(_USING_AT_HOME, (row["short"], row["home"])))
    return found


def naming_committees_of(connection: sqlite3.Connection, names: Iterable[str]) -> set[str]:
    """The documents that give names with one of ``names`` (of publishers, or of places) and a word more before."""
    return {
        row["id"]
        for name in names
        for start in (f"{name} ", f"nhs {name} ")
        for row in connection.execute(_STARTING, {"start": start, "end": f"{start[:-1]}!"})
    }


def _explain(connection: sqlite3.Connection, documents: Collection[str], moved: Mapping[str, str | None]) -> set[str]:
    """Note what abbreviations ``documents`` explain; all that use one that means something else now."""
    before: dict[_Explained, set[str]] = defaultdict(set)
    after: dict[_Explained, set[str]] = defaultdict(set)
    explained: list[Definition] = []
    for document in documents:
        for row in connection.execute(_DEFINED, (document,)):
            before[moved.get(document) or row["home"], row["short"]].add(row["folded"])
        said = tuple(said_bodies(connection, (document,)))
        for each in definitions(said):
            explained.append(each)
            after[said[0].home, each.short].add(each.folded)
    connection.executemany(
        "DELETE FROM body_definitions WHERE sha256 = (SELECT sha256 FROM documents WHERE id = ?)",
        [(document,) for document in documents],
    )
    changed = [key for key in before.keys() | after.keys() if before[key] != after[key]]
    using: set[str] = set()
    for home, short in changed:
        others = {row["folded"] for row in connection.execute(_DEFINED_BY_OTHERS, (short, home))}
        if others | before[home, short] != others | after[home, short]:
            using.update(row["id"] for row in connection.execute(_USING_AT_HOME, (short, home)))
    connection.executemany(
        "INSERT OR IGNORE INTO body_definitions (sha256, short, folded) VALUES (?, ?, ?)",
        [(each.sha256, each.short, each.folded) for each in explained],
    )
    return using


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
    SELECT DISTINCT h.home, e.short FROM body_links l
    JOIN body_definitions e ON e.sha256 = l.sha256 AND e.folded = l.folded
    JOIN documents d ON d.sha256 = l.sha256 JOIN document_homes h ON h.document_id = d.id WHERE l.form = ?
"""
_DEFINED = """
    SELECT e.short, e.folded, coalesce(h.home, d.id) AS home FROM body_definitions e
    JOIN documents d ON d.sha256 = e.sha256 LEFT JOIN document_homes h ON h.document_id = d.id WHERE d.id = ?
"""
_DEFINED_BY_OTHERS = """
    SELECT e.folded FROM body_definitions e JOIN documents d ON d.sha256 = e.sha256 AND d.current
    JOIN document_homes h ON h.document_id = d.id WHERE e.short = ? AND h.home = ?
"""
_USING_AT_HOME = """
    SELECT d.id FROM body_links l JOIN documents d ON d.sha256 = l.sha256
    JOIN document_homes h ON h.document_id = d.id WHERE l.form = ? AND h.home = ?
"""
_CALLED = """
    SELECT o.name, o.kind FROM body_links l JOIN documents d ON d.sha256 = l.sha256 AND d.current
    JOIN organisations o ON o.document_id = d.id AND o.folded = l.folded
    WHERE l.body_id = :body
    GROUP BY o.name, o.kind
    ORDER BY l.form <> :form, o.name = upper(o.name), count(*) DESC, o.name, o.kind LIMIT 1
"""
