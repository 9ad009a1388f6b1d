"""Which meetings are known, by what they are known, what of each is held, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from corpus.vocabulary import MeetingStatus, PaperKind

REPORT_KINDS = frozenset({PaperKind.REPORT, PaperKind.PRESENTATION, PaperKind.APPENDIX})
"""Papers that are put to a meeting: with its agenda they are its pack."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A board or committee over all documents: ``key`` tells it from all others.

    ``id`` is the registry's, ``None`` where it knows none; ``name`` and ``organisation`` are as most papers print them.
    """

    key: str
    id: str | None
    name: str
    organisation: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldPaper:
    """A paper of a meeting that is held; ``status`` is that of minutes, ``paper`` and ``meeting`` are ids."""

    kind: PaperKind
    title: str
    status: MeetingStatus | None
    paper: str
    meeting: str | None
    document: str
    document_name: str
    page: int
    line: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A place where the paper of another meeting, of ``told_on`` (ISO 8601), speaks of a meeting.

    ``called`` is what it calls that meeting, where that is not simply one of the body.
    """

    quote: str
    told_on: str | None
    called: str | None
    document: str
    document_name: str
    page: int
    line: int | None


class GapKind(StrEnum):
    """What is missing of a meeting."""

    MINUTES = "minutes"
    EVERYTHING = "everything"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """What is missing of a meeting, and how it is known: by papers held (``papers``) or by ``mentions``.

    ``near`` is the day (ISO 8601) of a meeting of the same body that is held, within a few days of this one: perhaps it
    was moved, or the day is misprinted. ``later`` tells that no paper of the body is held of this day or a later one.
    """

    kind: GapKind
    mentions: tuple[Mention, ...]
    near: str | None
    later: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownMeeting:
    """One meeting of a body on ``date`` (ISO 8601), what of it is held, and where it is spoken of.

    ``decisions`` and ``actions`` count what its minutes tell (where there are several copies, the one that tells most),
    ``exempt`` the items that were dealt with, or withheld, in private. ``approvals`` confirm its minutes,
    ``announcements`` and ``cancellations`` are the words of other papers, or of its own agenda.
    """

    date: str
    called: str | None
    held: tuple[HeldPaper, ...]
    decisions: int
    actions: int
    exempt: int
    approvals: tuple[Mention, ...]
    announcements: tuple[Mention, ...]
    cancellations: tuple[Mention, ...]
    gap: Gap | None = None

    def of(self, *kinds: PaperKind) -> tuple[HeldPaper, ...]:
        """What is held of these kinds."""
        return tuple(paper for paper in self.held if paper.kind in kinds)

    @property
    def cancelled(self) -> bool:
        """Whether papers say that it was called off, and no minutes show that it was held all the same."""
        return bool(self.cancellations) and not self.of(PaperKind.MINUTES)

    @property
    def minutes_status(self) -> MeetingStatus | None:
        """How its minutes stand: confirmed where a copy says so or a later meeting did that, else as a copy says."""
        stated = {paper.status for paper in self.of(PaperKind.MINUTES)}
        if MeetingStatus.CONFIRMED in stated or (stated and self.approvals):
            return MeetingStatus.CONFIRMED
        return MeetingStatus.DRAFT if MeetingStatus.DRAFT in stated else None


@dataclass(frozen=True, kw_only=True)
class BodyCoverage:
    """The meetings of one body, oldest first."""

    body: Body
    meetings: tuple[KnownMeeting, ...]

    @cached_property
    def gaps(self) -> tuple[KnownMeeting, ...]:
        """The meetings of which something is missing."""
        return tuple(meeting for meeting in self.meetings if meeting.gap)

    @property
    def first_date(self) -> str:
        return self.meetings[0].date

    @property
    def last_date(self) -> str:
        return self.meetings[-1].date


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What is held of all bodies asked for, in order of their names.

    ``unplaced`` counts agendas and minutes that name no day, or no body, and so are of none of these meetings.
    """

    bodies: tuple[BodyCoverage, ...]
    unplaced: int
