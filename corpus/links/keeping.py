"""Keeps the links in step with the documents on show: only what shares a key with what changed is linked anew.

A link follows from the things that share one key, and from nothing else. So a run takes the keys of the documents that
changed or went, as they were and as they are, and makes the links of each anew: what it costs grows with the things
that have those keys, and the order in which documents come changes nothing.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from corpus import changes, gazetteer, restoring
from corpus.codec import decode_thing, encode_thing
from corpus.links import byhand
from corpus.links.drifted import drifted
from corpus.links.model import Keyed, Link, Linker, Thing
from corpus.links.publishers import publisher
from corpus.links.storing import columns
from corpus.schema import INSERTS
from corpus.stringlists import encode_strings

_REGISTRY = "links"
# To be raised when the rules for linking change: then all is linked anew.
_RULES = 7
# Keys are taken in batches, so that all things of a large corpus are never in memory at once.
_KEYS_AT_ONCE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """How many documents were looked at anew, and how many links their things and candidates have."""

    documents: int
    links: int


def is_joined(connection: sqlite3.Connection) -> bool:
    """Whether all on show is linked, by the present rules and with bodies as they are merged now."""
    return _state(connection) == (changes.current_revision(connection), _version(connection))


def join(connection: sqlite3.Connection, linker: Linker, *, anew: bool = False) -> Joined:
    """Link what changed since the last time (all where ``anew``), inside the caller's transaction."""
    revision, version = _state(connection)
    if anew or version != _version(connection):
        for table in ("links", "link_keys", "linked_things"):
            connection.execute(f"DELETE FROM {table}")  # noqa: S608 - these names and no others
        revision = 0
    changed = {**dict.fromkeys(drifted(connection, revision), True), **changes.changed_since(connection, revision)}
    touched = _forget(connection, changed)
    current = sorted(document for document, present in changed.items() if present)
    for document in current:
        touched.update(_keep_things(connection, document, linker))
    links = sum(_relink(connection, keys, linker) for keys in _batches(sorted(touched)))
    byhand.restore(connection)
    connection.execute(
        "INSERT OR REPLACE INTO registry_states (registry, revision, version) VALUES (?, ?, ?)",
        (_REGISTRY, changes.current_revision(connection), _version(connection)),
    )
    return Joined(documents=len(current), links=links)


def _version(connection: sqlite3.Connection) -> str:
    """Changes with the rules and the gazetteer, and with what somebody said by hand of bodies."""
    (merged,) = connection.execute(_MERGED).fetchone()
    (named,) = connection.execute(_NAMED).fetchone()
    return f"{_RULES}/{gazetteer.digest()}/{merged}/{named}"


def _state(connection: sqlite3.Connection) -> tuple[int, str]:
    row = connection.execute("SELECT * FROM registry_states WHERE registry = ?", (_REGISTRY,)).fetchone()
    return (row["revision"], row["version"]) if row else (0, "")


def _forget(connection: sqlite3.Connection, documents: Collection[str]) -> set[str]:
    """Drop the things of ``documents``; gives the keys that they had."""
    parameters = (encode_strings(documents),)
    touched = {row["key"] for row in connection.execute(_KEYS_OF, parameters)}
    for statement in _FORGET:
        connection.execute(statement, parameters)
    return touched


def _keep_things(connection: sqlite3.Connection, document_id: str, linker: Linker) -> set[str]:
    """Keep the things of a document that meet others by a key; gives all their keys."""
    document = restoring.document(connection, document_id)
    assert document is not None, "what is present is stored"
    findings = restoring.findings(connection, document_id)
    of_publisher = publisher(connection, document_id)
    things = [each for each in linker.things(document, findings, of_publisher) if each.keys]
    connection.executemany(
        INSERTS["linked_things"],
        [
            {"document_id": document_id, "position": position, "thing": encode_thing(each.thing)}
            for position, each in enumerate(things)
        ],
    )
    connection.executemany(INSERTS["link_keys"], list(_key_rows(document_id, things)))
    return {key for each in things for key in each.keys}


def _key_rows(document_id: str, things: Iterable[Keyed]) -> Iterator[dict[str, object]]:
    for position, each in enumerate(things):
        for key in dict.fromkeys(each.keys):
            yield {"key": key, "document_id": document_id, "position": position}


def _relink(connection: sqlite3.Connection, keys: Collection[str], linker: Linker) -> int:
    """Make the links of ``keys`` anew: how many there are."""
    parameters = (encode_strings(keys),)
    connection.execute(_UNLINK, parameters)
    telling = [
        row["key"] for row in connection.execute(_COUNTED, parameters) if 1 < row["things"] <= linker.most(row["key"])
    ]
    sharing: dict[str, list[Thing]] = defaultdict(list)
    known: dict[tuple[str, int], Thing] = {}
    for row in connection.execute(_SHARING, (encode_strings(telling),)):
        at = row["document_id"], row["position"]
        if at not in known:
            known[at] = decode_thing(row["thing"])
        sharing[row["key"]].append(known[at])
    made = 0
    for key, things in sharing.items():
        links = _surest(linker.join(key, tuple(things)))
        made += len(links)
        connection.executemany(INSERTS["links"], [columns(key, link) for link in links])
    return made


def _surest(links: Iterable[Link]) -> list[Link]:
    """Of several links of one kind between the same ends the surest, the first of those that are as sure."""
    best: dict[tuple[str, str, str], Link] = {}
    for link in links:
        ends = (link.start.id, link.end.id, link.kind.value)
        if ends not in best or best[ends].score < link.score:
            best[ends] = link
    return list(best.values())


def _batches(keys: list[str]) -> Iterator[list[str]]:
    for at in range(0, len(keys), _KEYS_AT_ONCE):
        yield keys[at : at + _KEYS_AT_ONCE]


_MERGED = "SELECT count(*) || coalesce(max(merged_at), '') FROM bodies WHERE merged_into NOT NULL"
_NAMED = "SELECT count(*) || coalesce(max(made_at), '') FROM body_aliases"
_OF_DOCUMENTS = "WHERE document_id IN (SELECT value FROM json_each(?))"
_KEYS_OF = f"SELECT DISTINCT key FROM link_keys {_OF_DOCUMENTS}"  # noqa: S608 - of constants, as all here
_FORGET = (
    f"DELETE FROM link_keys {_OF_DOCUMENTS}",  # noqa: S608
    f"DELETE FROM linked_things {_OF_DOCUMENTS}",  # noqa: S608
)
_UNLINK = "DELETE FROM links WHERE basis IN (SELECT value FROM json_each(?))"
_COUNTED = """
    SELECT k.key, count(*) AS things FROM json_each(?) w JOIN link_keys k ON k.key = w.value GROUP BY k.key
"""
_SHARING = """
    SELECT k.key, k.document_id, k.position, t.thing
    FROM json_each(?) w JOIN link_keys k ON k.key = w.value
    JOIN linked_things t ON t.document_id = k.document_id AND t.position = k.position
    ORDER BY k.key, k.document_id, k.position
"""
