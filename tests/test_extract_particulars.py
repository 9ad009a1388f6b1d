"""What a decision says beside what was decided: by its own words, its item and its paper, never by another item's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.findings import Decision
from corpus.particulars import Delegation
from corpus.vocabulary import Outcome
from extract.conditions import conditions_of
from extract.deferrals import deferred_to, referred_to
from extract.delegations import delegation_of
from tests.papers_made import minutes


def decided(body: str) -> tuple[Decision, ...]:
    return minutes(body).findings.decisions


@pytest.mark.parametrize(
    ("said", "to", "consulting", "task"),
    [
        (
            "That authority be delegated to the Director of Quays, in consultation with the Cabinet Member for Ports "
            "and Piers, to award the contract.",
            "the Director of Quays",
            "the Cabinet Member for Ports and Piers",
            "award the contract",
        ),
        (
            "DELEGATE authority to the Harbour Master to let the berth following consultation with ward members.",
            "the Harbour Master",
            "ward members",
            "let the berth",
        ),
        (
            "in consultation with the Chair, the Chief Executive be given delegated authority to approve the plan;",
            "the Chief Executive",
            "the Chair",
            "approve the plan",
        ),
        (
            "That the Service Director: Quays and Slips be authorised (after consultation with the Leader) to sign",
            "the Service Director: Quays and Slips",
            "the Leader",
            "sign",
        ),
        ("To authorise the Clerk to pay the dues.", "the Clerk", None, "pay the dues"),
        ("That the reply be delegated to the Clerk and Chairman.", "the Clerk and Chairman", None, "the reply"),
        ("Clerk to answer the survey (using delegated powers).", "Clerk", None, "answer the survey"),
        (
            "Delegates to the Monitoring Officer the choice of words.",
            "the Monitoring Officer",
            None,
            "the choice of words",
        ),
        (
            "delegates any change to the plan to the Section 151 Officer",
            "the Section 151 Officer",
            None,
            "any change to the plan",
        ),
        ("That power to hear appeals be delegated to a panel of three.", "a panel of three", None, "hear appeals"),
    ],
)
def test_a_delegation_tells_who_may_do_what(said: str, to: str, consulting: str | None, task: str | None) -> None:
    assert delegation_of(said) == Delegation(to=to, consulting=consulting, task=task)


@pytest.mark.parametrize(
    "said",
    [
        "That the overspend on delegated budgets be noted",
        "That the powers delegated to committees be printed",
        "That the Clerk write to the owner",
        "Payments of £40 were authorised.",
        "Delegates came from three ports.",
    ],
)
def test_no_delegation(said: str) -> None:
    assert delegation_of(said) is None


@pytest.mark.parametrize(
    ("said", "until"),
    [
        ("That the item be deferred to the meeting on 4 May 2031.", "the meeting on 4 May 2031"),
        ("It was agreed to return to the issue at the next meeting.", "the next meeting"),
        ("to defer the fees until officers have asked the traders", "until officers have asked the traders"),
        ("deferred pending a site visit.", "pending a site visit"),
        ("This was deferred to the June meeting as two weeks had gone.", "the June meeting"),
        ("deferred for three months", "three months"),
        ("deferred.", None),
    ],
)
def test_a_deferral_tells_until_when(said: str, until: str | None) -> None:
    assert deferred_to(said, Outcome.DEFERRED) == until
    assert deferred_to(said, Outcome.NOTED) is None


@pytest.mark.parametrize(
    ("said", "body"),
    [
        ("That the slip be referred to the Quays and Slips Committee.", "the Quays and Slips Committee"),
        ("to refer the decision back to the Executive for another look", "the Executive"),
        ("agreed to refer it to full Council", "full Council"),
        ("That it be recommended to the Harbour Board that the fee be kept", "the Harbour Board"),
        ("to refer it to the next meeting", None),
    ],
)
def test_a_referral_tells_to_whom(said: str, body: str | None) -> None:
    assert referred_to(said, Outcome.REFERRED) == body


@pytest.mark.parametrize(
    ("said", "terms"),
    [
        ("That the shed be approved subject to the conditions in the report.", "the conditions in the report"),
        ("Subject to the survey, that the lease be signed", "the survey"),
        ("be let provided that the tenant mends the roof, and that the Clerk write", "the tenant mends the roof"),
        ("be accepted, subject to consent, and the Clerk should write", "consent"),
        ("be approved, subject to call-in", None),
        ("that it be not subject to consent", None),
    ],
)
def test_conditions(said: str, terms: str | None) -> None:
    assert conditions_of(said, Outcome.APPROVED) == terms
    assert conditions_of(said, Outcome.NOTED) is None


def test_the_next_meeting_has_a_day() -> None:
    first, second, third = decided(
        "3. Bell\n\nRESOLVED that the bell be deferred to the next meeting.\n\n"
        "4. Rope\n\nRESOLVED that the rope be deferred to the July meeting.\n\n"
        "5. Oars\n\nRESOLVED that the oars be deferred to June’s meeting.\n\n"
        "6. Close\n\nThe date of the next meeting is Tuesday 11 June.\n"
    )
    assert (first.particulars.deferred_to, first.particulars.deferred_to_date) == ("the next meeting", "2024-06-11")
    assert (second.particulars.deferred_to, second.particulars.deferred_to_date) == ("the July meeting", None)
    assert (third.particulars.deferred_to, third.particulars.deferred_to_date) == ("June’s meeting", "2024-06-11")


@pytest.mark.parametrize(
    ("close", "day"),
    [
        ("Date of next meeting\n\nTuesday 11 June 2024 at 7pm", "2024-06-11"),
        ("The next meeting will be held on 11 June.", "2024-06-11"),
        ("The next meeting is in the week beginning 10 June.", None),
        ("The next meeting is on 11 June 2026.", None),
    ],
)
def test_the_next_meeting_is_where_the_minutes_tell_its_day(close: str, day: str | None) -> None:
    (bell,) = decided(f"3. Bell\n\nRESOLVED that the bell be deferred to the next meeting.\n\n5. Close\n\n{close}\n")
    assert bell.particulars.deferred_to_date == day


def test_what_an_item_says_is_of_its_decisions_alone() -> None:
    first, second = decided(
        "3. Ferry fares\n\nThis is a key decision.\n\nRESOLVED that the fares be raised with effect from 1 July.\n\n"
        "Reasons for decision: The ferry makes a loss.\n\nThe call-in period ends on 20 May.\n\n"
        "4. Ferry paint\n\nRESOLVED that the hull be painted as a matter of urgency.\n\n"
    )
    assert first.particulars.key_decision is True
    assert first.particulars.effective_date == "2024-07-01"
    assert first.particulars.reasons == "The ferry makes a loss."
    assert first.particulars.call_in == "The call-in period ends on 20 May"
    assert first.particulars.urgency is None
    assert second.particulars.urgency == "RESOLVED that the hull be painted as a matter of urgency"
    assert second.particulars.key_decision is None
    assert second.particulars.reasons is None
    assert second.particulars.call_in is None


def test_what_was_decided_without_the_public_is_exempt() -> None:
    before, excluding, after = decided(
        "3. Fares\n\nRESOLVED that the fares be kept.\n\n"
        "4. Exclusion\n\nRESOLVED that the press and public be excluded from the meeting as exempt information under "
        "paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972 was likely to be disclosed.\n\n"
        "5. Tender\n\nRESOLVED that the second tender be accepted.\n"
    )
    assert before.particulars.exempt is None
    assert excluding.particulars.exempt is None
    assert after.particulars.exempt == ("3",)


def test_an_exclusion_that_names_items_is_of_those_alone() -> None:
    _, public, private = decided(
        "3. Exclusion\n\nRESOLVED that the public be excluded for item 5 as exempt information under paragraph 3 of "
        "Schedule 12A to the Local Government Act 1972 was likely to be disclosed.\n\n"
        "4. Fares\n\nRESOLVED that the fares be kept.\n\n5. Tender\n\nRESOLVED that the second tender be accepted.\n"
    )
    assert public.particulars.exempt is None
    assert private.particulars.exempt == ("3",)


@given(
    st.lists(st.sampled_from("be delegated authority to the Clerk , in consultation with Chair and subject".split()))
)
def test_what_is_told_stands_in_the_words(words: list[str]) -> None:
    said = " ".join(words)
    told = delegation_of(said)
    if told is not None:
        assert all(part in said for part in (told.to, told.consulting, told.task) if part)
    assert (conditions_of(said, Outcome.APPROVED) or "") in said
