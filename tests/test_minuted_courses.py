"""Actions that were carried forward, and those that are open and in none of the last logs."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from asking import answer, text
from held_made import held

COUNCIL = "NORTHMERE BOROUGH COUNCIL\n\n"
PEOPLE = (
    "Present: Councillors Orla Tarn (Chair), D Finch and P J Crake\nIn attendance:\nInes Quill (IQ) – Chief Engineer\n"
    "Piers Wren (PW) – Clerk\n\n"
)
CRANE = "ACTION: IQ to send the survey of the harbour crane to the underwriters."
LAMP = "ACTION: PW to order a green lamp for the end of the north mole."
LAMP_ROW = "Order a green lamp for the end of the north mole"
CRANE_ROW = "Paint the harbour crane in red before the regatta"
ROPE = "ACTION: PW to sell the spare mooring rope at the spring auction."


def minutes_of(day: str, *paragraphs: str, body: str = "Harbour Committee") -> str:
    head = f"{COUNCIL}Minutes of the meeting of the {body} held on {day}\n\n{PEOPLE}"
    return head + "\n\n".join(("1. Works", *paragraphs)) + "\n"


def log_of(day: str, *rows: tuple[str, ...]) -> str:
    table = "".join("\t".join(row) + "\n" for row in (("Ref", "Action", "Lead", "Status"), *rows))
    return f"{COUNCIL}Harbour Committee\nAction log – {day}\n\n{table}"


MARCH = minutes_of("4 March 2024", CRANE, LAMP, ROPE)
APRIL = minutes_of("8 April 2024", CRANE, "The Committee talked of dues.")
MAY = minutes_of("6 May 2024", CRANE)
PLANNING = minutes_of("13 May 2024", "The Committee talked of sheds.", body="Planning Committee")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return held(tmp_path_factory.mktemp("held"), march=MARCH, april=APRIL, may=MAY, planning=PLANNING)


def test_what_was_carried_forward_tells_from_when_and_where(corpus: Path) -> None:
    (row,) = answer(corpus, "actions", "--carried")["carried actions"]
    assert (row["date"], row["first_date"], row["carried"]) == ("2024-05-06", "2024-03-04", 2)
    assert row["days"] == ["2024-03-04", "2024-04-08", "2024-05-06"]
    told = text(corpus, "actions", "--carried")
    assert "2024-05-06  open         Ines Quill (IQ): " in told
    assert "first 4 March 2024 (march.txt line " in told
    assert "; carried forward 2 times: 8 April 2024 (april.txt line " in told


def test_what_is_in_none_of_the_last_two_logs_is_dropped(corpus: Path) -> None:
    rows = answer(corpus, "actions", "--dropped")["dropped actions"]
    assert sorted(row["text"].split(" to ")[-1].split()[0] for row in rows) == ["order", "sell"]
    assert {tuple(row["looked_at"]) for row in rows} == {("2024-05-06 minutes may.txt", "2024-04-08 minutes april.txt")}
    assert (
        "in neither of the last two that are held: minutes of 6 May 2024 (may.txt); minutes of 8 April 2024 (april.txt)"
    ) in text(corpus, "actions", "--dropped")


def test_one_later_log_is_not_enough(tmp_path: Path) -> None:
    folder = held(tmp_path, march=MARCH, april=APRIL, planning=PLANNING)
    assert answer(folder, "actions", "--dropped")["dropped actions"] == []


def test_the_log_of_a_day_is_looked_at_before_its_minutes(tmp_path: Path) -> None:
    log = log_of("6 May 2024", ("1", "Paint the crane", "IQ", "Open"))
    folder = held(tmp_path, march=MARCH, april=APRIL, may=MAY, log=log)
    looked_at = {row["looked_at"][0] for row in answer(folder, "actions", "--dropped")["dropped actions"]}
    assert looked_at == {"2024-05-06 action_log log.txt"}


@pytest.mark.parametrize("status", ["Closed", "Completed"])
def test_what_was_closed_is_not_dropped(tmp_path: Path, status: str) -> None:
    papers = {
        "march": log_of("4 March 2024", ("7", LAMP_ROW, "PW", "Open")),
        "april": log_of("8 April 2024", ("7", LAMP_ROW, "PW", status)),
        "may": log_of("6 May 2024", ("8", CRANE_ROW, "IQ", "Open")),
        "june": log_of("3 June 2024", ("8", CRANE_ROW, "IQ", "Open")),
    }
    folder = held(tmp_path, **papers)
    assert answer(folder, "actions", "--dropped")["dropped actions"] == []
    assert [row["reference"] for row in answer(folder, "actions", "--carried")["carried actions"]] == ["8"]


@pytest.mark.parametrize(
    ("narrowing", "count"),
    [
        ([], 2),
        (["--owner", "PW"], 2),
        (["--owner", "IQ"], 0),
        (["--body", "planning"], 0),
        (["--since", "2024-04"], 0),
        (["lamp"], 1),
        (["--open"], 2),
        (["--status", "closed"], 0),
        (["--limit", "1"], 1),
        (["--offset", "1"], 1),
    ],
)
def test_it_is_narrowed_like_other_actions(corpus: Path, narrowing: list[str], count: int) -> None:
    assert len(answer(corpus, "actions", "--dropped", *narrowing)["dropped actions"]) == count


def test_copies_of_one_paper_are_one_action(tmp_path: Path) -> None:
    folder = held(tmp_path, march=MARCH, again=MARCH + "\n2. Dues\n", april=APRIL, may=MAY)
    assert len(answer(folder, "actions", "--dropped")["dropped actions"]) == 2
    assert [row["carried"] for row in answer(folder, "actions", "--carried")["carried actions"]] == [2]


def test_a_link_that_somebody_broke_carries_nothing(tmp_path: Path) -> None:
    folder = held(tmp_path, march=MARCH, april=APRIL)
    (row,) = answer(folder, "actions", "--carried")["carried actions"]
    assert len(row["told"]) == 2
    text(folder, "unlink", *row["told"], "--why", "another crane")
    assert answer(folder, "actions", "--carried")["carried actions"] == []


def test_rows_are_given_as_csv(corpus: Path) -> None:
    (row,) = csv.DictReader(io.StringIO(text(corpus, "actions", "--carried", "--csv")))
    assert (row["carried"], row["days"]) == ("2", "2024-03-04; 2024-04-08; 2024-05-06")
