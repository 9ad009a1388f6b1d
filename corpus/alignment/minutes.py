"""Reads minutes as items with their decisions, and notices of what one person decided as one item."""

from __future__ import annotations

import re
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from corpus.alignment.matters import Decided, Item, Minutes
from corpus.alignment.reading import board, board_columns, board_joins, references
from corpus.stringlists import encode_strings
from corpus.vocabulary import MeetingStatus, Outcome

# A notice of what is to be decided is none of what was.
_NOT_YET = re.compile(r"\b(?:proposed|draft|forthcoming|intended)\b", re.IGNORECASE)


def minutes_of(connection: sqlite3.Connection, meetings: Collection[str]) -> tuple[Minutes, ...]:
    """The minutes of which ``meetings`` are the ids."""
    parameters = {"meetings": encode_strings(meetings)}
    sections: dict[str, list[sqlite3.Row]] = defaultdict(list)
    for row in connection.execute(_SECTIONS, parameters):
        sections[row["meeting"]].append(row)
    decided: dict[str, list[sqlite3.Row]] = defaultdict(list)
    for row in connection.execute(_DECIDED, parameters):
        decided[row["meeting_id"]].append(row)
    return tuple(
        Minutes(
            document=row["document"],
            name=row["name"],
            meeting=row["id"],
            board=board(row),
            home=row["home"],
            date=row["date"],
            confirmed=row["status"] == MeetingStatus.CONFIRMED,
            references=frozenset(),
            items=tuple(_items(sections[row["id"]], decided[row["id"]])),
        )
        for row in connection.execute(_MINUTES, parameters)
    )


def notices(connection: sqlite3.Connection, papers: Collection[str]) -> tuple[Minutes, ...]:
    """The notices of decisions of which ``papers`` are the ids, those of what is yet to be decided left out."""
    parameters = {"papers": encode_strings(papers)}
    decided: dict[str, list[sqlite3.Row]] = defaultdict(list)
    for row in connection.execute(_NOTIFIED, parameters):
        decided[row["at_paper"]].append(row)
    referred = references(connection, papers)
    return tuple(
        Minutes(
            document=row["document"],
            name=row["name"],
            meeting=None,
            board=board(row),
            home=row["home"],
            date=row["date"],
            confirmed=True,
            references=referred.get(row["id"], frozenset()),
            items=(Item(section=None, number=None, title=row["title"], decisions=_decisions(decided[row["id"]])),),
        )
        for row in connection.execute(_NOTICES, parameters)
        if not _NOT_YET.search(row["title"])
    )


@dataclass(slots=True)
class _Branch:
    """A section of minutes with the decisions in it and below it."""

    row: sqlite3.Row
    decided: list[sqlite3.Row] = field(default_factory=list)


def _items(sections: Sequence[sqlite3.Row], decided: Sequence[sqlite3.Row]) -> Iterator[Item]:
    """Each section that has a heading, with all decisions in it; then decisions that stand in none, by their number."""
    branches = {row["id"]: _Branch(row) for row in sections}
    loose: dict[str | None, list[sqlite3.Row]] = defaultdict(list)
    for row in decided:
        above = list(_above(row["section_id"], branches))
        for branch in above:
            branch.decided.append(row)
        if not any(branch.row["heading"] for branch in above):
            loose[row["item"]].append(row)
    for branch in branches.values():
        if branch.row["heading"]:
            yield Item(
                section=branch.row["id"],
                number=branch.row["number"],
                title=branch.row["heading"],
                decisions=_decisions(branch.decided),
            )
    for number, rows in loose.items():
        yield Item(section=rows[0]["section_id"], number=number, title="", decisions=_decisions(rows))


def _above(section: str | None, branches: Mapping[str, _Branch]) -> Iterator[_Branch]:
    while section is not None and (branch := branches.get(section)) is not None:
        yield branch
        section = branch.row["parent_id"]


def _decisions(rows: Sequence[sqlite3.Row]) -> tuple[Decided, ...]:
    return tuple(
        Decided(
            id=row["id"],
            number=row["number"],
            text=row["text"],
            stem=row["stem"],
            outcome=Outcome(row["outcome"]),
            page=row["page"],
        )
        for row in rows
    )


_BODY = "coalesce(m.body, p.body)"
_MINUTES = f"""
    SELECT m.id, d.id AS document, d.name, m.status, coalesce(m.date, p.date) AS date, {board_columns(_BODY)}
    FROM meetings m JOIN documents d ON d.id = m.document_id JOIN papers p ON p.id = m.paper_id
    {board_joins(_BODY)}
    WHERE m.id IN (SELECT value FROM json_each(:meetings)) ORDER BY m.id
"""  # noqa: S608 - as all here, of constants of this module
_SECTIONS = """
    SELECT m.id AS meeting, s.id, s.number, s.heading, s.parent_id
    FROM meetings m JOIN sections s ON s.paper_id = m.paper_id
        AND s.span_start >= m.span_start AND s.span_start < m.span_end
    WHERE m.id IN (SELECT value FROM json_each(:meetings)) ORDER BY m.id, s.span_start, s.position
"""
_COLUMNS = "f.id, f.number, f.text, f.stem, f.outcome, f.page, f.item, f.section_id"
_DECIDED = f"""
    SELECT f.meeting_id, {_COLUMNS} FROM decisions f
    WHERE f.meeting_id IN (SELECT value FROM json_each(:meetings)) ORDER BY f.span_start, f.position
"""  # noqa: S608
_NOTIFIED = f"""
    SELECT f.at_paper, {_COLUMNS} FROM decisions f
    WHERE f.at_paper IN (SELECT value FROM json_each(:papers)) ORDER BY f.span_start, f.position
"""  # noqa: S608
_NOTICES = f"""
    SELECT p.id, d.id AS document, d.name, p.title, p.date, {board_columns("p.body")}
    FROM papers p JOIN documents d ON d.id = p.document_id
    {board_joins("p.body")}
    WHERE p.id IN (SELECT value FROM json_each(:papers)) ORDER BY p.id
"""  # noqa: S608
