"""Outcomes: the class of a decision by its verb, and the verb as written."""

from __future__ import annotations

import pytest

from corpus.vocabulary import Outcome
from extract.outcomes import outcome_of

SAID: list[tuple[str, Outcome, str | None]] = [
    ("That the report on the quay wall be noted.", Outcome.NOTED, "noted"),
    ("that the update be received", Outcome.NOTED, "be received"),
    ("That the dredging plan be approved.", Outcome.APPROVED, "approved"),
    ("Adopt the harbour bye-laws", Outcome.APPROVED, "Adopt"),
    ("that the tender of Saltway Marine be accepted", Outcome.APPROVED, "accepted"),
    ("that the work programme be agreed", Outcome.AGREED, "agreed"),
    ("ENDORSE the coast strategy", Outcome.ENDORSED, "ENDORSE"),
    ("to support the bid to the Coast Fund", Outcome.SUPPORTED, "to support"),
    ("that authority be delegated to the Harbour Master", Outcome.DELEGATED, "delegated"),
    ("that a moorings working group be established", Outcome.ESTABLISHED, None),
    ("that the item be deferred to the May meeting", Outcome.DEFERRED, "be deferred"),
    ("that the matter be referred back to the Cabinet", Outcome.REFERRED, "be referred back to"),
    ("that the application for berth 9 be refused", Outcome.REJECTED, "be refused"),
    ("The amendment was put and was lost.", Outcome.REJECTED, None),
    ("that the paper be withdrawn", Outcome.WITHDRAWN, "be withdrawn"),
    ("that the minutes of 5 February be signed as a correct record", Outcome.ACCEPTED_MINUTES, None),
    ("that a bell be hung on the buoy", Outcome.OTHER, None),
]


@pytest.mark.parametrize(("said", "outcome", "verb"), SAID, ids=[said[:40] for said, *_ in SAID])
def test_outcome_of(said: str, outcome: Outcome, verb: str | None) -> None:
    told, written = outcome_of(said)
    assert told is outcome
    if verb is not None:
        assert written == verb
    if written is not None:
        assert written in said


def test_every_outcome_has_a_case() -> None:
    assert {outcome for _, outcome, _ in SAID} == set(Outcome)


@pytest.mark.parametrize(
    ("said", "not_this"),
    [
        ("the overspend on delegated budgets", Outcome.DELEGATED),
        ("delegates came from afar", Outcome.DELEGATED),
        ("the preferred berth", Outcome.DEFERRED),
        ("the terms referred to above", Outcome.REFERRED),
        ("the support services contract", Outcome.SUPPORTED),
        ("nothing was done about the rail", Outcome.NOTED),
    ],
)
def test_words_that_only_look_like_an_outcome(said: str, not_this: Outcome) -> None:
    assert outcome_of(said)[0] is not not_this
