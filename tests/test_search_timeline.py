"""What happened on a topic, in order, and why each event belongs."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.document import DocumentId, PaperId
from corpus.entries import Entry, EntryKind
from corpus.errors import QueryError
from corpus.vocabulary import EventKind
from search.events import event_kind
from search.filters import Filters
from search.index import Index
from search.timeline import timeline

PARISH = "Little Marl Parish Council"


def entry(name: str, kind: EntryKind, heading: str, text: str, date: str | None, **values: object) -> Entry:
    """An entry of a paper whose id is the part of ``name`` before the dash."""
    document = name.partition("-")[0]
    whole: dict[str, object] = {
        "id": name,
        "kind": kind,
        "document": DocumentId(document),
        "document_name": f"{document}.pdf",
        "page": 1,
        "line": None,
        "paper": PaperId(document),
        "paper_title": "Minutes",
        "paper_kind": "minutes",
        "heading": heading,
        "number": None,
        "body": PARISH,
        "organisation": PARISH,
        "date": date,
        "text": text,
    }
    return Entry(**(whole | values))  # type: ignore[arg-type]


SECTION, DECISION, ACTION, PAPER = EntryKind.SECTION, EntryKind.DECISION, EntryKind.ACTION, EntryKind.PAPER
FILLER = [
    "Apologies were received from two councillors.",
    "The accounts for payment were approved as listed by the clerk.",
    "The footpath to the church is overgrown, the clerk reported.",
    "A grant for the village hall roof was discussed by the council.",
    "The chairman thanked the volunteers who cut the verges.",
    "The drainage of the sports field was put off.",
]
ENTRIES = [
    entry("a1-s", SECTION, "Bus shelter", "7. Old bus shelter at Quarry Road", "2024-01-09", paper_kind="agenda"),
    entry(
        "m1-s", SECTION, "Bus shelter",
        "The clerk reported that the old bus shelter at Quarry Road leaks. Resolved: That quotations be obtained. "
        "Obtain quotations (Clerk)",
        "2024-01-16", number="7",
    ),
    entry("m1-d", DECISION, "Bus shelter", "That quotations be obtained.", "2024-01-16", number="7", outcome="agreed"),
    entry("m1-a", ACTION, "Bus shelter", "Obtain quotations (Clerk)", "2024-01-16", number="7", status="open"),
    entry("m2-s", SECTION, "Letters", "A letter. The old shelter in Quarry Road was mentioned again.", "2024-02-20"),
    entry(
        "r1-p", PAPER, "Repair of the Quarry Road bus shelter", "Purpose of the report", "2024-03-19",
        paper_kind="report", paper_title="Repair of the Quarry Road bus shelter",
    ),
    entry(
        "r1-s", SECTION, "Costs", "The bus shelter at Quarry Road would cost 900 pounds to repair.", "2024-03-19",
        paper_kind="report", paper_title="Repair of the Quarry Road bus shelter", page=2,
    ),
    entry(
        "r1-r", EntryKind.RECOMMENDATION, "Recommendation", "That the lowest quotation be accepted.", "2024-03-19",
        paper_kind="report", paper_title="Repair of the Quarry Road bus shelter", page=2,
    ),
    entry("m3-s", SECTION, "Quarry Road bus shelter", "Considered the report.", "2024-03-19", number="5"),
    entry(
        "m3-d", DECISION, "Quarry Road bus shelter", "That the recommendation be agreed.", "2024-03-19",
        number="5", outcome="agreed",
    ),
    entry("m4-a", ACTION, "Actions", "Repair of the bus shelter, Quarry Road: done", "2024-05-21", status="closed"),
    entry("n1-s", SECTION, "News", "The Quarry Road bus shelter has been repaired.", None, paper_kind="other"),
    *(entry(f"f{n}-s", SECTION, "Other business", text, f"2024-0{1 + n % 6}-20") for n, text in enumerate(FILLER * 8)),
    entry("q1-s", SECTION, "Roads", "The road past the quarry was swept.", "2024-02-01", body="Highways Committee"),
]  # fmt: skip


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    return Index.rebuild(tmp_path_factory.mktemp("corpus"), ENTRIES, 1)


def test_a_topic_is_followed_through_its_meetings(index: Index) -> None:
    told = [(event.id, event.kind) for event in timeline(index, "Old Quarry Road bus shelter")]
    assert told == [
        ("a1-s", EventKind.NOTICE),
        ("m1-s", EventKind.REPORT),
        ("m1-d", EventKind.DECISION),
        ("m1-a", EventKind.ACTION),
        ("m2-s", EventKind.MENTION),
        ("m3-s", EventKind.REPORT),
        ("r1-p", EventKind.REPORT),
        ("r1-r", EventKind.RECOMMENDATION),
        ("m3-d", EventKind.DECISION),
        ("m4-a", EventKind.ACTION_CLOSED),
        ("n1-s", EventKind.MENTION),
    ]


def test_each_event_says_why_and_quotes_its_place(index: Index) -> None:
    events = {event.id: event for event in timeline(index, "Quarry Road bus shelter")}
    assert events["m1-s"].why == "“bus” and “shelter” in the heading; “quarry” and “road” in the text"
    assert events["m1-s"].quote.startswith("The clerk reported that the old bus shelter")
    assert events["m1-d"].quote == "That quotations be obtained."
    assert "fits" in events["r1-r"].why
    assert events["m2-s"].quote.startswith("The old shelter in Quarry Road")


def test_quoted_phrases_and_fields_are_strict(index: Index) -> None:
    assert {event.id for event in timeline(index, '"quarry road bus"')} == {"r1-p", "m3-s", "m3-d", "n1-s"}
    assert {event.kind for event in timeline(index, "Quarry Road shelter kind:decision")} == {EventKind.DECISION}
    assert timeline(index, 'shelter body:"highways committee"') == ()


def test_filters_narrow(index: Index) -> None:
    since = timeline(index, "Quarry Road bus shelter", Filters(since="2024-03", until="2024-03"))
    assert {event.date for event in since} == {"2024-03-19"}
    assert timeline(index, "Quarry Road", Filters(body="highways committee")) != ()


def test_words_that_are_nowhere_find_nothing(index: Index) -> None:
    assert timeline(index, "zeppelin") == ()
    assert timeline(index, "zeppelin moorings") == ()


def test_a_query_that_is_not_understood_is_refused(index: Index) -> None:
    with pytest.raises(QueryError):
        timeline(index, 'the "bus')
    with pytest.raises(QueryError):
        timeline(index, "bus", Filters(kind="decison"))


def test_the_two_engines_tell_the_same(index: Index, tmp_path: Path) -> None:
    other = Index.rebuild(tmp_path, ENTRIES, 1, "whoosh")
    for query in ("Old bus shelter at Quarry Road", '"quarry road"', "footpath OR grant"):
        assert timeline(other, query) == timeline(index, query)


@pytest.mark.parametrize(
    ("kind", "values", "expected"),
    [
        (DECISION, {"outcome": "accepted_minutes"}, EventKind.MINUTES_APPROVED),
        (DECISION, {"outcome": "deferred"}, EventKind.DECISION),
        (EntryKind.REPORTED_DECISION, {}, EventKind.MENTION),
        (ACTION, {"status": "ongoing"}, EventKind.ACTION),
        (PAPER, {"paper_kind": "report"}, EventKind.REPORT),
        (PAPER, {"paper_kind": "call_in"}, EventKind.CALL_IN),
        (SECTION, {"heading": "Call-in of decision 24/7"}, EventKind.CALL_IN),
        (SECTION, {"text": "The officer updated the committee."}, EventKind.REPORT),
        (SECTION, {"text": "There was no business."}, EventKind.MENTION),
    ],
)
def test_what_an_entry_tells_of(kind: EntryKind, values: dict[str, object], expected: EventKind) -> None:
    made: dict[str, object] = {"heading": "Item", "text": "Words.", **values}
    heading, text = str(made.pop("heading")), str(made.pop("text"))
    assert event_kind(entry("x-1", kind, heading, text, None, **made)) is expected
