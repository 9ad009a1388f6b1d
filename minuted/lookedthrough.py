"""What was looked through for an answer, so that one that is empty can be believed: meetings, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from corpus.coverage.model import GapKind
from corpus.filters import Filter
from corpus.store import Corpus

if TYPE_CHECKING:
    from corpus.coverage.model import Body
    from search.scope import Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedThrough:
    """What an answer rests on: all that is held of the bodies and the time of ``scope``.

    ``meetings`` are those of ``bodies`` of which something is held, from ``first_date`` to ``last_date`` (ISO 8601; of
    the ``papers``, where no meeting is known). ``without_minutes`` of the known meetings have minutes that are not
    held; ``announced`` more were only announced, and nothing of them is held. ``exempt`` items were dealt with, or
    withheld, in private. ``unread_pages`` counts pages of the whole corpus whose text could not be had, ``failures``
    files; ``all_documents`` is how many it has.
    """

    scope: Scope
    papers: int
    meetings: int
    bodies: tuple[Body, ...]
    first_date: str | None
    last_date: str | None
    without_minutes: int
    announced: int
    exempt: int
    all_documents: int
    unread_pages: int
    failures: int


def looked_through(corpus: Corpus, scope: Scope) -> LookedThrough:
    """What ``corpus`` holds of ``scope``, and what it lacks."""
    place = Filter(
        body=scope.body,
        organisation=scope.organisation,
        exactly=scope.exactly,
        since=scope.since,
        until=scope.until,
        paper_kind=scope.paper,
    )
    papers, counts = corpus.papers_held(place), corpus.counts()
    covered = corpus.coverage(place, today=date.today().isoformat()).bodies
    held = [meeting for body in covered for meeting in body.meetings if meeting.held]
    gaps = [meeting.gap.kind for body in covered for meeting in body.gaps if meeting.gap]
    return LookedThrough(
        scope=scope,
        papers=papers.papers,
        meetings=len(held),
        bodies=tuple(body.body for body in covered if any(meeting.held for meeting in body.meetings)),
        first_date=min((meeting.date for meeting in held), default=papers.first_date),
        last_date=max((meeting.date for meeting in held), default=papers.last_date),
        without_minutes=gaps.count(GapKind.MINUTES),
        announced=gaps.count(GapKind.EVERYTHING),
        exempt=sum(meeting.exempt for meeting in held),
        all_documents=counts.documents,
        unread_pages=counts.unread_pages,
        failures=counts.failures,
    )
