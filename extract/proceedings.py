"""Whose motion a decision was, and which vote decided it: what an item tells in it, before it and right behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.findings import FindingId, Motion
from corpus.particulars import Vote
from corpus.spans import Span
from corpus.vocabulary import MotionFate, MotionKind
from extract.ballots import Ballot, merged
from extract.courses import Course

_FARTHEST = 3000  # characters between a motion and the resolution that it led to, where no vote stands between
_CLOSE = 120  # characters between a motion and the sentence that tells what came of it
_ELECTED = re.compile(r"\b(?:elected|appointed|co-?opted)\b")
_SIGNS = " .,;:()[]\n–-"  # that may stand between a decision and the vote behind it
_ENDED = (MotionFate.LOST, MotionFate.FELL, MotionFate.WITHDRAWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """Who moved and seconded, as written, how the vote went, and which motion it was; each ``None`` where not told."""

    mover: str | None = None
    seconder: str | None = None
    vote: Vote | None = None
    motion: FindingId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proceeding:
    """A motion as it was found, with its way through the item."""

    motion: Motion
    course: Course


@dataclass(frozen=True, slots=True, kw_only=True)
class Proceedings:
    """The motions of one document and the votes that were on none of them, each in the order of the text."""

    text: str
    motions: tuple[Proceeding, ...] = ()
    votes: tuple[Ballot, ...] = ()

    def moved(self, told: Span, since: Span, *, explicit: bool) -> Moved:
        """What is told of the motion and the vote that led to the decision at ``told``.

        ``since`` is the rest of its item, from the end of the decision before. What stands under a formula also takes
        what was moved and voted on there before it; a decision told in prose only what stands close before it.
        """
        own = self._in(told) or (self._before(told, since) if explicit else self._close_before(told, since))
        votes = tuple(self._own_votes(told, since, explicit=explicit))
        if own is None:
            return Moved(vote=_together(votes))
        return Moved(
            mover=own.motion.moved_by,
            seconder=own.motion.seconded_by,
            vote=own.motion.vote or _together(votes),
            motion=own.motion.id,
        )

    def _in(self, told: Span) -> Proceeding | None:
        """The motion whose mover, or else whose words, stand in the decision."""
        movers = [each for each in self.motions if each.course.moving.span.overlaps(told)]
        found = movers or [each for each in self.motions if each.course.words.overlaps(told)]
        return found[-1] if found else None

    def _before(self, told: Span, since: Span) -> Proceeding | None:
        """The last motion before a resolution that was not lost; one voted on since, or moved since and not far."""
        found: tuple[bool, int, Proceeding] | None = None
        for each in self.motions:
            course = each.course
            if course.at >= told.start or course.fate in _ENDED:
                continue
            voted = any(since.start <= ballot.span.start < told.start for ballot in course.ballots if not ballot.partly)
            if not voted and not (course.at >= since.start and told.start - course.told.end <= _FARTHEST):
                continue
            # A motion goes before an amendment, then the one that was told of last.
            rank = (each.motion.kind is not MotionKind.AMENDMENT, course.told.end)
            if found is None or rank >= found[:2]:
                found = (*rank, each)
        return found[2] if found else None

    def _close_before(self, told: Span, since: Span) -> Proceeding | None:
        """The motion in the sentence or line before one that tells what came of it."""
        for each in reversed(self.motions):
            course = each.course
            if course.at < told.start:
                near = course.at >= since.start and told.start - course.told.end <= _CLOSE
                led = course.moving.introduces or course.moving.span.contains(course.words)
                elects = _ELECTED.search(self.text, told.start, told.end) is not None
                return each if near and (led or elects) and not course.ballots else None
        return None

    def _own_votes(self, told: Span, since: Span, *, explicit: bool) -> Iterator[Ballot]:
        """Votes on no motion: in the decision, right behind it, and before a resolution."""
        for ballot in self.votes:
            inside = told.start <= ballot.span.start < told.end
            behind = told.end <= ballot.span.start and not self.text[told.end : ballot.span.start].strip(_SIGNS)
            before = explicit and since.start <= ballot.span.start < told.start
            if before and (ballot.fate in _ENDED or ballot.subject is MotionKind.AMENDMENT):
                continue
            if inside or behind or before:
                yield ballot


def _together(votes: Sequence[Ballot]) -> Vote | None:
    """The last of ``votes``, with what those before it add."""
    vote: Vote | None = None
    for ballot in reversed(votes):
        vote = merged(vote, ballot.vote) or vote
    return vote
