"""Whether minutes bear out what a paper tells of a decision."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.alignment.matters import Decided, Minutes, Told
from corpus.alignment.model import ReportedCheck, Sitting
from corpus.vocabulary import Outcome, ReportedStanding
from search.aligning.boards import Sameness, same_board
from search.aligning.likeness import held
from search.aligning.words import says_something, words_of

_BORNE_OUT = 0.6
"""So much of what is told must stand in the decision, or in the heading that it is under."""
_LEAST_WORDS = 3
"""Fewer telling words fit many decisions: they must then all be there."""
_DAY = len("2024-06-11")


def check(told: Told, minutes: Sequence[Minutes]) -> ReportedCheck:
    """How ``told`` stands against those of ``minutes`` that are of the body and time told."""
    if told.board is None or told.date is None:
        missing = " and ".join(
            filter(None, ("who decided" if told.board is None else "", "" if told.date else "when"))
        )
        sitting = Sitting(body=told.board.name if told.board else None, date=told.date)
        return _checked(told, ReportedStanding.NOT_CHECKABLE, 1.0, f"it is not told {missing}", sitting)
    of_body = [
        each
        for each in minutes
        if each.meeting is not None
        and each.date is not None
        and each.date.startswith(told.date)
        and same_board(told.board, each.board, told.home, each.home) is Sameness.SURE
    ]
    sitting = Sitting(body=told.board.name, date=told.date)
    if not of_body:
        reason = f"the minutes of {told.board.name} of {told.date} are not held"
        return _checked(told, ReportedStanding.MINUTES_NOT_HELD, 1.0, reason, sitting)
    return _against(told, of_body, sitting)


def _against(told: Told, of_body: Sequence[Minutes], sitting: Sitting) -> ReportedCheck:
    keys = _keys(told)
    best, score, where = _nearest(keys, of_body)
    found = Sitting(
        body=sitting.body, date=where.date or sitting.date, meeting=where.meeting, document=where.document
    )
    if best is not None and score >= (_BORNE_OUT if len(keys) >= _LEAST_WORDS else 1.0):
        reason = f"the minutes ({where.name}, p. {best.page}) say so: “{' '.join(best.text.split())}”"
        return _checked(told, ReportedStanding.CONFIRMED, score, reason, found, best.id)
    if len(told.date or "") < _DAY:
        reason = f"minutes of {told.date} are held ({where.name}) and don't tell of it; others of that time may"
        return _checked(told, ReportedStanding.MINUTES_NOT_HELD, 1 - score, reason, sitting)
    reason = f"no decision in the minutes of that day ({where.name}) is like it"
    return _checked(told, ReportedStanding.NOT_IN_MINUTES, 1 - score, reason, found)


def _nearest(keys: Sequence[str], of_body: Sequence[Minutes]) -> tuple[Decided | None, float, Minutes]:
    """The decision that holds most of ``keys``, how much, and the minutes it stands in."""
    best: Decided | None = None
    most, where = 0.0, of_body[0]
    for minutes in of_body:
        for item in minutes.items:
            title = [word.key for word in words_of(item.title)]
            for decision in item.decisions:
                if decision.outcome is Outcome.ACCEPTED_MINUTES:
                    continue
                own = [word.key for word in words_of(decision.text)]
                score = held(keys, [*own, *title]) if held(keys, own) else 0.0
                if score > most:
                    best, most, where = decision, score, minutes
    return best, most, where


def _keys(told: Told) -> list[str]:
    """The words that tell what was decided, without who decided and when."""
    said = {word.key for word in words_of(told.board.name)} if told.board else set()
    return [word.key for word in words_of(told.text) if says_something(word) and word.key not in said]


def _checked(
    told: Told, standing: ReportedStanding, score: float, reason: str, sitting: Sitting, decision: str | None = None
) -> ReportedCheck:
    return ReportedCheck(
        reported=told.id, standing=standing, score=round(score, 3), reason=reason, sitting=sitting, decision=decision
    )
