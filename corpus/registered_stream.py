"""What the search index holds of persons and organisations, made from the registry: an entry each."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus import organisations, people
from corpus.bodies import fold_organisation
from corpus.document import DocumentId
from corpus.entries import REGISTERED, Entry, EntryKind, Unit, unit_of
from corpus.folding import fold
from corpus.registered import Registered
from corpus.registry.bodynames import is_common
from corpus.rows import OrganisationRow, PersonRow
from corpus.vocabulary import OrganisationKind

_AROUND = 150
"""Characters told before and after a name where its line runs on: enough to see what is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """The place that tells of somebody best, and in whose papers it is."""

    document: str
    document_name: str
    page: int
    line: int | None
    home: str | None
    text: str


def registered(connection: sqlite3.Connection, units: Iterable[Unit] | None) -> Iterator[Entry]:
    """The entries of these persons and organisations (of all where ``None``); those that no document names give none.

    So do those that were merged into another.
    """
    for unit in _all(connection) if units is None else units:
        kind, _, name = unit.partition(":")
        is_person = kind == EntryKind.PERSON
        root = connection.execute(_PERSON if is_person else _BODY, {"id": name}).fetchone()
        if root is None:
            continue
        if is_person:
            if person := people.person(connection, name):
                yield _person_entry(connection, person)
        elif body := organisations.organisation(connection, name):
            yield _body_entry(connection, body)


def _all(connection: sqlite3.Connection) -> Iterator[Unit]:
    """Every person and organisation of the registry that was not merged into another."""
    for kind, table in zip(REGISTERED, ("persons", "bodies"), strict=True):
        rows = connection.execute(f"SELECT id FROM {table} WHERE merged_into IS NULL ORDER BY id").fetchall()  # noqa: S608
        yield from (unit_of(kind, row["id"]) for row in rows)


def _person_entry(connection: sqlite3.Connection, row: PersonRow) -> Entry:
    place = _place(connection, _PERSONS_PLACE, {"person": row.id, "name": row.name})
    said = [each["name"] for each in connection.execute(_PERSONS_NAMES, {"person": row.id})]
    known = Registered(
        names=_others(row.name, (*said, *row.aliases)),
        documents=row.documents,
        first_date=row.first_date,
        title=row.title,
        roles=row.roles,
        affiliations=row.organisations,
        bodies=tuple(each["body"] for each in connection.execute(_PERSONS_BODIES, {"person": row.id})),
        listed=row.listed,
    )
    return replace(_entry(EntryKind.PERSON, row, place, known), organisation=row.organisation or place.home)


def _body_entry(connection: sqlite3.Connection, row: OrganisationRow) -> Entry:
    place = _place(connection, _BODYS_PLACE, {"registered": row.id, "name": row.name})
    known = Registered(
        names=_others(row.name, row.aliases),
        documents=row.documents,
        first_date=row.first_date,
        sort=row.kind,
        common=is_common(fold_organisation(row.name)),
    )
    entry = _entry(EntryKind.ORGANISATION, row, place, known)
    if row.kind != OrganisationKind.BOARD_OR_COMMITTEE:
        return replace(entry, organisation=row.name)
    owner = connection.execute(_OWNER, {"id": row.owner}).fetchone()
    return replace(entry, body=row.name, organisation=owner["name"] if owner else place.home)


def _entry(kind: EntryKind, row: PersonRow | OrganisationRow, place: _Place, known: Registered) -> Entry:
    return Entry(
        id=row.id,
        kind=kind,
        document=DocumentId(place.document),
        document_name=place.document_name,
        page=place.page,
        line=place.line,
        paper=None,
        paper_title="",
        paper_kind="",
        heading=row.name,
        number=None,
        body=None,
        organisation=None,
        date=row.last_date,
        text=place.text,
        registered=known,
    )


def _others(own: str, forms: Sequence[str]) -> tuple[str, ...]:
    """The ``forms`` of a name other than its ``own``, each once whatever its case."""
    once = {fold(name): name for name in reversed(forms)}
    once.pop(fold(own), None)
    return tuple(sorted(once.values()))


def _place(connection: sqlite3.Connection, query: str, parameters: dict[str, str]) -> _Place:
    row = connection.execute(query, {**parameters, "around": _AROUND}).fetchone()
    text = row["quote"] if row["near"] is None else _line(row["near"], row["at"], row["at"] + len(row["quote"]))
    return _Place(
        document=row["document"],
        document_name=row["document_name"],
        page=row["page"],
        line=row["line"],
        home=row["home"],
        text=text,
    )


def _line(near: str, start: int, end: int) -> str:
    """The line that the name ``near[start:end]`` stands on; what runs on beyond ``near`` is cut between words."""
    _, whole_before, before = near[:start].rpartition("\n")
    after, whole_after, _ = near[end:].partition("\n")
    if not whole_before and start == _AROUND:
        before = before.partition(" ")[2]
    if not whole_after and len(after) == _AROUND:
        after = after.rpartition(" ")[0]
    return f"{before}{near[start:end]}{after}".strip()


_PERSON = "SELECT id FROM persons WHERE id = :id AND merged_into IS NULL"
_BODY = "SELECT id FROM bodies WHERE id = :id AND merged_into IS NULL"
_OWNER = """
    SELECT coalesce(r.name, o.name) AS name FROM bodies o LEFT JOIN bodies r ON r.id = o.merged_into WHERE o.id = :id
"""


def _best_place(mine: str, mentions: str, *better: str) -> str:
    """The query of the one place that tells of ``mine`` best, with what stands around it.

    That is where all of ``better`` are 0, then where the whole name stands, then the latest.
    """
    order = ", ".join((*better, "instr(m.quote, :name) = 0", "s.date IS NULL", "s.date DESC", "s.document_id"))
    return f"""
        WITH {mine}, best AS (
            SELECT s.document_id, s.document_name, m.page, m.line, m.quote, m.span_start, m.span_end
            FROM mine s LEFT JOIN {mentions} ORDER BY m.quote IS NULL, {order}, m.span_start LIMIT 1
        )
        SELECT p.document_id AS document, p.document_name, coalesce(p.page, 1) AS page, p.line,
               coalesce(p.quote, :name) AS quote, b.name AS home,
               min(p.span_start, :around) AS at,
               substr(d.text, max(p.span_start - :around, 0) + 1,
                      min(p.span_start, :around) + p.span_end - p.span_start + :around) AS near
        FROM best p JOIN documents d ON d.id = p.document_id
        LEFT JOIN document_homes h ON h.document_id = p.document_id LEFT JOIN home_bodies b ON b.home = h.home
    """  # noqa: S608 - constants of this module


# Lists of who was there say most of a person; of an organisation, where its whole name stands.
_PERSONS_PLACE = _best_place(people.MINE, "person_mentions m ON m.person_id = s.id", "m.rule <> 'people.list'")
_BODYS_PLACE = _best_place(organisations.MINE, "organisation_mentions m ON m.organisation_id = s.id")
_PERSONS_NAMES = f"WITH {people.MINE} SELECT DISTINCT s.name FROM mine s ORDER BY s.name"  # noqa: S608
_PERSONS_BODIES = f"""
    WITH {people.MINE}
    SELECT s.body FROM mine s WHERE s.body IS NOT NULL GROUP BY s.body
    ORDER BY count(DISTINCT s.document_id) DESC, s.body
"""  # noqa: S608
