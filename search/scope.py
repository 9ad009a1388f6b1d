"""What of a corpus a query looks through: a body, an organisation, days, as its fields or the filters beside it say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from search.fields import Field
from search.filters import Filters
from search.tree import And, Phrase, Query, Term, TermRange


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """The part of a corpus in which a query can find something; ``None`` where it is all.

    ``body`` and ``organisation`` are parts of names, ``since`` and ``until`` ISO dates of any precision, both included;
    ``kind`` and ``paper`` are values of `corpus.entries.EntryKind` and `corpus.vocabulary.PaperKind`.
    """

    body: str | None
    organisation: str | None
    exactly: bool
    since: str | None
    until: str | None
    kind: str | None
    paper: str | None


def scope_of(query: Query, filters: Filters) -> Scope:
    """What ``query`` looks through, narrowed by ``filters``; the fields that all it finds must have, no others."""
    parts = query.subqueries if isinstance(query, And) else (query,)
    ranges = [part for part in parts if isinstance(part, TermRange) and part.field is Field.DATE]
    return Scope(
        body=filters.body or _only(parts, Field.BODY),
        organisation=filters.organisation or _only(parts, Field.ORGANISATION),
        exactly=filters.exactly,
        since=filters.since or max((each.start for each in ranges if each.start), default=None),
        until=filters.until or min((each.end for each in ranges if each.end), default=None),
        kind=filters.kind or _only(parts, Field.KIND),
        paper=filters.paper or _only(parts, Field.PAPER_KIND),
    )


def _only(parts: tuple[Query, ...], field: Field) -> str | None:
    """The words that ``field`` must have; ``None`` where it is asked for in several ways at once."""
    found = list(_words(parts, field))
    return found[0] if len(found) == 1 else None


def _words(parts: tuple[Query, ...], field: Field) -> Iterator[str]:
    for part in parts:
        if isinstance(part, Term) and part.field is field:
            yield part.text
        elif isinstance(part, Phrase) and part.field is field:
            yield " ".join(part.words)
