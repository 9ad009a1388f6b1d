"""What became of each motion of an item: which votes were on it, and how it ended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.particulars import Vote
from corpus.spans import Span
from corpus.vocabulary import MotionFate, MotionKind
from extract.ballots import Ballot, merged
from extract.movers import Moving

_NEAR = 1500  # characters between a motion and words like "Agreed." that don't say what was agreed


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A motion on its way through an item: ``ballots`` are the votes on it in order, the last of which decides.

    ``words`` is what was moved, ``at`` where the text begins to tell of it, ``paragraph`` the printed number of the
    paragraph there. ``amends`` is the ``at`` of the motion that it was to change.
    """

    moving: Moving
    kind: MotionKind
    words: Span
    at: int
    paragraph: str | None = None
    amends: int | None = None
    ballots: tuple[Ballot, ...] = ()

    @property
    def fate(self) -> MotionFate | None:
        """How it ended, as far as the text says."""
        return next((ballot.fate for ballot in reversed(self.ballots) if ballot.fate and not ballot.partly), None)

    @property
    def vote(self) -> Vote | None:
        """The vote that decided it, with what was recorded of that vote elsewhere."""
        vote: Vote | None = None
        for ballot in reversed([each for each in self.ballots if each.vote and not each.partly]):
            vote = merged(vote, ballot.vote) or vote
        return vote

    @property
    def told(self) -> Span:
        """From where the text begins to tell of it to where it last does."""
        ends = (self.words.end, self.moving.span.end, *(ballot.span.end for ballot in self.ballots))
        return Span(self.at, max(self.at, *ends))


@dataclass(frozen=True, slots=True)
class Followed:
    """The motions of an item with the votes on them, and the votes that are on none of them; both in order."""

    courses: tuple[Course, ...]
    free: tuple[Ballot, ...]


def follow(moved: Sequence[Course], held: Sequence[Ballot]) -> Followed:
    """The ways of the motions ``moved`` in one item through the votes ``held`` there; both in the order of the text."""
    way = _Way(moved)
    for ballot in held:
        way.vote(ballot)
    return Followed(tuple(sorted(way.courses, key=lambda course: course.at)), tuple(way.free))


class _Way:
    """The motions of an item so far; ``vote`` moves them on."""

    def __init__(self, moved: Sequence[Course]) -> None:
        self.courses = [replace(course, amends=_amended_by(course, moved[:at])) for at, course in enumerate(moved)]
        self.free: list[Ballot] = []
        self._last: int | None = None

    def vote(self, ballot: Ballot) -> None:
        """Puts ``ballot`` to the motion that it was on."""
        found = self._last if _only_names(ballot) else self._place(ballot)
        if found is None:
            self.free.append(ballot)
            return
        course = self.courses[found]
        self.courses[found] = replace(course, ballots=(*course.ballots, ballot))
        self._last = found

    def _place(self, ballot: Ballot) -> int | None:
        before = [at for at, course in enumerate(self.courses) if course.at < ballot.span.end]
        named = [at for at in before if ballot.paragraph and self.courses[at].paragraph == ballot.paragraph]
        open_ = [at for at in before if self.courses[at].fate is None]
        if named:
            return self._as_amended(named[-1]) if ballot.subject is MotionKind.SUBSTANTIVE else named[-1]
        match ballot.subject:
            case MotionKind.AMENDMENT:
                return self._latest(open_, MotionKind.AMENDMENT)
            case MotionKind.MOTION:
                return self._latest(open_, MotionKind.SUBSTANTIVE, MotionKind.MOTION)
            case MotionKind.SUBSTANTIVE:
                substantive = self._latest(before, MotionKind.SUBSTANTIVE)
                motion = self._latest(open_, MotionKind.MOTION) if substantive is None else substantive
                return None if motion is None else self._as_amended(motion)
        near = [at for at in open_ if ballot.span.start - self.courses[at].told.end <= _NEAR]
        # "Agreed." can be said of a motion before it, "the fence was unanimously praised" can't.
        near = [at for at in near if ballot.alone or self.courses[at].told.end > ballot.sentence]
        return near[-1] if near else None

    def _latest(self, among: Sequence[int], *kinds: MotionKind) -> int | None:
        return next((at for at in reversed(among) if self.courses[at].kind in kinds), None)

    def _as_amended(self, at: int) -> int:
        """The motion at ``at`` as it stands after amendments: one of its own where one was carried or accepted."""
        motion = self.courses[at]
        changed = any(
            course.amends == motion.at and course.fate in (MotionFate.CARRIED, MotionFate.ACCEPTED)
            for course in self.courses
        )
        if motion.kind is MotionKind.SUBSTANTIVE or not changed:
            return at
        self.courses.append(replace(motion, kind=MotionKind.SUBSTANTIVE, ballots=()))
        return len(self.courses) - 1


def _amended_by(course: Course, before: Sequence[Course]) -> int | None:
    if course.kind is not MotionKind.AMENDMENT:
        return None
    return next((each.at for each in reversed(before) if each.kind is MotionKind.MOTION), None)


def _only_names(ballot: Ballot) -> bool:
    """Whether it tells no more than how somebody voted in a vote that was told before."""
    vote = ballot.vote
    if vote is None or ballot.fate is not None or not vote.named:
        return False
    return vote.votes_for is None and vote.votes_against is None and vote.abstained is None
