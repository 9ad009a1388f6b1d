"""Keeps what became of recommendations and reported decisions in step with the documents on show."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from corpus import changes
from corpus.alignment.matters import Matters
from corpus.alignment.minutes import minutes_of, notices
from corpus.alignment.model import Alignment, Compared, ReportedCheck
from corpus.alignment.reading import references, reports, told
from corpus.codec import encode_wording
from corpus.schema import INSERTS
from corpus.stringlists import encode_strings

Compare = Callable[[Matters], Compared]

_REGISTRY = "alignments"
# To be raised when the rules for comparing change: then all is compared anew.
_RULES = 2
_MONTH, _YEAR = len("2024-06"), len("2024")


@dataclass(frozen=True, slots=True, kw_only=True)
class Aligned:
    """How many recommendations and reported decisions were compared."""

    recommendations: int
    reported: int


def is_aligned(connection: sqlite3.Connection) -> bool:
    """Whether all on show was compared, by the present rules and with bodies as they are merged now."""
    return _state(connection) == (changes.documents_revision(connection), _version(connection))


def align(connection: sqlite3.Connection, compare: Compare, *, anew: bool = False) -> Aligned:
    """Compare what changed since the last time (all where ``anew``), inside the caller's transaction."""
    revision, version = _state(connection)
    if anew or version != _version(connection):
        connection.execute("DELETE FROM alignments")
        connection.execute("DELETE FROM reported_checks")
        revision = 0
    _forget(connection)
    matters = _affected(connection, changes.changed_since(connection, revision))
    compared = compare(matters)
    _keep(connection, compared)
    connection.execute(
        "INSERT OR REPLACE INTO registry_states (registry, revision, version) VALUES (?, ?, ?)",
        (_REGISTRY, changes.documents_revision(connection), _version(connection)),
    )
    return Aligned(recommendations=len(compared.alignments), reported=len(compared.checks))


def _version(connection: sqlite3.Connection) -> str:
    """Changes with the rules, and with what somebody said by hand of bodies."""
    (merged,) = connection.execute(_MERGED).fetchone()
    (named,) = connection.execute(_NAMED).fetchone()
    return f"{_RULES}/{merged}/{named}"


def _state(connection: sqlite3.Connection) -> tuple[int, str]:
    row = connection.execute("SELECT * FROM registry_states WHERE registry = ?", (_REGISTRY,)).fetchone()
    return (row["revision"], row["version"]) if row else (0, "")


def _forget(connection: sqlite3.Connection) -> None:
    """Drop what was told of papers, or by minutes, that are on show no more."""
    for statement in _GONE:
        connection.execute(statement)


def _affected(connection: sqlite3.Connection, changed: Iterable[str]) -> Matters:
    """All that something changed for: what was not compared yet, and what was put to a day of ``changed`` documents."""
    documents = {"documents": encode_strings(changed)}
    days = {row["date"] for row in connection.execute(_DAYS, documents)}
    new_notices = [row["id"] for row in connection.execute(_CHANGED_NOTICES, documents)]
    known_days = encode_strings(sorted({day[:length] for day in days for length in (_YEAR, _MONTH, len(day))}))
    papers = {row["report"] for row in connection.execute(_PAPERS, {**documents, "days": known_days})}
    papers |= _referring(connection, new_notices)
    found_reports = reports(connection, papers)
    asked = {row["id"] for row in connection.execute(_REPORTED, {**documents, "days": known_days})}
    found_told = told(connection, asked)
    wanted = {each.date for each in found_reports if each.date} | {each.date for each in found_told if each.date}
    meetings = [
        row["id"]
        for row in connection.execute(_ALL_MINUTES)
        if wanted & {row["date"], row["date"][:_MONTH], row["date"][:_YEAR]}
    ]
    referred = any(each.references for each in found_reports) or any(each.references for each in found_told)
    all_notices = [row["id"] for row in connection.execute(_ALL_NOTICES)] if referred else []
    return Matters(
        reports=found_reports,
        told=found_told,
        minutes=(*minutes_of(connection, meetings), *notices(connection, all_notices)),
    )


def _referring(connection: sqlite3.Connection, new_notices: Iterable[str]) -> set[str]:
    """The reports whose reference one of ``new_notices`` (papers) has."""
    wanted = {number for numbers in references(connection, new_notices).values() for number in numbers}
    if not wanted:
        return set()
    papers = [row["id"] for row in connection.execute(_ASKING)]
    return {paper for paper, numbers in references(connection, papers).items() if numbers & wanted}


def _keep(connection: sqlite3.Connection, compared: Compared) -> None:
    connection.executemany(
        "DELETE FROM alignments WHERE recommendation_id = ?", [(each.recommendation,) for each in compared.alignments]
    )
    connection.executemany(
        "DELETE FROM aligned_decisions WHERE recommendation_id = ?",
        [(each.recommendation,) for each in compared.alignments],
    )
    connection.executemany(INSERTS["alignments"], map(_alignment_columns, compared.alignments))
    connection.executemany(
        INSERTS["aligned_decisions"],
        [
            {"recommendation_id": each.recommendation, "position": position, "decision_id": decision}
            for each in compared.alignments
            for position, decision in enumerate(each.decisions)
        ],
    )
    connection.executemany(
        "DELETE FROM reported_checks WHERE reported_id = ?", [(each.reported,) for each in compared.checks]
    )
    connection.executemany(INSERTS["reported_checks"], map(_check_columns, compared.checks))


def _alignment_columns(alignment: Alignment) -> dict[str, object]:
    sitting = alignment.sitting
    return {
        "recommendation_id": alignment.recommendation,
        "fate": alignment.fate.value,
        "score": alignment.score,
        "reason": alignment.reason,
        "sitting_body": sitting.body,
        "sitting_date": sitting.date,
        "meeting_id": sitting.meeting,
        "held_in": sitting.document,
        "item_id": alignment.item,
        "change": encode_wording(alignment.change),
    }


def _check_columns(check: ReportedCheck) -> dict[str, object]:
    sitting = check.sitting
    return {
        "reported_id": check.reported,
        "standing": check.standing.value,
        "score": check.score,
        "reason": check.reason,
        "sitting_body": sitting.body,
        "sitting_date": sitting.date,
        "meeting_id": sitting.meeting,
        "decision_id": check.decision,
    }


_MERGED = "SELECT count(*) || coalesce(max(merged_at), '') FROM bodies WHERE merged_into NOT NULL"
_NAMED = "SELECT count(*) || coalesce(max(made_at), '') FROM body_aliases"
_GONE = (
    """DELETE FROM alignments WHERE recommendation_id IN (
        SELECT f.id FROM recommendations f JOIN documents d ON d.id = f.document_id WHERE NOT d.current)""",
    "DELETE FROM alignments WHERE held_in IN (SELECT id FROM documents WHERE NOT current)",
    """DELETE FROM aligned_decisions WHERE NOT EXISTS (
        SELECT 1 FROM alignments a WHERE a.recommendation_id = aligned_decisions.recommendation_id)""",
    """DELETE FROM reported_checks WHERE reported_id IN (
        SELECT f.id FROM reported_decisions f JOIN documents d ON d.id = f.document_id WHERE NOT d.current)""",
    """DELETE FROM reported_checks WHERE decision_id IN (
        SELECT f.id FROM decisions f JOIN documents d ON d.id = f.document_id WHERE NOT d.current)""",
    """DELETE FROM reported_checks WHERE meeting_id IN (
        SELECT m.id FROM meetings m JOIN documents d ON d.id = m.document_id WHERE NOT d.current)""",
)
_DAYS = """
    SELECT DISTINCT coalesce(m.date, p.date) AS date
    FROM meetings m JOIN papers p ON p.id = m.paper_id
    WHERE m.document_id IN (SELECT value FROM json_each(:documents)) AND coalesce(m.date, p.date) IS NOT NULL
    UNION SELECT date FROM papers
    WHERE document_id IN (SELECT value FROM json_each(:documents)) AND kind = 'decision_notice' AND date IS NOT NULL
"""
_REPORT = "coalesce(f.paper_id, f.at_paper, f.document_id)"
_PAPERS = f"""
    SELECT DISTINCT {_REPORT} AS report FROM recommendations f JOIN documents d ON d.id = f.document_id AND d.current
    LEFT JOIN alignments a ON a.recommendation_id = f.id
    WHERE a.fate IS NULL OR d.id IN (SELECT value FROM json_each(:documents))
       OR a.sitting_date IN (SELECT value FROM json_each(:days))
"""  # noqa: S608 - as all here, of constants of this module
_REPORTED = """
    SELECT f.id FROM reported_decisions f JOIN documents d ON d.id = f.document_id AND d.current
    LEFT JOIN reported_checks c ON c.reported_id = f.id
    WHERE c.standing IS NULL OR d.id IN (SELECT value FROM json_each(:documents))
       OR f.decided_on IN (SELECT value FROM json_each(:days))
"""
_ALL_MINUTES = """
    SELECT m.id, coalesce(m.date, p.date) AS date FROM meetings m
    JOIN documents d ON d.id = m.document_id AND d.current JOIN papers p ON p.id = m.paper_id
    WHERE m.kind = 'minutes' AND coalesce(m.date, p.date) IS NOT NULL
"""
_ALL_NOTICES = """
    SELECT p.id FROM papers p JOIN documents d ON d.id = p.document_id AND d.current WHERE p.kind = 'decision_notice'
"""
_CHANGED_NOTICES = f"{_ALL_NOTICES} AND d.id IN (SELECT value FROM json_each(:documents))"  # noqa: S608
_ASKING = f"SELECT DISTINCT {_REPORT} AS id FROM recommendations f"  # noqa: S608
