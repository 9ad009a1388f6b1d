"""What is compared: reports and what they ask for, minutes and what they decided, decisions told in retrospect."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.vocabulary import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """A body that decides, as a document names it.

    ``id`` is the registry's, ``None`` where it knows none; ``form`` the name as `corpus.bodies` folds it. ``home`` is
    whose papers the document is among; ``published`` is false where that is not told, and ``home`` stands for nobody.
    """

    name: str
    form: str
    id: str | None
    home: str
    published: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One recommendation; ``stem`` is the lead-in that completes it."""

    id: str
    number: str | None
    text: str
    stem: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A paper that asks for something, and whom it asks on which day (ISO 8601), where that is told.

    ``references`` are its numbers as a decision (24/00108), ``numbers`` those of its agenda item, as printed.
    """

    title: str
    board: Board | None
    home: str
    date: str | None
    references: frozenset[str]
    numbers: frozenset[str]
    asked: tuple[Asked, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """One decision; ``page`` is 1-based."""

    id: str
    number: str | None
    text: str
    stem: str | None
    outcome: Outcome
    page: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An item of minutes (or all of a decision notice) with the decisions in it, in the order of the text."""

    section: str | None
    number: str | None
    title: str
    decisions: tuple[Decided, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes:
    """The minutes of a meeting, or a notice of a decision that one person took; ``meeting`` is ``None`` for a notice.

    ``references`` are the numbers that a notice has as a decision.
    """

    document: str
    name: str
    meeting: str | None
    board: Board | None
    home: str
    date: str | None
    confirmed: bool
    references: frozenset[str]
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A decision told in retrospect: who took it and when (ISO 8601: a day, a month or a year), where that is told.

    ``references`` are the numbers that the text gives it.
    """

    id: str
    home: str
    text: str
    board: Board | None
    date: str | None
    references: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matters:
    """What is to be compared with one another: all that was put to, decided in, or told of some meetings."""

    reports: tuple[Report, ...]
    told: tuple[Told, ...]
    minutes: tuple[Minutes, ...]
