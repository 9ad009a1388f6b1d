"""Motions that were carried or lost, as the line that tells their end and the words before it say."""

from __future__ import annotations

import re

from corpus.spans import Span, trimmed
from corpus.vocabulary import Outcome
from extract.decided import Decided
from extract.matched import Matched
from extract.parts import Part
from extract.votes import moved_before

_LOOKED_BACK = 12  # paragraphs of debate that may stand between a motion and its vote
_MOVED = re.compile(
    r"\bseconded(?: by [A-Z][^,.:\n]{2,60}?)?,?\s+(?:the following )?(?:an? |the )?"
    r"(?:amendment|motion|proposal)?[^.:\n]{0,40}?(?::\s*|\s(?=that\b)|$)"
)
_CARRIED = re.compile(r"\b(?:proposed|seconded|moved)\b[^.]{0,500}?,?\s+(?=that\b)")


def carried(matched: Matched, index: int) -> Decided | None:
    """What was moved in the paragraph before ``index``, a line that says no more than that it was agreed."""
    trailing = next(iter(matched.of(index, "trailing")), None)
    if trailing is None or not index:
        return None
    before = matched.paragraphs[index - 1]
    motion = _CARRIED.search(before.text)
    if motion is None:
        return None
    return Decided(
        part=Part(None, Span(before.span.start + motion.end(), before.span.end)),
        rule=trailing.rule.id,
        explicit=True,
        moved=moved_before(matched.text, before.span.start, matched.paragraphs[index].span.end),
    )


def lost(matched: Matched, index: int) -> Decided | None:
    """What was moved and then lost, as ``index`` tells: the motion or amendment moved last before, in the same item."""
    told = next(iter(matched.of(index, "lost")), None)
    motion = _moved_before(matched, index, told.span.start) if told else None
    if told is None or motion is None:
        return None
    return Decided(
        part=Part(None, motion),
        rule=told.rule.id,
        explicit=True,
        moved=moved_before(matched.text, matched.item_start(told.span.start), told.span.end),
        outcome=Outcome.REJECTED,
    )


def _moved_before(matched: Matched, index: int, end: int) -> Span | None:
    start = matched.item_start(end)
    for at in range(index, max(index - _LOOKED_BACK, -1), -1):
        paragraph = matched.paragraphs[at]
        if paragraph.span.start < start:
            return None
        moved = _MOVED.search(matched.text, paragraph.span.start, min(paragraph.span.end, end))
        if moved is None:
            continue
        motion = trimmed(matched.text, Span(moved.end(), min(paragraph.span.end, end)))
        if not len(motion) and at + 1 < index:
            motion = matched.paragraphs[at + 1].span
        return motion if len(motion) else None
    return None
