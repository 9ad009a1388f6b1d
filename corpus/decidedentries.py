"""What was asked for, moved, decided, declared and to be done, as plain JSON values."""

from __future__ import annotations

from collections.abc import Mapping

from corpus.document import Document, MeetingId, PaperId
from corpus.findings import Action, Decision, Declaration, Findings, Motion, Recommendation, ReportedDecision
from corpus.particulars import Delegation, Particulars, Vote
from corpus.told import Entry, evidence, known, lines, pages


def decided_entries(
    document: Document, findings: Findings, meetings: Mapping[MeetingId, str], papers: Mapping[PaperId, int]
) -> Entry:
    """The keys of the interchange form for these findings; ``meetings`` and ``papers`` are called as given."""
    return {
        "recommendations": [
            _recommendation(document, found, None if found.paper is None else papers.get(found.paper))
            for found in findings.recommendations
        ],
        "motions": [_motion(document, found, known(meetings, found.meeting)) for found in findings.motions],
        "decisions": [_decision(document, found, known(meetings, found.meeting)) for found in findings.decisions],
        "reported_decisions": [_reported_decision(document, found) for found in findings.reported_decisions],
        "actions": [_action(document, found, known(meetings, found.meeting)) for found in findings.actions],
        "declarations": [
            _declaration(document, found, known(meetings, found.meeting)) for found in findings.declarations
        ],
    }


def _recommendation(document: Document, found: Recommendation, paper: int | None) -> Entry:
    return {
        "text": found.text,
        "paper": paper,
        "number": found.number,
        "stem": found.stem,
        "board": found.board,
        **evidence(document, found.span, found.rule),
    }


def _motion(document: Document, found: Motion, meeting: str | None) -> Entry:
    return {
        "id": found.id,
        "kind": found.kind.value,
        "text": found.text,
        "fate": None if found.fate is None else found.fate.value,
        "meeting": meeting,
        "moved_by": found.moved_by,
        "seconded_by": found.seconded_by,
        "amends": found.amends,
        **_voted(found.vote),
        **evidence(document, found.span, found.rule),
    }


def _decision(document: Document, found: Decision, meeting: str | None) -> Entry:
    return {
        "text": found.text,
        "stem": found.stem,
        "item": found.item,
        "number": found.number,
        "outcome": found.outcome.value,
        "verb": found.verb,
        "meeting": meeting,
        "explicit": found.explicit,
        "moved_by": found.moved_by,
        "seconded_by": found.seconded_by,
        "motion": found.motion,
        **_voted(found.vote),
        **_particulars(found.particulars),
        **evidence(document, found.span, found.rule),
    }


def _voted(vote: Vote | None) -> Entry:
    if vote is None:
        return {}
    told: Entry = {
        "for": vote.votes_for,
        "against": vote.votes_against,
        "abstain": vote.abstained,
        "result": None if vote.result is None else vote.result.value,
    }
    if vote.not_voting is not None:
        told["not_voting"] = vote.not_voting
    if vote.casting_vote is not None:
        told["casting_vote"] = vote.casting_vote
    if vote.named:
        told["named"] = [{"name": each.name, "way": each.way.value} for each in vote.named]
    return {"vote": told}


def _particulars(told: Particulars) -> Entry:
    """What is told of a decision beside itself; what is not told has no key."""
    entries: Entry = {
        "delegation": None if told.delegation is None else _delegation(told.delegation),
        "deferred_to": told.deferred_to,
        "deferred_to_date": told.deferred_to_date,
        "referred_to": told.referred_to,
        "conditions": told.conditions,
        "key_decision": told.key_decision,
        "call_in": told.call_in,
        "urgency": told.urgency,
        "effective_date": told.effective_date,
        "reasons": told.reasons,
        "exempt": None if told.exempt is None else list(told.exempt),
    }
    return {key: value for key, value in entries.items() if value is not None}


def _delegation(told: Delegation) -> Entry:
    return {"to": told.to, "consulting": told.consulting, "task": told.task}


def _reported_decision(document: Document, found: ReportedDecision) -> Entry:
    return {"text": found.text, "by": found.by, "date": found.date, **evidence(document, found.span, found.rule)}


def _action(document: Document, found: Action, meeting: str | None) -> Entry:
    also: Entry = {"also_pages": pages(document, found.also)} if found.also else {}
    if found.also and document.source_lines:
        also["also_lines"] = lines(document, found.also)
    return {
        "ref": found.reference,
        "text": found.text,
        "owner": found.owner,
        "owner_full": found.owner_name,
        "due": found.due,
        "due_date": found.due_date,
        "status": found.status.value,
        "status_note": found.status_note,
        "meeting": meeting,
        "explicit": found.explicit,
        **also,
        **evidence(document, found.span, found.rule),
    }


def _declaration(document: Document, found: Declaration, meeting: str | None) -> Entry:
    return {
        "who": found.who,
        "name": found.name,
        "kind": None if found.kind is None else found.kind.value,
        "interest": found.interest,
        "items": list(found.items),
        "left": found.left,
        "meeting": meeting,
        **evidence(document, found.span, found.rule),
    }
