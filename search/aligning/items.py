"""Which item of which minutes took a report: told by its title, its reference and the words of what it asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.alignment.matters import Item, Minutes, Report
from search.aligning.boards import Sameness, same_board
from search.aligning.clauses import Clause, recommended_clauses, resolved_clauses
from search.aligning.likeness import likeness, title_likeness

_SURE_ENOUGH = 0.6
"""Of 1: a title that has half its words in common with another is not yet the same."""
_LIKE_TITLES = 0.45
"""Below this, two titles have but a word in common and tell nothing."""
_LIKE_WORDS = 0.6
"""Below this, a recommendation and a resolution may be of different matters."""
_SURE_WHERE_BOARD_IS_NOT = 0.85
"""Whose minutes they are must show in the item, where the names of the bodies don't tell."""
_SAME_NUMBER = 0.05
"""The number of an item alone tells nothing: minutes count on from meeting to meeting."""
_LEAST_WORDS = 3
"""As many words must be common before they tell of a matter: any report can be noted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """The item that took a report, how surely (0 to 1), and what tells so, in words."""

    minutes: Minutes
    item: Item
    score: float
    why: str


def minutes_for(report: Report, minutes: Iterable[Minutes]) -> Iterator[tuple[Minutes, Sameness]]:
    """Those of ``minutes`` that can be of the meeting that ``report`` was put to."""
    for each in minutes:
        if each.meeting is None:
            if report.references & each.references:
                yield each, Sameness.SURE
        elif report.date is not None and report.date == each.date:
            sameness = same_board(report.board, each.board, report.home, each.home)
            if sameness:
                yield each, sameness


def taken_by(report: Report, candidates: Iterable[tuple[Minutes, Sameness]]) -> Taken | None:
    """The item that took ``report``, where one shows that it did; confirmed minutes before drafts."""
    asked = tuple(clause for each in report.asked for clause in recommended_clauses(each.text, each.stem))
    best: Taken | None = None
    for minutes, sameness in sorted(candidates, key=_trusted):
        least = _SURE_ENOUGH if sameness is Sameness.SURE else _SURE_WHERE_BOARD_IS_NOT
        for item in minutes.items:
            score, why = (1.0, "of the same reference") if minutes.meeting is None else _score(report, asked, item)
            if score >= least and (best is None or score > best.score):
                best = Taken(minutes=minutes, item=item, score=score, why=why)
    return best


def _trusted(candidate: tuple[Minutes, Sameness]) -> tuple[int, bool, bool, str]:
    minutes, sameness = candidate
    return -sameness, minutes.meeting is None, not minutes.confirmed, minutes.document


def _score(report: Report, asked: tuple[Clause, ...], item: Item) -> tuple[float, str]:
    titles = title_likeness(report.title, item.title) if item.title else 0.0
    if any(reference in item.title for reference in report.references):
        return 1.0, "of the same reference"
    words = _words_score(asked, item)
    by_title = titles if titles >= _LIKE_TITLES else 0.0
    by_words = words if words >= _LIKE_WORDS else 0.0
    score = 1 - (1 - by_title) * (1 - by_words)
    if score and item.number in report.numbers:
        score = min(1.0, score + _SAME_NUMBER)
    return score, "of like title" if by_title >= by_words else "of like words"


def _words_score(asked: tuple[Clause, ...], item: Item) -> float:
    resolved = [
        clause
        for decision in item.decisions
        for clause in resolved_clauses(decision.text, decision.stem, decision.outcome)
    ]
    return max(
        (
            likeness(clause.keys, other.keys)
            for clause in asked
            for other in resolved
            if min(len(clause.tells), len(other.tells)) >= _LEAST_WORDS and not clause.is_generic
        ),
        default=0.0,
    )
