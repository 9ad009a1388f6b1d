"""Which meetings are known, what of them is held, and which gaps are named, with what they are known by."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from asking import answer, text
from held_made import held

COUNCIL = "NORTHMERE BOROUGH COUNCIL\n\n"
PRESENT = "Present: Councillors Orla Tarn (Chair), D Finch and P J Crake\n\n"


def minutes_of(day: str, *paragraphs: str, body: str = "Harbour Committee", draft: bool = False) -> str:
    head = f"{COUNCIL}{'DRAFT ' if draft else ''}Minutes of the meeting of the {body} held on {day}\n\n{PRESENT}"
    return head + "\n\n".join(paragraphs) + "\n"


def agenda_of(day: str, *paragraphs: str, body: str = "Harbour Committee") -> str:
    head = f"{COUNCIL}{body}\n\nAGENDA\n\nMeeting to be held on {day} at 7 pm in the Boathouse\n\n"
    return head + "\n\n".join(paragraphs) + "\n"


MARCH = minutes_of(
    "4 March 2024",
    "1. Minutes",
    "RESOLVED: That the minutes of the meeting held on 5 February 2024 be approved as a correct record.",
    "2. Dredging",
    "RESOLVED: That the inner basin be dredged.",
    "3. Next meetings",
    "Dates of next meetings: 8 April 2024, 6 May 2024 and 3 June 2024",
)
JUNE = minutes_of(
    "3 June 2024",
    "1. Minutes",
    "RESOLVED: That the minutes of the meeting held on 7 May 2024 be approved as a correct record.",
    "2. The meeting scheduled for 8 April 2024 had been cancelled.",
    draft=True,
)
JULY = agenda_of("1 July 2024", "1. Apologies", "2. Dredging")
PLANNING = minutes_of("11 March 2024", "1. Sheds", "RESOLVED: That the shed be approved.", body="Planning Committee")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    papers = {"march": MARCH, "june": JUNE, "july": JULY, "planning": PLANNING}
    return held(tmp_path_factory.mktemp("held"), **papers)


def harbour(corpus: Path, *narrowing: str) -> dict[str, dict[str, Any]]:
    """By day, what is told of each meeting of the Harbour Committee."""
    (body,) = answer(corpus, "coverage", "--body", "harbour", *narrowing)["bodies"]
    return {meeting["date"]: meeting for meeting in body["meetings"]}


def test_meetings_are_known_from_papers_approvals_and_announcements(corpus: Path) -> None:
    told = harbour(corpus)
    assert list(told) == [
        "2024-02-05", "2024-03-04", "2024-04-08", "2024-05-06", "2024-05-07", "2024-06-03", "2024-07-01",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2024-02-05", "minutes are not held: approved on 4 March 2024"),
        ("2024-05-06", "nothing of this meeting is held: announced on 4 March 2024"),
        ("2024-05-07", "minutes are not held: approved on 3 June 2024"),
        ("2024-07-01", "minutes are not held: what is held is agenda"),
        ("2024-03-04", None),
        ("2024-04-08", None),
        ("2024-06-03", None),
    ],
)
def test_gaps_are_named(corpus: Path, day: str, words: str | None) -> None:
    missing = harbour(corpus)[day]["missing"]
    assert (missing and missing["words"]) == words


def test_a_gap_stands_with_the_words_and_the_place_that_it_is_known_by(corpus: Path) -> None:
    told = text(corpus, "coverage", "--body", "harbour")
    assert (
        "2024-02-05  minutes are not held: approved on 4 March 2024\n"
        "            march.txt line 9 · “RESOLVED: That the minutes of the meeting held on 5 February 2024"
    ) in told
    assert "march.txt line 17 · “Dates of next meetings: 8 April 2024, 6 May 2024 and 3 June 2024”" in told


def test_a_meeting_called_off_is_no_gap(corpus: Path) -> None:
    told = text(corpus, "coverage", "--body", "harbour")
    assert "2024-04-08  called off, as the papers of 3 June 2024 say\n            june.txt line 11 · " in told
    assert harbour(corpus)["2024-04-08"]["cancelled"] is True


def test_one_line_sums_up_a_body(corpus: Path) -> None:
    first = text(corpus, "coverage", "--body", "harbour").splitlines()[0]
    assert first == (
        "Northmere Borough Council, Harbour Committee: 7 meetings known, 5 February 2024 to 1 July 2024; held: "
        "agenda of 1, no reports, minutes of 2 (1 draft), decisions of 2, no action log; minutes of 4 are not held "
        "(of 3 of these nothing is); 1 called off"
    )


def test_all_meetings_are_told_where_that_is_asked_for(corpus: Path) -> None:
    assert "2024-03-04" not in text(corpus, "coverage", "--body", "harbour")
    assert "2024-03-04  minutes, 2 decisions" in text(corpus, "coverage", "--body", "harbour", "--all")


@pytest.mark.parametrize(
    ("narrowing", "bodies", "meetings"),
    [
        ([], 2, 8),
        (["--body", "planning"], 1, 1),
        (["--organisation", "Northmere Borough Council"], 2, 8),
        (["--organisation", "northmere"], 2, 8),
        (["--organisation", "northmere", "--exactly"], 0, 0),
        (["--organisation", "Aldermoor"], 0, 0),
        (["--since", "2024-05"], 1, 4),
        (["--until", "2024-03"], 2, 3),
        (["--since", "2024-03-04", "--until", "2024-03-04"], 1, 1),
    ],
)
def test_it_is_narrowed_like_lists(corpus: Path, narrowing: list[str], bodies: int, meetings: int) -> None:
    told = answer(corpus, "coverage", *narrowing)["bodies"]
    assert (len(told), sum(len(body["meetings"]) for body in told)) == (bodies, meetings)


def test_rows_are_given_as_csv(corpus: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(text(corpus, "coverage", "--body", "harbour", "--csv"))))
    missing = {row["date"]: row["missing"] for row in rows}
    assert missing["2024-02-05"] == "minutes"
    assert missing["2024-05-06"] == "everything"
    assert missing["2024-03-04"] == ""
    (march,) = (row for row in rows if row["date"] == "2024-03-04")
    assert (march["minutes"], march["agenda"], march["decisions"]) == ("1", "0", "2")


def test_of_a_body_that_is_not_known_it_says_so(corpus: Path) -> None:
    assert "no meeting of that body and time is known" in text(corpus, "coverage", "--body", "cabinet")


def test_minutes_that_a_later_meeting_approved_are_confirmed(tmp_path: Path) -> None:
    folder = held(tmp_path, may=minutes_of("7 May 2024", "1. Dues", "RESOLVED: That dues rise.", draft=True), june=JUNE)
    may = harbour(folder)["2024-05-07"]
    assert (may["minutes"], may["minutes_status"], may["missing"]) == (True, "confirmed", None)
    assert "2024-05-07  minutes (draft, approved on 3 June 2024)" in text(folder, "coverage", "--all")


def test_a_day_near_to_one_that_is_held_may_be_misprinted(tmp_path: Path) -> None:
    folder = held(tmp_path, may=minutes_of("8 May 2024", "1. Dues", "RESOLVED: That dues rise."), june=JUNE)
    missing = harbour(folder)["2024-05-07"]["missing"]
    assert missing["near"] == "2024-05-08"
    assert "a meeting of 8 May 2024 is held: this one was moved, or its day is misprinted" in missing["words"]


def test_a_meeting_of_another_board_is_told_as_that_board_s(tmp_path: Path) -> None:
    march = minutes_of("4 March 2024", "1. The next meeting of the Planning Committee will be held on 8 April 2024.")
    folder = held(tmp_path, march=march, planning=PLANNING)
    bodies = {
        body["body"]: [each["date"] for each in body["meetings"]] for body in answer(folder, "coverage")["bodies"]
    }
    assert bodies == {"Harbour Committee": ["2024-03-04"], "Planning Committee": ["2024-03-11", "2024-04-08"]}


def test_of_a_meeting_to_come_nothing_is_missing(tmp_path: Path) -> None:
    folder = held(tmp_path, march=minutes_of("4 March 2098", "1. Date of next meeting: 8 April 2098"))
    assert [each["missing"] for each in harbour(folder).values()] == [None, None]


def test_papers_without_a_day_are_counted(tmp_path: Path) -> None:
    undated = f"{COUNCIL}Minutes of the meeting of the Harbour Committee\n\n{PRESENT}1. Dues\n\nDues were noted.\n"
    folder = held(tmp_path, undated=undated, march=MARCH)
    assert answer(folder, "coverage")["unplaced"] == 1
    assert "not counted: of the corpus, 1 agenda or set of minutes names no day or no body" in text(folder, "coverage")


def test_words_of_papers_can_t_steer_the_terminal(tmp_path: Path) -> None:
    march = minutes_of("4 March 2024", "1. Date of next meeting: 8 April 2024 \x1b[2J\u202egone")
    told = text(held(tmp_path, march=march), "coverage")
    assert "\x1b" not in told
    assert "\u202e" not in told


def test_papers_that_print_no_publisher_fill_its_gaps(tmp_path: Path) -> None:
    unnamed = minutes_of("5 February 2024", "1. Dues", "RESOLVED: That dues rise.").removeprefix(COUNCIL)
    folder = held(tmp_path, march=MARCH, february=unnamed)
    (body,) = answer(folder, "coverage", "--organisation", "northmere")["bodies"]
    assert {each["date"]: bool(each["missing"]) for each in body["meetings"]}["2024-02-05"] is False
