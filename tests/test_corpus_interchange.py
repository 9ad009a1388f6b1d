"""The plain JSON form of a document: the keys and places that annotations of papers have."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from corpus.document import (
    AnnouncedMeeting,
    Attendance,
    Document,
    DocumentId,
    Doubt,
    Exemption,
    Field,
    Furniture,
    FurnitureKind,
    Hyperlink,
    ItemPaper,
    Meeting,
    MeetingId,
    MinutesApproval,
    Paper,
    PaperId,
    Section,
    SectionId,
    SourceLine,
)
from corpus.findings import (
    Action,
    Decision,
    Declaration,
    FindingId,
    Findings,
    Mention,
    Motion,
    Organisation,
    Person,
    Recommendation,
    RuleId,
    Unresolved,
)
from corpus.interchange import interchange
from corpus.particulars import Delegation, NamedVote, Particulars, Vote
from corpus.spans import Span
from corpus.vocabulary import (
    ActionStatus,
    AttendanceStatus,
    FieldKey,
    InterestKind,
    MediaType,
    MotionFate,
    MotionKind,
    OrganisationKind,
    Outcome,
    PaperKind,
    VoteResult,
    VoteWay,
)

LINES = (
    "Report to: Tarn Valley Health Board",
    "Present: Moira Kell (MK)",
    "1. Ward 4",
    "RESOLVED that Ward 4 be reopened.",
    "MK to tell the Tarn Valley Health Board.",
)
TEXT = "\n".join(LINES)
RULE = RuleId("a-rule")


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def named(*forms: str) -> tuple[Mention, ...]:
    return tuple(Mention(span=at(form), as_written=form, rule=RULE) for form in forms)


@pytest.fixture(params=["lines", "pages"])
def told(request: pytest.FixtureRequest) -> dict[str, Any]:
    """The JSON form of the same minutes as a text (10 source lines before it) and as a file of two pages."""
    offsets = [TEXT.index(line) for line in LINES]
    lines = tuple(SourceLine(offset, 11 + number) for number, offset in enumerate(offsets))
    paged = request.param == "pages"
    whole = Span(0, len(TEXT))
    paper, meeting, section = PaperId("d/p1"), MeetingId("d/m-2025-03-12"), SectionId("d/s1")
    document = Document(
        id=DocumentId("d"),
        name="ward-4.pdf" if paged else "ward-4.txt",
        sha256="0" * 64,
        media_type=MediaType.PDF if paged else MediaType.TEXT,
        text=TEXT,
        page_starts=(0, offsets[3]) if paged else (0,),
        source_lines=() if paged else lines,
        blocks=(),
        papers=(Paper(id=paper, kind=PaperKind.MINUTES, title="Ward 4", span=whole, date="2025-03-12",
                      fields=(Field(label="Report to", value="Tarn Valley Health Board", span=at(LINES[0]),
                                    key=FieldKey.REPORT_TO),)),),
        sections=(Section(id=section, paper=paper, number="1", heading="Ward 4", level=1, parent=None,
                          span=Span(offsets[2], len(TEXT))),),
        meetings=(Meeting(id=meeting, paper=paper, kind=PaperKind.MINUTES, span=whole, body=None, organisation=None,
                          date="2025-03-12", time="18:30", place="Tarn Hall", quorate=True),),
        attendance=(Attendance(meeting=meeting, name="Moira Kell", initials="MK", status=AttendanceStatus.PRESENT,
                               span=at("Moira Kell (MK)"), substitutes_for="Ian Moss", part="until 8pm"),),
        hyperlinks=(Hyperlink(at("Ward 4"), "https://example.org/ward-4"),),
        furniture=(Furniture(2, FurnitureKind.PAGE_NUMBER, "7"), Furniture(2, FurnitureKind.PAGE_NUMBER, "Page 42"),
                   Furniture(1, FurnitureKind.ITEM_STAMP, "Agenda Item 5a"),
                   Furniture(1, FurnitureKind.HEAD, "OFFICIAL")),
        approvals=(MinutesApproval(meeting=meeting, date="2025-02-12", span=at("RESOLVED")),),
        announced=(AnnouncedMeeting(paper=paper, date="2025-06-10", span=at("RESOLVED"), called="Ward"),),
        item_papers=(ItemPaper(section=section, paper=paper, reason="both are called Ward 4"),),
        exemptions=(Exemption(span=at("Ward 4"), paragraphs=("3",), section=section),),
        doubts=(Doubt(at("Ward 4"), "there are three wards"),),
    )  # fmt: skip
    findings = Findings(
        people=(Person(id=FindingId("d/person-1"), name="Moira Kell", title=None, aliases=("MK",), roles=(),
                       organisations=(), listed=True, mentions=named("Moira Kell", "MK to")),),
        organisations=(Organisation(id=FindingId("d/org-1"), name="Tarn Valley Health Board",
                                    kind=OrganisationKind.BOARD_OR_COMMITTEE, aliases=(),
                                    mentions=named("Tarn Valley Health Board")),),
        recommendations=(Recommendation(id=FindingId("d/r1"), text="Ward 4", number=None, paper=paper,
                                        section=section, span=at("Ward 4"), rule=RULE),),
        decisions=(Decision(id=FindingId("d/d1"), text="that Ward 4 be reopened", number=None,
                            outcome=Outcome.AGREED, verb=None, item="1", section=section, meeting=meeting,
                            explicit=True, span=at("that Ward 4 be reopened"), rule=RULE,
                            vote=Vote(votes_for=5, result=VoteResult.CARRIED), motion=FindingId("d/v1"),
                            particulars=Particulars(delegation=Delegation(to="MK"), exempt=())),),
        motions=(Motion(id=FindingId("d/v1"), kind=MotionKind.MOTION, text="that Ward 4 be reopened",
                        fate=MotionFate.CARRIED, section=section, meeting=meeting, moved_by="Moira Kell",
                        span=at("that Ward 4 be reopened"), rule=RULE,
                        vote=Vote(votes_for=5, not_voting=1, casting_vote="the Chair",
                                  named=(NamedVote("Moira Kell", VoteWay.FOR),))),),
        declarations=(Declaration(id=FindingId("d/i1"), who="MK", name="Moira Kell", kind=InterestKind.INDIRECT,
                                  interest="Ward 4", items=("1",), left=False, section=section, meeting=meeting,
                                  span=at("MK to"), rule=RULE),),
        actions=(Action(id=FindingId("d/a1"), text="tell the Board", reference=None, owner="MK",
                        owner_name="Moira Kell", due=None, due_date=None, status=ActionStatus.OPEN, explicit=True,
                        section=section, meeting=meeting, span=at(LINES[4]), rule=RULE, also=(at("RESOLVED"),)),),
        unresolved=(Unresolved(span=at("MK to"), as_written="MK to", candidates=("Moira Kell", "Mark Kerr"),
                               reason="two of this list have these initials", rule=RULE),),
    )  # fmt: skip
    return interchange(document, findings)


def places(told: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for key, entries in told.items():
        if key not in ("source", "page_reads", "links", "pages", "furniture", "item_papers"):
            yield from entries


def test_a_field_tells_what_its_label_asks_for(told: dict[str, Any]) -> None:
    (field,) = told["fields"]
    assert (field["key"], field["label"], field["value"], field["paper"], field["entry"]) == (
        "report_to", "Report to", "Tarn Valley Health Board", 0, None,
    )  # fmt: skip


def test_all_keys_are_there_and_any_encoder_takes_them(told: dict[str, Any]) -> None:
    assert list(told) == [
        "source", "papers", "meetings", "sections", "attendance", "people", "organisations", "unresolved",
        "recommendations", "motions",
        "decisions", "reported_decisions", "actions", "declarations", "fields", "approvals", "announced",
        "item_papers", "exemptions", "doubts",
        "page_reads", "links", "hyperlinks", "pages",
        "furniture",
    ]  # fmt: skip
    assert json.loads(json.dumps(told)) == told


def test_every_entry_has_its_place(told: dict[str, Any]) -> None:
    paged = told["source"].endswith(".pdf")
    for entry in places(told):
        assert entry["page"] in ((1, 2) if paged else (1,))
        assert ("line" in entry) is not paged
        assert paged or entry["line"] == 11 + TEXT.count("\n", 0, entry["start"])
        if "quote" in entry:
            assert entry["quote"] == TEXT[entry["start"] : entry["end"]]


def test_papers_tell_where_they_end(told: dict[str, Any]) -> None:
    (paper,) = told["papers"]
    if told["source"].endswith(".pdf"):
        assert (paper["end_page"], "end_line" in paper) == (2, False)
    else:
        assert paper["end_line"] == 15


def test_an_attendance_line_tells_whom_it_substitutes_and_for_which_part(told: dict[str, Any]) -> None:
    (line,) = told["attendance"]
    assert (line["substitutes_for"], line["part"]) == ("Ian Moss", "until 8pm")


def test_entries_refer_to_meetings_by_short_names_and_to_papers_by_index(told: dict[str, Any]) -> None:
    assert [meeting["id"] for meeting in told["meetings"]] == ["m1"]
    assert {told[key][0]["meeting"] for key in ("attendance", "decisions", "actions")} == {"m1"}
    assert told["recommendations"][0]["paper"] == 0


def test_people_and_votes_and_repeated_actions_have_the_annotators_keys(told: dict[str, Any]) -> None:
    (person,) = told["people"]
    (action,) = told["actions"]
    if told["source"].endswith(".pdf"):
        assert person["pages"] == [1, 2]
        assert action["also_pages"] == [2]
    else:
        assert person["lines"] == [12, 15]
        assert action["also_lines"] == [14]
    assert [mention["quote"] for mention in person["mentions"]] == ["Moira Kell", "MK to"]
    assert (action["owner"], action["owner_full"], action["status"]) == ("MK", "Moira Kell", "open")
    assert told["decisions"][0]["vote"] == {"for": 5, "against": None, "abstain": None, "result": "carried"}


def test_motions_declarations_and_what_a_decision_says_beside_itself(told: dict[str, Any]) -> None:
    (decision,), (motion,), (declaration,) = told["decisions"], told["motions"], told["declarations"]
    assert decision["motion"] == motion["id"] == "d/v1"
    assert decision["delegation"] == {"to": "MK", "consulting": None, "task": None}
    assert decision["exempt"] == []
    assert "reasons" not in decision
    assert (motion["kind"], motion["fate"], motion["moved_by"]) == ("motion", "carried", "Moira Kell")
    assert motion["vote"]["named"] == [{"name": "Moira Kell", "way": "for"}]
    assert (motion["vote"]["not_voting"], motion["vote"]["casting_vote"]) == (1, "the Chair")
    assert (declaration["who"], declaration["name"], declaration["kind"]) == ("MK", "Moira Kell", "indirect")
    assert (declaration["items"], declaration["left"], declaration["meeting"]) == (["1"], False, "m1")


def test_pages_tell_the_number_of_the_pack_and_the_item(told: dict[str, Any]) -> None:
    assert told["pages"] == [
        {"page": 1, "number": None, "item": "5a"},
        {"page": 2, "number": "42", "item": None},
    ]
    assert told["furniture"][-1] == {"page": 1, "kind": "head", "text": "OFFICIAL"}
    assert [(link["text"], link["target"]) for link in told["hyperlinks"]] == [("Ward 4", "https://example.org/ward-4")]


def test_meetings_tell_when_and_where_and_whether_quorate(told: dict[str, Any]) -> None:
    (meeting,) = told["meetings"]
    assert (meeting["time"], meeting["place"], meeting["quorate"]) == ("18:30", "Tarn Hall", True)
    assert (told["approvals"][0]["meeting"], told["approvals"][0]["date"]) == ("m1", "2025-02-12")
    (announced,) = told["announced"]
    assert (announced["paper"], announced["date"], announced["called"]) == (0, "2025-06-10", "Ward")


def test_what_is_linked_to_nobody_tells_for_whom_it_could_stand(told: dict[str, Any]) -> None:
    (unresolved,) = told["unresolved"]
    assert unresolved["candidates"] == ["Moira Kell", "Mark Kerr"]
    assert (unresolved["quote"], unresolved["reason"]) == ("MK to", "two of this list have these initials")


def test_items_exemptions_and_doubts_refer_by_index(told: dict[str, Any]) -> None:
    assert told["item_papers"] == [{"section": 0, "paper": 0, "reason": "both are called Ward 4"}]
    (exemption,) = told["exemptions"]
    assert (exemption["section"], exemption["paragraphs"], exemption["withheld"]) == (0, ["3"], False)
    assert told["doubts"][0]["reason"] == "there are three wards"
    assert told["sections"][0]["parent"] is None
