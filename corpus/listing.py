"""What lists of parts and findings share: how a place is told, by which joins, and how a list is narrowed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping

from corpus.filters import PAGE, Filter, narrowed
from corpus.registry.belonging import asked_for
from corpus.stringlists import encode_strings

# The whole of a finding's place: f is the finding, d its document, p the paper and m the meeting that it stands in.
PLACE = """
    d.id AS document, d.name AS document_name, f.page, f.line, f.span_start AS start, f.span_end AS "end",
    p.id AS paper, coalesce(p.title, d.title) AS paper_title, p.kind AS paper_kind
"""
EVIDENCE = "f.quote, f.rule, f.section_id AS section"
OF_PAPER = "p.body, p.organisation, p.date AS date"
OF_MEETING = """
    coalesce(m.body, p.body) AS body, coalesce(m.organisation, p.organisation) AS organisation,
    coalesce(m.date, p.date) AS date
"""
JOIN_PAPER = "JOIN documents d ON d.id = f.document_id LEFT JOIN papers p ON p.id = f.at_paper"
JOIN_MEETING = JOIN_PAPER + " LEFT JOIN meetings m ON m.id = f.meeting_id"
NEWEST_FIRST = " ORDER BY date DESC, d.id, f.span_start, f.position"

# The first condition is worked out once and leaves few documents for the second.
PERSON_IN_SPAN = """
    d.id IN (SELECT document_id FROM people WHERE instr(folded, :person) > 0)
    AND EXISTS (
        SELECT 1 FROM people q JOIN person_mentions n ON n.person_id = q.id
        WHERE q.document_id = d.id AND instr(q.folded, :person) > 0
          AND n.span_start >= f.span_start AND n.span_start < f.span_end)"""

WHERE_PAPER = {
    "body": "instr(fold(p.body), :body) > 0",
    "organisation": asked_for("p.organisation", "p.body"),
    "since": "p.date >= :since",
    "until": "substr(p.date, 1, length(:until)) <= :until",
    "paper_kind": "p.kind = :paper_kind",
    "person": PERSON_IN_SPAN,
    "text": "instr(fold(f.text), :text) > 0",
    "document": "d.id = :document",
    "paper": "p.id = :paper",
}
WHERE_MEETING = {
    **WHERE_PAPER,
    "body": "instr(fold(coalesce(m.body, p.body)), :body) > 0",
    "organisation": asked_for("coalesce(m.organisation, p.organisation)", "coalesce(m.body, p.body)"),
    "since": "coalesce(m.date, p.date) >= :since",
    "until": "substr(coalesce(m.date, p.date), 1, length(:until)) <= :until",
    "meeting": "m.id = :meeting",
}


def listed(
    connection: sqlite3.Connection,
    query: str,
    wanted: Filter,
    conditions: Mapping[str, str],
    order: str = NEWEST_FIRST,
) -> Iterator[sqlite3.Row]:
    """The rows of ``query`` on show that ``wanted`` lets through by ``conditions``, in the ``order`` given."""
    where, parameters = narrowed(wanted, conditions)
    if wanted.organisation is not None:
        from corpus.registry.asked import asked

        bodies = asked(connection, wanted.organisation, exactly=wanted.exactly).bodies
        parameters["bodies"] = encode_strings(bodies)
    return connection.execute("".join((query, " WHERE d.current", where, order, PAGE)), parameters)


def truth(column: int | None) -> bool | None:
    """The truth value that a column holds, where it holds one."""
    return None if column is None else bool(column)
