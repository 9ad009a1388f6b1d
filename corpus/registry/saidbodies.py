"""Every name of a body in each document on show: what the registry's rules for bodies look at.

Not only what was found in the text: also the bodies and publishers of papers and meetings, and the organisations that
attendance lists give.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.bodies import fold_organisation
from corpus.folding import folded_name
from corpus.registry.bodynames import is_abbreviation
from corpus.stringlists import decode_strings

# What takes the place of a publisher where none is known is no body: a site, or the document itself.
# A home is a body, or a site, or the first of the documents that nobody knows the publisher of.
_IS_BODY = "instr(h.home, '.') = 0 AND NOT EXISTS (SELECT 1 FROM documents first WHERE first.id = h.home)"


@dataclass(frozen=True, slots=True, order=True)
class NameKey:
    """A name in a version: its bytes, and the name as `corpus.folding` folds it. The same when it is read anew."""

    sha256: str
    folded: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidBody:
    """A body as one document names it: ``form`` is its name as `corpus.bodies.fold_organisation` folds it.

    ``home`` is what the document's papers are of (see `corpus.registry.homes`), ``of_body`` says that this is a body,
    and not a site or the document itself. ``aliases`` are other names as written; where the structure alone tells the
    name, there are none.
    """

    key: NameKey
    document: str
    name: str
    form: str
    aliases: tuple[str, ...]
    home: str
    of_body: bool
    date: str | None


@dataclass(frozen=True, slots=True)
class Definition:
    """A document among the papers of ``home`` says that a body is called ``short`` (folded): the key of its name."""

    sha256: str
    home: str
    short: str
    folded: str


def said_bodies(connection: sqlite3.Connection, documents: Iterable[str]) -> Iterator[SaidBody]:
    """All names in these documents, as far as they are on show; each name of a document once."""
    for document in documents:
        seen: set[str] = set()
        for row in connection.execute(_SAID, {"document": document}):
            folded = folded_name(row["name"])
            if folded and folded not in seen:
                seen.add(folded)
                yield _said(row, folded)


def definitions(said: Iterable[SaidBody]) -> Iterator[Definition]:
    """The abbreviations that documents explain, none for other abbreviations."""
    for each in said:
        if not is_abbreviation(each.name):
            for alias in each.aliases:
                if is_abbreviation(alias):
                    yield Definition(each.key.sha256, each.home, fold_organisation(alias), each.key.folded)


def homes_of_bodies(connection: sqlite3.Connection) -> dict[str, str | None]:
    """The homes of documents that are bodies, with the name that they print, where they print one."""
    return {row["home"]: row["organisation"] for row in connection.execute(_HOMES)}


def explained(connection: sqlite3.Connection, home: str, short: str) -> tuple[SaidBody, ...]:
    """What papers of ``home`` explain the abbreviation ``short`` to stand for, each name once."""
    found = {row["folded"]: row for row in connection.execute(_EXPLAINED, {"home": home, "short": short})}
    return tuple(_said(row, folded) for folded, row in sorted(found.items()))


def _said(row: sqlite3.Row, folded: str) -> SaidBody:
    return SaidBody(
        key=NameKey(row["sha256"], folded),
        document=row["document_id"],
        name=row["name"],
        form=fold_organisation(row["name"]) or folded,
        aliases=decode_strings(row["aliases"]),
        home=row["home"],
        of_body=bool(row["of_body"]),
        date=row["date"],
    )


_OF_DOCUMENT = f"""
    d.sha256, d.id AS document_id, d.date, coalesce(h.home, d.id) AS home, coalesce({_IS_BODY}, 0) AS of_body
"""
# What was found in the text stands first: it has the aliases.
_SAID = f"""
    SELECT {_OF_DOCUMENT}, s.name, s.aliases
    FROM documents d LEFT JOIN document_homes h ON h.document_id = d.id
    JOIN (SELECT 0 AS rank, name, aliases FROM organisations WHERE document_id = :document
          UNION ALL SELECT 1, organisation, '[]' FROM papers WHERE document_id = :document
          UNION ALL SELECT 1, body, '[]' FROM papers WHERE document_id = :document
          UNION ALL SELECT 1, organisation, '[]' FROM meetings WHERE document_id = :document
          UNION ALL SELECT 1, body, '[]' FROM meetings WHERE document_id = :document
          UNION ALL SELECT 1, organisation, '[]' FROM attendance WHERE document_id = :document) s
    WHERE d.id = :document AND d.current AND s.name IS NOT NULL
    ORDER BY s.rank, s.name
"""  # noqa: S608 - as all here, of constants of this module
# The latest paper last: its day tells which body is meant where a name was used twice.
_EXPLAINED = f"""
    SELECT {_OF_DOCUMENT}, o.name, o.aliases, o.folded
    FROM body_definitions e JOIN documents d ON d.sha256 = e.sha256 AND d.current
    LEFT JOIN document_homes h ON h.document_id = d.id
    JOIN organisations o ON o.document_id = d.id AND o.folded = e.folded
    WHERE e.home = :home AND e.short = :short ORDER BY d.date, d.id
"""  # noqa: S608
# The greatest of several ways of writing a name is not the one in capitals.
_HOMES = f"""
    SELECT h.home, max(d.organisation) AS organisation FROM document_homes h JOIN documents d ON d.id = h.document_id
    WHERE d.current AND {_IS_BODY} GROUP BY h.home
"""  # noqa: S608
