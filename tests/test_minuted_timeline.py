"""A timeline as text, rows, a page and a calendar: grouped by meeting, escaped, whole or not at all."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest
from asking import run, text
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from corpus.vocabulary import EventKind
from minuted.following import follow
from minuted.output import storypage
from minuted.output.duecalendar import LONGEST_LINE, calendar, due_actions
from minuted.output.gathered import gathered
from minuted.output.happenings import kind_of
from minuted.output.storypage import page
from search.filters import Filters
from search.stories.events import Event

STORY = "Tannery Lane Baths"
EVENT = Event(
    document="d1",
    document_name="minutes.pdf",
    page=3,
    line=None,
    date="2024-03-04",
    body="Harbour Committee",
    kind=EventKind.ACTION,
    title="Slipway",
    quote="Mend the slipway",
    id="minutes/a3.1",
    why="under “Slipway”, which fits",
    owner="Ines Quill",
    due="2024-05-01",
)


def test_events_stand_under_their_meeting_one_a_line(sample_corpus: Path) -> None:
    *lines, last = text(sample_corpus, "timeline", STORY).splitlines()
    assert last.startswith(f"{sum(line.startswith('  ') for line in lines)} events; looked through")
    meetings = [line for line in lines if not line.startswith(" ")]
    assert "2024-07-23 · Cabinet" in meetings
    assert any(meeting.endswith("told later") for meeting in meetings)
    assert [meeting[:7] for meeting in meetings] == sorted(meeting[:7] for meeting in meetings)
    at = lines.index("2024-07-04 · Overview and Scrutiny Committee")
    assert any("  decision  " in line and "p. 2" in line for line in lines[at:])


def test_events_of_one_day_and_body_are_one_group_in_their_order() -> None:
    events = (
        EVENT,
        replace(EVENT, body="Council", id="b"),
        replace(EVENT, id="c"),
        replace(EVENT, id="d", retold=True),
        replace(EVENT, id="e", date=None),
    )
    groups = gathered(events)
    assert [group.name for group in groups] == [
        "2024-03-04 · Harbour Committee",
        "2024-03-04 · Council",
        "2024-03-04 · told later",
        "undated · Harbour Committee",
    ]
    assert [event.id for event in groups[0].events] == ["minutes/a3.1", "c"]


def test_rows_tell_all_of_an_event(sample_corpus: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(text(sample_corpus, "timeline", STORY, "--csv"))))
    assert {
        "date",
        "body",
        "kind",
        "title",
        "quote",
        "document",
        "page",
        "line",
        "owner",
        "due",
        "id",
        "why",
        "outcome",
    } == set(rows[0])
    assert any(row["kind"] == "action" and row["due"] == "2025-04-15" for row in rows)


class _Seen(HTMLParser):
    """What tags and attributes a page has."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)


def test_the_page_fetches_and_runs_nothing_whatever_papers_say(sample_corpus: Path) -> None:
    hostile = "<script>alert('x')</script><img src=x onerror=y>\x1b[2J\u202e & \"q\""
    timeline = replace(
        follow(sample_corpus, STORY, Filters()),
        query=hostile,
        events=(replace(EVENT, title=hostile, quote=hostile, document_name=hostile, body=hostile, id=hostile),),
    )
    told = page(timeline)
    seen = _Seen()
    seen.feed(told)
    assert seen.tags.isdisjoint({"script", "img", "link", "iframe", "a", "object"})
    assert not {name for name in seen.attributes if name.startswith("on") or name in {"src", "href", "style"}}
    assert "\x1b" not in told
    assert "\u202e" not in told
    assert "&lt;script&gt;" in told


def test_page_and_calendar_are_written_and_told(sample_corpus: Path, tmp_path: Path) -> None:
    html, ics = tmp_path / "baths.html", tmp_path / "baths.ics"
    told = text(sample_corpus, "timeline", STORY, "--html", str(html), "--ics", str(ics))
    assert "baths.html: " in told
    assert "Overview and Scrutiny Committee" in html.read_text(encoding="utf-8")
    entries = Calendar.from_ical(ics.read_bytes()).walk("VEVENT")
    assert date(2025, 4, 15) in {entry["DTSTART"].dt for entry in entries}
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_what_can_not_be_written_leaves_what_was_there(
    sample_corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page_of_before = tmp_path / "baths.html"
    page_of_before.write_text("before", encoding="utf-8")
    with monkeypatch.context() as broken:
        broken.setattr(storypage, "page", lambda timeline: "\ud800")
        assert run(sample_corpus, "timeline", STORY, "--html", str(page_of_before)).exit_code != 0
    assert [path.read_text(encoding="utf-8") for path in tmp_path.iterdir()] == ["before"]
    missing = run(sample_corpus, "timeline", STORY, "--html", str(tmp_path / "nowhere" / "baths.html"))
    assert missing.exit_code != 0
    assert not (tmp_path / "nowhere").exists()


def test_a_calendar_without_entries_is_not_written(sample_corpus: Path, tmp_path: Path) -> None:
    told = text(sample_corpus, "timeline", "zeppelin", "--ics", str(tmp_path / "none.ics"))
    assert "no open action has a day" in told
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("kind", "outcome", "told"),
    [
        (EventKind.DECISION, "rejected", "decision, rejected"),
        (EventKind.DECISION, "agreed", "decision"),
        (EventKind.CALL_IN, None, "call in"),
    ],
)
def test_a_decision_that_was_not_taken_is_told_as_that(kind: EventKind, outcome: str | None, told: str) -> None:
    assert kind_of(replace(EVENT, kind=kind, outcome=outcome)) == told


@pytest.mark.parametrize(
    ("change", "taken"),
    [
        ({}, True),
        ({"kind": EventKind.ACTION_CLOSED}, False),
        ({"kind": EventKind.DECISION}, False),
        ({"due": None}, False),
        ({"due": "2024-05"}, False),
    ],
)
def test_open_actions_with_a_whole_day_are_due(change: dict[str, object], taken: bool) -> None:
    assert bool(due_actions([replace(EVENT, **change)])) is taken  # type: ignore[arg-type]


@given(st.text(), st.text(min_size=1, max_size=300))
def test_a_calendar_is_read_back_whatever_is_written_in_it(owner: str, quote: str) -> None:
    event = replace(EVENT, owner=owner, quote=quote, id="minutes/ä;,\\a")
    told = calendar(due_actions([event]), at=datetime(2024, 3, 5, tzinfo=UTC))
    assert all(len(line.encode()) <= LONGEST_LINE for line in told.split("\r\n"))
    assert "\n" not in told.replace("\r\n", "")
    (entry,) = Calendar.from_ical(told).walk("VEVENT")
    assert entry["DTSTART"].dt == date(2024, 5, 1)
    assert entry["UID"] == "minutes/ä;,\\a@minuted"


def test_commas_and_semicolons_stay_what_they_are() -> None:
    told = calendar(due_actions([replace(EVENT, quote="Mend it; paint it, too \\ both")]), at=datetime.now(UTC))
    (entry,) = Calendar.from_ical(told).walk("VEVENT")
    assert str(entry["SUMMARY"]) == "Ines Quill · Mend it; paint it, too \\ both"
