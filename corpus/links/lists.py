"""The links of things on show, those that somebody broke left out: found by rules, by comparing, or made by hand."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Any

from corpus.links.byhand import BY_HAND
from corpus.links.rows import LinkRow
from corpus.stringlists import encode_strings
from corpus.vocabulary import LinkKind


def links(connection: sqlite3.Connection) -> tuple[LinkRow, ...]:
    """All links, the surest first where two things are linked in several ways."""
    return _rows(connection.execute(_LINKS + _ORDER))


def links_of(connection: sqlite3.Connection, ids: Iterable[str], kinds: Iterable[LinkKind] = ()) -> tuple[LinkRow, ...]:
    """The links that have one of ``ids`` at either end, of these ``kinds`` (of all where there are none)."""
    parameters = {"ids": encode_strings(ids), "kinds": encode_strings(kinds)}
    return _rows(connection.execute(_LINKS_OF + _ORDER, parameters))


def _rows(found: Iterable[sqlite3.Row]) -> tuple[LinkRow, ...]:
    rows: dict[tuple[str, str, str], LinkRow] = {}
    for row in found:
        columns: dict[str, Any] = {**row, "by_hand": bool(row["by_hand"])}
        made = LinkRow(**columns)
        rows.setdefault((made.from_id, made.to_id, made.kind), made)
    return tuple(rows.values())


def _columns(end: str) -> str:
    names = ("id", "document", "start", "end", "page", "line", "quote")
    return ", ".join(f"l.{end}_{name}" for name in names)


def _compared(end: str, of: str, id_: str | None = None) -> str:
    """The place of what the table ``of`` holds as the evidence of one end, which is that thing or has the ``id_``."""
    places = (("document", "document_id"), ("start", "span_start"), ("end", "span_end"))
    same = (("page", "page"), ("line", "line"), ("quote", "quote"))
    return ", ".join(
        (f"{id_ or f'{of}.id'} AS {end}_id", *(f"{of}.{column} AS {end}_{name}" for name, column in (*places, *same)))
    )


# Two tables: an index of each is looked up.
_TAKEN = """a.recommendation_id IN (
    SELECT id FROM recommendations WHERE at_paper IN (SELECT value FROM json_each(:ids))
    UNION SELECT recommendation_id FROM alignments WHERE item_id IN (SELECT value FROM json_each(:ids)))"""


def _either(start: str, end: str) -> str:
    """That one of the two columns is an id that is asked for; each has an index, so that few rows are looked at."""
    ids = "(SELECT value FROM json_each(:ids))"
    return f"({start} IN {ids} OR {end} IN {ids})"


def _listed(*, every: bool) -> str:
    """All links on show (only those of ``:ids`` and ``:kinds`` where not ``every``), in no order."""

    def of(start: str, end: str) -> str:
        return "1" if every else _either(start, end)

    # What became of recommendations, and which decisions reports tell of, was compared already.
    found = f"""
        SELECT l.kind, l.score, l.reason, l.basis = '{BY_HAND}' AS by_hand, {_columns("from")}, {_columns("to")}
        FROM links l WHERE {of("l.from_id", "l.to_id")}
        UNION ALL
        SELECT '{LinkKind.RECOMMENDS.value}', a.score, 'what became of the recommendation: ' || a.reason, 0,
            {_compared("from", "f")}, {_compared("to", "x")}
        FROM aligned_decisions e JOIN alignments a ON a.recommendation_id = e.recommendation_id
        JOIN recommendations f ON f.id = e.recommendation_id JOIN decisions x ON x.id = e.decision_id
        WHERE {of("e.recommendation_id", "e.decision_id")}
        UNION ALL
        SELECT '{LinkKind.SAME_MATTER.value}', a.score, 'the item that took the report: ' || a.reason, 0,
            {_compared("from", "f", "f.at_paper")}, {_compared("to", "s")}
        FROM alignments a JOIN recommendations f ON f.id = a.recommendation_id
        JOIN (SELECT *, coalesce(heading, number, '') AS quote FROM sections) s
            ON s.id = a.item_id
        WHERE f.at_paper IS NOT NULL AND {"1" if every else _TAKEN}
        UNION ALL
        SELECT '{LinkKind.REPORTS.value}', c.score, 'the decision that is told of: ' || c.reason, 0,
            {_compared("from", "f")}, {_compared("to", "x")}
        FROM reported_checks c
        JOIN reported_decisions f ON f.id = c.reported_id JOIN decisions x ON x.id = c.decision_id
        WHERE {of("c.reported_id", "c.decision_id")}
    """  # noqa: S608 - as all here, of constants of this program
    kinds = "1" if every else "(:kinds = '[]' OR l.kind IN (SELECT value FROM json_each(:kinds)))"
    return f"""
        SELECT l.*, df.name AS from_document_name, dt.name AS to_document_name FROM ({found}) l
        JOIN documents df ON df.id = l.from_document AND df.current
        JOIN documents dt ON dt.id = l.to_document AND dt.current
        WHERE {kinds} AND (l.by_hand OR NOT EXISTS (
            SELECT 1 FROM links_by_hand h WHERE h.kind IS NULL
                AND ((h.from_id = l.from_id AND h.to_id = l.to_id) OR (h.from_id = l.to_id AND h.to_id = l.from_id))))
    """  # noqa: S608


_ORDER = " ORDER BY l.by_hand DESC, l.score DESC, l.from_id, l.to_id, l.kind, l.reason"
_LINKS, _LINKS_OF = _listed(every=True), _listed(every=False)
