"""What each document on show says of the people of one surname: what the registry's rules for people look at."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.namesakes import name_parts
from corpus.registry.affiliations import affiliation
from corpus.registry.standing import Standing, standing
from corpus.stringlists import decode_strings

# With given names or initials: of a bare "Mrs Tarn" it is not sure that this Tarn was meant.
_MAN = re.compile(r"(?:Mr|Sir|Lord)\b\.? \S+ \S")
_WOMAN = re.compile(r"(?:Mrs|Ms|Miss|Dame|Lady|Baroness)\b\.? \S+ \S")


@dataclass(frozen=True, slots=True, order=True)
class SaidKey:
    """Which person of which version: its bytes, the folded name, and which of several of that name (from 0).

    It stays the same when a paper is read anew.
    """

    sha256: str
    folded: str
    namesake: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidPerson:
    """A person as one document names him or her.

    ``home`` is the body in whose papers that is (its key, see `affiliations`), ``publisher`` its name as printed;
    ``organisations`` are the keys of those that the document says the person belongs to. ``sex`` is told by Mr, Mrs and
    the like only.
    """

    key: SaidKey
    name: str
    title: str | None
    given: tuple[str, ...]
    home: str
    publisher: str | None
    date: str | None
    sex: str | None
    roles: tuple[str, ...]
    organisations: frozenset[str]
    standing: Standing | None
    listed: bool

    @property
    def is_full(self) -> bool:
        """Whether a given name is written out."""
        return any(len(word) > 1 for word in self.given)


def said_people(connection: sqlite3.Connection, surname: str) -> tuple[SaidPerson, ...]:
    """All whom documents on show name by ``surname`` (folded), those of the oldest document first."""
    return tuple(_said(row) for row in connection.execute(_SAID, {"surname": surname}))


def surnames_of(connection: sqlite3.Connection, documents: Iterable[str]) -> frozenset[str]:
    """The surnames that these documents name or, when they were last linked, named."""
    found: set[str] = set()
    for document in documents:
        found.update(row["surname"] for row in connection.execute(_SURNAMES, {"document": document}))
    return frozenset(found)


def all_surnames(connection: sqlite3.Connection) -> frozenset[str]:
    """Every surname that is named or was linked."""
    found = connection.execute("SELECT surname FROM people UNION SELECT surname FROM person_links")
    return frozenset(row["surname"] for row in found)


def _said(row: sqlite3.Row) -> SaidPerson:
    roles = decode_strings(row["roles"])
    return SaidPerson(
        key=SaidKey(row["sha256"], row["folded"], row["namesake"]),
        name=row["name"],
        title=row["title"],
        given=name_parts(row["name"])[0],
        home=row["home"],
        publisher=row["publisher"],
        date=row["date"],
        sex=_sex(decode_strings(row["aliases"])),
        roles=roles,
        organisations=frozenset(affiliation(each, row["date"]) for each in decode_strings(row["organisations"])),
        standing=standing(row["title"], roles),
        listed=bool(row["listed"]),
    )


def _sex(forms: Iterable[str]) -> str | None:
    told = {"man" if _MAN.match(form) else "woman" for form in forms if _MAN.match(form) or _WOMAN.match(form)}
    return told.pop() if len(told) == 1 else None


_SAID = """
    SELECT d.sha256, p.folded, p.namesake, p.name, p.title, p.aliases, p.roles, p.organisations, p.listed,
           coalesce(h.home, d.id) AS home, d.organisation AS publisher, d.date
    FROM people p JOIN documents d ON d.id = p.document_id LEFT JOIN document_homes h ON h.document_id = d.id
    WHERE p.surname = :surname AND d.current
    ORDER BY d.date IS NULL, d.date, d.id, p.position
"""
_SURNAMES = """
    SELECT surname FROM people WHERE document_id = :document
    UNION SELECT l.surname FROM person_links l JOIN documents d ON d.sha256 = l.sha256 WHERE d.id = :document
"""
