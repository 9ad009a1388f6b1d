"""Organisations over all documents: each body once, as the registry links what documents say of them."""

from __future__ import annotations

import sqlite3

from corpus.bodies import fold_organisation
from corpus.filters import PAGE, Filter, Parameters, narrowed
from corpus.folding import fold
from corpus.registry.bodynames import is_common
from corpus.rows import OrganisationRow
from corpus.sayings import OF_DOCUMENT, ONE, mentions
from corpus.stringlists import decode_string_lists, encode_strings

_COLUMNS = """
    f.*, f.rowid AS stored, d.sha256, d.name AS document_name, d.organisation AS publisher, d.body, d.date, d.current,
    coalesce(r.merged_into, r.id, f.id) AS registered, r.id AS linked_to, l.reason, r.merged_at
"""
_LINKED = "l.sha256 = d.sha256 AND l.folded = f.folded"

# What each document says of each organisation; what is not linked yet stands for itself.
_SAID = f"""
    said AS NOT MATERIALIZED (
        SELECT {_COLUMNS} FROM organisations f JOIN documents d ON d.id = f.document_id
        LEFT JOIN body_links l ON {_LINKED} LEFT JOIN bodies r ON r.id = l.body_id
    )
"""  # noqa: S608 - constants of this module

MINE = f"""
    mine AS (
        SELECT {_COLUMNS} FROM bodies r JOIN body_links l ON l.body_id = r.id
        JOIN documents d ON d.sha256 = l.sha256 JOIN organisations f ON f.document_id = d.id AND f.folded = l.folded
        WHERE d.current AND (r.id = :registered OR r.merged_into = :registered)
        UNION ALL
        SELECT {_COLUMNS} FROM organisations f JOIN documents d ON d.id = f.document_id
        LEFT JOIN body_links l ON {_LINKED} LEFT JOIN bodies r ON r.id = l.body_id
        WHERE f.id = :registered AND d.current AND l.body_id IS NULL
    )
"""  # noqa: S608
"""What documents on show say of the body ``:registered``, which is found by the links."""

_NAMED = """
    f.registered IN (SELECT registered FROM said s WHERE s.current AND (instr(s.folded, :{0}) > 0
        OR EXISTS (SELECT 1 FROM json_each(s.aliases) WHERE instr(fold(value), :{0}) > 0)))
    OR f.registered IN (SELECT value FROM json_each(:{0}_means))
    OR f.registered IN (SELECT coalesce(merged_into, id) FROM bodies WHERE instr(fold(name), :{0}) > 0)"""
_WHERE = {
    **OF_DOCUMENT,
    "organisation": _NAMED.format("organisation"),
    "text": _NAMED.format("text"),
}

_GROUPS = """
    groups AS (
        SELECT f.registered, min(f.id) AS said_id,
               json_group_array(json(f.aliases)) AS aliases, json_group_array(DISTINCT f.name) AS names,
               count(DISTINCT f.document_id) AS documents, min(f.date) AS first_date, max(f.date) AS last_date
        FROM chosen f GROUP BY f.registered ORDER BY documents DESC, f.registered
"""
_PLACES = """
    SELECT g.registered AS id, coalesce(r.name, f.name) AS name, coalesce(r.kind, f.kind) AS kind, r.owner, g.names,
           g.aliases, g.documents, g.first_date, g.last_date,
           f.document_id AS document, d.name AS document_name, m.page, m.line, m.quote
    FROM groups g JOIN organisations f ON f.id = g.said_id JOIN documents d ON d.id = f.document_id
    LEFT JOIN bodies r ON r.id = g.registered
    LEFT JOIN organisation_mentions m
           ON m.rowid = (SELECT min(rowid) FROM organisation_mentions WHERE organisation_id = g.said_id)
    ORDER BY g.documents DESC, g.registered
"""

_WHICH = """
    SELECT coalesce(merged_into, id) AS registered FROM bodies WHERE id = :id
    UNION ALL SELECT registered FROM said WHERE id = :id
    LIMIT 1
"""
_CALLED = """
    SELECT DISTINCT coalesce(r.merged_into, r.id) AS registered
    FROM body_links l JOIN bodies r ON r.id = l.body_id WHERE l.form = :form
"""


def organisations(connection: sqlite3.Connection, wanted: Filter) -> tuple[OrganisationRow, ...]:
    """Organisations that ``wanted`` lets through, those named in most documents first."""
    from corpus.registry.bodyaliases import bodies_called

    where, parameters = narrowed(wanted, _WHERE)
    for field, name in (("text", wanted.text), ("organisation", wanted.organisation)):
        parameters[f"{field}_means"] = encode_strings(bodies_called(connection, name) if name else ())
    chosen = f"SELECT * FROM said f WHERE f.current{where}"  # noqa: S608 - conditions of this module
    return _organisations(connection, _SAID, chosen, parameters)


def organisation(connection: sqlite3.Connection, organisation_id: str) -> OrganisationRow | None:
    """The organisation of that id (of the registry, or of a finding), with all that documents say of it."""
    found = which(connection, organisation_id)
    if found is None:
        return None
    parameters: Parameters = {"registered": found, "id": organisation_id, "limit": 1, "offset": 0}
    rows = _organisations(connection, f"{_SAID}, {MINE}", ONE, parameters)
    return rows[0] if rows else None


def which(connection: sqlite3.Connection, organisation_id: str) -> str | None:
    """The id under which the organisation of that id is known now; ``None`` where none has it."""
    row = connection.execute(f"WITH {_SAID} {_WHICH}", {"id": organisation_id}).fetchone()
    return None if row is None else str(row["registered"])


def called(connection: sqlite3.Connection, name: str) -> tuple[str, ...]:
    """The ids of all bodies that papers call ``name``."""
    found = connection.execute(_CALLED, {"form": fold_organisation(name)})
    return tuple(sorted(str(row["registered"]) for row in found))


def organisation_mentions(connection: sqlite3.Connection, organisation_id: str, limit: int) -> list[sqlite3.Row]:
    """Up to ``limit`` places that name the organisation of that id, newest document first."""
    parameters: Parameters = {"registered": which(connection, organisation_id), "id": organisation_id, "limit": limit}
    return mentions(connection, MINE, "organisations", ("organisation_mentions", "organisation_id"), parameters)


def _organisations(
    connection: sqlite3.Connection, expressions: str, chosen: str, parameters: Parameters
) -> tuple[OrganisationRow, ...]:
    """A row for each body of the sayings that the query ``chosen`` takes from ``expressions``."""
    query = "".join(("WITH ", expressions, ", chosen AS (", chosen, "), ", _GROUPS, PAGE, ")", _PLACES))
    return tuple(map(_row, connection.execute(query, parameters)))


def _row(row: sqlite3.Row) -> OrganisationRow:
    columns = dict(row)
    names = decode_string_lists(f"[{columns.pop('names')}]")
    others = {fold(name): name for name in reversed((*names, *decode_string_lists(row["aliases"])))}
    own = fold(row["name"])
    aliases = sorted(name for folded, name in others.items() if folded != own and not _is_generic(name))
    return OrganisationRow(**{**columns, "aliases": tuple(aliases)})


def _is_generic(name: str) -> bool:
    """Whether papers of any body could say so of theirs: "the Council", "the Board"."""
    return is_common(fold_organisation(name))
