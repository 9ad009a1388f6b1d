"""Puts the courses of actions together: the same action over meetings by its links, and the logs of its body."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from corpus.courses.model import LOGS_LOOKED_AT, ActionCourse, Log
from corpus.coverage.model import HeldPaper
from corpus.coverage.reading import HeldFact, facts
from corpus.coverage.settling import settled
from corpus.filters import Filter
from corpus.findinglists import actions
from corpus.findingrows import ActionRow
from corpus.folding import fold
from corpus.links.lists import links_of
from corpus.links.rows import LinkRow
from corpus.vocabulary import ActionCourseKind, ActionStatus, LinkKind, PaperKind

_KINDS = (LinkKind.SAME_ACTION, LinkKind.RAISES)
_LOGS = (PaperKind.MINUTES, PaperKind.ACTION_LOG)  # of one day the later of these is looked at
_NO_DAY = ""


def courses(connection: sqlite3.Connection, wanted: Filter) -> tuple[ActionCourse, ...]:
    """The courses of the kind ``wanted.course`` whose latest telling ``wanted`` lets through, in a list's order."""
    every = actions(connection, Filter())
    found = courses_of(
        every,
        links_of(connection, [row.id for row in every], _KINDS),
        settled(facts(connection)).held,
    )
    of_latest = {course.latest.id: course for course in found if _is_of(course, wanted.course)}
    listed = actions(connection, replace(wanted, course=None, limit=None, offset=0))
    chosen = [of_latest[row.id] for row in listed if row.id in of_latest]
    end = None if wanted.limit is None else wanted.offset + wanted.limit
    return tuple(chosen[wanted.offset : end])


def _is_of(course: ActionCourse, kind: str | None) -> bool:
    return bool(course.carried) if kind == ActionCourseKind.CARRIED else course.is_dropped


def courses_of(
    every: Sequence[ActionRow], links: Iterable[LinkRow], held: Iterable[HeldFact]
) -> tuple[ActionCourse, ...]:
    """The courses of all actions ``every``; ``links`` are between them, ``held`` the papers of all meetings."""
    links = [link for link in links if not link.is_weak]
    known = {row.id for row in every}
    elsewhere = {link.from_id for link in links if link.kind == LinkKind.RAISES and link.to_id not in known}
    held = tuple(held)
    bodies = {fact.paper.paper: fact.body.key for fact in held}
    logs = _last_logs(held)
    return tuple(
        ActionCourse(
            told=told,
            logs=logs.get(bodies.get(told[-1].paper or "", ""), ()),
            settled=any(row.id in elsewhere for row in told),
        )
        for told in _same(every, links, bodies)
    )


def _same(
    every: Sequence[ActionRow], links: Iterable[LinkRow], bodies: Mapping[str, str]
) -> Iterable[tuple[ActionRow, ...]]:
    """The actions that are one, by links and as copies of one paper tell them, oldest first and what is closed last."""
    one: dict[str, str] = {row.id: row.id for row in every}

    def first(id_: str) -> str:
        while one[id_] != id_:
            one[id_] = one[one[id_]]
            id_ = one[id_]
        return id_

    copies: dict[tuple[str, str | None, str, str], str] = {}
    for row in every:
        copy = (bodies.get(row.paper or "", row.document), row.date, fold(row.text) or "", fold(row.owner) or "")
        one[first(row.id)] = first(copies.setdefault(copy, row.id))
    for link in links:
        if link.from_id in one and link.to_id in one:
            one[first(link.from_id)] = first(link.to_id)
    together: dict[str, list[ActionRow]] = defaultdict(list)
    for row in every:
        together[first(row.id)].append(row)
    for rows in together.values():
        yield tuple(sorted(rows, key=lambda row: (row.date or _NO_DAY, row.status == ActionStatus.CLOSED, row.id)))


def _last_logs(held: Iterable[HeldFact]) -> dict[str, tuple[Log, ...]]:
    """By body its last logs, newest first: of each day the action log, where there is one, or the minutes."""
    by_body: dict[str, dict[str, HeldPaper]] = defaultdict(dict)
    for fact in held:
        days, paper = by_body[fact.body.key], fact.paper
        before = days.get(fact.date)
        if paper.kind in _LOGS and (before is None or _LOGS.index(before.kind) < _LOGS.index(paper.kind)):
            days[fact.date] = paper
    return {
        body: tuple(_log(day, days[day]) for day in sorted(days, reverse=True)[:LOGS_LOOKED_AT])
        for body, days in by_body.items()
    }


def _log(day: str, paper: HeldPaper) -> Log:
    return Log(
        date=day,
        kind=paper.kind,
        document=paper.document,
        document_name=paper.document_name,
        page=paper.page,
        line=paper.line,
    )
