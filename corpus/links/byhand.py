"""What somebody said of two things by hand: that they are linked, or that they aren't. No later run undoes it."""

from __future__ import annotations

import sqlite3

from corpus import showing, sources
from corpus.errors import CorpusError, UnknownIdError
from corpus.links.heirs import heir
from corpus.links.model import End, Link, Place
from corpus.links.storing import columns
from corpus.rows import DocumentRow, OrganisationRow, PersonRow, Shown
from corpus.schema import INSERTS
from corpus.vocabulary import LinkKind

BY_HAND = ""
"""What a link that somebody made rests on, in place of a key."""
_SURE = 1.0


def make(connection: sqlite3.Connection, start: str, end: str, kind: LinkKind, why: str) -> None:
    """Keep that ``start`` stands to ``end`` (ids) as ``kind`` says, whatever was said of the two before.

    Raises ``UnknownIdError``, and ``CorpusError`` where a link can't end there.
    """
    _check(connection, start, end)
    _keep(connection, start, end, kind, why)


def unmake(connection: sqlite3.Connection, start: str, end: str, why: str) -> None:
    """Keep that ``start`` and ``end`` (ids) are not linked, whatever was said of the two before; raises the same."""
    _check(connection, start, end)
    _keep(connection, start, end, None, why)


def restore(connection: sqlite3.Connection) -> None:
    """Make the links that somebody made anew, as far as both ends are held: documents may have been read again.

    What was said of a thing holds for what stands for it in the present version of its paper, too.
    """
    _pass_on(connection)
    connection.execute("DELETE FROM links WHERE basis = ?", (BY_HAND,))
    for row in connection.execute(_MADE).fetchall():
        start, end = _end(connection, row["from_id"]), _end(connection, row["to_id"])
        if start and end:
            link = Link(kind=LinkKind(row["kind"]), score=_SURE, reason=row["reason"], start=start, end=end)
            connection.execute(INSERTS["links"], columns(BY_HAND, link))


def _pass_on(connection: sqlite3.Connection) -> None:
    for row in connection.execute(_SAID).fetchall():
        heirs = [heir(connection, row[end]) or row[end] for end in ("from_id", "to_id")]
        said = connection.execute(_SAID_OF, (*heirs, *reversed(heirs))).fetchone()
        if said is None:
            connection.execute(INSERTS["links_by_hand"], {**row, "from_id": heirs[0], "to_id": heirs[1]})


def _keep(connection: sqlite3.Connection, start: str, end: str, kind: LinkKind | None, why: str) -> None:
    for pair in ((start, end), (end, start)):
        connection.execute("DELETE FROM links_by_hand WHERE from_id = ? AND to_id = ?", pair)
    connection.execute(
        INSERTS["links_by_hand"],
        {"from_id": start, "to_id": end, "kind": kind, "reason": why, "made_at": sources.now()},
    )
    restore(connection)


def _check(connection: sqlite3.Connection, start: str, end: str) -> None:
    if start == end:
        raise CorpusError(f"{start}: nothing is linked with itself; name two things")
    for wanted in (start, end):
        if _end(connection, wanted) is None:
            if showing.find(connection, wanted) is None:
                raise UnknownIdError(wanted, showing.near(connection, wanted))
            raise CorpusError(f"{wanted}: links are between papers, items, meetings and findings")


def _end(connection: sqlite3.Connection, wanted: str) -> End | None:
    found = showing.find_placed(connection, wanted)
    return End(id=wanted, place=_place(found)) if found else None


def _place(shown: Shown) -> Place:
    (evidence, *_), row = shown.evidence, shown.row
    assert not isinstance(row, DocumentRow | PersonRow | OrganisationRow), "parts and findings have one place"
    return Place(
        document=row.document,
        start=row.start,
        end=row.end,
        page=evidence.page,
        line=evidence.line,
        quote=" ".join(evidence.quote.split()),
    )


_SAID = "SELECT * FROM links_by_hand ORDER BY made_at DESC, from_id, to_id"
_SAID_OF = "SELECT 1 FROM links_by_hand WHERE (from_id = ? AND to_id = ?) OR (from_id = ? AND to_id = ?)"
_MADE = "SELECT * FROM links_by_hand WHERE kind IS NOT NULL ORDER BY from_id, to_id"
