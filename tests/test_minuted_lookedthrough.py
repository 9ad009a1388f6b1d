"""An empty answer ends with what was looked through for it, and with what is missing of that."""

from __future__ import annotations

from pathlib import Path

import pytest
from asking import answer, text
from held_made import held

from corpus.store import Corpus
from minuted.indexing import bring_up_to_date

COUNCIL = "NORTHMERE BOROUGH COUNCIL\n\n"
PRESENT = "Present: Councillors Orla Tarn (Chair), D Finch and P J Crake\n\n"


def minutes_of(day: str, *paragraphs: str, body: str = "Harbour Committee") -> str:
    return f"{COUNCIL}Minutes of the meeting of the {body} held on {day}\n\n{PRESENT}" + "\n\n".join(paragraphs) + "\n"


MARCH = minutes_of(
    "4 March 2024",
    "1. Minutes",
    "RESOLVED: That the minutes of the meeting held on 5 February 2024 be approved as a correct record.",
    "2. Dredging",
    "RESOLVED: That the inner basin be dredged.",
    "3. Exclusion of the press and public",
    "RESOLVED: That the public be excluded as exempt information under paragraph 3 of Schedule 12A would be disclosed.",
    "4. Date of next meeting: 8 April 2024",
)
MAY = minutes_of("6 May 2024", "1. Dues", "RESOLVED: That dues rise.")
PLANNING = minutes_of("11 March 2024", "1. Sheds", "RESOLVED: That the shed be approved.", body="Planning Committee")
HARBOUR = "2 meetings of Harbour Committee (Northmere Borough Council), 4 March 2024 to 6 May 2024"
MISSING = "minutes of 1 are not held; of 1 meeting announced nothing is held; 1 item was exempt"


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = held(tmp_path_factory.mktemp("held"), march=MARCH, may=MAY, planning=PLANNING)
    with Corpus.open(folder) as made:
        bring_up_to_date(made)
    return folder


def last_line(told: str) -> str:
    return told.rstrip("\n").partition("\n\ninstead")[0].splitlines()[-1]


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (["search", "zeppelin", "--body", "harbour"],
         f"Nothing on zeppelin in {HARBOUR}; {MISSING} (`minuted coverage --body harbour` tells which)"),
        (["timeline", "zeppelin", "--body", "harbour"],
         f"Nothing on zeppelin in {HARBOUR}; {MISSING} (`minuted coverage --body harbour` tells which)"),
        (["search", "zeppelin", "--kind", "decision", "--body", "planning"],
         "No decision on zeppelin in 1 meeting of Planning Committee (Northmere Borough Council), "
         "11 March 2024"),
        (["search", "zeppelin body:harbour date:2024-05"],
         "Nothing on zeppelin body:harbour date:2024-05 in 1 meeting of Harbour Committee (Northmere Borough Council), "
         "6 May 2024"),
        (["search", "--kind", "action", "--body", "planning"],
         "No action that meets all of this in 1 meeting of Planning Committee (Northmere Borough Council), "
         "11 March 2024"),
        (["search", "zeppelin", "--body", "harbour", "--until", "2024-02"],
         "Nothing on zeppelin: no paper of that body, kind and time is in the corpus (3 documents); "
         "minutes of 1 are not held (`minuted coverage --body harbour --until 2024-02` tells which)"),
        (["search", "zeppelin", "--body", "cathedral chapter"],
         "Nothing on zeppelin: no paper of that body, kind and time is in the corpus (3 documents); "
         "`minuted coverage` tells which boards met when"),
        (["search", "zeppelin", "--since", "2024-03-11", "--until", "2024-05"],
         "Nothing on zeppelin in 2 meetings of Harbour Committee and Planning Committee (Northmere Borough Council), "
         "11 March 2024 to 6 May 2024; of 1 meeting announced nothing is held "
         "(`minuted coverage --since 2024-03-11 --until 2024-05` tells which)"),
    ],
)  # fmt: skip
def test_the_last_line_tells_it(corpus: Path, asked: list[str], sentence: str) -> None:
    assert last_line(text(corpus, *asked)) == sentence


def test_a_timeline_with_events_tells_it_too(corpus: Path) -> None:
    assert (
        last_line(text(corpus, "timeline", "dredging", "--body", "harbour"))
        .partition("; ")[2]
        .startswith(f"looked through {HARBOUR}; {MISSING}")
    )


@pytest.mark.parametrize("command", ["search", "timeline"])
def test_json_tells_it(corpus: Path, command: str) -> None:
    through = answer(corpus, command, "zeppelin", "--body", "harbour")["looked_through"]
    assert through["bodies"] == ["Northmere Borough Council, Harbour Committee"]
    assert (through["meetings"], through["minutes_not_held"], through["only_announced"]) == (2, 1, 1)
    assert (through["exempt_items"], through["first_date"], through["last_date"]) == (1, "2024-03-04", "2024-05-06")
