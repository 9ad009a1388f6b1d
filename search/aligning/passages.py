"""The words of an item's decisions, and which of them a part of a recommendation was resolved in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.alignment.matters import Asked, Decided, Item
from corpus.vocabulary import Outcome
from search.aligning.asks import Ask
from search.aligning.clauses import Clause, resolved_clauses
from search.aligning.likeness import common, held, likeness

_LIKE_ENOUGH = 0.5
"""Below this more words differ than are the same: it may be another matter."""
_HELD_WHOLLY = 0.85
"""So much of a recommendation in a longer resolution is all of it, but for a word in other form."""
_LEAST_COMMON = 2
"""One word in common tells of no matter: "the ferry be kept" is not "the ferry be sold"."""
_SAME_NUMBER = 0.05
_LONGEST_RUN = 3
"""A thing that is asked for in one breath may be resolved in so many parts."""
_RECOMMENDATIONS = re.compile(r"\brecommend(?:ations?|ed)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of one decision, or of several that follow one another: ``keys`` is what it is compared by."""

    decisions: tuple[Decided, ...]
    ask: Ask
    keys: tuple[str, ...]
    text: str
    is_generic: bool
    is_empty: bool

    @property
    def is_wholesale(self) -> bool:
        """Whether it takes over what was recommended without saying it again."""
        return self.is_generic and _RECOMMENDATIONS.search(self.text) is not None


@dataclass(frozen=True, slots=True)
class Match:
    """The passage that resolves on something, and how like it is (0 to 1)."""

    passage: Passage
    score: float


def passages(item: Item) -> tuple[Passage, ...]:
    """All single things that the decisions of ``item`` say, in order; not that earlier minutes were right."""
    return tuple(
        _passage(decision, clause)
        for decision in item.decisions
        if decision.outcome is not Outcome.ACCEPTED_MINUTES
        for clause in resolved_clauses(decision.text, decision.stem, decision.outcome)
    )


def best_match(asked: Asked, clause: Clause, resolved: Sequence[Passage]) -> Match | None:
    """The passage that says most nearly what ``clause`` asks for; ``None`` where none is of its matter."""
    best: Match | None = None
    for passage in _runs(resolved):
        score = _likeness(clause, passage)
        if score and asked.number is not None and asked.number == passage.decisions[0].number:
            score += _SAME_NUMBER
        if score and (best is None or score > best.score):
            best = Match(passage, score)
    return best and Match(best.passage, min(best.score, 1.0))


def _likeness(clause: Clause, passage: Passage) -> float:
    if clause.is_generic or passage.is_generic or passage.is_empty:
        return 0.0
    like = likeness(clause.keys, passage.keys)
    if like >= _LIKE_ENOUGH and (common(clause.keys, passage.keys) >= _LEAST_COMMON or like == 1):
        return like
    whole = held(clause.keys, passage.keys)
    return whole * _LIKE_ENOUGH if whole >= _HELD_WHOLLY and len(clause.keys) >= _LEAST_COMMON else 0.0


def _runs(resolved: Sequence[Passage]) -> Iterator[Passage]:
    """Each passage, and those that follow one another as one."""
    yield from resolved
    for length in range(2, _LONGEST_RUN + 1):
        for at in range(len(resolved) - length + 1):
            yield _together(resolved[at : at + length])


def _passage(decision: Decided, clause: Clause) -> Passage:
    return Passage(
        decisions=(decision,),
        ask=clause.ask,
        keys=clause.keys,
        text=clause.text[clause.start : clause.end],
        is_generic=clause.is_generic and not clause.is_empty,
        is_empty=clause.is_empty,
    )


def _together(run: Sequence[Passage]) -> Passage:
    decisions = {decision.id: decision for passage in run for decision in passage.decisions}
    return Passage(
        decisions=tuple(decisions.values()),
        ask=run[0].ask,
        keys=tuple(key for passage in run for key in passage.keys),
        text=" ".join(passage.text for passage in run),
        is_generic=all(passage.is_generic for passage in run),
        is_empty=False,
    )
