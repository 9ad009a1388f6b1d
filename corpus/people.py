"""People over all documents: each person once, as the registry links what documents say of them."""

from __future__ import annotations

import sqlite3

from corpus.filters import PAGE, Filter, Parameters, narrowed
from corpus.rows import PersonRow
from corpus.sayings import OF_DOCUMENT, ONE, mentions
from corpus.stringlists import decode_string_lists

_COLUMNS = """
    f.*, f.rowid AS stored, d.sha256, d.name AS document_name, d.organisation AS publisher, d.body, d.date, d.current,
    coalesce(r.merged_into, r.id, f.id) AS person, r.id AS linked_to, l.reason, l.by_hand, r.merged_at
"""
_LINKED = "l.sha256 = d.sha256 AND l.folded = f.folded AND l.namesake = f.namesake"

# What each document says of each person; what is not linked yet stands for itself. A table of it would take long.
_SAID = f"""
    said AS NOT MATERIALIZED (
        SELECT {_COLUMNS} FROM people f JOIN documents d ON d.id = f.document_id
        LEFT JOIN person_links l ON {_LINKED} LEFT JOIN persons r ON r.id = l.person_id
    )
"""  # noqa: S608 - constants of this module

MINE = f"""
    mine AS (
        SELECT {_COLUMNS} FROM persons r JOIN person_links l ON l.person_id = r.id
        JOIN documents d ON d.sha256 = l.sha256 JOIN people f ON f.document_id = d.id AND {_LINKED}
        WHERE d.current AND (r.id = :person OR r.merged_into = :person)
        UNION ALL
        SELECT {_COLUMNS} FROM people f JOIN documents d ON d.id = f.document_id
        LEFT JOIN person_links l ON {_LINKED} LEFT JOIN persons r ON r.id = l.person_id
        WHERE f.id = :person AND d.current AND l.person_id IS NULL
    )
"""  # noqa: S608
"""What documents on show say of the person ``:person``, who is found by the links."""

# Part of a name; what may be initials is looked for where words begin: "MP" is not in "Humphreys".
_PART = """
    iif(length(:{0}) <= 3, instr(' ' || replace({1}, '-', ' '), ' ' || :{0}), instr({1}, :{0})) > 0"""
_NAMED = f"""
    f.person IN (SELECT person FROM said s WHERE s.current AND ({_PART.format("{0}", "s.folded")}
        OR EXISTS (SELECT 1 FROM json_each(s.aliases) WHERE {_PART.format("{0}", "fold(value)")})))
    OR f.person = coalesce((SELECT coalesce(merged_into, id) FROM persons WHERE id = :{{0}}), :{{0}})"""  # noqa: S608
_WHERE = {
    **OF_DOCUMENT,
    "organisation": "instr(fold(f.publisher), :organisation) > 0"
    " OR EXISTS (SELECT 1 FROM json_each(f.organisations) WHERE instr(fold(value), :organisation) > 0)",
    "person": _NAMED.format("person"),
    "text": _NAMED.format("text"),
}

_GROUPS = """
    groups AS (
        SELECT f.person, min(f.id) AS said_id, max(f.title) AS said_title,
               json_group_array(json(f.aliases)) AS aliases, json_group_array(json(f.roles)) AS roles,
               json_group_array(json(f.organisations)) AS organisations, max(f.listed) AS listed,
               count(DISTINCT f.document_id) AS documents, min(f.date) AS first_date, max(f.date) AS last_date
        FROM chosen f GROUP BY f.person ORDER BY documents DESC, f.person
"""
_PLACES = """
    SELECT g.person AS id, coalesce(r.name, f.name) AS name, coalesce(r.title, g.said_title) AS title, g.aliases,
           g.roles, g.organisations, g.listed, g.documents, g.first_date, g.last_date,
           (SELECT c.publisher FROM chosen c WHERE c.person = g.person AND c.publisher IS NOT NULL
            GROUP BY c.publisher ORDER BY count(*) DESC, c.publisher LIMIT 1) AS organisation,
           f.document_id AS document, d.name AS document_name, m.page, m.line, m.quote
    FROM groups g JOIN people f ON f.id = g.said_id JOIN documents d ON d.id = f.document_id
    LEFT JOIN persons r ON r.id = g.person
    LEFT JOIN person_mentions m ON m.rowid = (SELECT min(rowid) FROM person_mentions WHERE person_id = g.said_id)
    ORDER BY g.documents DESC, g.person
"""

_WHO = """
    SELECT coalesce(merged_into, id) AS person FROM persons WHERE id = :id
    UNION ALL SELECT person FROM said WHERE id = :id
    LIMIT 1
"""


def people(connection: sqlite3.Connection, wanted: Filter) -> tuple[PersonRow, ...]:
    """People that ``wanted`` lets through, those named in most documents first."""
    where, parameters = narrowed(wanted, _WHERE)
    chosen = f"SELECT * FROM said f WHERE f.current{where}"  # noqa: S608 - conditions of this module
    return _people(connection, _SAID, chosen, parameters)


def person(connection: sqlite3.Connection, person_id: str) -> PersonRow | None:
    """The person of that id (of the registry, or of a finding), with all that documents say of him or her."""
    found = who(connection, person_id)
    if found is None:
        return None
    parameters: Parameters = {"person": found, "id": person_id, "limit": 1, "offset": 0}
    rows = _people(connection, f"{_SAID}, {MINE}", ONE, parameters)
    return rows[0] if rows else None


def who(connection: sqlite3.Connection, person_id: str) -> str | None:
    """The id under which the person of that id is known now; ``None`` where nobody has it."""
    row = connection.execute(f"WITH {_SAID} {_WHO}", {"id": person_id}).fetchone()
    return None if row is None else str(row["person"])


def person_mentions(connection: sqlite3.Connection, person_id: str, limit: int) -> list[sqlite3.Row]:
    """Up to ``limit`` places that name the person of that id, newest document first."""
    parameters: Parameters = {"person": who(connection, person_id), "id": person_id, "limit": limit}
    return mentions(connection, MINE, "people", ("person_mentions", "person_id"), parameters)


def _people(
    connection: sqlite3.Connection, expressions: str, chosen: str, parameters: Parameters
) -> tuple[PersonRow, ...]:
    """A row for each person of the sayings that the query ``chosen`` takes from ``expressions``."""
    query = "".join(("WITH ", expressions, ", chosen AS (", chosen, "), ", _GROUPS, PAGE, ")", _PLACES))
    return tuple(
        PersonRow(
            **{
                **row,
                "aliases": decode_string_lists(row["aliases"]),
                "roles": decode_string_lists(row["roles"]),
                "organisations": decode_string_lists(row["organisations"]),
                "listed": bool(row["listed"]),
            }
        )
        for row in connection.execute(query, parameters)
    )
