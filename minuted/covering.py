"""Which meetings a corpus holds what of, as the command `coverage` tells it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.coverage.model import REPORT_KINDS, BodyCoverage, Coverage, KnownMeeting
from corpus.filters import Filter
from corpus.store import Corpus
from corpus.vocabulary import PaperKind

if TYPE_CHECKING:
    from corpus.registry.bodyrows import RelatedBody


@dataclass(frozen=True, slots=True, kw_only=True)
class Covered:
    """What is held and what is missing; ``before`` are the bodies before the organisation asked for."""

    coverage: Coverage
    before: tuple[RelatedBody, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageRow:
    """One meeting in columns: what is held of it, what is ``missing``, and the place that this is known by.

    ``agenda``, ``minutes``, ``action_log`` and ``cancelled`` are 0 or 1, the others of what is held are numbers.
    """

    organisation: str | None
    body: str
    body_id: str | None
    date: str
    called: str | None
    agenda: int
    reports: int
    minutes: int
    minutes_status: str | None
    decisions: int
    actions: int
    action_log: int
    exempt: int
    cancelled: int
    missing: str | None
    document_name: str | None
    page: int | None
    line: int | None
    quote: str | None


def cover(folder: Path, wanted: Filter) -> Covered:
    """What of the meetings of the bodies and days ``wanted`` the corpus in ``folder`` holds; raises ``CorpusError``."""
    with Corpus.open(folder) as corpus:
        asked = None if wanted.organisation is None or wanted.exactly else corpus.asked(wanted.organisation)
        return Covered(
            coverage=corpus.coverage(wanted, today=date.today().isoformat()),
            before=asked.before if asked else (),
        )


def rows(coverage: Coverage) -> Iterator[CoverageRow]:
    """Every meeting as a row, body by body, oldest first."""
    for covered in coverage.bodies:
        for meeting in covered.meetings:
            yield _row(covered, meeting)


def _row(covered: BodyCoverage, meeting: KnownMeeting) -> CoverageRow:
    mentions = (*(meeting.gap.mentions if meeting.gap else ()), *meeting.cancellations)
    told = next(iter(mentions), None)
    place = told or next(iter(meeting.held), None)
    return CoverageRow(
        organisation=covered.body.organisation,
        body=covered.body.name,
        body_id=covered.body.id,
        date=meeting.date,
        called=meeting.called,
        agenda=int(bool(meeting.of(PaperKind.AGENDA))),
        reports=len(meeting.of(*REPORT_KINDS)),
        minutes=int(bool(meeting.of(PaperKind.MINUTES))),
        minutes_status=meeting.minutes_status,
        decisions=meeting.decisions,
        actions=meeting.actions,
        action_log=int(bool(meeting.of(PaperKind.ACTION_LOG))),
        exempt=meeting.exempt,
        cancelled=int(meeting.cancelled),
        missing=meeting.gap.kind if meeting.gap else None,
        document_name=place.document_name if place else None,
        page=place.page if place else None,
        line=place.line if place else None,
        quote=told.quote if told else None,
    )
