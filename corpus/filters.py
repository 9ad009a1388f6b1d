"""What a list is narrowed by, and how that becomes parameters of a query."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

from corpus.folding import fold

Parameters = dict[str, str | int | None]

# What says how rows are given, and not which.
_NO_CONDITIONS = frozenset({"limit", "offset", "exactly"})
_FOLDED = frozenset({"body", "organisation", "person", "owner", "text"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which rows of a list are wanted: those that meet every condition given.

    ``body``, ``organisation``, ``person``, ``owner`` and ``text`` are parts of the name or words, whatever their case
    and accents. ``since`` and ``until`` are the first and last date (ISO 8601: a day, a month or a year); what has no
    date does not meet them. ``field`` is what a label of a front sheet asks for. ``document``, ``paper`` and
    ``meeting`` are ids. An ``organisation`` that is a body's whole name, id or code means also those whose work it took
    over, unless ``exactly`` is true. ``limit`` rows (``None``: all) are given from row ``offset`` on.
    """

    body: str | None = None
    organisation: str | None = None
    since: str | None = None
    until: str | None = None
    paper_kind: str | None = None
    person: str | None = None
    outcome: str | None = None
    owner: str | None = None
    status: str | None = None
    field: str | None = None
    text: str | None = None
    document: str | None = None
    paper: str | None = None
    meeting: str | None = None
    exactly: bool = False
    limit: int | None = None
    offset: int = 0


def narrowed(wanted: Filter, conditions: Mapping[str, str]) -> tuple[str, Parameters]:
    """What to add to a query that ends in a ``WHERE`` condition, and its parameters.

    ``conditions`` holds by name of a filter's field the condition (with a parameter of that name) that the list can
    meet. Raises ``ValueError`` where ``wanted`` asks for one that it can't.
    """
    parameters: Parameters = {
        "limit": -1 if wanted.limit is None else wanted.limit,
        "offset": wanted.offset,
        "exactly": int(wanted.exactly),
    }
    clauses = []
    for field in fields(wanted):
        value = getattr(wanted, field.name)
        if value is None or field.name in _NO_CONDITIONS:
            continue
        if field.name not in conditions:
            raise ValueError(f"this list can't be narrowed by {field.name}")
        clauses.append(f" AND ({conditions[field.name]})")
        parameters[field.name] = fold(value) if field.name in _FOLDED else str(value)
    return "".join(clauses), parameters


PAGE = " LIMIT :limit OFFSET :offset"
