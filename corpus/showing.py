"""One thing by its id, of whatever kind it is, with the evidence it rests on."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from corpus import decisionlists, findinglists, listings, organisations, people
from corpus.codec import decode_spans
from corpus.decisionrows import DecisionRow
from corpus.document import Document
from corpus.errors import UnknownIdError
from corpus.findingrows import ActionRow, DeclarationRow, MotionRow, RecommendationRow, ReportedDecisionRow
from corpus.restoring import document as restored
from corpus.rows import DocumentRow, Evidence, MeetingRow, PaperRow, SectionRow, Shown, ShownKind

# As many places as a reader looks through; the search finds the others.
_MENTIONS_SHOWN = 100

_NEAR_IDS = 3
_NEAR_SCORE = 60.0
"""Of rapidfuzz's 0 to 100: below this two ids have little more in common than their form."""

_Part = PaperRow | SectionRow | MeetingRow
_Finding = DecisionRow | RecommendationRow | ReportedDecisionRow | ActionRow | MotionRow | DeclarationRow

_PARTS: tuple[tuple[ShownKind, str, Callable[[sqlite3.Row], _Part]], ...] = (
    (ShownKind.PAPER, listings.PAPERS, lambda row: PaperRow(**row)),
    (ShownKind.SECTION, listings.SECTIONS, lambda row: SectionRow(**row)),
    (ShownKind.MEETING, listings.MEETINGS, listings.meeting_row),
)
_FINDINGS: tuple[tuple[ShownKind, str, Callable[[sqlite3.Row], _Finding]], ...] = (
    (ShownKind.DECISION, decisionlists.DECISIONS, decisionlists.decision_row),
    (ShownKind.ACTION, findinglists.ACTIONS, findinglists.action_row),
    (ShownKind.RECOMMENDATION, findinglists.RECOMMENDATIONS, findinglists.recommendation_row),
    (ShownKind.REPORTED_DECISION, findinglists.REPORTED_DECISIONS, findinglists.reported_decision_row),
    (ShownKind.MOTION, findinglists.MOTIONS, findinglists.motion_row),
    (ShownKind.DECLARATION, findinglists.DECLARATIONS, findinglists.declaration_row),
)


def show(connection: sqlite3.Connection, wanted: str) -> Shown:
    """The document, part, finding, person or organisation of that id, in an old version too.

    Raises ``UnknownIdError`` with the ids that look most like it.
    """
    shown = find(connection, wanted)
    if shown is None:
        raise UnknownIdError(wanted, near(connection, wanted))
    return shown


def find(connection: sqlite3.Connection, wanted: str) -> Shown | None:
    """The same; ``None`` where nothing has that id."""
    return (
        _document(connection, wanted)
        or _part(connection, wanted)
        or _finding(connection, wanted)
        or _person(connection, wanted)
        or _organisation(connection, wanted)
    )


def find_placed(connection: sqlite3.Connection, wanted: str) -> Shown | None:
    """The part or finding of that id, which stands at a place of one document; ``None`` where there is none."""
    return _part(connection, wanted) or _finding(connection, wanted)


def documents_named(connection: sqlite3.Connection, name: str) -> tuple[DocumentRow, ...]:
    """The documents on show that were read from a file of that name, or at that place."""
    return tuple(DocumentRow(**row) for row in connection.execute(_NAMED, {"name": name}))


def text(connection: sqlite3.Connection, document_id: str, start: int, end: int) -> str:
    """Characters ``[start, end)`` of a document's text; raises ``UnknownIdError``."""
    row = connection.execute("SELECT text FROM documents WHERE id = ?", (document_id,)).fetchone()
    if row is None:
        raise UnknownIdError(document_id, near(connection, document_id))
    return str(row["text"][start:end])


def _document(connection: sqlite3.Connection, wanted: str) -> Shown | None:
    found = connection.execute(listings.DOCUMENTS + " WHERE d.id = ?", (wanted,)).fetchone()
    if found is None:
        return None
    row = DocumentRow(**found)
    words = text(connection, row.id, 0, _NO_END)
    return Shown(kind=ShownKind.DOCUMENT, row=row, text=words, evidence=())


def _part(connection: sqlite3.Connection, wanted: str) -> Shown | None:
    for kind, query, make in _PARTS:
        found = connection.execute(query + " WHERE f.id = ?", (wanted,)).fetchone()
        if found is not None:
            row = make(found)
            words = text(connection, row.document, row.start, row.end)
            place = Evidence(
                document=row.document,
                document_name=row.document_name,
                page=row.page,
                line=row.line,
                quote=words.partition("\n")[0],
                rule=None,
            )
            return Shown(kind=kind, row=row, text=words, evidence=(place,))
    return None


def _finding(connection: sqlite3.Connection, wanted: str) -> Shown | None:
    for kind, query, make in _FINDINGS:
        found = connection.execute(query + " WHERE f.id = ?", (wanted,)).fetchone()
        if found is not None:
            row = make(found)
            place = Evidence(
                document=row.document,
                document_name=row.document_name,
                page=row.page,
                line=row.line,
                quote=row.quote,
                rule=row.rule,
            )
            also = _also(connection, row) if isinstance(row, ActionRow) else ()
            return Shown(kind=kind, row=row, text=row.quote, evidence=(place, *also))
    return None


def _also(connection: sqlite3.Connection, action: ActionRow) -> tuple[Evidence, ...]:
    (column,) = connection.execute("SELECT also FROM actions WHERE id = ?", (action.id,)).fetchone()
    spans = decode_spans(column)
    document: Document | None = restored(connection, action.document) if spans else None
    if document is None:
        return ()
    return tuple(
        Evidence(
            document=action.document,
            document_name=action.document_name,
            page=document.page(span.start),
            line=document.line(span.start),
            quote=document.quote(span),
            rule=action.rule,
        )
        for span in spans
    )


def _person(connection: sqlite3.Connection, wanted: str) -> Shown | None:
    row = people.person(connection, wanted)
    if row is None:
        return None
    places = people.person_mentions(connection, wanted, _MENTIONS_SHOWN)
    evidence = tuple(Evidence(**place) for place in places)
    return Shown(kind=ShownKind.PERSON, row=row, text=row.name, evidence=evidence)


def _organisation(connection: sqlite3.Connection, wanted: str) -> Shown | None:
    row = organisations.organisation(connection, wanted)
    if row is None:
        return None
    places = organisations.organisation_mentions(connection, wanted, _MENTIONS_SHOWN)
    evidence = tuple(Evidence(**place) for place in places)
    return Shown(kind=ShownKind.ORGANISATION, row=row, text=row.name, evidence=evidence)


def near(connection: sqlite3.Connection, wanted: str) -> tuple[str, ...]:
    """The ids that look most like ``wanted``."""
    from rapidfuzz import fuzz, process

    known = [row["id"] for row in connection.execute(_ALL_IDS)]
    matches = process.extract(wanted, known, scorer=fuzz.ratio, limit=_NEAR_IDS, score_cutoff=_NEAR_SCORE)
    return tuple(match for match, _, _ in matches)


_NO_END = 2**63 - 1

# A file name may be told with some of the folders above it.
_NAMED = " ".join(
    (
        listings.DOCUMENTS,
        "WHERE d.current AND (d.name = :name OR EXISTS (SELECT 1 FROM sources s WHERE s.sha256 = d.sha256",
        "AND (s.location = :name OR substr(s.location, -length(:name) - 1) = '/' || :name)))",
        "ORDER BY d.date DESC, d.id",
    )
)

_ALL_IDS = """
    SELECT id FROM documents UNION ALL SELECT id FROM papers UNION ALL SELECT id FROM sections
    UNION ALL SELECT id FROM meetings UNION ALL SELECT id FROM decisions UNION ALL SELECT id FROM recommendations
    UNION ALL SELECT id FROM reported_decisions UNION ALL SELECT id FROM actions
    UNION ALL SELECT id FROM motions UNION ALL SELECT id FROM declarations
    UNION ALL SELECT id FROM people UNION ALL SELECT id FROM persons UNION ALL SELECT id FROM organisations
    UNION ALL SELECT id FROM bodies
"""
