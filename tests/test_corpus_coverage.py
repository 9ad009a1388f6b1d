"""Whose meetings papers tell of that name no body, or no publisher."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.coverage.joining import join
from corpus.coverage.model import HeldPaper, Mention
from corpus.coverage.reading import Counted, Facts, HeldFact, MentionFact, MentionKind, Named
from corpus.coverage.settling import settled
from corpus.filters import Filter
from corpus.vocabulary import PaperKind

CABINET = Named(
    key="northmere/cabinet", form="cabinet", home="northmere", published=True, id="northmere/cabinet", name="Cabinet",
    organisation="Northmere Council",
)  # fmt: skip
PANEL = replace(CABINET, key="northmere/quay-panel", form="quay panel", id="northmere/quay-panel", name="Quay Panel")
ELSEWHERE = replace(CABINET, key="tarnby/cabinet", home="tarnby", id="tarnby/cabinet", organisation="Tarnby Council")
STRAY = replace(CABINET, key="d7:cabinet", home="d7", published=False, id=None, organisation=None)
COUNCIL = replace(CABINET, key="northmere", form="northmere council", id="northmere", name="Northmere Council")
SUPPOSED = replace(COUNCIL, supposed=True)


def held(body: Named, day: str, kind: PaperKind = PaperKind.MINUTES) -> HeldFact:
    paper = HeldPaper(
        kind=kind, title="", status=None, paper=f"{body.key}/{day}", meeting="m", document="d", document_name="d.pdf",
        page=1, line=None,
    )  # fmt: skip
    return HeldFact(body=body, date=day, paper=paper, counted=Counted())


def announced(body: Named, day: str, called: str | None = None) -> MentionFact:
    mention = Mention(quote="", told_on=None, called=called, document="d", document_name="d.pdf", page=1, line=None)
    return MentionFact(kind=MentionKind.ANNOUNCEMENT, body=body, date=day, mention=mention)


def told(*facts: HeldFact | MentionFact) -> Facts:
    return Facts(
        held=tuple(fact for fact in facts if isinstance(fact, HeldFact)),
        mentions=tuple(fact for fact in facts if isinstance(fact, MentionFact)),
        unplaced=0,
    )


@pytest.mark.parametrize(
    ("facts", "key"),
    [
        ([held(CABINET, "2024-03-04"), held(STRAY, "2024-03-04")], CABINET.key),
        ([held(CABINET, "2024-03-04"), held(STRAY, "2024-05-06")], CABINET.key),
        ([held(CABINET, "2024-03-04"), held(ELSEWHERE, "2024-05-06"), held(STRAY, "2024-07-08")], STRAY.key),
        ([held(CABINET, "2024-03-04"), held(ELSEWHERE, "2024-05-06"), held(STRAY, "2024-05-06")], ELSEWHERE.key),
        ([held(CABINET, "2024-03-04"), held(ELSEWHERE, "2024-03-04"), held(STRAY, "2024-03-04")], STRAY.key),
        ([held(PANEL, "2024-03-04"), held(STRAY, "2024-03-04")], STRAY.key),
    ],
)
def test_a_body_whose_publisher_is_not_told(facts: list[HeldFact], key: str) -> None:
    assert settled(told(*facts)).held[-1].body.key == key


def test_a_paper_without_a_body_is_of_the_only_one_in_whose_papers_it_stands() -> None:
    alone = settled(told(held(CABINET, "2024-03-04"), held(SUPPOSED, "2024-05-06")))
    assert [fact.body.key for fact in alone.held] == [CABINET.key, CABINET.key]
    among_two = settled(told(held(CABINET, "2024-03-04"), held(PANEL, "2024-03-04"), held(SUPPOSED, "2024-05-06")))
    assert (len(among_two.held), among_two.unplaced) == (2, 1)


@pytest.mark.parametrize(
    ("called", "key"),
    [
        (None, CABINET.key),
        ("Cabinet", CABINET.key),
        ("Board", CABINET.key),
        ("Quay", PANEL.key),
        ("Quay Panel", PANEL.key),
        ("Harbour", CABINET.key),
    ],
)
def test_whose_meeting_is_announced(called: str | None, key: str) -> None:
    facts = told(held(CABINET, "2024-03-04"), held(PANEL, "2024-03-05"), announced(CABINET, "2024-04-08", called))
    days = {each.body.key: [meeting.date for meeting in each.meetings] for each in join(facts, Filter(), "2025").bodies}
    assert "2024-04-08" in days[key]


def test_a_meeting_under_a_name_that_no_paper_has_is_what_met_on_that_day() -> None:
    facts = told(held(CABINET, "2024-03-04"), held(PANEL, "2024-03-05"), announced(CABINET, "2024-03-05", "Harbour"))
    assert not any(body.gaps for body in join(facts, Filter(), "2025").bodies)


def test_a_page_of_one_decision_is_not_the_minutes() -> None:
    (body,) = join(told(held(CABINET, "2024-03-04", PaperKind.DECISION_NOTICE)), Filter(), "2025").bodies
    assert [meeting.date for meeting in body.gaps] == ["2024-03-04"]
