"""What became of one thing that was asked for, in the item that took its report."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from corpus.alignment.model import Wording, WordingKind
from corpus.vocabulary import RecommendationFate
from search.aligning.asks import LOOKED_AT, POSITIVE, Ask
from search.aligning.clauses import Clause
from search.aligning.likeness import only_in
from search.aligning.passages import Match, Passage
from search.aligning.wording import change

_AS_A_WHOLE = 0.8
"""What was taken with the whole report is a little less sure than what was said again."""
_CLAUSE = 3
"""So many telling words in a row that went are a part of what was asked for, fewer a change of its wording."""
_SAME_SPELLING = 85.0
"""Of rapidfuzz's 0 to 100: "organise" and "organize", and what OCR misread."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """The fate of one thing that was asked for, how surely (0 to 1) and why; ``passage`` is what resolved on it."""

    fate: RecommendationFate
    score: float
    reason: str
    passage: Passage | None = None


def ending(
    clause: Clause, match: Match | None, resolved: Sequence[Passage], named: Collection[str], beside: Collection[str]
) -> Ending:
    """What became of ``clause``; ``match`` is the passage that is of its matter.

    ``named`` are the words that name who decides, ``beside`` those that the same passage takes from what else was asked
    for: neither tells of a change.
    """
    if match is not None:
        return _resolved(clause, match, named, beside)
    if clause.is_empty:
        return Ending(fate=RecommendationFate.UNKNOWN, score=0.0, reason="no more than its lead-in could be read")
    return (
        _with_all(clause, resolved)
        or _generic(clause, resolved)
        or _considered(clause, resolved)
        or _not_considered(resolved)
    )


def _resolved(clause: Clause, match: Match, named: Collection[str], beside: Collection[str]) -> Ending:
    passage = match.passage
    other = _otherwise(clause.ask, passage.ask)
    if other is not None:
        fate, reason = other
        return Ending(fate=fate, score=match.score, reason=reason, passage=passage)
    if clause.ask is Ask.CONSIDER:
        return _as_considered(passage)
    went = _without_spelling(only_in(clause.keys, passage.keys), only_in(passage.keys, clause.keys)) - set(named)
    came = _without_spelling(only_in(passage.keys, clause.keys), only_in(clause.keys, passage.keys))
    came -= {*named, *beside}
    asks_more = clause.ask is Ask.NOTE and passage.ask in POSITIVE
    if not went and not came and not asks_more:
        reason = "resolved in the same words"
        return Ending(fate=RecommendationFate.AS_RECOMMENDED, score=match.score, reason=reason, passage=passage)
    part = not came and not asks_more and _longest_gone(clause, went) >= _CLAUSE
    wording = change(clause.text[clause.start : clause.end], passage.text)
    return Ending(
        fate=RecommendationFate.PART_TAKEN if part else RecommendationFate.AMENDED,
        score=match.score,
        reason=_told(wording, part=part),
        passage=passage,
    )


def _otherwise(asked: Ask, resolved: Ask) -> tuple[RecommendationFate, str] | None:
    """What a resolution by another verb made of the same matter; ``None`` where it is the wording that tells."""
    if resolved is asked or (asked is Ask.CONSIDER and resolved in {*POSITIVE, *LOOKED_AT}):
        return None
    if resolved is Ask.REFUSE:
        return RecommendationFate.REFUSED, "it was refused"
    if resolved is Ask.WITHDRAW:
        return RecommendationFate.NOT_CONSIDERED, "it was withdrawn"
    if resolved in (Ask.DEFER, Ask.REFER):
        how = "deferred" if resolved is Ask.DEFER else "referred elsewhere"
        return RecommendationFate.DEFERRED, f"it was {how}"
    if resolved in LOOKED_AT and asked not in LOOKED_AT:
        return RecommendationFate.NOTED_ONLY, "it was noted, and no more"
    return None


def _with_all(clause: Clause, resolved: Sequence[Passage]) -> Ending | None:
    """Of "that the recommendations be agreed", which resolves on all of them."""
    passage = next((each for each in resolved if each.is_wholesale), None)
    if passage is None:
        return None
    return _as_a_whole(clause, passage, "with all recommendations of the report")


def _generic(clause: Clause, resolved: Sequence[Passage]) -> Ending | None:
    """Of "that the report be noted", and of a recommendation that says no more than that."""
    whole = [each for each in resolved if each.is_generic]
    fitting = [each for each in whole if _otherwise(clause.ask, each.ask) is None]
    if fitting:
        return _as_a_whole(clause, fitting[0], "with the report as a whole")
    if clause.is_generic:
        same = [each for each in resolved if each.ask is clause.ask]
        if same:
            return _as_a_whole(clause, same[0], "in words of its own")
    goes_forward = any(each.ask in POSITIVE for each in resolved)
    if whole and not goes_forward:
        return _as_a_whole(clause, whole[0], "with the report as a whole")
    return None


def _considered(clause: Clause, resolved: Sequence[Passage]) -> Ending | None:
    """Of what leaves open what to decide: that the item was decided tells that it was taken."""
    passage = next((each for each in resolved if _otherwise(clause.ask, each.ask) is None), None)
    return None if clause.ask is not Ask.CONSIDER or passage is None else _as_considered(passage)


def _as_considered(passage: Passage) -> Ending:
    reason = "it leaves open what to decide, and the item was decided"
    return Ending(fate=RecommendationFate.AS_RECOMMENDED, score=_AS_A_WHOLE, reason=reason, passage=passage)


def _as_a_whole(clause: Clause, passage: Passage, how: str) -> Ending:
    other = _otherwise(clause.ask, passage.ask)
    fate, reason = other or (RecommendationFate.AS_RECOMMENDED, "it was taken")
    return Ending(fate=fate, score=_AS_A_WHOLE, reason=f"{reason} {how}", passage=passage)


def _not_considered(resolved: Sequence[Passage]) -> Ending:
    if any(passage.is_empty for passage in resolved):
        reason = "what was decided could not be read beyond its lead-in"
        return Ending(fate=RecommendationFate.UNKNOWN, score=0.0, reason=reason)
    decisions = {decision.id for passage in resolved for decision in passage.decisions}
    other = f"{len(decisions)} {'decision is' if len(decisions) == 1 else 'decisions are'} told, none of it on this"
    return Ending(
        fate=RecommendationFate.NOT_CONSIDERED,
        score=_AS_A_WHOLE,
        reason=other if decisions else "no decision is told",
    )


def _without_spelling(words: Collection[str], others: Collection[str]) -> set[str]:
    """``words`` without those that stand among ``others`` in another spelling."""
    from rapidfuzz import fuzz

    return {
        word
        for word in words
        if not any(word.isalpha() and other.isalpha() and fuzz.ratio(word, other) >= _SAME_SPELLING for other in others)
    }


def _longest_gone(clause: Clause, went: Collection[str]) -> int:
    """How many telling words in a row went."""
    longest = run = 0
    for key in clause.keys:
        run = run + 1 if key in went else 0
        longest = max(longest, run)
    return longest


def _told(wording: Sequence[Wording], *, part: bool) -> str:
    went = "; ".join(f"“{piece.words}”" for piece in wording if piece.kind is WordingKind.WENT)
    came = "; ".join(f"“{piece.words}”" for piece in wording if piece.kind is WordingKind.CAME)
    if part:
        return f"resolved without {went}"
    told = [f"{went} went" if went else "", f"{came} came" if came else ""]
    return f"resolved in other words: {', '.join(filter(None, told))}"
