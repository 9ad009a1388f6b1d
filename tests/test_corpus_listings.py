"""Lists, ids and index entries over two small sets of minutes of fictional bodies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from corpus.document import (
    Attendance,
    Document,
    DocumentId,
    Field,
    Meeting,
    MeetingId,
    MinutesApproval,
    PageRead,
    Paper,
    PaperId,
    Section,
    SectionId,
)
from corpus.entries import REGISTERED, EntryKind
from corpus.errors import UnknownIdError
from corpus.filters import Filter
from corpus.findings import (
    Action,
    Decision,
    FindingId,
    Findings,
    Mention,
    Organisation,
    Person,
    Recommendation,
    ReportedDecision,
    RuleId,
)
from corpus.particulars import Vote
from corpus.rows import ShownKind
from corpus.sources import SourceFile
from corpus.spans import Span
from corpus.store import Corpus
from corpus.vocabulary import (
    ActionStatus,
    AttendanceStatus,
    FieldKey,
    MediaType,
    MeetingStatus,
    OrganisationKind,
    Outcome,
    PaperKind,
    ReadBy,
)

RULE = RuleId("a-rule")
TEXT = """Minutes of the {body}
Present: Councillor Siân Pellow (Chair)
12 HARBOUR ROAD
The Harbour Trust had asked for a crossing.
12.1 Crossing
RESOLVED that the crossing be approved.
Recommended: that the Cabinet note the survey.
It was agreed in May that the survey be made.
ACTION: Siân Pellow to write to the Harbour Trust.
"""


def minutes(name: str, body: str, date: str, organisation: str) -> tuple[Document, Findings]:
    """Minutes with one meeting, two sections and one finding of each kind; page 2 starts with the second section."""
    text = TEXT.format(body=body)
    starts = {words: text.index(words) for words in ("12 H", "12.1", "RESOLVED", "Recommended", "It was", "ACTION")}

    def at(words: str) -> Span:
        start = text.index(words)
        return Span(start, start + len(words))

    def every(words: str) -> tuple[Mention, ...]:
        places = [start for start in range(len(text)) if text.startswith(words, start)]
        return tuple(Mention(span=Span(at, at + len(words)), as_written=words, rule=RULE) for at in places)

    whole = Span(0, len(text))
    paper = PaperId(f"{name}/p1")
    meeting = MeetingId(f"{name}/m1")
    upper, lower = SectionId(f"{name}/s12"), SectionId(f"{name}/s12.1")
    told: dict[str, Any] = {"body": body, "organisation": organisation, "date": date}
    document = Document(
        id=DocumentId(name),
        name=f"{name}.pdf",
        sha256=name.encode().hex().ljust(64, "0"),
        media_type=MediaType.PDF,
        text=text,
        page_starts=(0, starts["12.1"]),
        source_lines=(),
        blocks=(),
        papers=(Paper(id=paper, kind=PaperKind.MINUTES, title=f"Minutes of the {body}", span=whole, **told,
                      fields=(Field(label="Ask for", value="Siân Pellow", span=at("Siân Pellow"),
                                    key=FieldKey.CONTACT_OFFICER),
                              Field(label="Tide", value="High", span=at("Crossing"), entry=2))),),
        sections=(
            Section(id=upper, paper=paper, number="12", heading="HARBOUR ROAD", level=1, parent=None,
                    span=Span(starts["12 H"], len(text))),
            Section(id=lower, paper=paper, number="12.1", heading="Crossing", level=2, parent=upper,
                    span=Span(starts["12.1"], len(text))),
        ),
        meetings=(Meeting(id=meeting, paper=paper, kind=PaperKind.MINUTES, span=whole, status=MeetingStatus.DRAFT,
                          **told),),
        attendance=(Attendance(meeting=meeting, name="Siân Pellow", title="Councillor", span=at("Siân Pellow"),
                               status=AttendanceStatus.CHAIR, substitutes_for="Cllr O Lund", part="from item 4"),),
        page_reads=(PageRead(2, ReadBy.OCR, "a picture"), PageRead(3, ReadBy.NEEDS_OCR, "a scan")),
    )  # fmt: skip
    findings = Findings(
        people=(Person(id=FindingId(f"{name}/person-1"), name="Siân Pellow", title="Councillor", aliases=("SP",),
                       roles=("Chair",), organisations=(), listed=True, mentions=every("Siân Pellow")),),
        organisations=(Organisation(id=FindingId(f"{name}/org-1"), name="Harbour Trust", kind=OrganisationKind.CHARITY,
                                    aliases=("the Trust",), mentions=every("Harbour Trust")),),
        recommendations=(Recommendation(id=FindingId(f"{name}/r1"), text="that the Cabinet note the survey",
                                        number=None, paper=paper, section=lower,
                                        span=at("that the Cabinet note the survey"), rule=RULE),),
        decisions=(Decision(id=FindingId(f"{name}/d1"), text="that the crossing be approved", number=None,
                            outcome=Outcome.APPROVED, verb="approved", item="12.1", section=lower, meeting=meeting,
                            explicit=True, span=at("that the crossing be approved"), rule=RULE,
                            moved_by="Cllr Pellow", vote=Vote(votes_for=7, votes_against=2)),),
        reported_decisions=(ReportedDecision(id=FindingId(f"{name}/b1"), text="the survey be made", by=None,
                                             date=None, section=lower, span=at("the survey be made"), rule=RULE),),
        actions=(Action(id=FindingId(f"{name}/a1"), text="write to the Harbour Trust", reference="A7", owner="SP",
                        owner_name="Siân Pellow", due=None, due_date=None, status=ActionStatus.OPEN, explicit=True,
                        section=lower, meeting=meeting, span=at("Siân Pellow to write to the Harbour Trust"),
                        rule=RULE, also=(at("RESOLVED"),)),),
    )  # fmt: skip
    return document, findings


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    with Corpus.open(tmp_path_factory.mktemp("corpus"), create=True) as made:
        for name, body, date, organisation in (
            ("cabinet-march", "Cabinet", "2025-03-12", "Northmere Borough Council"),
            ("cabinet-may", "Cabinet", "2025-05-14", "Northmere Borough Council"),
            ("trust-april", "Trust Board", "2025-04-02", "Tarn Valley NHS Trust"),
        ):
            document, findings = minutes(name, body, date, organisation)
            source = SourceFile(f"/papers/{name}.pdf", len(document.text), 1)
            made.add(document, findings, source=source, reader_version="r1", ruleset_version="s1")
        made.link()
        yield made


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        (Filter(), ["cabinet-may", "trust-april", "cabinet-march"]),
        (Filter(limit=1), ["cabinet-may"]),
        (Filter(limit=1, offset=2), ["cabinet-march"]),
        (Filter(body="CABIN"), ["cabinet-may", "cabinet-march"]),
        (Filter(organisation="nhs trust"), ["trust-april"]),
        (Filter(since="2025-04"), ["cabinet-may", "trust-april"]),
        (Filter(until="2025-04"), ["trust-april", "cabinet-march"]),
        (Filter(since="2025-03-12", until="2025-04-01"), ["cabinet-march"]),
        (Filter(paper_kind="minutes", body="cabinet"), ["cabinet-may", "cabinet-march"]),
        (Filter(paper_kind="agenda"), []),
        (Filter(person="sian pellow"), ["cabinet-may", "trust-april", "cabinet-march"]),
        (Filter(person="nobody"), []),
        (Filter(document="trust-april"), ["trust-april"]),
    ],
)
def test_every_list_of_a_document_is_narrowed_alike(corpus: Corpus, wanted: Filter, names: list[str]) -> None:
    assert [row.id for row in corpus.documents(wanted)] == names
    assert [row.document for row in corpus.papers(wanted)] == names
    assert [row.document for row in corpus.meetings(wanted)] == names
    assert [row.document for row in corpus.actions(wanted)] == names
    if wanted.person is None:
        assert [row.document for row in corpus.decisions(wanted)] == names
        assert [row.document for row in corpus.recommendations(wanted)] == names
        assert [row.document for row in corpus.reported_decisions(wanted)] == names


def test_lists_are_narrowed_by_what_their_rows_have(corpus: Corpus) -> None:
    assert len(corpus.decisions(Filter(outcome="approved", text="CROSSING"))) == 3
    assert corpus.decisions(Filter(outcome="deferred")) == ()
    assert len(corpus.decisions(Filter(person="cllr pellow"))) == 3
    assert len(corpus.decisions(Filter(meeting="trust-april/m1"))) == 1
    assert len(corpus.actions(Filter(owner="Pellow", status="open"))) == 3
    assert corpus.actions(Filter(status="closed")) == ()
    assert len(corpus.meetings(Filter(status="draft"))) == 3
    with pytest.raises(ValueError, match="owner"):
        corpus.papers(Filter(owner="Pellow"))


def test_a_filter_is_never_a_part_of_the_query(corpus: Corpus) -> None:
    assert corpus.decisions(Filter(body="' OR 1 = 1 --")) == ()


def test_a_row_says_where_it_stands(corpus: Corpus) -> None:
    (decision,) = corpus.decisions(Filter(document="cabinet-may"))
    assert decision.page == 2
    assert decision.line is None
    assert (decision.paper, decision.paper_title, decision.body) == (
        "cabinet-may/p1",
        "Minutes of the Cabinet",
        "Cabinet",
    )
    assert corpus.text(decision.document, decision.start, decision.end) == decision.quote
    assert decision.explicit is True
    assert (decision.votes_for, decision.votes_against, decision.abstained) == (7, 2, None)


def test_people_are_grouped_by_name_and_publisher(corpus: Corpus) -> None:
    council, trust = corpus.people()
    assert (council.name, council.organisation, council.documents) == ("Siân Pellow", "Northmere Borough Council", 2)
    assert (council.first_date, council.last_date) == ("2025-03-12", "2025-05-14")
    assert (council.roles, council.aliases, council.listed) == (("Chair",), ("SP",), True)
    assert (council.page, council.quote) == (1, "Siân Pellow")
    assert (trust.organisation, trust.documents) == ("Tarn Valley NHS Trust", 1)
    assert [row.documents for row in corpus.people(Filter(person="sp", organisation="northmere"))] == [2]


def test_organisations_are_grouped_by_name(corpus: Corpus) -> None:
    (trust,) = corpus.organisations(Filter(text="harbour"))
    assert (trust.name, trust.documents, trust.aliases) == ("Harbour Trust", 3, ())  # any paper says "the Trust"


def test_a_meeting_names_the_next_one_that_confirmed_its_minutes(tmp_path: Path) -> None:
    may, _ = minutes("may", "Cabinet", "2030-05-14", "Penhallow Council")
    june, _ = minutes("june", "Cabinet", "2030-06-11", "Penhallow Council")
    other, _ = minutes("other", "Cabinet", "2030-06-12", "Carnmoor Council")
    confirming = (MinutesApproval(meeting=june.meetings[0].id, date="2030-05-14", span=Span(0, 4)),)
    elsewhere = (MinutesApproval(meeting=other.meetings[0].id, date="2030-06-11", span=Span(0, 4)),)
    with Corpus.open(tmp_path, create=True) as corpus:
        for read in (may, replace(june, approvals=confirming), replace(other, approvals=elsewhere)):
            corpus.add(read, Findings(), source=SourceFile(read.name, 1, 1), reader_version="1", ruleset_version="1")
        assert {row.id: row.confirmed_by for row in corpus.meetings()} == {
            "may/m1": "june/m1",
            "june/m1": None,
            "other/m1": None,
        }


def test_fields_are_listed_by_what_their_labels_ask_for(corpus: Corpus) -> None:
    by_key = corpus.fields(Filter(field="contact_officer"))
    assert {(row.label, row.value, row.key, row.entry) for row in by_key} == {
        ("Ask for", "Siân Pellow", "contact_officer", 0)
    }
    assert len(by_key) == len(corpus.papers())
    assert {row.entry for row in corpus.fields(Filter(text="high"))} == {2}
    assert [row.paper for row in corpus.fields(Filter(field="wards"))] == []
    assert len(corpus.fields(Filter(field="contact_officer", body="cabinet"))) == len(
        corpus.papers(Filter(body="cabinet"))
    )


def test_parts_of_papers_and_meetings_are_listed_in_order(corpus: Corpus) -> None:
    assert [(row.number, row.parent) for row in corpus.sections("cabinet-may/p1")] == [
        ("12", None),
        ("12.1", "cabinet-may/s12"),
    ]
    (line,) = corpus.attendance("cabinet-may/m1")
    assert (line.name, line.status, line.substitutes_for, line.part) == (
        "Siân Pellow",
        "chair",
        "Cllr O Lund",
        "from item 4",
    )
    told = [(row.document, row.page, row.read_by, row.reason) for row in corpus.page_reads()]
    assert told[:2] == [("cabinet-march", 2, "ocr", "a picture"), ("cabinet-march", 3, "needs_ocr", "a scan")]
    assert [row.page for row in corpus.page_reads("cabinet-may")] == [2, 3]


@pytest.mark.parametrize(
    ("wanted", "kind", "text", "evidence"),
    [
        ("cabinet-may", ShownKind.DOCUMENT, TEXT.format(body="Cabinet"), 0),
        ("cabinet-may/p1", ShownKind.PAPER, TEXT.format(body="Cabinet"), 1),
        ("cabinet-may/m1", ShownKind.MEETING, TEXT.format(body="Cabinet"), 1),
        ("cabinet-may/s12.1", ShownKind.SECTION, TEXT[TEXT.index("12.1") :], 1),
        ("cabinet-may/d1", ShownKind.DECISION, "that the crossing be approved", 1),
        ("cabinet-may/r1", ShownKind.RECOMMENDATION, "that the Cabinet note the survey", 1),
        ("cabinet-may/b1", ShownKind.REPORTED_DECISION, "the survey be made", 1),
        ("cabinet-may/a1", ShownKind.ACTION, "Siân Pellow to write to the Harbour Trust", 2),
        ("cabinet-may/person-1", ShownKind.PERSON, "Siân Pellow", 4),
        ("cabinet-may/org-1", ShownKind.ORGANISATION, "Harbour Trust", 6),
    ],
)
def test_any_id_is_shown_with_its_evidence(
    corpus: Corpus, wanted: str, kind: ShownKind, text: str, evidence: int
) -> None:
    shown = corpus.show(wanted)
    assert (shown.kind, shown.text, len(shown.evidence)) == (kind, text, evidence)
    assert not shown.evidence or shown.evidence[0].page in (1, 2)


def test_an_unknown_id_is_answered_with_near_ones(corpus: Corpus) -> None:
    with pytest.raises(UnknownIdError, match="did you mean cabinet-may/d1"):
        corpus.show("cabinet-mai/d1")


def test_entries_hold_what_a_search_needs(corpus: Corpus) -> None:
    entries = {entry.kind: entry for entry in corpus.entries(["cabinet-may"])}
    assert set(entries) == set(EntryKind) - set(REGISTERED)
    section = entries[EntryKind.SECTION]
    assert (section.number, section.heading, section.page) == ("12.1", "Crossing", 2)
    decision = entries[EntryKind.DECISION]
    assert (decision.heading, decision.outcome, decision.reference) == ("Crossing", "approved", "12.1")
    action = entries[EntryKind.ACTION]
    assert (action.owner, action.status, action.reference) == ("Siân Pellow", "open", "A7 12.1")
    assert action.people == ("Siân Pellow",)
    assert {entry.date for entry in entries.values()} == {"2025-05-14"}


def test_every_word_of_a_document_is_in_one_entry_of_its_structure(corpus: Corpus) -> None:
    structure = [entry for entry in corpus.entries(["trust-april"]) if entry.kind in ("paper", "section")]
    assert "".join(entry.text for entry in structure) == TEXT.format(body="Trust Board")


def test_entries_of_documents_that_are_not_on_show_are_none(corpus: Corpus) -> None:
    assert list(corpus.entries(["nothing-of-that-name"])) == []


def test_counts_tell_how_much_there_is(corpus: Corpus) -> None:
    counts = corpus.counts()
    assert (counts.documents, counts.sources, counts.versions, counts.pages) == (3, 3, 3, 6)
    assert (counts.sections, counts.people, counts.organisations, counts.decisions) == (6, 2, 1, 3)
    assert corpus.check() == ()
