"""One person over all documents: what they did where, and why each paper is taken to be of them."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from corpus import decisionlists, findinglists, listings
from corpus.folding import fold
from corpus.people import MINE, who
from corpus.registry.attended import attended, roles, seen
from corpus.registry.rows import LinkRow, PersonProfile, RoleRow
from corpus.rows import FieldRow


def profile(connection: sqlite3.Connection, person_id: str) -> PersonProfile:
    """All that is known of the person of that id (of the registry, or of a finding); empty where nobody has it."""
    person = who(connection, person_id) or ""
    of_person = {"person": person}
    lists = seen(connection, person)
    told = roles(lists)
    said = _said_roles(connection.execute(_ROLES, of_person), {fold(each.role) for each in told})
    return PersonProfile(
        roles=tuple(sorted((*told, *said), key=lambda role: (role.last_date or "", role.times), reverse=True)),
        attended=attended(connection, lists),
        fields=tuple(FieldRow(**row) for row in connection.execute(_FIELDS, of_person)),
        decisions=tuple(map(decisionlists.decision_row, connection.execute(_DECISIONS, of_person))),
        actions=tuple(map(findinglists.action_row, connection.execute(_ACTIONS, of_person))),
        links=tuple(map(link_row, connection.execute(_LINKS, of_person))),
        namesakes=tuple(row["id"] for row in connection.execute(_NAMESAKES, of_person)),
    )


def link_row(row: sqlite3.Row) -> LinkRow:
    """A row with the columns of ``LinkRow``."""
    columns: dict[str, Any] = {**row, "by_hand": bool(row["by_hand"])}
    return LinkRow(**columns)


def _said_roles(rows: Iterable[sqlite3.Row], listed: Iterable[str | None]) -> list[RoleRow]:
    """The roles that no list gives, each once, with its latest paper."""
    known = set(listed)
    held: dict[str | None, list[sqlite3.Row]] = defaultdict(list)
    for row in rows:
        if fold(row["role"]) not in known:
            held[fold(row["role"])].append(row)
    return [_said_role(papers) for papers in held.values()]


def _said_role(papers: Sequence[sqlite3.Row]) -> RoleRow:
    """A role that ``papers`` (rows, the latest last) give."""
    latest = papers[-1]
    return RoleRow(
        role=latest["role"],
        affiliation=None,
        body=latest["body"],
        organisation=latest["organisation"],
        first_date=next((paper["date"] for paper in papers if paper["date"]), None),
        last_date=latest["date"],
        times=len(papers),
        listed=False,
        document=latest["document"],
        document_name=latest["document_name"],
        page=latest["page"],
        line=latest["line"],
    )


_OF_PERSON = f"WITH {MINE}"
_NAMED_IN_SPAN = """
    EXISTS (SELECT 1 FROM mine s JOIN person_mentions n ON n.person_id = s.id
            WHERE s.document_id = d.id AND n.span_start >= f.span_start AND n.span_start < f.span_end)"""
_CALLED = """
    EXISTS (SELECT 1 FROM mine s WHERE s.document_id = d.id
            AND (instr(fold({0}), s.folded) > 0
                 OR EXISTS (SELECT 1 FROM json_each(s.aliases) WHERE fold(value) = fold({0}))))"""
_FIRST_PLACE = """
    LEFT JOIN person_mentions m ON m.rowid = (SELECT min(rowid) FROM person_mentions WHERE person_id = s.id)"""

_ROLES = f"""
    {_OF_PERSON}
    SELECT r.value AS role, s.body, s.publisher AS organisation, s.date, s.document_id AS document, s.document_name,
           m.page, m.line
    FROM mine s, json_each(s.roles) r {_FIRST_PLACE}
    ORDER BY s.date IS NOT NULL, s.date, s.document_id
"""  # noqa: S608
_FIELDS = f"""
    {_OF_PERSON} {listings.FIELDS} WHERE {_NAMED_IN_SPAN} ORDER BY p.date DESC, p.id, f.position
"""
_DECISIONS = f"""
    {_OF_PERSON} {decisionlists.DECISIONS}
    WHERE d.id IN (SELECT document_id FROM mine)
      AND ({_NAMED_IN_SPAN} OR {_CALLED.format("f.moved_by")} OR {_CALLED.format("f.seconded_by")})
    ORDER BY date DESC, d.id, f.position
"""  # noqa: S608 - as all here, of constants of this program
_ACTIONS = f"""
    {_OF_PERSON} {findinglists.ACTIONS}
    WHERE d.id IN (SELECT document_id FROM mine)
      AND ({_CALLED.format("f.owner_name")} OR {_CALLED.format("f.owner")})
    ORDER BY date DESC, d.id, f.position
"""  # noqa: S608
_LINKS = f"""
    {_OF_PERSON}
    SELECT s.document_id AS document, s.document_name, s.date, s.name, m.page, m.line,
           coalesce(s.reason, 'not linked yet: the next run does it')
               || iif(s.merged_at IS NULL, '', '; merged by hand on ' || substr(s.merged_at, 1, 10)) AS reason,
           coalesce(s.by_hand, 0) OR s.merged_at IS NOT NULL AS by_hand, coalesce(s.linked_to, s.id) AS linked_to
    FROM mine s {_FIRST_PLACE}
    ORDER BY s.date DESC, s.document_id
"""  # noqa: S608
_NAMESAKES = """
    SELECT DISTINCT p.id FROM persons p JOIN person_links l ON l.person_id = p.id
    WHERE p.folded = (SELECT folded FROM persons WHERE id = :person) AND p.id <> :person AND p.merged_into IS NULL
    ORDER BY p.id
"""
