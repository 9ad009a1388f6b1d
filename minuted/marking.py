"""Findings as marks in the text that they were found in: a paragraph taken apart where marks begin and end."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from corpus.findings import (
    Action,
    Decision,
    Declaration,
    Findings,
    Motion,
    Organisation,
    Person,
    Recommendation,
    ReportedDecision,
    RuleId,
    Unresolved,
)
from corpus.spans import Span


class FoundKind(StrEnum):
    """What can be marked, as the lists of ``Findings`` are called."""

    DECISIONS = "decisions"
    RECOMMENDATIONS = "recommendations"
    REPORTED_DECISIONS = "reported_decisions"
    MOTIONS = "motions"
    DECLARATIONS = "declarations"
    ACTIONS = "actions"
    PEOPLE = "people"
    ORGANISATIONS = "organisations"
    UNRESOLVED = "unresolved"


NAMINGS = frozenset({FoundKind.PEOPLE, FoundKind.ORGANISATIONS, FoundKind.UNRESOLVED})
"""Kinds that name somebody: there are several in each sentence, and they hide what is decided."""

_OwnSpan = Recommendation | Decision | ReportedDecision | Action | Motion | Declaration
Finding = _OwnSpan | Person | Organisation | Unresolved


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A finding at one of its places; ``name`` is the last part of its id, ``again`` tells of a further place."""

    kind: FoundKind
    name: str
    span: Span
    rule: RuleId
    finding: Finding
    again: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words with the same marks, the outermost first, or the sign (``is_sign``) at which the last of them changes."""

    text: str
    marks: tuple[Mark, ...]
    is_sign: bool = False


def marks_of(findings: Findings, kinds: Collection[FoundKind]) -> tuple[Mark, ...]:
    """The marks of findings of those kinds in the order of the text; of two that begin together, the longer first."""
    found = (mark for kind in FoundKind if kind in kinds for mark in _marks(findings, kind))
    return tuple(sorted(found, key=lambda mark: (mark.span.start, -mark.span.end)))


def pieces(text: str, span: Span, marks: Sequence[Mark]) -> Iterator[Piece]:
    """``span`` of ``text`` taken apart by ``marks``, which overlap it, with a sign where each begins and ends.

    A sign is "[d2.1: " and "]"; where marks overlap and it is not the last one opened that ends, "]d2.1". Of a mark
    that goes on before or behind ``span``, "…" stands inside its sign. Joined without signs, they are the text.
    """
    begins, ends = _by_place(span, marks)
    opened: list[Mark] = []
    reached = span.start
    for at in sorted({*begins, *ends}):
        if at > reached:
            yield Piece(text=text[reached:at], marks=tuple(opened))
            reached = at
        # The last one opened ends first.
        for mark in sorted(ends.get(at, ()), key=opened.index, reverse=True):
            yield _closing(mark, opened, span)
            opened.remove(mark)
        for mark in begins.get(at, ()):
            opened.append(mark)
            before = "…" if mark.span.start < span.start else ""
            yield Piece(text=f"[{mark.name}: {before}", marks=tuple(opened), is_sign=True)
    if reached < span.end:
        yield Piece(text=text[reached : span.end], marks=())


def within(marks: Sequence[Mark], spans: Sequence[Span]) -> list[list[Mark]]:
    """For each of ``spans``, which are in order and don't overlap, those of ``marks`` that overlap it."""
    starts = [span.start for span in spans]
    found: list[list[Mark]] = [[] for _ in spans]
    for mark in marks:
        at = max(bisect_left(starts, mark.span.start + 1) - 1, 0)
        while at < len(spans) and spans[at].start < mark.span.end:
            if mark.span.start < spans[at].end:
                found[at].append(mark)
            at += 1
    return found


def _by_place(span: Span, marks: Sequence[Mark]) -> tuple[dict[int, list[Mark]], dict[int, list[Mark]]]:
    """Which marks begin and which end at each place within ``span``; those that hold nothing of it are left out."""
    begins: dict[int, list[Mark]] = {}
    ends: dict[int, list[Mark]] = {}
    for mark in marks:
        start, end = max(mark.span.start, span.start), min(mark.span.end, span.end)
        if start < end:
            begins.setdefault(start, []).append(mark)
            ends.setdefault(end, []).append(mark)
    return begins, ends


def _closing(mark: Mark, opened: Sequence[Mark], span: Span) -> Piece:
    after = "…" if mark.span.end > span.end else ""
    name = "" if mark is opened[-1] else mark.name
    return Piece(text=f"{after}]{name}", marks=tuple(opened), is_sign=True)


def _marks(findings: Findings, kind: FoundKind) -> Iterator[Mark]:
    found: Sequence[Finding] = getattr(findings, kind)
    for finding in found:
        match finding:
            case Person() | Organisation():
                for mention in finding.mentions:
                    name = _last(finding.id)
                    yield Mark(kind=kind, name=name, span=mention.span, rule=mention.rule, finding=finding)
            case Unresolved():
                yield Mark(kind=kind, name="unresolved", span=finding.span, rule=finding.rule, finding=finding)
            case _:
                yield from _own_marks(kind, finding)


def _own_marks(kind: FoundKind, finding: _OwnSpan) -> Iterator[Mark]:
    name = _last(finding.id)
    yield Mark(kind=kind, name=name, span=finding.span, rule=finding.rule, finding=finding)
    for span in finding.also if isinstance(finding, Action) else ():
        yield Mark(kind=kind, name=name, span=span, rule=finding.rule, finding=finding, again=True)


def _last(id_: str) -> str:
    return id_.rpartition("/")[2]
