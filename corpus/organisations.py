"""Organisations over all documents: the same name is shown once, with how often and when it occurs."""

from __future__ import annotations

import sqlite3

from corpus.codec import decode_string_lists
from corpus.filters import PAGE, Filter, Parameters, narrowed
from corpus.rows import OrganisationRow

_OF_DOCUMENT = {
    "body": "instr(fold(d.body), :body) > 0",
    "since": "d.date >= :since",
    "until": "substr(d.date, 1, length(:until)) <= :until",
    "document": "d.id = :document",
}

_ORGANISATIONS = """
    SELECT min(f.id) AS id, min(f.name) AS name, min(f.kind) AS kind, json_group_array(json(f.aliases)) AS aliases,
           count(DISTINCT d.id) AS documents, min(d.date) AS first_date, max(d.date) AS last_date
    FROM organisations f JOIN documents d ON d.id = f.document_id
"""
_ORGANISATION_GROUPS = " GROUP BY f.folded ORDER BY documents DESC, f.folded"
_ORGANISATION_PLACES = """
    SELECT g.*, d.id AS document, d.name AS document_name, m.page, m.line, m.quote
    FROM groups g JOIN organisations f ON f.id = g.id JOIN documents d ON d.id = f.document_id
    LEFT JOIN organisation_mentions m
           ON m.rowid = (SELECT min(rowid) FROM organisation_mentions WHERE organisation_id = g.id)
    ORDER BY g.documents DESC, f.folded
"""
_WHERE_ORGANISATION = {
    **_OF_DOCUMENT,
    "organisation": "instr(f.folded, :organisation) > 0"
    " OR EXISTS (SELECT 1 FROM json_each(f.aliases) WHERE instr(fold(value), :organisation) > 0)",
    "text": "instr(f.folded, :text) > 0"
    " OR EXISTS (SELECT 1 FROM json_each(f.aliases) WHERE instr(fold(value), :text) > 0)",
}

# The others of the same name, and the one of that id even in an old version.
_SAME_ORGANISATION = """
    WHERE f.folded = (SELECT folded FROM organisations WHERE id = :id) AND (d.current OR f.id = :id)
"""


def organisations(connection: sqlite3.Connection, wanted: Filter) -> tuple[OrganisationRow, ...]:
    """Organisations that ``wanted`` lets through, those named in most documents first."""
    where, parameters = narrowed(wanted, _WHERE_ORGANISATION)
    return _organisations(connection, " WHERE d.current" + where, parameters)


def organisation(connection: sqlite3.Connection, organisation_id: str) -> OrganisationRow | None:
    """The organisation of that id, with all that other documents say of the same name."""
    found = _organisations(connection, _SAME_ORGANISATION, {"id": organisation_id, "limit": 1, "offset": 0})
    return found[0] if found else None


def organisation_mentions(connection: sqlite3.Connection, organisation_id: str, limit: int) -> list[sqlite3.Row]:
    """Up to ``limit`` places that name the organisation of that id or the same name, newest document first."""
    query = " ".join((_ORGANISATION_MENTIONS, _SAME_ORGANISATION, _MENTION_ORDER))
    return connection.execute(query, {"id": organisation_id, "limit": limit}).fetchall()


def _organisations(connection: sqlite3.Connection, where: str, parameters: Parameters) -> tuple[OrganisationRow, ...]:
    query = "".join(("WITH groups AS (", _ORGANISATIONS, where, _ORGANISATION_GROUPS, PAGE, ")", _ORGANISATION_PLACES))
    return tuple(
        OrganisationRow(**{**row, "aliases": decode_string_lists(row["aliases"])})
        for row in connection.execute(query, parameters)
    )


_ORGANISATION_MENTIONS = """
    SELECT d.id AS document, d.name AS document_name, m.page, m.line, m.quote, m.rule
    FROM organisations f JOIN documents d ON d.id = f.document_id
    JOIN organisation_mentions m ON m.organisation_id = f.id
"""
_MENTION_ORDER = "ORDER BY d.date DESC, d.id, m.rowid LIMIT :limit"
