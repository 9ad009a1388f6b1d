"""`minuted trace`: a story by meeting, what stands beside each decision, and what can't be traced."""

from __future__ import annotations

import json
from collections import deque
from pathlib import Path

import pytest
from asking import answer, run, text
from held_made import EARLIER, MINUTES, REPORT, held
from trace_score import score, traced

import corpus.samples
from corpus.filters import Filter
from corpus.store import Corpus
from minuted.actionages import Owed, owed
from minuted.demo import make_demo
from minuted.output.happened import span_words
from search.index import Index

TRUTH = Path(corpus.samples.__file__).parent / "truth"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "corpus"
    deque(make_demo(folder), maxlen=0)
    return folder


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = held(tmp_path_factory.mktemp("harbour"), report=REPORT, minutes=MINUTES, earlier=EARLIER)
    with Corpus.open(folder) as opened:
        Index.rebuild(folder, opened.entries(), opened.revision)
    return folder


def decision(folder: Path, words: str) -> str:
    with Corpus.open(folder) as opened:
        (found,) = [row.id for row in opened.decisions() if words in row.text]
    return found


def test_what_was_recommended_stands_beside_what_was_decided(harbour: Path) -> None:
    told = text(harbour, "trace", decision(harbour, "£25,000"))
    assert "\n4 March 2024 · Northmere Borough Council, Harbour Committee\n" in told
    assert "decided: “That … the dredging of the inner basin be approved at a cost of £25,000.” · approved" in told
    assert "recommended: “The Committee is asked to … approve the dredging" in told
    assert "-£20,000.- +£25,000.+" in told
    assert "because: what the trace was asked for" in told
    assert "5 February 2024" in told


def test_the_stories_of_the_samples_are_traced_whole(demo: Path) -> None:
    matters = json.loads((TRUTH / "matters.json").read_text(encoding="utf-8"))
    baths = [each for each in traced(matters[:1], demo) if each is not None]
    assert [each.missed for each in baths] == [()] * len(baths)
    assert score(matters, demo).unknown == 0


def test_a_call_in_reads_as_a_story(demo: Path) -> None:
    wanted = decision(demo, "closure of Tannery Lane Baths be deferred")
    told = text(demo, "trace", wanted)
    steps = (
        "recommended: “That the Cabinet be recommended to … agree that Tannery Lane Baths close",
        "changed: Tannery Lane Baths close to the public on -31 August- +30 September+ 2024;",
        "vote: carried by 5 to 0, 1 abstaining",
        "interest declared: Councillor Peverell",
        "20 June 2024 · ",
        "called in: “",
        "4 July 2024 · Harrowmere Borough Council, Overview and Scrutiny Committee",
        "23 July 2024 · Harrowmere Borough Council, Cabinet",
        "    to be done: ",
        "    done: ",
    )
    at = 0
    for step in steps:
        at = told.find(step, at)
        assert at >= 0, step
    assert "Not held, and so not told" in told


def test_json_tells_events_in_order_and_the_links(demo: Path) -> None:
    told = answer(demo, "trace", decision(demo, "closure of Tannery Lane Baths be deferred"))
    dates = [event["date"] for event in told["events"] if event["date"]]
    assert dates == sorted(dates)
    shape = {"document", "page", "line", "date", "body", "kind", "title", "quote", "id", "why"}
    assert all(shape <= set(event) for event in told["events"])
    assert {link["kind"] for link in told["links"]} >= {"calls_in", "same_matter"}


def test_less_deep_tells_less_and_says_so(demo: Path) -> None:
    wanted = decision(demo, "closure of Tannery Lane Baths be deferred")
    near = answer(demo, "trace", wanted, "--depth", "1")
    assert near["more_beyond_depth"]
    linked = [event for event in answer(demo, "trace", wanted)["events"] if event["score"]]
    assert len([event for event in near["events"] if event["score"]]) < len(linked)
    assert "--depth goes further" in text(demo, "trace", wanted, "--depth", "1")


def test_a_trace_of_nothing_else_says_what_was_looked_through(harbour: Path) -> None:
    told = text(harbour, "trace", "minutes.txt#6")
    assert "Nothing is linked with it, and nothing tells of it elsewhere: looked through 2 meetings" in told


def test_a_reference_number_is_traced_as_what_bears_it(demo: Path) -> None:
    by_number = answer(demo, "trace", "24/00017")
    with Corpus.open(demo) as opened:
        (notice,) = [row.id for row in opened.papers(Filter(paper_kind="decision_notice")) if "Baths" in row.title]
    told = {event["id"] for event in by_number["events"]}
    assert decision(demo, "closure of Tannery Lane Baths be deferred") in told
    assert notice in told
    result = run(demo, "trace", "99/99999")
    assert (result.exit_code, "nothing in the corpus has the id '99/99999'" in result.output) == (1, True)


def test_a_number_of_several_publishers_is_told_as_that(tmp_path: Path) -> None:
    report = """{0}

Report to: Cabinet
Date: 7 May 2030
Report of: Ines Quill, Director of Place
Subject: Decision 24/00777 - Harbour dues

1. Background

The dues were last raised in 2024.
"""
    northmere, harrow = (report.format(name) for name in ("NORTHMERE BOROUGH COUNCIL", "HARROWMERE DISTRICT COUNCIL"))
    alone = held(tmp_path / "alone", northmere=northmere)
    with Corpus.open(alone) as opened:
        Index.rebuild(alone, opened.entries(), opened.revision)
    assert "Harbour dues" in text(alone, "trace", "24/00777")
    result = run(held(tmp_path / "both", northmere=northmere, harrow=harrow), "trace", "24/00777")
    assert result.exit_code == 1
    assert "24/00777 is a number of several publishers; trace " in result.output


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ("minutes.txt", "name a decision"),
        ("nothing-such", "nothing in the corpus has the id"),
        ("minutes.txt#99", "99"),
    ],
)
def test_what_cannot_be_traced_is_told_in_one_line(harbour: Path, wanted: str, words: str) -> None:
    result = run(harbour, "trace", wanted)
    assert result.exit_code == 1
    assert words in result.output
    assert result.output.count("\n") == 1


@pytest.mark.parametrize(
    ("raised", "words"),
    [
        ("2024-03-04", "0 days"),
        ("2024-03-03", "1 day"),
        ("2023-03-04", "12 months"),
        ("2024-05-04", None),
        ("2024-03", None),
        (None, None),
    ],
)
def test_how_long_it_is(raised: str | None, words: str | None) -> None:
    assert span_words(raised, "2024-03-04") == words


MINUTES_OF = """NORTHMERE BOROUGH COUNCIL

Minutes of the meeting of the Harbour Committee held on {day}

Present: Councillors Orla Tarn (Chair), D Finch and P J Crake
In attendance:
Ines Quill (IQ) – Chief Engineer

1. Harbour crane

ACTION: IQ to send the survey of the harbour crane to the underwriters.
"""


def test_only_the_last_telling_of_an_action_tells_its_age(tmp_path: Path) -> None:
    folder = held(tmp_path, march=MINUTES_OF.format(day="4 March 2024"), april=MINUTES_OF.format(day="8 April 2024"))
    with Corpus.open(folder) as opened:
        Index.rebuild(folder, opened.entries(), opened.revision)
        rows = opened.actions()
        found = owed(opened, rows)
    assert [(row.date, found[row.id]) for row in rows] == [
        ("2024-04-08", Owed("2024-03-04", is_last=True)),
        ("2024-03-04", Owed("2024-03-04", is_last=False)),
    ]
    told = text(folder, "trace", "april.txt#1")
    assert told.count("to be done: Ines Quill (IQ): ") == 2
    assert told.count(" months old") == 1


LOG = """NORTHMERE BOROUGH COUNCIL

Minutes of the meeting of the Harbour Committee held on 4 March 2024

Present: Councillors Orla Tarn (Chair), D Finch and P J Crake
In attendance:
Ines Quill (IQ) – Chief Engineer

1. Any other matters

ACTION: IQ to send the survey of the harbour crane to the underwriters.

ACTION: IQ to order a green lamp for the end of the north mole.

ACTION: IQ to sell the spare mooring rope at the spring auction.
"""


def test_of_a_log_only_the_row_is_told(tmp_path: Path) -> None:
    folder = held(tmp_path, log=LOG)
    with Corpus.open(folder) as opened:
        Index.rebuild(folder, opened.entries(), opened.revision)
        (lamp,) = [row.id for row in opened.actions() if "lamp" in row.text]
    told = text(folder, "trace", lamp)
    assert "“Any other matters” · minutes" in told
    assert "lamp" in told
    assert "crane" not in told


def test_what_steers_a_terminal_is_written_out(tmp_path: Path) -> None:
    hostile = MINUTES.replace("Dredging of the Inner Basin", "Dredging \x1b[31mof the Inner Basin")
    folder = held(tmp_path, report=REPORT, minutes=hostile)
    with Corpus.open(folder) as opened:
        Index.rebuild(folder, opened.entries(), opened.revision)
    assert "\x1b" not in text(folder, "trace", decision(folder, "£25,000"))


def test_weak_links_are_told_where_asked(demo: Path) -> None:
    wanted = decision(demo, "closure of Tannery Lane Baths be deferred")
    assert answer(demo, "trace", wanted, "--weak")["weak_links_left"] == 0
    assert len(answer(demo, "trace", wanted, "--weak")["links"]) >= len(answer(demo, "trace", wanted)["links"])
