"""Minutes with motions, votes, declarations and actions, and a corpus that holds them: findings are told by hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from corpus.document import Document, MeetingId
from corpus.findings import Action, Decision, Declaration, FindingId, Findings, Motion, RuleId
from corpus.particulars import Delegation, NamedVote, Particulars, Vote
from corpus.sources import SourceFile
from corpus.spans import Span
from corpus.store import Corpus
from corpus.vocabulary import (
    ActionStatus,
    InterestKind,
    MotionFate,
    MotionKind,
    Outcome,
    VoteResult,
    VoteWay,
)
from tests.papers_made import MINUTES, made

NAME = "harbour-minutes.txt"
TEXT = (
    MINUTES
    + """242. Declarations of interest

Councillor Finch declared a disclosable pecuniary interest in item 244 as the owner of a berth and left the room.

243. Dredging of the Inner Basin

Councillor Tarn moved, seconded by Councillor Crake, that the basin be dredged.

Councillor Finch moved an amendment, seconded by Councillor Tarn, to add the words "before the winter".

The amendment was lost by 1 vote to 2.

RESOLVED, by 2 votes to 1 with 1 abstention: That the Committee

(1) dredges the basin to four metres; and

(2) delegates authority to the Chief Engineer, in consultation with the Chair, to let the contract.

244. Site of the new crane

Members were content that the site be left for the next meeting.

ACTION: Members to send views.

ACTION: PW to write to the owners by the end of March

ACTION: Harbour Master to count the berths. Complete.
"""
)
SPLIT_VOTE = Vote(
    votes_for=2, votes_against=1, abstained=1, result=VoteResult.CARRIED,
    named=(
        NamedVote("Councillor Tarn", VoteWay.FOR),
        NamedVote("Councillor Crake", VoteWay.FOR),
        NamedVote("Councillor Finch", VoteWay.AGAINST),
    ),
)  # fmt: skip
DELEGATED = Particulars(
    delegation=Delegation(to="the Chief Engineer", consulting="the Chair", task="to let the contract"),
    key_decision=True,
    conditions="the consent of the Harbour Revision Board",
    reasons="The basin silts up.",
    effective_date="2024-03-12",
    exempt=("3",),
)


def corpus_of_minutes(folder: Path, changed: Callable[[Findings], Findings] = lambda found: found) -> Path:
    """The folder of a corpus that holds these minutes alone, linked, with findings ``changed``."""
    document = made(TEXT, NAME).document
    with Corpus.open(folder, create=True) as corpus:
        source = SourceFile(f"/papers/{NAME}", len(TEXT), 0)
        corpus.add(document, changed(findings(document)), source=source, reader_version="1", ruleset_version="1")
        corpus.link()
    return folder


def findings(document: Document) -> Findings:
    """What a careful reader finds in ``TEXT``."""
    (meeting,) = (each.id for each in document.meetings)
    return Findings(
        motions=_motions(document, meeting),
        decisions=_decisions(document, meeting),
        declarations=(_declaration(document, meeting),),
        actions=_actions(document, meeting),
    )


def _span(document: Document, quote: str) -> Span:
    start = document.text.index(quote)
    return Span(start, start + len(quote))


def _id(document: Document, last: str) -> FindingId:
    return FindingId(f"{document.id}/{last}")


def _motions(document: Document, meeting: MeetingId) -> tuple[Motion, ...]:
    moved = "Councillor Tarn moved, seconded by Councillor Crake, that the basin be dredged."
    amended = 'Councillor Finch moved an amendment, seconded by Councillor Tarn, to add the words "before the winter".'
    motion = Motion(
        id=_id(document, "v1.1"), kind=MotionKind.MOTION, text=moved, fate=MotionFate.CARRIED, section=None,
        meeting=meeting, span=_span(document, moved), rule=RuleId("motions.moved"),
        moved_by="Councillor Tarn", seconded_by="Councillor Crake", vote=SPLIT_VOTE,
    )  # fmt: skip
    amendment = Motion(
        id=_id(document, "v1.2"), kind=MotionKind.AMENDMENT, text=amended, fate=MotionFate.LOST, section=None,
        meeting=meeting, span=_span(document, amended), rule=RuleId("motions.amendment"), amends=motion.id,
        moved_by="Councillor Finch", seconded_by="Councillor Tarn",
        vote=Vote(votes_for=1, votes_against=2, result=VoteResult.LOST),
    )  # fmt: skip
    return motion, amendment


def _decisions(document: Document, meeting: MeetingId) -> tuple[Decision, ...]:
    dredged = "dredges the basin to four metres; and"
    delegated = "delegates authority to the Chief Engineer, in consultation with the Chair, to let the contract."
    left = "Members were content that the site be left for the next meeting."
    stem, rule, motion = "That the Committee", RuleId("decisions.resolved-capitals"), _id(document, "v1.1")
    return (
        Decision(
            id=_id(document, "d1.1"), text=dredged, number="(1)", outcome=Outcome.AGREED, verb="dredges", item="243",
            section=None, meeting=meeting, explicit=True, span=_span(document, dredged), rule=rule, stem=stem,
            moved_by="Councillor Tarn", seconded_by="Councillor Crake", vote=SPLIT_VOTE, motion=motion,
        ),
        Decision(
            id=_id(document, "d1.2"), text=delegated, number="(2)", outcome=Outcome.DELEGATED, verb="delegates",
            item="243", section=None, meeting=meeting, explicit=True, span=_span(document, delegated), rule=rule,
            stem=stem, motion=motion, particulars=DELEGATED,
        ),
        Decision(
            id=_id(document, "d1.3"), text=left, number=None, outcome=Outcome.DEFERRED, verb="left", item="244",
            section=None, meeting=meeting, explicit=False, span=_span(document, left),
            rule=RuleId("decisions.members-content"),
            particulars=Particulars(deferred_to="the next meeting", deferred_to_date="2024-04-08"),
        ),
    )  # fmt: skip


def _declaration(document: Document, meeting: MeetingId) -> Declaration:
    quote = "Councillor Finch declared a disclosable pecuniary interest in item 244 as the owner of a berth"
    return Declaration(
        id=_id(document, "i1.1"), who="Councillor Finch", name="D Finch", kind=InterestKind.DISCLOSABLE_PECUNIARY,
        interest="as the owner of a berth", items=("244",), left=True, section=None, meeting=meeting,
        span=_span(document, quote), rule=RuleId("declarations.declared"),
    )  # fmt: skip


def _actions(document: Document, meeting: MeetingId) -> tuple[Action, ...]:
    told = (
        ("Members to send views.", "Members", None, None, None),
        ("PW to write to the owners by the end of March", "PW", "Piers Wren", "by the end of March", "2024-03-31"),
        ("Harbour Master to count the berths. Complete.", "Harbour Master", "Jo Birch", None, None),
    )
    return tuple(
        Action(
            id=_id(document, f"a1.{number}"), text=text, reference=None, owner=owner, owner_name=name, due=due,
            due_date=date, status=ActionStatus.CLOSED if "Complete" in text else ActionStatus.OPEN, explicit=True,
            section=None, meeting=meeting, span=_span(document, text), rule=RuleId("actions.labelled"),
            status_note="Complete." if "Complete" in text else None,
        )
        for number, (text, owner, name, due, date) in enumerate(told, start=1)
    )  # fmt: skip
