"""What happened on a topic, in order, and why each event belongs: papers are stored, indexed and asked for real."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from held_made import held
from timelines_score import score

import corpus.samples
from corpus.entries import EntryKind
from corpus.errors import QueryError
from corpus.rows import PaperRow
from corpus.store import Corpus
from corpus.vocabulary import EventKind
from search.analysis import stems
from search.filters import Filters
from search.index import Index
from search.stories.debates import motion_in
from search.stories.events import Event, finding_kind, is_standing, part_kind
from search.stories.fitting import headline, present, share
from search.stories.items import Item, Paragraph
from search.stories.statements import statements
from search.stories.timeline import timeline
from search.stories.topic import Topic, TopicWord, is_reference

AGENDA = """LITTLE MARL PARISH COUNCIL

Agenda of the meeting of the Parish Council to be held on 16 January 2024

1. Apologies

2. Old bus shelter at Quarry Road

3. Village hall roof
"""
JANUARY = """LITTLE MARL PARISH COUNCIL

Minutes of the meeting of the Parish Council held on 16 January 2024

Present: Cllr Orla Tarn (Chair), Cllr D Finch and Cllr P J Crake

1. Apologies

None were received.

2. Old bus shelter at Quarry Road

The clerk reported that the shelter leaks and that its bench is broken.

RESOLVED: That quotations be obtained for its repair.

3. Village hall roof

The chairman thanked the volunteers who cleared the gutters.

RESOLVED: That the grant for the roof be paid.
"""
FEBRUARY = """LITTLE MARL PARISH COUNCIL

Minutes of the meeting of the Parish Council held on 20 February 2024

Present: Cllr Orla Tarn (Chair), Cllr D Finch and Cllr P J Crake

1. Apologies

None were received.

2. Correspondence

A resident wrote about the hedges in Mill Lane.

The bus company asked when the old shelter in Quarry Road would be mended.

3. Footpaths

The footpath to the church is overgrown, the clerk reported.

RESOLVED: That it be cut back.
"""
REPORT = """LITTLE MARL PARISH COUNCIL

Report to: Parish Council
Date: 19 March 2024
Report of: Ines Quill, Clerk

Repair of the Quarry Road bus shelter

1. Background

On 5 June 2023 the county council agreed to leave the shelter to the parish. In November 2023 a survey was made of it.

2. Recommendations

The Council is asked to:
(1) accept the lowest quotation.
"""
MARCH = """LITTLE MARL PARISH COUNCIL

Minutes of the meeting of the Parish Council held on 19 March 2024

Present: Cllr Orla Tarn (Chair), Cllr D Finch and Cllr P J Crake

1. Quarry Road bus shelter

Cllr Finch proposed, and Cllr Crake seconded the motion that the lowest quotation be accepted.

RESOLVED: That the lowest quotation be accepted.

2. Reports

Village hall – The gutters have been cleared again.

Bus shelter – Cllr Crake reported that the shelter at Quarry Road is too small for the school bus.

Church – No report.

3. Declarations of interest

Cllr Crake lives opposite the bus shelter at Quarry Road.
"""
LEAST_RECALL = 0.87
LEAST_PRECISION = 0.61
PAPERS = {"agenda": AGENDA, "january": JANUARY, "february": FEBRUARY, "report": REPORT, "march": MARCH}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return held(tmp_path_factory.mktemp("corpus"), **PAPERS)


@pytest.fixture(scope="module")
def store(folder: Path) -> Iterator[Corpus]:
    with Corpus.open(folder) as opened:
        yield opened


@pytest.fixture(scope="module")
def index(store: Corpus) -> Index:
    return Index.rebuild(store.folder, store.entries(), store.revision)


def told(events: tuple[Event, ...]) -> list[tuple[str, str | None, str, str]]:
    """The paper, day, kind and first words of each event."""
    return [
        (event.document_name.removesuffix(".txt"), event.date, event.kind, " ".join(event.quote.split()[:4]))
        for event in events
    ]


def test_a_topic_is_followed_through_papers_and_meetings(index: Index, store: Corpus) -> None:
    assert told(timeline(index, store, "Quarry Road bus shelter")) == [
        ("report", "2023-06-05", "mention", "On 5 June 2023"),
        ("report", "2023-11", "mention", "In November 2023 a"),
        ("agenda", "2024-01-16", "notice", "Old bus shelter at"),
        ("january", "2024-01-16", "report", "The clerk reported that"),
        ("january", "2024-01-16", "decision", "That quotations be obtained"),
        ("february", "2024-02-20", "mention", "The bus company asked"),
        ("march", "2024-03-19", "report", "Cllr Crake reported that"),
        ("report", "2024-03-19", "report", "Repair of the Quarry"),
        ("report", "2024-03-19", "recommendation", "accept the lowest quotation."),
        ("march", "2024-03-19", "decision", "That the lowest quotation"),
    ]


def test_each_event_says_where_it_stands_and_why(index: Index, store: Corpus) -> None:
    for event in timeline(index, store, "Quarry Road bus shelter"):
        stored = store.show(event.id)
        assert stored is not None
        assert event.why
        line = PAPERS[event.document_name.removesuffix(".txt")].splitlines()[(event.line or 0) - 1]
        assert line.strip()
    whys = {event.why for event in timeline(index, store, "Quarry Road bus shelter")}
    assert "“bus”, “quarry”, “road” and “shelter” in the text" in whys
    assert "under “Old bus shelter at Quarry Road”, which fits" in whys


def test_words_of_other_items_bring_none_of_them(index: Index, store: Corpus) -> None:
    assert {name for name, *_ in told(timeline(index, store, "overgrown footpath to the church"))} == {"february"}


def test_quoted_phrases_and_fields_are_strict(index: Index, store: Corpus) -> None:
    assert {name for name, *_ in told(timeline(index, store, '"quarry road bus shelter"'))} == {"report", "march"}
    kinds = {kind for *_, kind, _ in told(timeline(index, store, "Quarry Road bus shelter kind:decision"))}
    assert kinds == {"decision"}
    assert timeline(index, store, 'shelter body:"highways committee"') == ()
    assert told(timeline(index, store, "gutters OR hedges")) != []


def test_filters_narrow(index: Index, store: Corpus) -> None:
    since = timeline(index, store, "Quarry Road bus shelter", Filters(since="2024-02", until="2024-02"))
    assert {event.document_name for event in since} == {"february.txt"}
    until = timeline(index, store, "Quarry Road bus shelter", Filters(until="2023"))
    assert [(event.date, event.document_name, event.retold) for event in until] == [
        ("2023-06-05", "report.txt", True),
        ("2023-11", "report.txt", True),
    ]
    assert timeline(index, store, "Quarry Road shelter", Filters(body="parish council")) != ()


@pytest.mark.parametrize("query", ["crake", '"crake"', "person:crake", "finch proposed"])
def test_papers_alone_tell_stories(index: Index, store: Corpus, query: str) -> None:
    people = {f"person:{person.id}" for person in store.people()} | {person.id for person in store.people()}
    events = timeline(index, store, query)
    assert events
    assert people.isdisjoint(event.id for event in events)


@pytest.mark.parametrize("query", ["zeppelin", "zeppelin moorings", '"shelter bus"'])
def test_words_that_are_nowhere_find_nothing(index: Index, store: Corpus, query: str) -> None:
    assert timeline(index, store, query) == ()


@pytest.mark.parametrize(("query", "filters"), [('the "bus', None), ("bus", Filters(kind="decison"))])
def test_what_is_not_understood_is_refused(index: Index, store: Corpus, query: str, filters: Filters | None) -> None:
    with pytest.raises(QueryError):
        timeline(index, store, query, filters)


def test_the_two_engines_tell_the_same(index: Index, store: Corpus, tmp_path: Path) -> None:
    other = Index.rebuild(tmp_path, store.entries(), store.revision, "whoosh")
    for query in ("Old bus shelter at Quarry Road", '"quarry road"', "footpath OR grant", "village hall"):
        assert timeline(other, store, query) == timeline(index, store, query)


NOTICE = """NORTHMERE BOROUGH COUNCIL

Report to: Harbour Committee
Date: 4 March 2024
Report of: Ines Quill, Chief Engineer

Decision 24/00071 - Dredging of the Inner Basin

1. Recommendations

The Committee is asked to:
(1) approve the dredging.
"""
CALLED_IN = """NORTHMERE BOROUGH COUNCIL

Minutes of the meeting of the Scrutiny Committee held on 2 April 2024

Present: Councillors Orla Tarn (Chair), D Finch and P J Crake

4. Call-in of decision 24/00071

The Chair explained why five members had called the decision in.

RESOLVED: That the decision be referred back.

5. Harbour dues

The Committee talked about dues and about decision 24/00072.
"""


def test_a_number_that_papers_give_a_matter_is_asked_for_too(tmp_path: Path) -> None:
    with Corpus.open(held(tmp_path, report=NOTICE, scrutiny=CALLED_IN)) as store:
        index = Index.rebuild(tmp_path, store.entries(), store.revision)
        found = told(timeline(index, store, "dredging of the inner basin"))
    assert ("scrutiny", "2024-04-02", "decision", "That the decision be") in found
    assert not any("dues" in words for *_, words in found)


def test_the_stories_of_the_samples_are_told(sample_corpus: Path) -> None:
    matters = json.loads((Path(corpus.samples.__file__).parent / "truth" / "matters.json").read_text(encoding="utf-8"))
    reached = score(matters, sample_corpus)
    assert reached.recall >= LEAST_RECALL
    assert reached.precision >= LEAST_PRECISION


SENTENCES = [
    ("On 5 June 2023 the council agreed to mend it.", "2023-06-05", "On 5 June 2023 the council agreed to mend it"),
    ("2.4 In May 2023 a survey was made.", "2023-05", "In May 2023 a survey was made"),
    ("- On 3 February the trust was told.", "2024-02-03", "On 3 February the trust was told"),
    ("On 3 April the trust was told.", "2023-04-03", "On 3 April the trust was told"),
    ("It will be mended on 5 June 2024.", None, ""),
    ("The council agreed to mend it.", None, ""),
    ("On 9 September 2024 the lease was signed.", None, ""),
]
"""Sentences of a paper of 1 March 2024: the day that each tells of, and its words."""


@pytest.mark.parametrize(("sentence", "day", "words"), SENTENCES)
def test_sentences_tell_of_earlier_days(sentence: str, day: str | None, words: str) -> None:
    paper = PaperRow(
        id="p", document="d", document_name="d.txt", page=1, line=1, start=0, end=len(sentence), kind="report",
        title="Slipway", body=None, organisation=None, date="2024-03-01",
    )  # fmt: skip
    item = Item(paper=paper, path=(), parts=("p",), paragraphs=(Paragraph(0, sentence),))
    said = list(statements(item, "2024-03-01"))
    assert [(each.date, each.text) for each in said] == ([] if day is None else [(day, words)])
    assert all(sentence[each.start :].startswith(each.text) for each in said)


@pytest.mark.parametrize(
    ("heading", "share_of_it"),
    [
        ("Quarry Road bus shelter", 1.0),
        ("Bus shelter", 0.5),
        ("Shelter of the church yard", 0.25),
        ("Church yard", 0.0),
    ],
)
def test_headings_fit_by_the_part_of_the_topic_that_they_have(heading: str, share_of_it: float) -> None:
    words = tuple(TopicWord(word, (stem,), 1.0) for word, stem in (
        ("quarry", "quarri"), ("road", "road"), ("bus", "bus"), ("shelter", "shelter"),
    ))  # fmt: skip
    wanted = Topic(words, (), ())
    assert share(wanted, present(wanted, stems(heading))) == share_of_it
    assert headline(wanted, stems(heading)) >= share_of_it


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("24/00071", True),
        ("r/54/7w", True),
        ("2024/25", False),
        ("18/25", False),
        ("icb/24/047", True),
        ("co/op", False),
    ],
)
def test_reference_numbers_are_told_from_years(written: str, expected: bool) -> None:
    assert is_reference(written) is expected


@pytest.mark.parametrize(
    ("kind", "outcome", "status", "expected"),
    [
        ("decision", "accepted_minutes", None, EventKind.MINUTES_APPROVED),
        ("decision", "deferred", None, EventKind.DECISION),
        ("reported_decision", None, None, EventKind.MENTION),
        ("action", None, "ongoing", EventKind.ACTION),
        ("action", None, "closed", EventKind.ACTION_CLOSED),
        ("recommendation", None, None, EventKind.RECOMMENDATION),
    ],
)
def test_what_a_finding_tells_of(kind: str, outcome: str | None, status: str | None, expected: EventKind) -> None:
    assert finding_kind(EntryKind(kind), outcome, status) is expected


@pytest.mark.parametrize(
    ("paper", "heading", "text", "about", "expected"),
    [
        ("report", "Slipway at Mill Reach", "", True, EventKind.REPORT),
        ("report", "Slipway at Mill Reach", "", False, EventKind.MENTION),
        ("call_in", "Request", "", False, EventKind.CALL_IN),
        ("minutes", "Call-in of decision 24/00071", "", True, EventKind.CALL_IN),
        ("minutes", "Slipway", "The officer updated the committee.", True, EventKind.REPORT),
        ("minutes", "Slipway", "There was no business.", True, EventKind.MENTION),
        ("minutes", "Declarations of interest", "The clerk reported one.", False, EventKind.MENTION),
        ("agenda", "Slipway", "", True, EventKind.NOTICE),
        ("decision_notice", "Slipway", "", True, EventKind.NOTICE),
        ("other", "Amendment by the Harbour Group", "", True, EventKind.RECOMMENDATION),
        ("other", "A letter", "", True, EventKind.MENTION),
    ],
)
def test_what_a_part_tells_of(paper: str, heading: str, text: str, about: bool, expected: EventKind) -> None:
    assert part_kind(paper, heading, text, about=about) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1) Cllr Finch proposed, and Mrs Crake seconded the motion that the slip be closed.", "Cllr Finch proposed"),
        ("The Chair moved and the Vice Chair seconded that it be noted.", "The Chair moved"),
        ("It was proposed by Cllr Finch, seconded by Cllr Crake.", None),
        ("The developer proposed two ramps, and the council seconded an officer.", None),
    ],
)
def test_motions_are_known_by_who_moved_and_seconded_them(text: str, expected: str | None) -> None:
    at = motion_in(text)
    assert (None if at is None else text[at:].startswith(expected or "?")) is (None if expected is None else True)


@pytest.mark.parametrize(
    ("heading", "standing"), [("Declarations of Interest", True), ("Minutes", True), ("Mill", False)]
)
def test_items_of_every_agenda_name_no_matter(heading: str, standing: bool) -> None:
    assert is_standing(heading) is standing
