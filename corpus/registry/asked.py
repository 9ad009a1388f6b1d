"""Which bodies a question for an organisation is about: the one of that name, and those whose work it took over."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from corpus import gazetteer, organisations
from corpus.bodies import fold_organisation
from corpus.folding import fold
from corpus.gazetteer import BodyId
from corpus.registry.bodyaliases import bodies_called
from corpus.registry.bodynames import is_common
from corpus.registry.bodyrows import RelatedBody
from corpus.stringlists import encode_strings


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What an organisation was asked for as (``name``) means.

    ``bodies`` are the ids of the body and of all that it came from, with their boards; none where the name is only part
    of one. ``before`` are those of them that came before it, and of which there are papers. ``printed`` are the names
    under which papers of all these stand in the search index.
    """

    name: str
    bodies: tuple[str, ...]
    before: tuple[RelatedBody, ...]
    printed: tuple[str, ...]


def asked(connection: sqlite3.Connection, name: str, *, exactly: bool = False) -> Asked:
    """The bodies that ``name`` (an id, a code, a name) means: where ``exactly``, without those that came before."""
    found = bodies_called(connection, name)
    if len(found) != 1:
        return Asked(name=name, bodies=(), before=(), printed=())
    public = gazetteer.by_id().get(BodyId(found[0]))
    before = {
        registered: body
        for body in (gazetteer.ancestors(public) if public and not exactly else ())
        if (registered := organisations.which(connection, body.id)) and registered != found[0]
    }
    bodies = with_boards(connection, (*found, *sorted(before)))
    rows = connection.execute(_PRINTED, {"bodies": encode_strings(bodies)}).fetchall()
    published = {row["body"] for row in rows}
    return Asked(
        name=name,
        bodies=bodies,
        before=tuple(
            RelatedBody(id=registered, name=body.name, started=body.started, ended=body.ended)
            for registered, body in sorted(before.items(), key=lambda each: each[1].name)
            if registered in published
        ),
        printed=_printed(row["name"] for row in rows),
    )


def with_boards(connection: sqlite3.Connection, bodies: Iterable[str]) -> tuple[str, ...]:
    """``bodies`` (ids) and their boards and committees, whose papers are theirs."""
    bodies = tuple(bodies)
    boards = connection.execute(_BOARDS, {"bodies": encode_strings(bodies)})
    return (*bodies, *(row["id"] for row in boards))


def _printed(names: Iterable[str]) -> tuple[str, ...]:
    """``names``, each once whatever its case, without those that would find the papers of any body."""
    once = {fold(name): name for name in names if not is_common(fold_organisation(name))}
    return tuple(sorted(once.values()))


_BOARDS = """
    SELECT DISTINCT coalesce(r.merged_into, r.id) AS id FROM bodies r JOIN bodies o ON o.id = r.owner
    WHERE coalesce(o.merged_into, o.id) IN (SELECT value FROM json_each(:bodies)) ORDER BY id
"""
_REGISTERED = "coalesce(r.merged_into, r.id)"
_PRINTED = f"""
    SELECT DISTINCT {_REGISTERED} AS body, p.organisation AS name
    FROM bodies r JOIN body_links l ON l.body_id = r.id JOIN documents d ON d.sha256 = l.sha256 AND d.current
    JOIN papers p ON p.document_id = d.id AND fold(p.organisation) = l.folded
    WHERE {_REGISTERED} IN (SELECT value FROM json_each(:bodies))
    UNION SELECT {_REGISTERED}, b.name FROM home_bodies b JOIN bodies r ON r.id = b.body_id
    WHERE {_REGISTERED} IN (SELECT value FROM json_each(:bodies))
"""  # noqa: S608 - a constant of this module
