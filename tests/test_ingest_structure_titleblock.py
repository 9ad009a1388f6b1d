"""Title blocks: the body, the organisation, the date and the status that the first lines of a paper tell."""

from __future__ import annotations

import pytest

from corpus.document import Document, Meeting
from corpus.vocabulary import MeetingStatus
from ingest.structure.build import build_document
from ingest.text import read_text

LIST = "\n\nPresent: Councillors A Marsh (Chair), B Holt\n\n1. Welcome\n\nThe Chair opened the meeting.\n"


def document_of(text: str) -> Document:
    return build_document(read_text(text.encode(), "paper.txt"), name="paper.txt", sha256="0" * 64)


def meeting_of(*lines: str) -> Meeting:
    (meeting,) = document_of("\n\n".join(lines) + LIST).meetings
    return meeting


@pytest.mark.parametrize(
    ("lines", "organisation", "body", "date"),
    [
        (
            ("NORTHMERE BOROUGH COUNCIL", "CABINET", "Minutes of the meeting held on Tuesday 11 June 2024"),
            "Northmere Borough Council",
            "Cabinet",
            "2024-06-11",
        ),
        (
            ("Northmere Town Council", "Minutes of the meeting of the Planning Committee held on 4 March 2025"),
            "Northmere Town Council",
            "Planning Committee",
            "2025-03-04",
        ),
        (
            ("Minutes of a meeting of the Northmere Health and Wellbeing Board held on 14/11/2024 in the Guildhall",),
            None,
            "Northmere Health and Wellbeing Board",
            "2024-11-14",
        ),
        (
            ("NHS Ellerdyke Integrated Care Board", "Minutes of the Board meeting held in public on 17 July 2024"),
            "NHS Ellerdyke Integrated Care Board",
            "NHS Ellerdyke Integrated Care Board",
            "2024-07-17",
        ),
        (
            ("NORTHMERE BOROUGH COUNCIL CABINET", "Minutes of the meeting held on 11 June 2024"),
            "Northmere Borough Council",
            "Cabinet",
            "2024-06-11",
        ),
        (
            ("Northmere Parish Council", "Minutes of the meeting held on 4 March 2025"),
            "Northmere Parish Council",
            "Northmere Parish Council",
            "2025-03-04",
        ),
    ],
)
def test_body_organisation_and_date(
    lines: tuple[str, ...], organisation: str | None, body: str, date: str | None
) -> None:
    meeting = meeting_of(*lines)
    assert (meeting.organisation, meeting.body, meeting.date) == (organisation, body, date)


def test_the_date_in_the_title_is_the_date_though_a_shorter_line_has_another() -> None:
    title = "Minutes of the meeting of the Council held in the Guildhall on the evening of Tuesday 4 March 2025"
    assert meeting_of("Northmere Town Council", title, "Published 9 March 2025").date == "2025-03-04"


def test_the_minutes_of_the_last_meeting_do_not_give_the_date() -> None:
    document = document_of(
        "Northmere Town Council\n\nPlanning Committee\n\nTuesday 4 March 2025\n\nPresent: Cllr A Marsh\n\n"
        "1. Apologies\n\nNone.\n\n2. Minutes of the meeting held on 4 February 2025\n\nThey were confirmed.\n"
    )
    assert [meeting.date for meeting in document.meetings] == ["2025-03-04"]


def test_the_end_of_a_period_is_not_the_date() -> None:
    document = document_of(
        "Northmere Borough Council\n\nForward Plan\n\n1 April to 31 July 2024\n\nPublished on 18 March 2024\n"
    )
    assert [paper.date for paper in document.papers] == ["2024-03-18"]


def test_the_date_of_the_next_meeting_is_not_the_date() -> None:
    meeting = meeting_of("Northmere Parish Council", "Next meeting: 6 May 2025", "Minutes of 4 March 2025")
    assert meeting.date == "2025-03-04"


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("Draft minutes of the meeting held on 4 March 2025", MeetingStatus.DRAFT),
        ("Unconfirmed minutes of the meeting held on 4 March 2025", MeetingStatus.DRAFT),
        ("Confirmed minutes of the meeting held on 4 March 2025", MeetingStatus.CONFIRMED),
        ("Minutes of the meeting held on 4 March 2025", None),
    ],
)
def test_status(line: str, status: MeetingStatus | None) -> None:
    assert meeting_of("Northmere Parish Council", line).status is status
