"""What of a meeting belongs to one decision or motion: its amendments, and who declared an interest in it."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.decisionrows import DecisionRow
from corpus.filters import Filter
from corpus.findingrows import DeclarationRow, MotionRow
from corpus.store import Corpus


def motions_about(corpus: Corpus, row: DecisionRow | MotionRow) -> tuple[MotionRow, ...]:
    """The motion of ``row`` (of an amendment, that which it amends in the end) and all amendments, as they were moved.

    Empty where none was moved, and for a motion that nothing was moved to.
    """
    wanted = row.motion if isinstance(row, DecisionRow) else row.id
    if wanted is None:
        return ()
    motions = sorted(corpus.motions(Filter(document=row.document)), key=lambda motion: motion.start)
    amends = {motion.id: motion.amends for motion in motions}
    first = _first(amends, wanted)
    found = tuple(motion for motion in motions if _first(amends, motion.id) == first)
    return () if [motion.id for motion in found] == [row.id] else found


def decisions_of(corpus: Corpus, motion: MotionRow) -> tuple[DecisionRow, ...]:
    """The decisions that came of a motion, in the order of the text."""
    decided = [row for row in corpus.decisions(Filter(document=motion.document)) if row.motion == motion.id]
    return tuple(sorted(decided, key=lambda row: row.start))


def declared_in(corpus: Corpus, decision: DecisionRow) -> tuple[DeclarationRow, ...]:
    """The interests that were declared at the meeting in the item that was decided on."""
    if decision.meeting is None or decision.item is None:
        return ()
    declared = corpus.declarations(Filter(meeting=decision.meeting))
    return tuple(row for row in declared if _is_among(decision.item, row.items))


def decided_despite(corpus: Corpus, declaration: DeclarationRow) -> tuple[DecisionRow, ...]:
    """What the meeting decided on the items that the interest concerns, in the order of the text."""
    if declaration.meeting is None or not declaration.items:
        return ()
    decided = corpus.decisions(Filter(meeting=declaration.meeting))
    on_items = [row for row in decided if row.item is not None and _is_among(row.item, declaration.items)]
    return tuple(sorted(on_items, key=lambda row: row.start))


def _first(amends: dict[str, str | None], motion: str) -> str:
    """The motion that ``motion`` amends, over all amendments of amendments; itself where it amends none."""
    seen = {motion}
    while (amended := amends.get(motion)) is not None and amended not in seen:
        seen.add(amended)
        motion = amended
    return motion


def _is_among(item: str, items: Sequence[str]) -> bool:
    return _bare(item) in map(_bare, items)


def _bare(number: str) -> str:
    return number.strip("().: ").casefold()
