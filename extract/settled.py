"""Motions that are decisions by themselves: lost, withdrawn, carried without a resolution, moved without contest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.findings import Motion, RuleId
from corpus.spans import Span
from corpus.vocabulary import MotionFate, MotionKind, Outcome, PaperKind
from extract.decided import Decided
from extract.matched import Matched
from extract.ordered import index_at
from extract.paragraphs import folded, sentences
from extract.parts import Part, read_parts
from extract.proceedings import Moved, Proceeding, Proceedings

EXPLICIT_ONLY = (PaperKind.AGENDA, PaperKind.ACTION_LOG, PaperKind.DECISION_NOTICE)
"""Papers whose prose tells of no decision of a meeting."""
_APPROVED = re.compile(r"\bapproved\b", re.IGNORECASE)
_DEBATED = RuleId("motions.moved-with-seconder")
"""How councils record motions that are debated: "As a motion, Mr A, seconded by Mrs B, moved ..."; a vote follows."""
_DECIDED = {
    MotionFate.LOST: Outcome.REJECTED,
    MotionFate.WITHDRAWN: Outcome.WITHDRAWN,
    MotionFate.CARRIED: Outcome.AGREED,
}


def settled(
    matched: Matched, proceedings: Proceedings, decided: Sequence[tuple[Decided, Moved]]
) -> Iterator[tuple[Decided, Moved]]:
    """The motions that a meeting settled and that none of the other decisions, ``decided``, tells of."""
    told = {each.told for each, _ in decided}
    resolved = {moved.motion for _, moved in decided if moved.motion}
    for proceeding in proceedings.motions:
        motion, mover = proceeding.motion, proceeding.course.moving.span
        paper = matched.document.paper_at(motion.span.start)
        if paper is None or paper.kind in EXPLICIT_ONLY or motion.id in resolved:
            continue
        if any(motion.span.overlaps(span) or mover.overlaps(span) for span in told):
            continue
        uncontested = paper.kind is PaperKind.MINUTES and _uncontested(proceeding, proceedings.motions)
        if motion.fate in _DECIDED or (uncontested and not _resolved_later(matched, motion, decided)):
            yield from _decisions(matched, proceeding, proceedings.motions)


def ended_apart(matched: Matched, proceedings: Proceedings) -> Iterator[Span]:
    """The words of motions that are decisions as motions, and of their movers: the sentence that moves them tells less.

    They were lost or withdrawn, or a line of its own carries them.
    """
    for proceeding in proceedings.motions:
        fate = proceeding.motion.fate
        if fate in _DECIDED and (fate is not MotionFate.CARRIED or _ended_apart(matched, proceeding)):
            yield proceeding.motion.span
            yield proceeding.course.moving.span


def _uncontested(proceeding: Proceeding, among: Sequence[Proceeding]) -> bool:
    """Whether it was moved and seconded and nothing more is told of it, as parish councils record what they agree."""
    motion = proceeding.motion
    if motion.kind is not MotionKind.MOTION or motion.seconded_by is None or proceeding.course.ballots:
        return False
    if motion.rule == _DEBATED or motion.span.contains(proceeding.course.moving.span):
        return False
    return not any(
        other.motion.amends == motion.id
        or (other.course.moving is proceeding.course.moving and other.motion.id != motion.id)
        for other in among
    )


def _resolved_later(matched: Matched, motion: Motion, decided: Sequence[tuple[Decided, Moved]]) -> bool:
    """Whether its item goes on to a resolution that may be its end, for no other motion led to it."""
    item = matched.places.item_span(motion.span.start)
    return any(
        each.explicit and moved.motion is None and motion.span.end <= each.told.start < item.end
        for each, moved in decided
    )


def _decisions(
    matched: Matched, proceeding: Proceeding, among: Sequence[Proceeding]
) -> Iterator[tuple[Decided, Moved]]:
    motion = proceeding.motion
    moved = Moved(mover=motion.moved_by, seconder=motion.seconded_by, vote=motion.vote, motion=motion.id)
    outcome = _outcome(matched, proceeding)
    ended = _ended_apart(matched, proceeding)
    parts = _parts(matched, proceeding, among) if ended else (Part(None, _sentence(matched, proceeding)),)
    for part in parts:
        yield (
            Decided(part=part, rule=motion.rule, explicit=ended, told=motion.span, outcome=outcome),
            moved,
        )


def _outcome(matched: Matched, proceeding: Proceeding) -> Outcome:
    """What its end means: "Approved unanimously" behind a motion is told as approved."""
    outcome = _DECIDED[proceeding.motion.fate or MotionFate.CARRIED]
    approved = any(
        _APPROVED.search(matched.text, ballot.sentence, ballot.span.end) for ballot in proceeding.course.ballots
    )
    return Outcome.APPROVED if outcome is Outcome.AGREED and approved else outcome


def _ended_apart(matched: Matched, proceeding: Proceeding) -> bool:
    """Whether a line of its own tells how it ended ("Motion carried.")."""
    last = max(proceeding.course.moving.span.end, proceeding.course.words.end)
    return any(ballot.fate and "\n" in matched.text[last : ballot.span.end] for ballot in proceeding.course.ballots)


def _sentence(matched: Matched, proceeding: Proceeding) -> Span:
    """The words of the motion with the sentence that tells its mover."""
    words, mover = proceeding.course.words, proceeding.course.moving.span
    start, end = min(words.start, mover.start), max(words.end, mover.end)
    for at in (start, end - 1):
        for sentence in sentences(matched.text, _paragraph(matched, at)):
            if sentence.start <= at < sentence.end:
                start, end = min(start, sentence.start), max(end, sentence.end)
    return Span(start, end)


def _paragraph(matched: Matched, offset: int) -> Span:
    return matched.paragraphs[index_at(matched.paragraphs, offset)].body


def _parts(matched: Matched, proceeding: Proceeding, among: Sequence[Proceeding]) -> tuple[Part, ...]:
    """What was carried, part by part; of an amendment the parts that it changes. What was lost was so as a whole."""
    motion = proceeding.motion
    if motion.fate is not MotionFate.CARRIED:
        return (Part(None, motion.span),)
    start = motion.span.start
    read, _ = read_parts(matched.text, matched.paragraphs, index_at(matched.paragraphs, start), start, matched.stops)
    parts = tuple(part for part in read if motion.span.contains(part.span))
    amended = next((other.motion.text for other in among if other.motion.id == motion.amends), "")
    changed = tuple(part for part in parts if folded(matched.document.quote(part.span)) not in amended)
    return changed if len(parts) > 1 and changed else (Part(None, motion.span),)
