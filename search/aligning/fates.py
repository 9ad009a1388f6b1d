"""What became of each recommendation of a report: one fate each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.alignment.matters import Asked, Minutes, Report
from corpus.alignment.model import Alignment, Sitting, Wording
from corpus.vocabulary import RecommendationFate
from search.aligning.boards import Sameness
from search.aligning.clauses import Clause, lead_in, recommended_clauses, whole_clause
from search.aligning.endings import Ending, ending
from search.aligning.items import Taken, minutes_for, taken_by
from search.aligning.passages import Match, Passage, best_match, passages
from search.aligning.wording import change
from search.aligning.words import words_of

_TAKEN = (RecommendationFate.AS_RECOMMENDED, RecommendationFate.AMENDED, RecommendationFate.PART_TAKEN)
# Of several things that were all not taken, the one that says most.
_WEIGHTIEST = (
    RecommendationFate.REFUSED,
    RecommendationFate.DEFERRED,
    RecommendationFate.NOTED_ONLY,
    RecommendationFate.NOT_CONSIDERED,
    RecommendationFate.UNKNOWN,
)
_CHANGED = (RecommendationFate.AMENDED, RecommendationFate.PART_TAKEN)
_ENDS_IN_OR = (" or", ";or", ",or")


def align(report: Report, minutes: Sequence[Minutes]) -> tuple[Alignment, ...]:
    """The fate of each recommendation of ``report``, in order, by those of ``minutes`` that are of its meeting."""
    candidates = tuple(minutes_for(report, minutes))
    taken = taken_by(report, candidates)
    if taken is None:
        return tuple(_unknown(report, each, candidates) for each in report.asked)
    return _alternatives(report, _resolved(report, taken))


def _resolved(report: Report, taken: Taken) -> tuple[Alignment, ...]:
    resolved = passages(taken.item)
    named = {word.key for word in words_of(report.board.name)} if report.board else set()
    asked = [(each, clause) for each in report.asked for clause in _things(each, resolved)]
    matches = [best_match(each, clause, resolved) for each, clause in asked]
    endings: dict[str, list[Ending]] = {each.id: [] for each in report.asked}
    for at, (each, clause) in enumerate(asked):
        beside = {
            key
            for other, (_, other_clause) in enumerate(asked)
            if other != at and _share(matches[at], matches[other])
            for key in other_clause.keys
        }
        endings[each.id].append(ending(clause, matches[at], resolved, named, beside))
    return tuple(_alignment(each, endings[each.id], taken) for each in report.asked)


def _things(asked: Asked, resolved: Sequence[Passage]) -> tuple[Clause, ...]:
    """What a recommendation asks for, each thing by itself, unless all of it was resolved in the same words at once."""
    whole = whole_clause(asked.text, asked.stem)
    match = best_match(asked, whole, resolved)
    if match is not None and sorted(whole.keys) == sorted(match.passage.keys):
        return (whole,)
    return recommended_clauses(asked.text, asked.stem)


def _share(one: Match | None, other: Match | None) -> bool:
    """Whether two things were resolved in the same words."""
    if one is None or other is None:
        return False
    return one.passage.text in other.passage.text or other.passage.text in one.passage.text


def _alignment(asked: Asked, endings: Sequence[Ending], taken: Taken) -> Alignment:
    fate = _fate(endings)
    item = " ".join(filter(None, (taken.item.number, f"“{taken.item.title}”")))
    reasons = dict.fromkeys(each.reason for each in endings)
    resolved = [each.passage for each in endings if each.passage]
    decisions = dict.fromkeys(decision.id for passage in resolved for decision in passage.decisions)
    return Alignment(
        recommendation=asked.id,
        fate=fate,
        score=round(taken.score * min(each.score for each in endings), 3),
        reason=f"item {item} took the report ({taken.why}): {'; '.join(reasons)}",
        sitting=_sitting(taken.minutes),
        item=taken.item.section,
        decisions=tuple(decisions),
        change=_change(asked, resolved) if fate in _CHANGED else (),
    )


def _change(asked: Asked, resolved: Sequence[Passage]) -> tuple[Wording, ...]:
    """How the wording of all of it changed, against all that was resolved on it, each passage once."""
    texts = dict.fromkeys(passage.text for passage in resolved)
    once = [text for text in texts if not any(text != other and text in other for other in texts)]
    return change(asked.text[lead_in(asked.text) :], " ".join(once))


def _fate(endings: Sequence[Ending]) -> RecommendationFate:
    fates = {each.fate for each in endings}
    if len(fates) == 1:
        return fates.pop()
    if fates <= set(_TAKEN):
        amended = RecommendationFate.AMENDED in fates
        return RecommendationFate.AMENDED if amended else RecommendationFate.PART_TAKEN
    if fates & set(_TAKEN):
        return RecommendationFate.PART_TAKEN
    return next(fate for fate in _WEIGHTIEST if fate in fates)


def _alternatives(report: Report, aligned: tuple[Alignment, ...]) -> tuple[Alignment, ...]:
    """``aligned``, where the recommendations were to choose from, without blaming anybody for choosing."""
    if not any(each.text.rstrip(" ;,.").lower().endswith(_ENDS_IN_OR) for each in report.asked):
        return aligned
    if not any(each.fate in _TAKEN for each in aligned):
        return aligned
    return tuple(
        replace(each, reason=f"{each.reason}; it was one of several to choose from, and another was taken")
        if each.fate is RecommendationFate.NOT_CONSIDERED
        else each
        for each in aligned
    )


def _unknown(report: Report, asked: Asked, candidates: Sequence[tuple[Minutes, Sameness]]) -> Alignment:
    sitting = Sitting(body=report.board.name if report.board else None, date=report.date)
    sure = [minutes for minutes, sameness in candidates if sameness is Sameness.SURE]
    fate, score = RecommendationFate.UNKNOWN, 0.0
    if sure:
        sitting = _sitting(sure[0])
        reason = f"the minutes are held ({sure[0].name}), and none of their items shows that it took this report"
    elif candidates:
        names = ", ".join(sorted({minutes.name for minutes, _ in candidates}))
        reason = f"minutes of that day are held ({names}), and nothing shows that they are of the same body"
    elif report.date is not None and report.board is not None:
        fate, score = RecommendationFate.MINUTES_NOT_HELD, 1.0
        reason = f"the minutes of {report.board.name} of {report.date} are not held"
    elif report.references:
        fate, score = RecommendationFate.MINUTES_NOT_HELD, 1.0
        reason = f"the record of decision {', '.join(sorted(report.references))} is not held"
    else:
        missing = " and ".join(
            filter(None, ("to which body" if report.board is None else "", "" if report.date else "on which day"))
        )
        reason = f"the report does not tell {missing} it was put"
    return Alignment(recommendation=asked.id, fate=fate, score=score, reason=reason, sitting=sitting)


def _sitting(minutes: Minutes) -> Sitting:
    body = minutes.board.name if minutes.board else None
    return Sitting(body=body, date=minutes.date, meeting=minutes.meeting, document=minutes.document)
