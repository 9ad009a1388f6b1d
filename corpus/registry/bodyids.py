"""Ids of bodies: the gazetteer's, a publisher's with a board's name behind it, or the name; the same in every run."""

from __future__ import annotations

import re
import sqlite3

from corpus import gazetteer
from corpus.bodies import organisation_kind
from corpus.gazetteer import BodyId
from corpus.registry.ids import free_id
from corpus.registry.whichbody import NO_PUBLISHER, Placed
from corpus.slugs import slug

_NO_SLUG = re.compile(r"[^a-z0-9-]+")


class BodyIds:
    """The ids of bodies: those that they have, and readable ones for new bodies."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._known: dict[str, str] = {}

    def of(self, body: Placed) -> str:
        """The id of ``body``, which is stored from now on."""
        if body.key not in self._known:
            row = self._connection.execute("SELECT id FROM bodies WHERE key = ?", (body.key,)).fetchone()
            self._known[body.key] = str(row["id"]) if row else self._store(body)
        return self._known[body.key]

    def _store(self, body: Placed) -> str:
        owner = self.of(body.owner) if body.owner else None
        found = body.public.id if body.public else free_id(_wanted(body, owner), self._is_taken)
        # What had the id of a public body by its name alone, before the gazetteer knew it, is that body.
        self._connection.execute(
            "INSERT INTO bodies (id, key, name, kind, owner) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET key = excluded.key",
            (found, body.key, body.name, organisation_kind(body.name), owner),
        )
        return found

    def _is_taken(self, wanted: str) -> bool:
        found = self._connection.execute("SELECT 1 FROM bodies WHERE id = ?", (wanted,)).fetchone()
        return found is not None or BodyId(wanted) in gazetteer.by_id()


def _wanted(body: Placed, owner: str | None) -> str:
    """Of a body in papers that name no publisher, what takes its place (a document's id, a site) stands before it."""
    place, _, name = body.key.rpartition(":")
    own = slug(name) or "not-named"
    if place == "name":
        return own
    return f"{owner or _NO_SLUG.sub('-', place.removeprefix(NO_PUBLISHER))}/{own}"
