"""The trace of one thing, with what belongs to each of its events: what `minuted trace` tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.alignment.model import Wording
from corpus.alignment.rows import AlignedRow
from corpus.coverage.model import Body, KnownMeeting
from corpus.decisionrows import DecisionRow
from corpus.errors import CorpusError
from corpus.filters import Filter
from corpus.findingrows import ActionRow, DeclarationRow, MotionRow, RecommendationRow
from corpus.rows import DocumentRow, MeetingRow, OrganisationRow, PersonRow, Shown, ShownRow
from corpus.store import Corpus
from minuted.actionages import Owed, owed
from minuted.bynumber import by_number
from minuted.debate import declared_in, motions_about
from minuted.lookedthrough import LookedThrough, looked_through
from minuted.naming import Alternatives, PageNamed, named

if TYPE_CHECKING:
    from search.scope import Scope
    from search.stories.events import Event
    from search.tracing.trace import Trace
    from search.tracing.walk import Limits


@dataclass(frozen=True, slots=True, kw_only=True)
class Particular:
    """What is known of an event: the ``row`` of what tells it, and what only some have.

    ``aligned`` are the recommendations that a decision resolved on, or what became of a recommendation; ``motions`` are
    what was moved on a decision, with the amendments, ``declarations`` the interests declared in its item.
    """

    row: ShownRow
    aligned: tuple[AlignedRow, ...] = ()
    motions: tuple[MotionRow, ...] = ()
    declarations: tuple[DeclarationRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A meeting of a body that the trace tells of, between its first and last day, of which something is missing."""

    body: Body
    meeting: KnownMeeting


@dataclass(frozen=True, slots=True, kw_only=True)
class TraceAnswer:
    """The ``trace`` of ``asked``; by id the ``particulars`` of its events; how wordings changed, by recommendation.

    ``owed`` tells by id since when actions are owed, ``today`` is the day by which ages are told; ``behind`` as for a
    search. ``looked_through`` is ``None`` where something was reached.
    """

    asked: Shown
    trace: Trace
    today: date
    particulars: Mapping[str, Particular]
    wordings: Mapping[str, tuple[Wording, ...]] = field(default_factory=dict)
    gaps: tuple[Gap, ...] = ()
    owed: Mapping[str, Owed]
    looked_through: LookedThrough | None
    behind: bool


def trace_back_and_forth(folder: Path, wanted: str, limits: Limits) -> TraceAnswer | Alternatives:
    """The trace of what ``wanted``, an id or a reference number, names in the corpus in ``folder``.

    Raises ``UnknownIdError``, ``UnknownNumberError``, ``IndexUnavailableError``, and ``CorpusError`` where it is of no
    one matter.
    """
    from search.index import Index
    from search.tracing.trace import trace

    with Corpus.open(folder) as corpus:
        found = named(corpus, by_number(corpus, wanted) or wanted)
        if isinstance(found, Alternatives):
            return found
        asked = _one_matter(corpus, found.shown if isinstance(found, PageNamed) else found)
        row = asked.row
        assert not isinstance(row, DocumentRow | PersonRow | OrganisationRow), "one matter stands at a place"
        index = Index.open(folder)
        made = trace(corpus, index, (row.document, _traced_id(row)), row.start, limits)
        if made is None:
            raise _of_many(row.id)
        events = [*(each.event for each in made.told), *made.elsewhere]
        particulars = dict(_particulars(corpus, events))
        aligned = (each.id for particular in particulars.values() for each in particular.aligned)
        return TraceAnswer(
            asked=asked,
            trace=made,
            today=date.today(),
            particulars=particulars,
            wordings=corpus.wordings(aligned),
            gaps=tuple(_gaps(corpus, made)),
            owed=owed(corpus, (each.row for each in particulars.values() if isinstance(each.row, ActionRow))),
            looked_through=looked_through(corpus, _scope(row.organisation)) if made.is_alone else None,
            behind=index.revision != corpus.revision,
        )


def _one_matter(corpus: Corpus, shown: Shown) -> Shown:
    """``shown``, or the one paper of a document."""
    row = shown.row
    if isinstance(row, DocumentRow):
        papers = corpus.papers(Filter(document=row.id))
        if len(papers) == 1:
            return corpus.show(papers[0].id)
    if isinstance(row, DocumentRow | MeetingRow | PersonRow | OrganisationRow):
        raise _of_many(row.id)
    return shown


def _of_many(wanted: str) -> CorpusError:
    return CorpusError(
        f"{wanted} is of many matters; name a decision, action, recommendation, item or report, "
        f"as `minuted show {wanted}` tells them"
    )


def _traced_id(row: ShownRow) -> str:
    """What is traced for ``row``: of a motion or declaration the item that it stands in."""
    if isinstance(row, MotionRow | DeclarationRow):
        return row.section or row.paper or row.id
    return row.id


def _particulars(corpus: Corpus, events: Iterable[Event]) -> Iterator[tuple[str, Particular]]:
    for wanted in dict.fromkeys(event.id for event in events):
        row = corpus.show(wanted).row
        match row:
            case DecisionRow():
                yield (
                    wanted,
                    Particular(
                        row=row,
                        aligned=corpus.recommended(wanted),
                        motions=motions_about(corpus, row),
                        declarations=declared_in(corpus, row),
                    ),
                )
            case RecommendationRow():
                fate = corpus.fate_of(wanted)
                yield wanted, Particular(row=row, aligned=(fate,) if fate else ())
            case _:
                yield wanted, Particular(row=row)


def _gaps(corpus: Corpus, made: Trace) -> Iterator[Gap]:
    """What is missing of the meetings of the bodies that are told of, within the days of the trace."""
    papers = {step.part.paper.id: step.part.paper for step in made.walk.steps}
    days = [paper.date for paper in papers.values() if paper.date]
    if not days:
        return
    seen: set[str] = set()
    for name in sorted({paper.body for paper in papers.values() if paper.body}):
        wanted = Filter(body=name, since=min(days), until=max(days))
        for covered in corpus.coverage(wanted, today=date.today().isoformat()).bodies:
            held = {paper.paper for meeting in covered.meetings for paper in meeting.held}
            if covered.body.key not in seen and not held.isdisjoint(papers):
                seen.add(covered.body.key)
                yield from (Gap(body=covered.body, meeting=meeting) for meeting in covered.gaps)


def _scope(organisation: str | None) -> Scope:
    from search.scope import Scope

    return Scope(body=None, organisation=organisation, exactly=False, since=None, until=None, kind=None, paper=None)
