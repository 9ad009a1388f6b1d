"""What tells of a link: a table of papers for each kind of evidence, of bodies and people that don't exist."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from held_made import hold, settle
from hypothesis import given
from hypothesis import strategies as st
from papers_made import made

from corpus.links.model import WEAK, Place, Thing, ThingKind
from corpus.store import Corpus
from corpus.vocabulary import LinkKind
from search.linking.alone import links_within
from search.linking.citations import citations_in
from search.linking.join import join
from search.linking.keys import KeyKind, key
from search.linking.leads import leads_in
from search.linking.names import names_in
from search.linking.references import references_in
from search.linking.standing import is_standing
from search.linking.tellings import tellings_in
from search.linking.titles import title_words


def minutes(day: str, *items: str, board: str = "Harbour Committee") -> str:
    present = "Present: Councillors Orla Tarn (OT, Chair), Dan Finch (DF) and Petra Crake (PC)"
    head = f"NORTHMERE BOROUGH COUNCIL\n\nMinutes of the meeting of the {board} held on {day}\n\n{present}"
    return "\n\n".join((head, *items)) + "\n"


def agenda(day: str, *items: str, board: str = "Harbour Committee") -> str:
    head = f"NORTHMERE BOROUGH COUNCIL\n\nAgenda for the meeting of the {board} to be held on {day}"
    return "\n\n".join((head, *items)) + "\n"


@dataclass(frozen=True, slots=True)
class Case:
    """Papers, and a link between them: how, and what stands at its ends."""

    papers: tuple[str, ...]
    kind: LinkKind
    start: str
    end: str


LINKED = {
    "a title from meeting to meeting": Case(
        (
            minutes("4 March 2024", "3. Lease of the Fish Quay\n\nThe agent spoke."),
            minutes("8 April 2024", "5. Lease of the Fish Quay\n\nThe agent spoke again."),
        ),
        LinkKind.SAME_MATTER,
        "3. Lease",
        "5. Lease",
    ),
    "a title before another body": Case(
        (
            minutes("4 March 2024", "3. Lease of the Fish Quay\n\nThe agent spoke.", board="Scrutiny Panel"),
            minutes("8 April 2024", "5. The Fish Quay lease\n\nThe agent spoke again."),
        ),
        LinkKind.SAME_MATTER,
        "3. Lease",
        "5. The Fish",
    ),
    "a matter within an item, without a heading": Case(
        (
            minutes("4 March 2024", "3. Updates\n\nFish Quay lease – The agent spoke.\n\nSea wall: Work had begun."),
            minutes("8 April 2024", "4. Updates\n\nFish Quay lease – The agent spoke again."),
        ),
        LinkKind.SAME_MATTER,
        "Fish Quay lease",
        "Fish Quay lease",
    ),
    "a reference": Case(
        (
            agenda("4 March 2024", "3. 24/00093 - Sale of the ice house"),
            minutes("8 April 2024", "5. What became of 24/00093\n\nThe officer spoke."),
        ),
        LinkKind.SAME_MATTER,
        "24/00093",
        "24/00093",
    ),
    "a reference that a passage names": Case(
        (
            agenda("4 March 2024", "3. 24/00093 - Sale of the ice house"),
            minutes("8 April 2024", "5. Updates\n\nThe officer told of the ice house. Decision 24/00093 was in hand."),
        ),
        LinkKind.SAME_MATTER,
        "Decision 24/00093 was in hand",
        "24/00093 - Sale",
    ),
    "a call-in, by the reference of the decision": Case(
        (
            "NORTHMERE BOROUGH COUNCIL\n\nRECORD OF DECISION\n\nDecision taken by: Councillor Orla Tarn\n\n"
            "Decision No: 24/00093\n\nSubject: Sale of the ice house\n\nDecision: I agree to sell the ice house.\n",
            minutes("8 April 2024", "5. Call-in of decision 24/00093\n\nThe panel heard the member."),
        ),
        LinkKind.CALLS_IN,
        "5. Call-in",
        "",
    ),
    "a call-in, by the reference in its opening": Case(
        (
            "NORTHMERE BOROUGH COUNCIL\n\nRECORD OF DECISION\n\nDecision taken by: Councillor Orla Tarn\n\n"
            "Decision No: 24/00093\n\nSubject: Sale of the ice house\n\nDecision: I agree to sell the ice house.\n",
            "NORTHMERE BOROUGH COUNCIL\n\nCALL-IN NOTICE\n\nRequest to call in decision 24/00093\n\n"
            "Proposer: Cllr D Finch\n\nReasons\n\nNobody was asked.\n",
        ),
        LinkKind.CALLS_IN,
        "CALL-IN NOTICE",
        "",
    ),
    "an action that a later paper names by its reference": Case(
        (
            minutes("4 March 2024", "5. Crane\n\nRef\tAction\tLead\tStatus\nHC/24/017\tSend the survey\tIQ\tOpen"),
            minutes("8 April 2024", "5. Updates\n\nThe officer said that action HC/24/017 was done."),
        ),
        LinkKind.REPORTS,
        "The officer said that action HC/24/017 was done",
        "Send the survey",
    ),
    "a minute named by its number": Case(
        (
            minutes("4 March 2024", "242. Ropes\n\nRESOLVED: That ropes be bought."),
            minutes("8 April 2024", "250. Chandlery\n\nMinute 242 refers. The ropes had come."),
        ),
        LinkKind.REPORTS,
        "Minute 242 refers",
        "242. Ropes",
    ),
    "a meeting told of by its body and day": Case(
        (
            minutes("4 March 2024", "242. Dredging of the inner basin\n\nThe committee talked of it at length."),
            minutes(
                "8 April 2024",
                "7. Silt\n\nAt the Harbour Committee held on 4 March 2024 members had looked into the dredging of the "
                "inner basin.",
                board="Scrutiny Panel",
            ),
        ),
        LinkKind.REPORTS,
        "Harbour Committee held on 4 March",
        "242. Dredging",
    ),
    "minutes of another body, brought for noting": Case(
        (
            minutes("4 March 2024", "242. Ropes\n\nThere were none."),
            minutes(
                "8 April 2024",
                "7. The harbour\n\nRESOLVED: That the minutes of the Harbour Committee held on 4 March 2024 be noted.",
                board="Cabinet",
            ),
        ),
        LinkKind.REPORTS,
        "Harbour Committee held on 4 March",
        "NORTHMERE",
    ),
    "a title but for its numbers": Case(
        (
            minutes("4 March 2024", "3. Harbour dues report, Q3 2023-24\n\nThe agent spoke."),
            minutes("8 April 2024", "5. Harbour dues report: quarter 4 of 2023/24\n\nThe agent spoke again."),
        ),
        LinkKind.SAME_MATTER,
        "3. Harbour dues",
        "5. Harbour dues",
    ),
    "a resolution rescinded": Case(
        (
            minutes("4 March 2024", "242. Ropes\n\nRESOLVED: That ropes be bought."),
            minutes("8 April 2024", "250. Ropes again\n\nRESOLVED: That the decision in minute 242 be rescinded."),
        ),
        LinkKind.SUPERSEDES,
        "minute 242 be rescinded",
        "242. Ropes",
    ),
    "a minute corrected": Case(
        (
            minutes("4 March 2024", "242. Ropes\n\nRESOLVED: That ropes be bought."),
            minutes(
                "8 April 2024",
                "249. Minutes\n\nThe minutes of the meeting held on 4 March 2024 were approved as a correct record, "
                "subject to the following correction: minute 242, for ropes read hopes.",
            ),
        ),
        LinkKind.AMENDS,
        "The minutes of the meeting",
        "242. Ropes",
    ),
    "minutes confirmed": Case(
        (
            minutes("4 March 2024", "242. Ropes\n\nRESOLVED: That ropes be bought."),
            minutes(
                "8 April 2024",
                "249. Minutes\n\nRESOLVED: That the minutes of the meeting held on 4 March 2024 be approved.",
            ),
        ),
        LinkKind.APPROVES_MINUTES_OF,
        "RESOLVED: That the minutes",
        "NORTHMERE",
    ),
    "minutes confirmed without their day": Case(
        (
            minutes("4 March 2024", "242. Ropes\n\nRESOLVED: That ropes be bought."),
            minutes("8 April 2024", "249. Minutes\n\nThe minutes of the last meeting were approved and signed."),
        ),
        LinkKind.APPROVES_MINUTES_OF,
        "minutes of the last meeting were approved",
        "NORTHMERE",
    ),
    "an action carried forward by its reference": Case(
        (
            minutes("4 March 2024", "3. Ropes\n\nAction 37: DF to ask the chandler for a price of new ropes."),
            minutes(
                "8 April 2024",
                "2. Actions\n\nAction 37: DF to ask the chandler for a price of new ropes.\n\nAction ongoing.",
            ),
        ),
        LinkKind.SAME_ACTION,
        "DF to ask",
        "DF to ask",
    ),
}


def told(folder: Path, papers: tuple[str, ...]) -> list[tuple[str, str, str]]:
    with Corpus.open(folder, create=True) as corpus:
        for at, text in enumerate(papers):
            hold(corpus, text, f"paper-{at}.txt")
        settle(corpus)
        return [(row.kind, row.from_quote, row.to_quote) for row in corpus.links()]


@pytest.mark.parametrize("name", LINKED)
def test_papers_that_belong_together_are_linked(tmp_path: Path, name: str) -> None:
    case = LINKED[name]
    found = told(tmp_path, case.papers)
    assert any(kind == case.kind and case.start in start and case.end in end for kind, start, end in found), (
        f"{name}: {found}"
    )


NOT_LINKED = {
    "standing items": (
        minutes("4 March 2024", "1. Apologies for absence\n\nNone.", "9. Any other business\n\nNone."),
        minutes("8 April 2024", "1. Apologies for absence\n\nNone.", "8. Any other business\n\nNone."),
    ),
    "another council's title": (
        minutes("4 March 2024", "3. Lease of the Fish Quay\n\nThe agent spoke."),
        minutes("8 April 2024", "5. Lease of the Fish Quay\n\nThey met.").replace("NORTHMERE", "SOUTHMERE"),
    ),
    "actions of one reference that say other things": (
        minutes("4 March 2024", "3. Ropes\n\nAction 37: DF to ask the chandler for a price of new ropes."),
        minutes("8 April 2024", "3. Paint\n\nAction 37: PC to thank the choir."),
    ),
    "minutes confirmed without their day, long after": (
        minutes("4 March 2023", "242. Ropes\n\nThere were none."),
        minutes("8 April 2024", "249. Minutes\n\nThe minutes of the last meeting were approved and signed."),
    ),
    "what has one word in common, time and again": tuple(
        minutes(f"4 {month} 2024", "5. Lighting\n\nAll was dark.")
        for month in ("January", "February", "March", "April", "May", "June")
    ),
    "a small number of another meeting": (
        minutes("4 March 2024", "4. Ropes\n\nRESOLVED: That ropes be bought."),
        minutes("8 April 2024", "7. Chandlery\n\nMinute 4 refers. The ropes had come."),
    ),
}


@pytest.mark.parametrize("name", NOT_LINKED)
def test_what_merely_looks_alike_is_not(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, NOT_LINKED[name]) == []


@pytest.mark.parametrize(
    "title",
    [
        "Apologies for absence",
        "1. APOLOGIES",
        "Declarations of interest in items on the agenda",
        "To approve the minutes of the meeting held on 4 March 2024",
        "Any other business",
        "AOB",
        "Date of next meeting",
        "Exclusion of the press and public",
        "Public participation",
        "Chairman's announcements",
        "",
    ],
)
def test_items_of_every_agenda_are_of_no_matter(title: str) -> None:
    assert is_standing(title)


@pytest.mark.parametrize(
    "title",
    ["Lease of the Fish Quay", "A minute silence for the drowned", "Date palms on the promenade", "Harbour dues"],
)
def test_other_titles_are(title: str) -> None:
    assert not is_standing(title)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("24/00093 - Sale of the ice house", ("24/00093",)),
        ("KEY/2024/17, and 22/01234/FUL", ("KEY/2024/17", "22/01234/FUL")),
        ("the budget of 2024/25, 2024/2025 and 24/25, on 12/03/2024", ()),
    ],
)
def test_reference_numbers(text: str, found: tuple[str, ...]) -> None:
    assert references_in(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Minute 242 refers.", [("242", None, LinkKind.REPORTS)]),
        ("as agreed (Min. No. 112/24).", [("112/24", None, LinkKind.REPORTS)]),
        ("that minute HC13 of 4 March 2024 be amended", [("HC13", "2024-03-04", LinkKind.AMENDS)]),
        ("to revoke Resolution 77 of 4 March 2024", [("77", "2024-03-04", LinkKind.SUPERSEDES)]),
        ("a wait of 1 minute 242 seconds; in minute 4", []),
    ],
)
def test_minutes_that_a_passage_names(text: str, found: list[tuple[str, str | None, LinkKind]]) -> None:
    assert [(each.number, each.about, each.kind) for each in citations_in(text, 0, len(text))] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("At the Scrutiny Committee held on 29th January 2024, members spoke", [("Scrutiny Committee", "2024-01-29")]),
        (
            "agreed by the Board on 3 May 2023; and by Cabinet on 4 May 2023.",
            [("Board", "2023-05-03"), ("Cabinet", "2023-05-04")],
        ),
        ("The Board met. On 3 May 2023 it rained.", []),
        ("At the Board on 3 May it rained", [("Board", "2023-05-03")]),
        ("At its meeting on 12 June the Board agreed", [(None, "2022-06-12")]),
    ],
)
def test_meetings_that_a_passage_tells_of(text: str, found: list[tuple[str | None, str]]) -> None:
    assert [(each.body, each.date) for each in tellings_in(text, 0, len(text), "2023-06-01")] == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Fish Quay lease – The agent spoke.", "Fish Quay lease"),
        ("(b) Sea wall repairs: work had begun", "Sea wall repairs"),
        ("Cllr Finch: he had seen the sea wall", None),
        ("The agent had asked: was the lease signed?", None),
        ("Apologies for absence: none", None),
        ("Lease: signed", None),
    ],
)
def test_what_a_paragraph_begins_with_may_name_a_matter(words: str, found: str | None) -> None:
    document = made(minutes("4 March 2024", f"3. Updates\n\n{words}"), "minutes.txt").document
    (section,) = [each for each in document.sections if each.heading == "Updates"]
    leads = [document.quote(span) for span in leads_in(document, section.span, lines=False)]
    assert leads == ([found] if found else [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the Mill Reach Flood Relief Scheme was told of", True),
        ("the Director of Public Health and Chief Officer", False),
        ("section 100D of the Local Government Act 1972", False),
        ("the Northmere Borough Council met", False),
    ],
)
def test_names_that_tell_of_a_matter(text: str, found: bool) -> None:
    names = names_in(text, 0, len(text))
    assert bool(names) == found
    assert all(0 <= span.start < span.end <= len(text) for span in names.values())


PACK = """NORTHMERE BOROUGH COUNCIL

Harbour Committee

Agenda for the meeting to be held on 4 March 2024

1. Apologies for absence

2. Minutes of the last meeting

3. Lease of the Fish Quay

4. Winter storms

NORTHMERE BOROUGH COUNCIL

Report to: Harbour Committee
Date: 4 March 2024
Subject: Lease of the Fish Quay
Report of: Ines Quill, Chief Engineer

1. Purpose

The lease of the quay ends in May.
"""


def test_links_within_one_paper_need_no_corpus() -> None:
    paper = made(PACK, "pack.txt")
    (link,) = links_within(paper.document, paper.findings)
    assert link.kind is LinkKind.SAME_MATTER
    assert "3. Lease" in link.start.place.quote
    text = paper.document.text
    for end in (link.start, link.end):
        words = " ".join(text[end.place.start : end.place.end].split())
        assert words.startswith(end.place.quote)


def thing(at: int, title: str, date: str, **other: object) -> Thing:
    plain = Thing(
        id=f"t{at}",
        kind=ThingKind.MINUTE,
        place=Place(document=f"d{at}", start=at, end=at + 1, page=1, line=None, quote=title),
        paper=f"p{at}",
        paper_kind="minutes",
        board=None,
        home="northmere",
        family="northmere",
        date=date,
        title=title,
    )
    return replace(plain, **other)  # type: ignore[arg-type]


def test_a_power_is_linked_with_the_decision_taken_under_it() -> None:
    given_to = thing(1, "Sale of the ice house", "2024-03-04", kind=ThingKind.DECISION, owner="the Chief Engineer")
    taken = thing(2, "Ice house sale", "2024-06-04", kind=ThingKind.PAPER, paper_kind="decision_notice")
    before = replace(taken, id="t3", date="2024-01-04")
    made_links = join(key(KeyKind.TITLE, "northmere", "house ice"), (given_to, taken, before))
    (link,) = [each for each in made_links if each.start.id == "t1"]
    assert (link.kind, link.start.id, link.end.id) == (LinkKind.DELEGATES, "t1", "t2")
    assert "the Chief Engineer" in link.reason


def test_what_comes_up_time_and_again_is_weakly_one_matter() -> None:
    often = [thing(at, "Sea wall repairs", f"2024-{at:02}-04") for at in range(1, 8)]
    often = [replace(each, place=replace(each.place, document="d")) for each in often]
    links = list(join(key(KeyKind.TITLE, "northmere", "sea wall"), tuple(often)))
    assert len(links) == len(often) - 1
    assert all(link.score < WEAK and "time and again" in link.reason for link in links)
    few = list(join(key(KeyKind.TITLE, "northmere", "sea wall"), tuple(often[:3])))
    assert all(link.score >= WEAK for link in few)


def test_what_everybody_names_tells_nothing() -> None:
    shared = key(KeyKind.NAME, "northmere", "mill reach scheme flood")
    named = [
        thing(at, "", f"2024-{at:02}-04", kind=ThingKind.PASSAGE, words=("mill reach scheme flood",))
        for at in range(1, 7)
    ]
    assert not list(join(shared, tuple(named)))
    (link,) = join(shared, tuple(named[:2]))
    assert link.score < WEAK


_TITLES = ("Lease of the Fish Quay", "The Fish Quay lease", "Harbour dues", "Winter storms and the sea wall")


@st.composite
def things(draw: st.DrawFn) -> list[Thing]:
    drawn = draw(st.lists(st.tuples(st.sampled_from(_TITLES), st.integers(1, 28), st.sampled_from("ab")), max_size=12))
    return [
        Thing(
            id=f"t{at}",
            kind=ThingKind.MINUTE,
            place=Place(document=f"d{day}{board}", start=at, end=at + 1, page=1, line=None, quote=title),
            paper=f"p{day}{board}",
            paper_kind="minutes",
            board=None,
            home="northmere",
            family="northmere",
            date=f"2024-03-{day:02}",
            title=title,
            number=str(at),
        )
        for at, (title, day, board) in enumerate(drawn)
    ]


@given(things(), st.randoms(use_true_random=False))
def test_links_follow_from_the_things_in_whatever_order_they_come(made_things: list[Thing], chance: object) -> None:
    shuffled = list(made_things)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    shared = key(KeyKind.TITLE, "northmere", "quay")

    def ends(some: list[Thing]) -> set[tuple[str, str, str]]:
        return {(link.start.place.quote, link.end.place.quote, link.reason) for link in join(shared, some)}

    assert ends(made_things) == ends(shuffled)
    for link in join(shared, made_things):
        assert 0 < link.score <= 1
        assert link.start.id != link.end.id


@given(st.text(max_size=80))
def test_a_title_is_found_by_words_of_its_own(title: str) -> None:
    for words in title_words(title):
        assert words
        assert re.fullmatch(r"\S+(?: \S+)*", words)
