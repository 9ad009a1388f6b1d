"""Outcomes: the class of a decision by its verb, and the verb as written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.vocabulary import Outcome
from extract.outcomes import outcome_of

SAID: list[tuple[str, Outcome, str | None]] = [
    ("That the report on the quay wall be noted.", Outcome.NOTED, "noted"),
    ("that the update be received", Outcome.NOTED, "received"),
    ("that the update be received and noted, and that the Clerk order a bell", Outcome.NOTED, "received"),
    ("That the Harbour Board notes the forecast and accepts that it may change", Outcome.NOTED, "notes"),
    ("NOTE the forecast", Outcome.NOTED, "NOTE"),
    ("Quay insurance renewal, support line for members. Noted", Outcome.NOTED, "Noted"),
    ("That the dredging plan be approved.", Outcome.APPROVED, "approved"),
    ("that this quotation is accepted and should now be sent to the builder", Outcome.APPROVED, "accepted"),
    ("Adopt the harbour bye-laws", Outcome.APPROVED, "Adopt"),
    ("that the tender of Saltway Marine be accepted", Outcome.APPROVED, "accepted"),
    ("It was resolved to pay the invoice of £40.", Outcome.APPROVED, "pay"),
    ("Members agreed to donate £50 to the lifeboat", Outcome.APPROVED, "donate"),
    ("Mrs Vane proposed approval of the payments, all were in favour.", Outcome.APPROVED, "approval"),
    ("that, pursuant to the Ports Act, the Board approve the tariff", Outcome.APPROVED, "approve"),
    ("To grant permission for the regatta", Outcome.APPROVED, "grant"),
    ("that the work programme be agreed", Outcome.AGREED, "agreed"),
    ("It was agreed that the Clerk should write to the surveyor.", Outcome.AGREED, "agreed"),
    ("Mrs Vane was elected as Chair.", Outcome.AGREED, "elected"),
    ("Apologies from Mr Orme were received and accepted.", Outcome.AGREED, "accepted"),
    ("Miss Hale - proposed by Mr Orme, seconded by Mrs Vane", Outcome.AGREED, "proposed by"),
    ("ENDORSE the coast strategy", Outcome.ENDORSED, "ENDORSE"),
    ("That Cabinet noted and endorsed the coast strategy", Outcome.ENDORSED, "endorsed"),
    ("to support the bid to the Coast Fund", Outcome.SUPPORTED, "support"),
    ("Shed at 4 Quay Row: no objections", Outcome.SUPPORTED, "no objections"),
    ("Unanimously agreed to recommend approval", Outcome.SUPPORTED, "recommend approval"),
    ("that authority be delegated to the Harbour Master", Outcome.DELEGATED, "delegated"),
    ("in consultation with the Chair, the Clerk be given delegated authority to sign", Outcome.DELEGATED, None),
    ("that the Harbour Master be authorised to sign the lease", Outcome.DELEGATED, "authorised to"),
    ("that a moorings working group be established", Outcome.ESTABLISHED, "established"),
    ("that the item be deferred to the May meeting", Outcome.DEFERRED, "deferred"),
    ("It was agreed to defer the item to the May meeting.", Outcome.DEFERRED, "defer"),
    ("It was agreed to return to this at the next meeting.", Outcome.DEFERRED, None),
    ("that the Clerk should ask, and that the matter be brought back to the June meeting", Outcome.DEFERRED, None),
    ("that the matter be referred back to the Cabinet", Outcome.REFERRED, "referred back to"),
    ("that the application for berth 9 be refused", Outcome.REJECTED, "refused"),
    ("The amendment was put and was lost.", Outcome.REJECTED, "lost"),
    ("After discussion Councillors resolved not to support the regatta", Outcome.REJECTED, "not support"),
    ("that such permission should not be granted", Outcome.REJECTED, "not granted"),
    ("the Council decided to not sign the pledge", Outcome.REJECTED, "not sign"),
    ("that an objection be made to the marina", Outcome.REJECTED, None),
    ("that the paper be withdrawn", Outcome.WITHDRAWN, "withdrawn"),
    ("that the minutes of 5 February were a correct record", Outcome.ACCEPTED_MINUTES, "correct record"),
    ("These were moved as correct by Mrs Vane.", Outcome.ACCEPTED_MINUTES, "moved"),
    ("that no further action be taken", Outcome.OTHER, None),
    ("that a bell be hung on the buoy", Outcome.OTHER, None),
]


@pytest.mark.parametrize(("said", "outcome", "verb"), SAID, ids=[said[:40] for said, *_ in SAID])
def test_outcome_of(said: str, outcome: Outcome, verb: str | None) -> None:
    told, written = outcome_of(said)
    assert told is outcome
    if verb is not None:
        assert written == verb
    if written is not None:
        assert written.removeprefix("not ") in said


def test_every_outcome_has_a_case() -> None:
    assert {outcome for _, outcome, _ in SAID} == set(Outcome)


@pytest.mark.parametrize(
    ("said", "not_this"),
    [
        ("the overspend on delegated budgets", Outcome.DELEGATED),
        ("delegates came from afar", Outcome.DELEGATED),
        ("the preferred berth", Outcome.DEFERRED),
        ("The meeting was adjourned for tea and all agreed.", Outcome.DEFERRED),
        ("that the Clerk report back to the Council at the next meeting", Outcome.DEFERRED),
        ("the terms referred to above", Outcome.REFERRED),
        ("the support services contract", Outcome.SUPPORTED),
        ("that the Clerk should ask what level of support is planned", Outcome.SUPPORTED),
        ("that the approved register be published", Outcome.APPROVED),
        ("to write to residents who refused to pay", Outcome.REJECTED),
        ("nothing was done about the rail", Outcome.NOTED),
        ("to establish the age of the wall", Outcome.ESTABLISHED),
    ],
)
def test_words_that_only_look_like_an_outcome(said: str, not_this: Outcome) -> None:
    assert outcome_of(said)[0] is not not_this


@pytest.mark.parametrize(
    ("stem", "part", "outcome"),
    [
        ("RESOLVED that the Board approves the following:", "The dredging strategy at Appendix A", Outcome.APPROVED),
        ("RESOLVED to note that:", "the tariff was approved in May", Outcome.NOTED),
        ("RESOLVED to note that:", "the grant will be paid in June", Outcome.NOTED),
        ("RESOLVED: That the Board approve the recommendations:", "That the report be noted", Outcome.NOTED),
        ("RESOLVED: That", "the tariff is approved", Outcome.APPROVED),
        ("AGREED that the Board:", "the wording of the letter", Outcome.AGREED),
    ],
)
def test_a_stem_has_the_verb_of_its_parts(stem: str, part: str, outcome: Outcome) -> None:
    assert outcome_of(part, stem=stem, otherwise=Outcome.AGREED)[0] is outcome


@given(st.text(alphabet="abt .,:-()nooagreedthat\u2013", max_size=300), st.sampled_from(list(Outcome)))
def test_any_text_has_an_outcome_with_a_short_verb(said: str, otherwise: Outcome) -> None:
    outcome, verb = outcome_of(said, otherwise=otherwise)
    assert outcome in Outcome
    assert verb is None or 0 < len(verb) <= 84
