"""Reads from the store what is to be compared: reports, minutes and notices, and decisions told in retrospect."""

from __future__ import annotations

import re
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from corpus.alignment.matters import Asked, Board, Report, Told
from corpus.bodies import fold_organisation
from corpus.stringlists import encode_strings
from corpus.vocabulary import FieldKey

# "24/00108", "KEY/2024/17": a number without a stroke could be of anything.
_REFERENCE = re.compile(r"\b(?:[A-Z]{1,8}/)?\d{2,4}/\d{2,6}\b")
_REFERENCE_FIELDS = (FieldKey.REFERENCE, FieldKey.DECISION_REFERENCE)
_FULL = re.compile(r"^(?:the )?full (?=council\b)", re.IGNORECASE)
_ITSELF = frozenset({"council", "full council", "county council", "borough council", "district council"})
"""What a council calls its meeting of all members; the registry knows that meeting as the council itself."""


def reports(connection: sqlite3.Connection, papers: Collection[str]) -> tuple[Report, ...]:
    """The reports of which ``papers`` are the ids (of their documents, where no paper is told)."""
    found: dict[str, list[sqlite3.Row]] = defaultdict(list)
    for row in connection.execute(_ASKED, {"papers": encode_strings(papers)}):
        found[row["report"]].append(row)
    referred, numbered = references(connection, found), _numbers(connection, found)
    return tuple(
        _report(rows, referred.get(report, frozenset()), numbered.get(report, frozenset()))
        for report, rows in found.items()
    )


def told(connection: sqlite3.Connection, reported: Collection[str]) -> tuple[Told, ...]:
    """The decisions told in retrospect of which ``reported`` are the ids."""
    return tuple(
        Told(
            id=row["id"],
            home=row["home"],
            text=row["text"],
            board=board(row),
            date=row["date"],
            references=frozenset(_REFERENCE.findall(row["text"])),
        )
        for row in connection.execute(_TOLD, {"reported": encode_strings(reported)})
    )


def references(connection: sqlite3.Connection, papers: Iterable[str]) -> dict[str, frozenset[str]]:
    """By paper the numbers that its front sheet gives it as a decision."""
    found: dict[str, set[str]] = defaultdict(set)
    parameters = {"papers": encode_strings(papers), "keys": encode_strings(_REFERENCE_FIELDS)}
    for row in connection.execute(_REFERENCES, parameters):
        found[row["paper_id"]].update(_REFERENCE.findall(row["value"]))
    return {paper: frozenset(numbers) for paper, numbers in found.items()}


def board(row: sqlite3.Row) -> Board | None:
    """The body that ``row`` names (``body``), as the registry knows it; ``None`` where it names none."""
    name = row["body"]
    if name is None:
        return None
    form = row["form"] or fold_organisation(_FULL.sub("", name))
    itself = row["home_body"] if row["published"] and form in _ITSELF else None
    return Board(name=name, form=form, id=itself or row["body_id"], home=row["home"], published=bool(row["published"]))


def board_columns(name: str) -> str:
    """The SQL that tells what ``board`` looks at, for the body named by the expression ``name`` in the document d."""
    return f"""
        {name} AS body, coalesce(h.home, d.id) AS home,
        coalesce(h.home <> d.id AND instr(h.home, '.') = 0, 0) AS published, l.form,
        coalesce(r.merged_into, r.id) AS body_id, coalesce(hr.merged_into, hr.id) AS home_body"""


def board_joins(name: str) -> str:
    """The joins that ``board_columns`` needs."""
    return f"""
        LEFT JOIN document_homes h ON h.document_id = d.id
        LEFT JOIN home_bodies hb ON hb.home = h.home LEFT JOIN bodies hr ON hr.id = hb.body_id
        LEFT JOIN body_links l ON l.sha256 = d.sha256 AND l.folded = fold({name})
        LEFT JOIN bodies r ON r.id = l.body_id"""


def _report(rows: list[sqlite3.Row], referred: frozenset[str], numbered: frozenset[str]) -> Report:
    first = rows[0]
    return Report(
        title=first["title"],
        board=board(first),
        home=first["home"],
        date=first["date"],
        references=referred,
        numbers=numbered,
        asked=tuple(Asked(id=row["id"], number=row["number"], text=row["text"], stem=row["stem"]) for row in rows),
    )


def _numbers(connection: sqlite3.Connection, papers: Iterable[str]) -> dict[str, frozenset[str]]:
    """By paper the numbers of its agenda item: as its front sheet prints them, and of the items it is tied to."""
    found: dict[str, set[str]] = defaultdict(set)
    parameters = {"papers": encode_strings(papers), "key": FieldKey.AGENDA_ITEM.value}
    for row in connection.execute(_NUMBERS, parameters):
        found[row["paper_id"]].update(_words(row["number"]))
    return {paper: frozenset(numbers) for paper, numbers in found.items()}


def _words(printed: str) -> Iterator[str]:
    """A number as printed on a front sheet may have words beside it: "Item 7"."""
    yield printed
    yield from (word for word in printed.split() if any(map(str.isdigit, word)))


# Minutes are put to nobody: what they recommend is for another body, on another day.
# Of a report that names no more than its publisher, the registry may know the board that it asks.
_ASKS_BOARD = """p.body = p.organisation
    AND EXISTS (SELECT 1 FROM body_links WHERE sha256 = d.sha256 AND folded = fold(f.board))"""
_BODY = f"coalesce(iif(p.kind = 'minutes' OR ({_ASKS_BOARD}), NULL, coalesce(p.body, a.body)), f.board)"
_ASKED = f"""
    SELECT coalesce(p.id, d.id) AS report, f.id, f.number, f.text, f.stem, coalesce(p.title, d.title) AS title,
        iif(p.kind = 'minutes', NULL, coalesce(p.date, a.date, d.date)) AS date, {board_columns(_BODY)}
    FROM recommendations f JOIN documents d ON d.id = f.document_id AND d.current
    LEFT JOIN papers p ON p.id = coalesce(f.paper_id, f.at_paper)
    LEFT JOIN meetings a ON a.id = (
        SELECT id FROM meetings WHERE document_id = d.id AND kind = 'agenda' ORDER BY position LIMIT 1)
    {board_joins(_BODY)}
    WHERE coalesce(p.id, d.id) IN (SELECT value FROM json_each(:papers))
    ORDER BY d.id, f.span_start, f.position
"""  # noqa: S608 - as all here, of constants of this module
# "The Committee" in a paper for the Harbour Committee is that one.
_BY = "iif(fold(p.body) LIKE '% ' || fold(f.decided_by), p.body, f.decided_by)"
_TOLD = f"""
    SELECT f.id, f.text, f.decided_on AS date, {board_columns(_BY)}
    FROM reported_decisions f JOIN documents d ON d.id = f.document_id AND d.current
    LEFT JOIN papers p ON p.id = f.at_paper
    {board_joins(_BY)}
    WHERE f.id IN (SELECT value FROM json_each(:reported)) ORDER BY d.id, f.span_start, f.position
"""  # noqa: S608
_REFERENCES = """
    SELECT f.paper_id, f.value FROM paper_fields f
    WHERE f.paper_id IN (SELECT value FROM json_each(:papers)) AND f.key IN (SELECT value FROM json_each(:keys))
"""
_NUMBERS = """
    SELECT paper_id, value AS number FROM paper_fields
    WHERE key = :key AND paper_id IN (SELECT value FROM json_each(:papers))
    UNION SELECT i.paper_id, s.number FROM item_papers i JOIN sections s ON s.id = i.section_id
    WHERE s.number IS NOT NULL AND i.paper_id IN (SELECT value FROM json_each(:papers))
"""
