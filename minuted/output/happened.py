"""One event of a trace in words: what happened, beside what was recommended, with votes, interests and ages."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from corpus.alignment.rows import AlignedRow
from corpus.decisionrows import DecisionRow
from corpus.findingrows import ActionRow, MotionRow, RecommendationRow
from corpus.vocabulary import ActionStatus, EventKind, MotionKind, RecommendationFate
from minuted.actionages import Owed
from minuted.output.aligned import change_words
from minuted.output.citation import joined, long_date, one_line
from minuted.output.completed import completed
from minuted.output.declared import declaration_words
from minuted.output.missing import numbered
from minuted.output.owed import due_words, owner_words, standing_words
from minuted.output.particulars import particulars_of, particulars_words
from minuted.output.voted import fate_words, moved_words, named_words, vote_of, vote_words
from minuted.tracing import Particular, TraceAnswer

if TYPE_CHECKING:
    from search.stories.events import Event

Line = tuple[str, str]
"""What is told, and in which words."""

_LABELS = {
    EventKind.NOTICE: "notice",
    EventKind.REPORT: "reported",
    EventKind.RECOMMENDATION: "recommended",
    EventKind.DECISION: "decided",
    EventKind.CALL_IN: "called in",
    EventKind.ACTION: "to be done",
    EventKind.ACTION_CLOSED: "done",
    EventKind.MENTION: "told",
    EventKind.MINUTES_APPROVED: "minutes confirmed",
}
_OWN = frozenset({"delegated", "deferred", "referred", "subject to", "exempt"})
"""What one part of a resolution says of itself alone."""

_DAYS_OF_MONTHS = 60
"""Days from which on an age is told in months."""
_MONTH = 30.44
"""Days, on average."""


def label_of(event: Event) -> str:
    """What happened, in a word or two."""
    return _LABELS[event.kind]


@dataclass(frozen=True, slots=True)
class Happened:
    """An event in words: what happened, what stands ``beside`` it, and what it has in ``common`` with others.

    One vote, one declared interest and one set of reasons are often told of all parts of a resolution.
    """

    what: Line
    beside: tuple[Line, ...] = ()
    common: tuple[Line, ...] = ()


def happened(answer: TraceAnswer, event: Event, told: Collection[str]) -> Happened | None:
    """What ``event`` tells; ``None`` where it is what was recommended to a decision that is ``told`` (ids) too."""
    particular = answer.particulars[event.id]
    match particular.row:
        case DecisionRow() as row:
            words = joined(f"“{completed(row.text, row.stem)}”", row.outcome.replace("_", " "))
            particulars = particulars_words(particulars_of(row))
            own = (line for line in particulars if line[0] in _OWN)
            common = (line for line in particulars if line[0] not in _OWN)
            declared = (("interest declared", declaration_words(each)) for each in particular.declarations)
            return Happened(
                (label_of(event), words),
                beside=(*_recommended(answer, particular), *own),
                common=(*_voted(particular, row), *common, *declared),
            )
        case RecommendationRow() as row:
            if any(each.decision in told for each in particular.aligned):
                return None
            fates = (("became", _fate(each)) for each in particular.aligned if each.fate)
            return Happened((label_of(event), f"“{completed(row.text, row.stem)}”"), tuple(fates))
        case ActionRow() as row:
            what = f"{owner_words(row)}: {one_line(row.text)}"
            return Happened((label_of(event), what), tuple(_action(row, answer.owed[row.id], answer.today)))
        case _:
            return Happened((label_of(event), f"“{one_line(event.quote)}”"))


def _recommended(answer: TraceAnswer, particular: Particular) -> Iterator[Line]:
    for each in particular.aligned:
        same = each.fate == RecommendationFate.AS_RECOMMENDED
        words = None if same else f"“{completed(each.text, each.stem)}”"
        yield "recommended", joined(words, "in the same words" if same else (each.fate or "").replace("_", " "))
        change = answer.wordings.get(each.id, ())
        if change:
            yield "changed", change_words(change)


def _voted(particular: Particular, row: DecisionRow) -> Iterator[Line]:
    """How it was voted on, and the amendments that were moved."""
    vote = vote_of(row)
    told = joined(vote_words(vote), moved_words(row.moved_by, row.seconded_by))
    if told:
        yield "vote", told
    yield from named_words(vote)
    for motion in particular.motions:
        if motion.kind == MotionKind.AMENDMENT:
            yield "amendment", joined(_motion_fate(motion), one_line(motion.text))


def _motion_fate(motion: MotionRow) -> str:
    return fate_words(motion.fate, vote_of(motion))


def _fate(row: AlignedRow) -> str:
    return joined((row.fate or "").replace("_", " "), row.put_to, long_date(row.put_on), row.reason)


def _action(row: ActionRow, owed: Owed, today: date) -> Iterator[Line]:
    written = due_words(row.due, row.due_date)
    due = joined(long_date(row.due_date), written and written.removeprefix("due "))
    if due:
        yield "due", due
    stands = joined(row.status, standing_words(row.status_note), row.reference)
    yield "stands" if owed.is_last else "stood then", joined(stands, _age(row, owed, today) if owed.is_last else None)


def _age(row: ActionRow, owed: Owed, today: date) -> str | None:
    """How old it is; of what is done, how long that took."""
    if row.status != ActionStatus.CLOSED:
        age = span_words(owed.raised, today.isoformat())
        return age and f"{age} old"
    took = span_words(owed.raised, row.date)
    return f"after {took}" if took and owed.raised != row.date else None


def span_words(first: str | None, last: str | None) -> str | None:
    """How long it is from ``first`` to ``last`` (ISO 8601); ``None`` where one is no whole day, or they are not so."""
    try:
        days = (date.fromisoformat(last or "") - date.fromisoformat(first or "")).days
    except ValueError:
        return None
    if days < 0:
        return None
    return numbered(days, "day") if days < _DAYS_OF_MONTHS else numbered(int(days / _MONTH), "month")
