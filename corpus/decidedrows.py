"""What was asked for, moved, decided, declared and to be done: from findings to rows of the store and back."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from corpus.codec import decode_spans, encode_spans
from corpus.document import Document, PaperId
from corpus.findings import (
    Action,
    Decision,
    Declaration,
    FindingId,
    Findings,
    Motion,
    Recommendation,
    ReportedDecision,
    RuleId,
)
from corpus.namedvotes import decode_named_votes, encode_named_votes
from corpus.particulars import Delegation, Particulars, Vote
from corpus.placed import Row, evidence, meeting_id, part, rows_of, section_id, span_of
from corpus.stringlists import decode_strings, encode_strings
from corpus.vocabulary import ActionStatus, InterestKind, MotionFate, MotionKind, Outcome, VoteResult


def decided_rows(document: Document, findings: Findings) -> Iterator[tuple[str, list[Row]]]:
    """By table, the rows of all that ``decided_findings`` reads back; a table's rows point only to tables before it."""
    yield "recommendations", [_recommendation_row(document, *each) for each in enumerate(findings.recommendations)]
    yield "motions", [_motion_row(document, *each) for each in enumerate(findings.motions)]
    yield "decisions", [_decision_row(document, *each) for each in enumerate(findings.decisions)]
    yield "reported_decisions", [_reported_row(document, *each) for each in enumerate(findings.reported_decisions)]
    yield "actions", [_action_row(document, *each) for each in enumerate(findings.actions)]
    yield "declarations", [_declaration_row(document, *each) for each in enumerate(findings.declarations)]


def decided_findings(connection: sqlite3.Connection, document_id: str) -> Findings:
    """The findings of those kinds of the document of that id; no others."""
    return Findings(
        recommendations=tuple(map(_recommendation, rows_of(connection, "recommendations", document_id))),
        motions=tuple(map(_motion, rows_of(connection, "motions", document_id))),
        decisions=tuple(map(_decision, rows_of(connection, "decisions", document_id))),
        reported_decisions=tuple(map(_reported, rows_of(connection, "reported_decisions", document_id))),
        actions=tuple(map(_action, rows_of(connection, "actions", document_id))),
        declarations=tuple(map(_declaration, rows_of(connection, "declarations", document_id))),
    )


def _recommendation_row(document: Document, position: int, found: Recommendation) -> Row:
    return {
        **part(document, position, found.id),
        "text": found.text,
        "number": found.number,
        "paper_id": found.paper,
        "section_id": found.section,
        "stem": found.stem,
        "board": found.board,
        **evidence(document, found.span, found.rule),
    }


def _recommendation(row: sqlite3.Row) -> Recommendation:
    return Recommendation(
        id=FindingId(row["id"]),
        text=row["text"],
        number=row["number"],
        paper=None if row["paper_id"] is None else PaperId(row["paper_id"]),
        section=section_id(row["section_id"]),
        span=span_of(row),
        rule=RuleId(row["rule"]),
        stem=row["stem"],
        board=row["board"],
    )


def _motion_row(document: Document, position: int, found: Motion) -> Row:
    return {
        **part(document, position, found.id),
        "kind": found.kind,
        "text": found.text,
        "fate": found.fate,
        "section_id": found.section,
        "meeting_id": found.meeting,
        "moved_by": found.moved_by,
        "seconded_by": found.seconded_by,
        **_vote_columns(found.vote),
        "amends_id": found.amends,
        **evidence(document, found.span, found.rule),
    }


def _motion(row: sqlite3.Row) -> Motion:
    return Motion(
        id=FindingId(row["id"]),
        kind=MotionKind(row["kind"]),
        text=row["text"],
        fate=None if row["fate"] is None else MotionFate(row["fate"]),
        section=section_id(row["section_id"]),
        meeting=meeting_id(row["meeting_id"]),
        span=span_of(row),
        rule=RuleId(row["rule"]),
        moved_by=row["moved_by"],
        seconded_by=row["seconded_by"],
        vote=_vote(row),
        amends=_finding_id(row["amends_id"]),
    )


def _decision_row(document: Document, position: int, found: Decision) -> Row:
    return {
        **part(document, position, found.id),
        "text": found.text,
        "number": found.number,
        "outcome": found.outcome,
        "verb": found.verb,
        "item": found.item,
        "section_id": found.section,
        "meeting_id": found.meeting,
        "explicit": int(found.explicit),
        "moved_by": found.moved_by,
        "seconded_by": found.seconded_by,
        **_vote_columns(found.vote),
        "stem": found.stem,
        "motion_id": found.motion,
        **_particulars_columns(found.particulars),
        **evidence(document, found.span, found.rule),
    }


def _decision(row: sqlite3.Row) -> Decision:
    return Decision(
        id=FindingId(row["id"]),
        text=row["text"],
        number=row["number"],
        outcome=Outcome(row["outcome"]),
        verb=row["verb"],
        item=row["item"],
        section=section_id(row["section_id"]),
        meeting=meeting_id(row["meeting_id"]),
        explicit=bool(row["explicit"]),
        span=span_of(row),
        rule=RuleId(row["rule"]),
        moved_by=row["moved_by"],
        seconded_by=row["seconded_by"],
        vote=_vote(row),
        stem=row["stem"],
        motion=_finding_id(row["motion_id"]),
        particulars=_particulars(row),
    )


def _vote_columns(vote: Vote | None) -> Row:
    told = vote or Vote()
    return {
        "voted": int(vote is not None),
        "votes_for": told.votes_for,
        "votes_against": told.votes_against,
        "abstained": told.abstained,
        "not_voting": told.not_voting,
        "vote_result": told.result,
        "named_votes": encode_named_votes(told.named) if told.named else None,
        "casting_vote": told.casting_vote,
    }


def _vote(row: sqlite3.Row) -> Vote | None:
    if not row["voted"]:
        return None
    return Vote(
        votes_for=row["votes_for"],
        votes_against=row["votes_against"],
        abstained=row["abstained"],
        not_voting=row["not_voting"],
        result=None if row["vote_result"] is None else VoteResult(row["vote_result"]),
        named=() if row["named_votes"] is None else decode_named_votes(row["named_votes"]),
        casting_vote=row["casting_vote"],
    )


def _particulars_columns(told: Particulars) -> Row:
    return {
        "delegated_to": told.delegation.to if told.delegation else None,
        "consulting": told.delegation.consulting if told.delegation else None,
        "delegated_task": told.delegation.task if told.delegation else None,
        "deferred_to": told.deferred_to,
        "deferred_to_date": told.deferred_to_date,
        "referred_to": told.referred_to,
        "conditions": told.conditions,
        "key_decision": None if told.key_decision is None else int(told.key_decision),
        "call_in": told.call_in,
        "urgency": told.urgency,
        "effective_date": told.effective_date,
        "reasons": told.reasons,
        "exempt": None if told.exempt is None else encode_strings(told.exempt),
    }


def _particulars(row: sqlite3.Row) -> Particulars:
    delegation = None
    if row["delegated_to"] is not None:
        delegation = Delegation(to=row["delegated_to"], consulting=row["consulting"], task=row["delegated_task"])
    return Particulars(
        delegation=delegation,
        deferred_to=row["deferred_to"],
        deferred_to_date=row["deferred_to_date"],
        referred_to=row["referred_to"],
        conditions=row["conditions"],
        key_decision=_truth(row["key_decision"]),
        call_in=row["call_in"],
        urgency=row["urgency"],
        effective_date=row["effective_date"],
        reasons=row["reasons"],
        exempt=None if row["exempt"] is None else decode_strings(row["exempt"]),
    )


def _reported_row(document: Document, position: int, found: ReportedDecision) -> Row:
    return {
        **part(document, position, found.id),
        "text": found.text,
        "decided_by": found.by,
        "decided_on": found.date,
        "section_id": found.section,
        **evidence(document, found.span, found.rule),
    }


def _reported(row: sqlite3.Row) -> ReportedDecision:
    return ReportedDecision(
        id=FindingId(row["id"]),
        text=row["text"],
        by=row["decided_by"],
        date=row["decided_on"],
        section=section_id(row["section_id"]),
        span=span_of(row),
        rule=RuleId(row["rule"]),
    )


def _action_row(document: Document, position: int, found: Action) -> Row:
    return {
        **part(document, position, found.id),
        "text": found.text,
        "reference": found.reference,
        "owner": found.owner,
        "owner_name": found.owner_name,
        "due": found.due,
        "due_date": found.due_date,
        "status": found.status,
        "explicit": int(found.explicit),
        "section_id": found.section,
        "meeting_id": found.meeting,
        "also": encode_spans(found.also),
        "status_note": found.status_note,
        **evidence(document, found.span, found.rule),
    }


def _action(row: sqlite3.Row) -> Action:
    return Action(
        id=FindingId(row["id"]),
        text=row["text"],
        reference=row["reference"],
        owner=row["owner"],
        owner_name=row["owner_name"],
        due=row["due"],
        due_date=row["due_date"],
        status=ActionStatus(row["status"]),
        explicit=bool(row["explicit"]),
        section=section_id(row["section_id"]),
        meeting=meeting_id(row["meeting_id"]),
        span=span_of(row),
        rule=RuleId(row["rule"]),
        also=decode_spans(row["also"]),
        status_note=row["status_note"],
    )


def _declaration_row(document: Document, position: int, found: Declaration) -> Row:
    return {
        **part(document, position, found.id),
        "who": found.who,
        "name": found.name,
        "kind": found.kind,
        "interest": found.interest,
        "items": encode_strings(found.items),
        "left_room": None if found.left is None else int(found.left),
        "section_id": found.section,
        "meeting_id": found.meeting,
        **evidence(document, found.span, found.rule),
    }


def _declaration(row: sqlite3.Row) -> Declaration:
    return Declaration(
        id=FindingId(row["id"]),
        who=row["who"],
        name=row["name"],
        kind=None if row["kind"] is None else InterestKind(row["kind"]),
        interest=row["interest"],
        items=decode_strings(row["items"]),
        left=_truth(row["left_room"]),
        section=section_id(row["section_id"]),
        meeting=meeting_id(row["meeting_id"]),
        span=span_of(row),
        rule=RuleId(row["rule"]),
    )


def _finding_id(column: str | None) -> FindingId | None:
    return None if column is None else FindingId(column)


def _truth(column: int | None) -> bool | None:
    return None if column is None else bool(column)
