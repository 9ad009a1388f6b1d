"""Joins what papers tell of meetings: each meeting once, with what of it is held and what is missing. Pure."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from corpus.bodies import MEETING_WORDS, fold_organisation, is_short_for
from corpus.coverage.model import Body, BodyCoverage, Coverage, Gap, GapKind, HeldPaper, KnownMeeting, Mention
from corpus.coverage.reading import Counted, Facts, MentionFact, MentionKind, Named
from corpus.coverage.settling import settled
from corpus.filters import Filter
from corpus.folding import fold
from corpus.vocabulary import PaperKind

_NEAR = 7  # days: a meeting that was moved within its week, or a misprint of the day
_NOUNS = frozenset(map(fold_organisation, MEETING_WORDS))
_ITSELF = frozenset({"committee", "subcommittee", "board", "panel", "forum", "group", "commission"})
"""What each body calls itself: "the next meeting of the Committee". A council is another body to its committees."""

_At = tuple[str, str]  # the key of a body, and a day (ISO 8601)


def join(facts: Facts, wanted: Filter, today: str, papers: Collection[str] = ()) -> Coverage:
    """The meetings that ``facts`` tell of, narrowed to the body, organisation and days ``wanted``.

    A body is of the organisation where it has one of its ``papers`` (ids), or where its publisher is called so. Of a
    meeting of ``today`` (ISO 8601) or later nothing is missing yet.
    """
    facts = settled(facts)
    names = _names(facts)
    having = {fact.body.key for fact in facts.held if fact.paper.paper in papers}
    by_body: dict[str, list[KnownMeeting]] = defaultdict(list)
    for (key, day), meeting in sorted(_meetings(facts, names).items()):
        by_body[key].append(meeting.known(day))
    covered = (
        BodyCoverage(
            body=_body(key, names[key]),
            meetings=tuple(each for each in _with_gaps(meetings, today) if _is_in_time(each.date, wanted)),
        )
        for key, meetings in by_body.items()
        if _is_called((each.name for each in names[key]), wanted.body)
        and (key in having or _is_called(_publishers(names[key]), wanted.organisation, exactly=wanted.exactly))
    )
    return Coverage(
        bodies=tuple(sorted((each for each in covered if each.meetings), key=_place_in_list)),
        unplaced=facts.unplaced,
    )


def _place_in_list(covered: BodyCoverage) -> tuple[str, str, str]:
    body = covered.body
    return fold_organisation(body.organisation or body.name), fold_organisation(body.name), body.key


# Bodies


def _names(facts: Facts) -> dict[str, Counter[Named]]:
    """By key of a body, how papers name it and how often."""
    found: dict[str, Counter[Named]] = defaultdict(Counter)
    for body in facts.bodies:
        found[body.key][body] += 1
    return found


def _body(key: str, named: Counter[Named]) -> Body:
    """The body that papers name most in these words; of equals, the first in the alphabet."""
    best = min(named, key=lambda each: (-named[each], each.name, each.organisation or ""))
    told = Counter(each.organisation for each in named.elements() if each.organisation)
    return Body(
        key=key, id=best.id, name=best.name, organisation=min(told, key=lambda name: (-told[name], name), default=None)
    )


def _publishers(named: Iterable[Named]) -> Iterator[str]:
    return (each.organisation for each in named if each.organisation)


def _is_called(names: Iterable[str], part: str | None, *, exactly: bool = False) -> bool:
    """Whether ``part`` is part of one of ``names``; where ``exactly``, all of it."""
    if part is None:
        return True
    sought = fold(part) or ""
    return any(sought == folded or (not exactly and sought in folded) for folded in map(fold, names) if folded)


# Meetings


@dataclass(slots=True)
class _Meeting:
    """A meeting while what is told of it is put together."""

    called: str | None = None
    held: list[HeldPaper] = field(default_factory=list)
    counted: list[Counted] = field(default_factory=list)
    mentions: dict[MentionKind, list[Mention]] = field(default_factory=lambda: defaultdict(list))

    def known(self, day: str) -> KnownMeeting:
        return KnownMeeting(
            date=day,
            called=self.called,
            held=tuple(self.held),
            decisions=max((each.decisions for each in self.counted), default=0),
            actions=max((each.actions for each in self.counted), default=0),
            exempt=max((each.exempt for each in self.counted), default=0),
            approvals=tuple(self.mentions[MentionKind.APPROVAL]),
            announcements=tuple(self.mentions[MentionKind.ANNOUNCEMENT]),
            cancellations=tuple(self.mentions[MentionKind.CANCELLATION]),
        )


def _meetings(facts: Facts, names: Mapping[str, Iterable[Named]]) -> dict[_At, _Meeting]:
    """Every meeting that is told of, by its body and day."""
    found: dict[_At, _Meeting] = defaultdict(_Meeting)
    sat: dict[tuple[str, str], str] = {}
    for fact in facts.held:
        meeting = found[(fact.body.key, fact.date)]
        meeting.held.append(fact.paper)
        meeting.counted.append(fact.counted)
        sat.setdefault((fact.body.home, fact.date), fact.body.key)
    boards = _Boards(names)
    for told in facts.mentions:
        key, called = boards.whose(told)
        if called and (other := sat.get((told.body.home, told.date))):
            key, called = other, None  # a meeting in a name that no paper has: what met on that day is meant
        meeting = found[(key, told.date)]
        meeting.mentions[told.kind].append(told.mention)
        meeting.called = called if meeting.called is None and not meeting.held else meeting.called
    return found


class _Boards:
    """Whose meeting a paper speaks of, by what it calls it."""

    def __init__(self, names: Mapping[str, Iterable[Named]]) -> None:
        self._of_home: dict[str, list[Named]] = defaultdict(list)
        for named in names.values():
            for each in named:
                self._of_home[each.home].append(each)
        self._known: dict[tuple[Named, str], str | None] = {}

    def whose(self, told: MentionFact) -> tuple[str, str | None]:
        """The key of the body, and where it is none that is known, what the meeting is called."""
        called = told.mention.called
        if called is None or _means(called, told.body.name):
            return told.body.key, None
        at = (told.body, called)
        if at not in self._known:
            keys = {each.key for each in self._of_home[told.body.home] if _means(called, each.name)}
            self._known[at] = keys.pop() if len(keys) == 1 else None
        other = self._known[at]
        return (told.body.key, called) if other is None else (other, None)


def _means(called: str, name: str) -> bool:
    """Whether "Planning" or "PC" is the body ``name``: Planning Committee, Northmere Parish Council."""
    full, short = fold_organisation(name), fold_organisation(called)
    noun = full.removeprefix(f"{short} ")
    return short in _ITSELF or is_short_for(called, name) or (noun != full and noun in _NOUNS)


# Gaps


def _with_gaps(meetings: Sequence[KnownMeeting], today: str) -> Iterator[KnownMeeting]:
    """``meetings`` of one body, oldest first, each with what is missing."""
    sat = [meeting.date for meeting in meetings if meeting.held]
    for meeting in meetings:
        gap = _gap(meeting, sat) if meeting.date < today else None
        yield replace(meeting, gap=gap) if gap else meeting


def _gap(meeting: KnownMeeting, sat: Sequence[str]) -> Gap | None:
    if meeting.cancelled or meeting.of(PaperKind.MINUTES):
        return None
    sure = meeting.held or meeting.approvals
    return Gap(
        kind=GapKind.MINUTES if sure else GapKind.EVERYTHING,
        mentions=meeting.approvals or (() if meeting.held else meeting.announcements),
        near=None if meeting.held else _nearest(meeting.date, sat),
        later=not sat or meeting.date > sat[-1],
    )


def _nearest(day: str, sat: Sequence[str]) -> str | None:
    """The day of ``sat`` (in order) nearest to ``day``, where it is within a few days."""
    at = bisect_left(sat, day)
    apart = {
        each: abs((date.fromisoformat(each) - date.fromisoformat(day)).days) for each in sat[max(at - 1, 0) : at + 1]
    }
    best = min(apart, key=lambda each: apart[each], default=None)
    return best if best and apart[best] <= _NEAR else None


def _is_in_time(day: str, wanted: Filter) -> bool:
    """As in lists: ``until`` may be a month or a year, which is included."""
    since, until = wanted.since or "", wanted.until
    return day >= since and (until is None or day[: len(until)] <= until)
