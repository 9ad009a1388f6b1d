"""One body over all documents: what it is, who held which role at it, what it decided, and why that is its own."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence

from corpus import decisionlists, findinglists, gazetteer, listings
from corpus.folding import fold
from corpus.gazetteer import BodyId, PublicBody
from corpus.organisations import MINE, which
from corpus.registry.asked import with_boards
from corpus.registry.belonging import ITS_DOCUMENTS, named_as, of_bodies
from corpus.registry.bodyrows import (
    AliasRow,
    BoardRow,
    BodyProfile,
    HolderRow,
    MeetingCount,
    PublicFacts,
    RelatedBody,
)
from corpus.registry.profile import link_row
from corpus.rows import PaperRow
from corpus.stringlists import encode_strings


def body_profile(connection: sqlite3.Connection, organisation_id: str) -> BodyProfile:
    """All that is known of the body of that id (of the registry, or of a finding); empty where none has it."""
    body = which(connection, organisation_id) or ""
    of_body = {"registered": body, "bodies": encode_strings(with_boards(connection, (body,)))}
    return BodyProfile(
        public=public_facts(body),
        boards=tuple(BoardRow(**row) for row in connection.execute(_BOARDS, of_body)),
        holders=_holders(connection.execute(_HELD, of_body)),
        meetings=MeetingCount(**connection.execute(_MEETINGS, of_body).fetchone()),
        papers=tuple(PaperRow(**row) for row in connection.execute(_PAPERS, of_body)),
        decisions=tuple(map(decisionlists.decision_row, connection.execute(_DECISIONS, of_body))),
        actions=tuple(map(findinglists.action_row, connection.execute(_ACTIONS, of_body))),
        links=tuple(map(link_row, connection.execute(_LINKS, of_body))),
        by_hand=tuple(AliasRow(**row) for row in connection.execute(_BY_HAND, of_body)),
    )


def public_facts(body: str) -> PublicFacts | None:
    """What the gazetteer knows of the body of that id."""
    public = gazetteer.by_id().get(BodyId(body))
    if public is None:
        return None
    return PublicFacts(
        code=public.code,
        former_names=public.former_names,
        forms=public.forms,
        started=public.started,
        ended=public.ended,
        predecessors=_related(gazetteer.predecessors(public)),
        successors=_related(gazetteer.successors(public)),
    )


def _related(bodies: Iterable[PublicBody]) -> tuple[RelatedBody, ...]:
    return tuple(
        RelatedBody(id=body.id, name=body.name, started=body.started, ended=body.ended)
        for body in sorted(bodies, key=lambda each: (each.started or "", each.name))
    )


def _holders(rows: Iterable[sqlite3.Row]) -> tuple[HolderRow, ...]:
    """Who held which role, told by ``rows`` of lists, the earliest first; each once, the latest first."""
    held: dict[tuple[str | None, ...], list[sqlite3.Row]] = defaultdict(list)
    for row in rows:
        held[row["person"], fold(row["role"]), fold(row["body"])].append(row)
    found = (_holder(papers) for papers in held.values())
    return tuple(sorted(found, key=lambda holder: (holder.last_date or "", holder.times), reverse=True))


def _holder(papers: Sequence[sqlite3.Row]) -> HolderRow:
    """A role that ``papers`` (rows, the latest last) give one person."""
    latest = papers[-1]
    return HolderRow(
        person=latest["person"],
        name=latest["name"],
        role=latest["role"],
        body=latest["body"],
        first_date=next((paper["date"] for paper in papers if paper["date"]), None),
        last_date=latest["date"],
        times=len({paper["document"] for paper in papers}),
        document=latest["document"],
        document_name=latest["document_name"],
        page=latest["page"],
        line=latest["line"],
    )


_OF_MEETING = of_bodies("coalesce(m.organisation, p.organisation)", "coalesce(m.body, p.body)")
_OF_PAPER = of_bodies("f.organisation", "f.body")
_BOARDS = """
    SELECT r.id, r.name, count(DISTINCT d.id) AS documents, max(d.date) AS last_date
    FROM bodies o JOIN bodies b ON b.owner = o.id JOIN bodies r ON r.id = coalesce(b.merged_into, b.id)
    JOIN body_links l ON l.body_id = b.id JOIN documents d ON d.sha256 = l.sha256 AND d.current
    WHERE (o.id = :registered OR o.merged_into = :registered) AND r.kind = 'board_or_committee'
    GROUP BY r.id ORDER BY documents DESC, r.name
"""
_MEETINGS = f"""
    SELECT count(DISTINCT m.date || coalesce(fold(m.body), '')) AS meetings, min(m.date) AS first_date,
           max(m.date) AS last_date
    FROM meetings m JOIN papers p ON p.id = m.paper_id JOIN documents d ON d.id = m.document_id
    WHERE d.current AND {ITS_DOCUMENTS} AND ({_OF_MEETING})
"""  # noqa: S608
_PAPERS = f"""
    {listings.PAPERS} WHERE d.current AND {ITS_DOCUMENTS} AND ({_OF_PAPER})
    ORDER BY f.date DESC, d.id, f.position
"""
_OF_FINDING = f"d.current AND {ITS_DOCUMENTS} AND ({_OF_MEETING}) ORDER BY date DESC, d.id, f.position"
_DECISIONS = f"{decisionlists.DECISIONS} WHERE {_OF_FINDING}"
_ACTIONS = f"{findinglists.ACTIONS} WHERE {_OF_FINDING}"
_LINKS = f"""
    WITH {MINE}
    SELECT s.document_id AS document, s.document_name, s.date, s.name, m.page, m.line,
           coalesce(s.reason, 'not linked yet: the next run does it')
               || iif(s.merged_at IS NULL, '', '; merged by hand on ' || substr(s.merged_at, 1, 10)) AS reason,
           s.merged_at IS NOT NULL OR coalesce(instr(s.reason, 'by hand on '), 0) AS by_hand,
           coalesce(s.linked_to, s.id) AS linked_to
    FROM mine s
    LEFT JOIN organisation_mentions m
           ON m.rowid = (SELECT min(rowid) FROM organisation_mentions WHERE organisation_id = s.id)
    ORDER BY s.date DESC, s.document_id, s.name
"""  # noqa: S608
_BY_HAND = """
    SELECT a.name, nullif(a.owner, '') AS owner, substr(a.made_at, 1, 10) AS day
    FROM body_aliases a JOIN bodies r ON r.id = a.body_id WHERE coalesce(r.merged_into, r.id) = :registered
    ORDER BY a.name, a.owner
"""
# A line of a list is of the person whose name stands in it by the rule for lists: a substitute's line names two.
_HELD = f"""
    SELECT DISTINCT coalesce(w.merged_into, w.id, s.id) AS person, coalesce(w.name, s.name) AS name, a.role,
           coalesce(m.body, d.body) AS body, coalesce(m.date, d.date) AS date, d.id AS document,
           d.name AS document_name, a.page, a.line
    FROM documents d JOIN attendance a ON a.document_id = d.id
    LEFT JOIN meetings m ON m.id = a.meeting_id LEFT JOIN papers p ON p.id = m.paper_id
    JOIN people s ON s.document_id = d.id
    JOIN person_mentions n ON n.person_id = s.id
                          AND n.rule = 'people.list' AND n.span_start >= a.span_start AND n.span_end <= a.span_end
    LEFT JOIN person_links k ON k.sha256 = d.sha256 AND k.folded = s.folded AND k.namesake = s.namesake
    LEFT JOIN persons w ON w.id = k.person_id
    WHERE d.current AND a.role IS NOT NULL AND {ITS_DOCUMENTS}
      AND ({named_as("a.organisation", "coalesce(m.body, p.body)")} OR (a.organisation IS NULL AND ({_OF_MEETING})))
    ORDER BY coalesce(m.date, d.date) IS NOT NULL, coalesce(m.date, d.date), d.id, a.position
"""  # noqa: S608
