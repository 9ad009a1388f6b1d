"""What is known of the whole corpus when names of bodies are placed; every answer is looked up once."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from functools import cache, partial

from corpus import gazetteer
from corpus.bodies import fold_organisation
from corpus.gazetteer import BodyId
from corpus.registry.bodynames import is_council, place_of
from corpus.registry.saidbodies import SaidBody, explained, homes_of_bodies
from corpus.registry.whichbody import Placed, Ruling


class KnownBodies:
    """The ``Known`` of a corpus, as it is when this is made."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._rulings = {
            (row["form"], row["owner_key"]): _ruling(row) for row in connection.execute(_RULINGS).fetchall()
        }
        self._called = homes_of_bodies(connection)
        self._named: dict[str, list[str]] = defaultdict(list)
        self._placed: dict[str, list[str]] = defaultdict(list)
        for home in sorted(self._called):
            for name in whole_names(home):
                self._named[name].append(home)
            for place in places(home):
                self._placed[place].append(home)
        self._explained = cache(partial(explained, connection))

    def by_hand(self, form: str, owner: str | None) -> Ruling | None:
        """What ``form`` means by hand, in papers of ``owner`` alone or in all."""
        return self._rulings.get((form, owner))

    def named(self, name: str) -> tuple[str, ...]:
        """The homes that are called ``name``."""
        return tuple(self._named.get(name, ()))

    def placed(self, name: str) -> tuple[str, ...]:
        """The homes that are councils of the place ``name``."""
        return tuple(self._placed.get(name, ()))

    def called(self, home: str) -> str:
        """How papers of ``home`` write its name, or else the gazetteer."""
        public = gazetteer.by_id().get(BodyId(home))
        return self._called.get(home) or (public.name if public else home.title())

    def defined(self, home: str, short: str) -> tuple[SaidBody, ...]:
        """What papers of ``home`` explain ``short`` to stand for."""
        return self._explained(home, short)


def whole_names(home: str) -> tuple[str, ...]:
    """What ``home`` is called, folded."""
    public = gazetteer.by_id().get(BodyId(home))
    return tuple(map(fold_organisation, (public.name, *public.former_names))) if public else (home,)


def places(home: str) -> frozenset[str]:
    """The places that ``home`` is the council of; none where it is another body."""
    found = {place_of(name) for name in whole_names(home) if is_council(name)}
    return frozenset(place for place in found if place)


def stored(row: sqlite3.Row) -> Placed:
    """The body of a row of the table ``bodies``."""
    return Placed(key=row["key"], name=row["name"], public=gazetteer.by_id().get(BodyId(row["id"])))


def _ruling(row: sqlite3.Row) -> Ruling:
    return Ruling(stored(row), row["made_at"].partition("T")[0])


_RULINGS = """
    SELECT a.form, a.made_at, o.key AS owner_key, r.id, r.key, r.name
    FROM body_aliases a JOIN bodies b ON b.id = a.body_id JOIN bodies r ON r.id = coalesce(b.merged_into, b.id)
    LEFT JOIN bodies o ON o.id = a.owner
"""
