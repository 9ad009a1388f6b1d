"""Whether minutes bear out what a paper tells of a decision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.alignment.matters import Decided, Minutes, Told
from corpus.alignment.model import ReportedCheck, Sitting
from corpus.dates import find_dates
from corpus.vocabulary import Outcome, ReportedStanding
from search.aligning.asks import POSITIVE, Ask, ask_of_outcome
from search.aligning.boards import Sameness, same_board
from search.aligning.likeness import held
from search.aligning.words import operative, says_something, words_of

_BORNE_OUT = 0.6
"""So much of what is told must stand in the decision, or in the heading that it is under."""
_SURE_WHERE_BODY_IS_NOT = 0.8
"""So much, where the names of the bodies don't tell that they are one."""
_LEAST_WORDS = 3
"""Fewer telling words fit many decisions: they must then all be there."""
_DAY = len("2024-06-11")
_AGAINST = frozenset({Ask.REFUSE, Ask.DEFER, Ask.WITHDRAW})


@dataclass(frozen=True, slots=True)
class _Nearest:
    """The decision that holds most of what is told, how much (0 to 1), and the minutes that it stands in."""

    decision: Decided | None
    score: float
    minutes: Minutes


def check(told: Told, minutes: Sequence[Minutes]) -> ReportedCheck:
    """How ``told`` stands against those of ``minutes`` that are of the body and time told, or of its number and day."""
    days = {told.date, *(written.iso for written in find_dates(told.text))} - {None}
    for each in minutes:
        if each.meeting is None and each.references & told.references and each.date in days:
            return _by_record(told, each)
    sitting = Sitting(body=told.board.name if told.board else None, date=told.date)
    if told.board is None or told.date is None:
        missing = (("who decided", told.board), ("when", told.date))
        reason = f"it is not told {' and '.join(what for what, known in missing if known is None)}"
        return ReportedCheck(
            reported=told.id, standing=ReportedStanding.NOT_CHECKABLE, score=1.0, reason=reason, sitting=sitting
        )
    of_day = [each for each in minutes if each.meeting is not None and (each.date or "").startswith(told.date)]
    sameness = {id(each): same_board(told.board, each.board, told.home, each.home) for each in of_day}
    of_body = [each for each in of_day if sameness[id(each)] is Sameness.SURE]
    possible = [each for each in of_day if sameness[id(each)] is Sameness.POSSIBLE]
    if not of_body and possible:
        return _against_possible(told, possible, sitting)
    if not of_body:
        reason = f"the minutes of {told.board.name} of {told.date} are not held"
        return ReportedCheck(
            reported=told.id, standing=ReportedStanding.MINUTES_NOT_HELD, score=1.0, reason=reason, sitting=sitting
        )
    return _against(told, of_body, sitting)


def _by_record(told: Told, record: Minutes) -> ReportedCheck:
    """Against the record of that day, of the decision that its number names."""
    body = record.board.name if record.board else None
    sitting = Sitting(body=body, date=record.date, document=record.document)
    decision = next((decision for item in record.items for decision in item.decisions), None)
    if decision is None:
        reason = f"the record of the decision ({record.name}) tells of no decision"
        return ReportedCheck(
            reported=told.id, standing=ReportedStanding.NOT_IN_MINUTES, score=1.0, reason=reason, sitting=sitting
        )
    reason = f"the record of the decision is held ({record.name}, p. {decision.page}): {_quoted(decision)}"
    return ReportedCheck(
        reported=told.id,
        standing=ReportedStanding.CONFIRMED,
        score=1.0,
        reason=reason,
        sitting=sitting,
        decision=decision.id,
    )


def _against(told: Told, of_body: Sequence[Minutes], sitting: Sitting) -> ReportedCheck:
    keys = _keys(told)
    nearest = _nearest(told, keys, of_body)
    decision, score, where = nearest.decision, nearest.score, nearest.minutes
    found = Sitting(body=sitting.body, date=where.date, meeting=where.meeting, document=where.document)
    if decision is not None and score >= (_BORNE_OUT if len(keys) >= _LEAST_WORDS else 1.0):
        reason = f"the minutes say so ({where.name}, p. {decision.page}): {_quoted(decision)}"
        return ReportedCheck(
            reported=told.id,
            standing=ReportedStanding.CONFIRMED,
            score=round(score, 3),
            reason=reason,
            sitting=found,
            decision=decision.id,
        )
    if len(told.date or "") < _DAY:
        reason = f"minutes of {told.date} are held ({where.name}) and don't tell of it; those of other days may"
        return ReportedCheck(
            reported=told.id,
            standing=ReportedStanding.MINUTES_NOT_HELD,
            score=round(1 - score, 3),
            reason=reason,
            sitting=sitting,
        )
    reason = f"no decision in the minutes of that day ({where.name}) is like it"
    return ReportedCheck(
        reported=told.id,
        standing=ReportedStanding.NOT_IN_MINUTES,
        score=round(1 - score, 3),
        reason=reason,
        sitting=found,
    )


def _against_possible(told: Told, possible: Sequence[Minutes], sitting: Sitting) -> ReportedCheck:
    """Against minutes whose body may be another of the same name: only the decision itself tells that it is not."""
    keys = _keys(told)
    nearest = _nearest(told, keys, possible)
    if nearest.score >= _SURE_WHERE_BODY_IS_NOT and len(keys) >= _LEAST_WORDS:
        return _against(told, [nearest.minutes], sitting)
    reason = f"minutes of that time are held ({nearest.minutes.name}), and nothing shows that they are of the same body"
    return ReportedCheck(
        reported=told.id,
        standing=ReportedStanding.MINUTES_NOT_HELD,
        score=round(1 - nearest.score, 3),
        reason=reason,
        sitting=sitting,
    )


def _nearest(told: Told, keys: Sequence[str], of_body: Sequence[Minutes]) -> _Nearest:
    goes_forward = _goes_forward(told)
    best = _Nearest(None, 0.0, of_body[0])
    for minutes in of_body:
        for item in minutes.items:
            title = [word.key for word in words_of(item.title)]
            for decision in item.decisions:
                if decision.outcome is Outcome.ACCEPTED_MINUTES:
                    continue
                if goes_forward and ask_of_outcome(decision.outcome) in _AGAINST:
                    continue
                own = [word.key for word in words_of(decision.text)]
                score = held(keys, [*own, *title])
                if score > best.score and held(keys, own):
                    best = _Nearest(decision, score, minutes)
    return best


def _goes_forward(told: Told) -> bool:
    """Whether a matter was approved, as is told; then minutes that refused it don't bear that out."""
    words = words_of(told.text)
    verbs = operative(words)
    return bool(verbs) and words[verbs[-1]].ask in POSITIVE


def _keys(told: Told) -> list[str]:
    """The words that tell what was decided, without that it was, by whom and when."""
    said = {word.key for word in words_of(told.board.name)} if told.board else set()
    days = [written for written in find_dates(told.text) if (written.iso or told.date) == told.date]
    words = words_of(told.text)
    verbs = operative(words)
    return [
        word.key
        for at, word in enumerate(words)
        if at not in verbs and says_something(word) and word.key not in said
        if not any(day.start <= word.start < day.end for day in days)
    ]


def _quoted(decision: Decided) -> str:
    return f"“{' '.join(decision.text.split())}”"
