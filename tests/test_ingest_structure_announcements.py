"""Which meetings a paper announces, and which it says were called off."""

from __future__ import annotations

import pytest

from corpus.document import AnnouncedMeeting, Document
from ingest.structure.build import build_document
from ingest.text import read_text

MINUTES = "Osney Parish Council\n\nMinutes of the meeting held on 4 March 2025\n\nPresent: Cllrs A Marsh (Chair)\n\n"
AGENDA = "Osney Parish Council\n\nAGENDA\n\nMeeting to be held on 4 March 2025\n\n"


def document_of(*paragraphs: str, head: str = MINUTES) -> Document:
    text = head + "\n\n".join(paragraphs) + "\n"
    return build_document(read_text(text.encode(), "paper.txt"), name="paper.txt", sha256="0" * 64)


def days(*paragraphs: str, head: str = MINUTES) -> list[str]:
    return [_said(each) for each in document_of(*paragraphs, head=head).announced]


def _said(each: AnnouncedMeeting) -> str:
    return " ".join(filter(None, (each.date, each.called, "cancelled" if each.cancelled else None)))


@pytest.mark.parametrize(
    ("paragraphs", "told"),
    [
        (("9. Date of next meeting: Tuesday 1 April 2025 at 7 pm",), ["2025-04-01"]),
        (("9. Date, time and place of the next meeting", "Tuesday 1st April at 7 pm in the Boathouse"), ["2025-04-01"]),
        (("NEXT MEETING MONDAY 7 APRIL at 7 p.m. in the Boathouse",), ["2025-04-07"]),
        (("The next meeting will be held in the Boathouse on Tuesday 1st April, at 7pm.",), ["2025-04-01"]),
        (("The Chair thanked all. The next meeting of the Harbour Board is on 1 April 2025.",),
         ["2025-04-01 Harbour Board"]),
        (("The next Planning meeting will be on 8 April.",), ["2025-04-08 Planning"]),
        (("Date of next meeting is not yet known.", "Signed ____ Date: 1 April 2025"), []),
        (("Date of next meeting", "Signed ____ Dated 1 April 2025"), []),
        (("9. Dyddiad y cyfarfod nesaf: 1 Ebrill 2025",), ["2025-04-01"]),
        (("Meeting closed at 9. NEXT MEETING 1st April",), ["2025-04-01"]),
        (("Next meeting: 5 January",), []),
        (("Next meeting: Monday 1 April",), []),
        (("Next meeting: 4 March",), []),
    ],
)  # fmt: skip
def test_the_next_meeting(paragraphs: tuple[str, ...], told: list[str]) -> None:
    assert days(*paragraphs) == told


@pytest.mark.parametrize(
    ("paragraphs", "told"),
    [
        (("Dates of future meetings: 1 April, 6 May and 3 June 2025",), ["2025-04-01", "2025-05-06", "2025-06-03"]),
        (("Dates of next meetings", "6 November", "8 January", "26 February"),
         ["2025-11-06", "2026-01-08", "2026-02-26"]),
        (("Dates for 2026 - first Tuesday of the month", "6 January", "3 February", "Signed", "2 March"),
         ["2026-01-06", "2026-02-03"]),
        (("Schedule of meetings 2025", "Tuesday 1 April 2025 (Planning)", "6 May 2025 – cancelled"),
         ["2025-04-01 Planning", "2025-05-06 cancelled"]),
        (("Dates for next year’s meetings:", "January 6th 2026, Feb 3rd, Mar 3rd, 7th April"),
         ["2026-01-06", "2026-04-07"]),
        (("Date of next meetings: 1 April (Planning)", "6 May (General)"), ["2025-04-01 Planning", "2025-05-06"]),
        (("Dates of meetings", "Planning meeting 8 April", "Harbour Committee: 9 April"),
         ["2025-04-08 Planning", "2025-04-09 Harbour Committee"]),
    ],
)  # fmt: skip
def test_lists_of_days(paragraphs: tuple[str, ...], told: list[str]) -> None:
    assert days(*paragraphs) == told


@pytest.mark.parametrize(
    "paragraph",
    [
        "It was agreed to bring the matter to the next meeting on 1 April.",
        "Wharf Group – Next meeting 1 April.",
        "Items for the next meeting to reach the Clerk by 24 March.",
        "The next meeting will hear the report of 1 February 2025. It was written on 3 May.",
        "Date of next meeting: week beginning 7 April",
        "The date of the last meeting was 4 February 2025.",
        "Next meetings were spoken of at length, " + "and the harbour too, " * 10 + "until 1 April.",
    ],
)
def test_other_days_are_no_meetings(paragraph: str) -> None:
    assert days(paragraph) == []


def test_days_in_columns_are_of_what_heads_the_column() -> None:
    html = (
        "<h1>Osney Parish Council</h1><p>Minutes of the meeting held on 4 March 2025</p><p>Present: Cllr A Marsh</p>"
        "<p>Dates of next meetings:</p><table><tr><td>PC meetings</td><td>Planning meetings</td></tr>"
        "<tr><td>6 May</td><td>8 April</td></tr><tr><td>1 July</td><td>3 June</td></tr></table>"
    )
    from ingest.html import read_html

    document = build_document(read_html(html.encode(), "paper.html"), name="paper.html", sha256="0" * 64)
    told = [_said(each) for each in document.announced]
    assert told == ["2025-05-06 PC", "2025-04-08 Planning", "2025-07-01 PC", "2025-06-03 Planning"]


@pytest.mark.parametrize(
    ("head", "paragraphs", "told"),
    [
        (AGENDA, ("CANCELLED", "1. Apologies"), ["2025-03-04 cancelled"]),
        (AGENDA, ("Please note that this meeting has been cancelled.", "1. Apologies"), ["2025-03-04 cancelled"]),
        (MINUTES, ("1. The meeting scheduled for 11 February 2025 had been cancelled.",), ["2025-02-11 cancelled"]),
        (MINUTES, ("1. The meeting due to be held on 1 April was postponed to 8 April.",),
         ["2025-04-01 cancelled", "2025-04-08"]),
        (MINUTES, ("1. The boat race of 11 February 2025 was cancelled before the meeting.",), []),
        (MINUTES, ("1. At the meeting of 11 February we heard that the race was cancelled.",), []),
        (MINUTES, ("1. The lease was cancelled.",), []),
    ],
)  # fmt: skip
def test_meetings_that_were_called_off(head: str, paragraphs: tuple[str, ...], told: list[str]) -> None:
    assert days(*paragraphs, head=head) == told


def test_the_words_that_announce_are_the_evidence() -> None:
    document = document_of("9. Date of next meeting: 1 April", "The Chair closed the meeting.")
    (announced,) = document.announced
    assert document.quote(announced.span) == "9. Date of next meeting: 1 April"
    assert announced.paper == document.papers[0].id


def test_the_evidence_of_a_day_in_a_list_begins_with_the_heading() -> None:
    document = document_of("The Chair spoke. Dates of next meetings:", "1 April", "6 May")
    assert [document.quote(each.span) for each in document.announced] == [
        "Dates of next meetings:\n1 April",
        "Dates of next meetings:\n1 April\n6 May",
    ]
