"""What is stored comes back exactly: for any document and any findings that the model allows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.codec import decode_layout, decode_spans, encode_layout, encode_spans
from corpus.document import (
    AnnouncedMeeting,
    Attendance,
    Block,
    BlockKind,
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
    PageRead,
    Paper,
    PaperId,
    Section,
    SectionId,
    SourceLine,
    WordBox,
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
    ReportedDecision,
    RuleId,
    Unresolved,
)
from corpus.particulars import Delegation, NamedVote, Particulars, Vote
from corpus.sources import SourceFile
from corpus.spans import Span
from corpus.store import Corpus
from corpus.stringlists import decode_strings, encode_strings
from corpus.vocabulary import (
    ActionStatus,
    AttendanceStatus,
    FieldKey,
    InterestKind,
    MediaType,
    MeetingStatus,
    MotionFate,
    MotionKind,
    OrganisationKind,
    Outcome,
    PaperKind,
    ReadBy,
    VoteResult,
    VoteWay,
)

# Lone surrogates are no text: no reader gives them, and no encoding holds them.
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=120)
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
NAMES = st.lists(WORDS, max_size=3).map(tuple)
COUNT = st.integers(0, 2**31)
SIZE = st.floats(0, 1e6, allow_nan=False)
FEW = 3


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    start = draw(st.integers(0, len(text)))
    return Span(start, draw(st.integers(start, len(text))))


def blocks(text: str) -> st.SearchStrategy[Block]:
    return st.builds(
        Block,
        span=spans(text),
        kind=st.sampled_from(BlockKind),
        cells=st.lists(spans(text), max_size=FEW).map(tuple),
        table=st.integers(-1, 9),
        size=SIZE,
        bold=st.booleans(),
        bold_lead=COUNT,
        indent=SIZE,
        centred=st.booleans(),
        level=st.integers(0, 6),
    )


@st.composite
def numbered(draw: st.DrawFn, prefix: str, made: type, /, **parts: Any) -> tuple[Any, ...]:
    """A few objects of the class ``made`` with ids of ``prefix`` and a count."""
    ids = [f"the-document/{prefix}{at}" for at in range(draw(st.integers(0, FEW)))]
    return tuple(draw(st.builds(made, id=st.just(part_id), **parts)) for part_id in ids)


def an_id(parts: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    return st.sampled_from([part.id for part in parts]) if parts else st.nothing()


def one_of_ids(parts: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    return maybe(an_id(parts))


@st.composite
def documents(draw: st.DrawFn) -> Document:
    text = draw(TEXT)
    span = spans(text)
    field = st.builds(Field, label=WORDS, value=WORDS, span=span, key=maybe(st.sampled_from(FieldKey)), entry=COUNT)
    papers = (
        draw(st.builds(Paper, id=st.just(PaperId("the-document/p0")), kind=st.sampled_from(PaperKind), title=WORDS,
                       span=span, body=maybe(WORDS), organisation=maybe(WORDS), date=maybe(WORDS),
                       fields=st.lists(field, max_size=FEW).map(tuple))),
    )  # fmt: skip
    sections = draw(numbered("s", Section, paper=st.just(papers[0].id), number=maybe(WORDS), heading=maybe(WORDS),
                             level=st.integers(1, 9), span=span,
                             parent=st.none()))  # fmt: skip
    meetings = draw(numbered("m", Meeting, paper=st.just(papers[0].id), kind=st.sampled_from(PaperKind), span=span,
                             body=maybe(WORDS), organisation=maybe(WORDS), date=maybe(WORDS),
                             status=maybe(st.sampled_from(MeetingStatus)), time=maybe(WORDS), place=maybe(WORDS),
                             quorate=maybe(st.booleans())))  # fmt: skip
    approval = st.builds(MinutesApproval, meeting=an_id(meetings), date=WORDS, span=span)
    announced = st.builds(
        AnnouncedMeeting, paper=an_id(papers), date=WORDS, span=span, called=maybe(WORDS), cancelled=st.booleans()
    )
    tie = st.builds(ItemPaper, section=an_id(sections), paper=st.just(papers[0].id), reason=WORDS)
    exemption = st.builds(Exemption, span=span, paragraphs=NAMES, withheld=st.booleans(), section=one_of_ids(sections))
    attendance = st.builds(
        Attendance,
        meeting=one_of_ids(meetings),
        name=WORDS,
        status=st.sampled_from(AttendanceStatus),
        span=span,
        title=maybe(WORDS),
        initials=maybe(WORDS),
        role=maybe(WORDS),
        organisation=maybe(WORDS),
        note=maybe(WORDS),
        substitutes_for=maybe(WORDS),
        part=maybe(WORDS),
    )
    return Document(
        id=DocumentId("the-document"),
        name=draw(WORDS),
        sha256="0" * 64,
        media_type=draw(st.sampled_from(MediaType)),
        text=text,
        page_starts=tuple(draw(st.lists(COUNT, min_size=1, max_size=FEW))),
        source_lines=tuple(draw(st.lists(st.builds(SourceLine, COUNT, COUNT), max_size=FEW))),
        blocks=tuple(draw(st.lists(blocks(text), max_size=FEW))),
        papers=papers,
        sections=sections,
        meetings=meetings,
        attendance=tuple(draw(st.lists(attendance, max_size=FEW))),
        page_reads=tuple(draw(st.lists(page_reads(text), max_size=FEW))),
        hyperlinks=tuple(draw(st.lists(st.builds(Hyperlink, span, WORDS), max_size=FEW))),
        furniture=tuple(
            draw(st.lists(st.builds(Furniture, COUNT, st.sampled_from(FurnitureKind), WORDS), max_size=FEW))
        ),
        approvals=tuple(draw(st.lists(approval, max_size=FEW))) if meetings else (),
        announced=tuple(draw(st.lists(announced, max_size=FEW))),
        item_papers=tuple(draw(st.lists(tie, max_size=FEW))) if sections else (),
        exemptions=tuple(draw(st.lists(exemption, max_size=FEW))),
        doubts=tuple(draw(st.lists(st.builds(Doubt, span, WORDS), max_size=FEW))),
    )


def page_reads(text: str) -> st.SearchStrategy[PageRead]:
    words = st.builds(WordBox, spans(text), COUNT, COUNT, COUNT, COUNT)
    return st.builds(PageRead, COUNT, st.sampled_from(ReadBy), WORDS, st.lists(words, max_size=FEW).map(tuple))


@st.composite
def findings_of(draw: st.DrawFn, document: Document) -> Findings:
    span = spans(document.text)
    rule = WORDS.map(RuleId)
    mention = span.map(lambda at: Mention(span=at, as_written=document.quote(at), rule=RuleId("a-rule")))
    mentions = st.lists(mention, max_size=FEW).map(tuple)
    section, meeting = one_of_ids(document.sections), one_of_ids(document.meetings)

    def unresolved(at: Span, candidates: tuple[str, ...], reason: str, rule: RuleId) -> Unresolved:
        return Unresolved(span=at, as_written=document.quote(at), candidates=candidates, reason=reason, rule=rule)

    vote = st.builds(
        Vote,
        votes_for=maybe(COUNT),
        votes_against=maybe(COUNT),
        abstained=maybe(COUNT),
        not_voting=maybe(COUNT),
        result=maybe(st.sampled_from(VoteResult)),
        named=st.lists(st.builds(NamedVote, WORDS, st.sampled_from(VoteWay)), max_size=FEW).map(tuple),
        casting_vote=maybe(WORDS),
    )
    particulars = st.builds(
        Particulars,
        delegation=maybe(st.builds(Delegation, to=WORDS, consulting=maybe(WORDS), task=maybe(WORDS))),
        deferred_to=maybe(WORDS),
        deferred_to_date=maybe(WORDS),
        referred_to=maybe(WORDS),
        conditions=maybe(WORDS),
        key_decision=maybe(st.booleans()),
        call_in=maybe(WORDS),
        urgency=maybe(WORDS),
        effective_date=maybe(WORDS),
        reasons=maybe(WORDS),
        exempt=maybe(NAMES),
    )
    motions = draw(numbered("v", Motion, kind=st.sampled_from(MotionKind), text=WORDS,
                            fate=maybe(st.sampled_from(MotionFate)), section=section, meeting=meeting, span=span,
                            rule=rule, moved_by=maybe(WORDS), seconded_by=maybe(WORDS), vote=maybe(vote)))  # fmt: skip
    motion = one_of_ids(motions)
    return Findings(
        people=draw(numbered("person-", Person, name=WORDS, title=maybe(WORDS), aliases=NAMES, roles=NAMES,
                             organisations=NAMES, listed=st.booleans(), mentions=mentions)),
        organisations=draw(numbered("organisation-", Organisation, name=WORDS, aliases=NAMES,
                                    kind=st.sampled_from(OrganisationKind), mentions=mentions)),
        recommendations=draw(numbered("r", Recommendation, text=WORDS, number=maybe(WORDS), section=section,
                                      paper=one_of_ids(document.papers), span=span, rule=rule, stem=maybe(WORDS),
                                      board=maybe(WORDS))),
        motions=tuple(replace(each, amends=draw(motion)) for each in motions),
        decisions=draw(numbered("d", Decision, text=WORDS, number=maybe(WORDS), outcome=st.sampled_from(Outcome),
                                verb=maybe(WORDS), item=maybe(WORDS), section=section, meeting=meeting,
                                explicit=st.booleans(), span=span, rule=rule, moved_by=maybe(WORDS),
                                seconded_by=maybe(WORDS), vote=maybe(vote), stem=maybe(WORDS), motion=motion,
                                particulars=particulars)),
        reported_decisions=draw(numbered("b", ReportedDecision, text=WORDS, by=maybe(WORDS), date=maybe(WORDS),
                                         section=section, span=span, rule=rule)),
        actions=draw(numbered("a", Action, text=WORDS, reference=maybe(WORDS), owner=maybe(WORDS),
                              owner_name=maybe(WORDS), due=maybe(WORDS), due_date=maybe(WORDS),
                              status=st.sampled_from(ActionStatus), explicit=st.booleans(), section=section,
                              meeting=meeting, span=span, rule=rule, also=st.lists(span, max_size=FEW).map(tuple),
                              status_note=maybe(WORDS))),
        declarations=draw(numbered("i", Declaration, who=WORDS, name=maybe(WORDS),
                                   kind=maybe(st.sampled_from(InterestKind)), interest=maybe(WORDS), items=NAMES,
                                   left=maybe(st.booleans()), section=section, meeting=meeting, span=span, rule=rule)),
        unresolved=draw(st.lists(st.builds(unresolved, span, NAMES, WORDS, rule), max_size=FEW).map(tuple)),
    )  # fmt: skip


@given(documents())
def test_a_layout_comes_back_from_its_column(document: Document) -> None:
    layout = decode_layout(encode_layout(document))
    assert layout.page_starts == document.page_starts
    assert layout.source_lines == document.source_lines
    assert layout.blocks == document.blocks


@given(st.lists(TEXT))
def test_strings_come_back_from_their_column(strings: list[str]) -> None:
    assert decode_strings(encode_strings(strings)) == tuple(strings)


@given(st.lists(spans("x" * 50)))
def test_spans_come_back_from_their_column(found: list[Span]) -> None:
    assert decode_spans(encode_spans(found)) == tuple(found)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    """One corpus for all examples: each replaces the document that the one before it left."""
    with Corpus.open(tmp_path_factory.mktemp("corpus"), create=True) as corpus:
        yield corpus


@settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_documents_and_findings_come_back_from_the_store(corpus: Corpus, data: st.DataObject) -> None:
    document = data.draw(documents())
    findings = data.draw(findings_of(document))
    corpus.add(document, findings, source=SourceFile("a.pdf", 1, 1), reader_version="1", ruleset_version="1")
    assert corpus.document(document.id) == document
    assert corpus.findings(document.id) == findings
    assert not corpus.check()
    assert {entry.document for entry in corpus.entries()} == {document.id}


def test_a_section_may_stand_before_its_parent(tmp_path: Path) -> None:
    paper = Paper(id=PaperId("d/p1"), kind=PaperKind.REPORT, title="Ferry timetable", span=Span(0, 4))
    child = Section(id=SectionId("d/s1"), paper=paper.id, number="1.1", heading=None, level=2,
                    parent=SectionId("d/s2"), span=Span(0, 4))  # fmt: skip
    parent = Section(id=SectionId("d/s2"), paper=paper.id, number="1", heading=None, level=1, parent=None,
                     span=Span(0, 4))  # fmt: skip
    document = Document(
        id=DocumentId("d"),
        name="ferry.txt",
        sha256="f" * 64,
        media_type=MediaType.TEXT,
        text="text",
        page_starts=(0,),
        source_lines=(SourceLine(0, 1),),
        blocks=(),
        papers=(paper,),
        sections=(child, parent),
        meetings=(Meeting(id=MeetingId("d/m1"), paper=paper.id, kind=PaperKind.REPORT, span=Span(0, 4), body=None,
                          organisation=None, date=None),),
        attendance=(),
    )  # fmt: skip
    findings = Findings(people=(Person(id=FindingId("d/person-1"), name="Ada Penhallow", title=None, aliases=(),
                                       roles=(), organisations=(), listed=False, mentions=()),))  # fmt: skip
    with Corpus.open(tmp_path, create=True) as corpus:
        corpus.add(document, findings, source=SourceFile("f", 4, 1), reader_version="1", ruleset_version="1")
        assert corpus.document("d") == document
        assert corpus.findings("d") == findings
