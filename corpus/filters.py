"""What a list is narrowed by, and how that becomes parameters of a query."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

from corpus.folding import fold
from corpus.vocabulary import DecisionTrait

OTHERWISE = "otherwise"
"""As the fate of a recommendation: any that is known to differ from what was recommended."""

Parameters = dict[str, str | int | None]

# What says how rows are given, and not which.
_NO_CONDITIONS = frozenset({"limit", "offset", "exactly"})
_FOLDED = frozenset({"body", "organisation", "person", "voter", "owner", "text"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which rows of a list are wanted: those that meet every condition given.

    ``body``, ``organisation``, ``person``, ``voter``, ``owner`` and ``text`` are parts of the name or words, whatever
    their case and accents. ``since`` and ``until`` are the first and last date (ISO 8601: a day, a month or a year);
    what has no date does not meet them. ``field`` is what a label of a front sheet asks for. ``document``, ``paper``
    and ``meeting`` are ids. An ``organisation`` that is a body's whole name, id or code means also those whose work it
    took over, unless ``exactly`` is true. ``explicit`` decisions stand under a formula, others are told in prose; all
    have the traits ``telling``. ``voter`` is somebody whose vote is recorded, ``fate`` what became of what was voted
    on, or of what was recommended (also ``OTHERWISE``), ``interest`` a kind of it. ``not_status`` is the status that
    rows don't have; actions ``overdue_on`` a date were due before it and are not closed. ``course`` is how actions
    went on (`corpus.courses`). ``limit`` rows (``None``: all)
    are given from row ``offset`` on.
    """

    body: str | None = None
    organisation: str | None = None
    since: str | None = None
    until: str | None = None
    paper_kind: str | None = None
    person: str | None = None
    outcome: str | None = None
    explicit: bool | None = None
    telling: tuple[DecisionTrait, ...] = ()
    voter: str | None = None
    fate: str | None = None
    interest: str | None = None
    owner: str | None = None
    status: str | None = None
    not_status: str | None = None
    overdue_on: str | None = None
    course: str | None = None
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
    meet; of traits, by each trait. Raises ``ValueError`` where ``wanted`` asks for one that it can't.
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
        for name in value if isinstance(value, tuple) else (field.name,):
            if name not in conditions:
                raise ValueError(f"this list can't be narrowed by {name}")
            clauses.append(f" AND ({conditions[name]})")
        if not isinstance(value, tuple):
            parameters[field.name] = _parameter(field.name, value)
    return "".join(clauses), parameters


def _parameter(name: str, value: str | bool) -> str | int | None:
    if isinstance(value, bool):
        return int(value)
    return fold(value) if name in _FOLDED else str(value)


PAGE = " LIMIT :limit OFFSET :offset"
