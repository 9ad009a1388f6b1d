"""Papers: their kinds, and a made-up public pack taken apart."""

from __future__ import annotations

from itertools import pairwise

import pytest

from corpus.document import Document
from corpus.vocabulary import MediaType, PaperKind
from ingest.layout import Bookmark, Mark, Piece, Reading
from ingest.structure.build import build_document
from ingest.text import read_text

PACK = """\
NORTHMERE BOROUGH COUNCIL

HEALTH AND WELLBEING BOARD

AGENDA

Thursday 14 November 2024 at 2.00 pm

1. Minutes of the last meeting

2. Warm Homes Plan

Minutes of the meeting of the Health and Wellbeing Board held on Thursday 12 September 2024

Present: Councillors A Marsh (Chair) and B Holt

In attendance: Ms L Tamsin

HWB7 MINUTES OF LAST MEETING

The minutes were taken as read.

HWB8 ANY OTHER BUSINESS

There was none.

REPORT TO: Health and Wellbeing Board

DATE: 14 November 2024

REPORTING OFFICER: Director of Public Health

SUBJECT: Warm Homes Plan

1.0 PURPOSE OF REPORT

1.1 This report asks the Board to note progress.

REPORT TO: Health and Wellbeing Board

DATE: 14 November 2024

REPORTING OFFICER: Director of Adult Care

SUBJECT: Falls Prevention

1.0 PURPOSE OF REPORT

1.1 This report tells of falls.
"""


def document_of(text: str) -> Document:
    return build_document(read_text(text.encode(), "paper.txt"), name="paper.txt", sha256="0" * 64)


def test_a_public_pack_is_taken_apart() -> None:
    papers = document_of(PACK).papers
    assert [(paper.kind.value, paper.date) for paper in papers] == [
        ("agenda", "2024-11-14"),
        ("minutes", "2024-09-12"),
        ("report", "2024-11-14"),
        ("report", "2024-11-14"),
    ]
    assert {paper.body for paper in papers} == {"Health and Wellbeing Board"}
    assert {paper.organisation for paper in papers} == {"Northmere Borough Council"}
    assert [paper.title for paper in papers[2:]] == ["Warm Homes Plan", "Falls Prevention"]


def test_the_papers_of_a_pack_cover_it_without_gaps() -> None:
    document = document_of(PACK)
    spans = [paper.span for paper in document.papers]
    assert (spans[0].start, spans[-1].end) == (0, len(document.text))
    assert all(one.end + 1 == other.start for one, other in pairwise(spans))
    assert all(document.text[span.end] == "\n" for span in spans[:-1])


def test_the_meetings_of_a_pack_are_those_of_its_agenda_and_minutes() -> None:
    document = document_of(PACK)
    assert [(meeting.kind.value, meeting.date) for meeting in document.meetings] == [
        ("agenda", "2024-11-14"),
        ("minutes", "2024-09-12"),
    ]
    assert {line.meeting for line in document.attendance} == {document.meetings[1].id}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Northmere Borough Council\n\nRECORD OF DECISION\n\nDECISION NUMBER: 24/00017\n\nDECISION TO BE TAKEN BY: "
            "Cabinet Member for Leisure\n\n"
            "SUBJECT: Old Baths\n\nDATE OF DECISION: 23 July 2024\n\nI agree to let them.\n",
            PaperKind.DECISION_NOTICE,
        ),
        (
            "Ellerdyke Integrated Care Board\n\nAction log – 18 September 2024\n\n"
            "Ref\tAction\tOwner\n\n1\tReport\tPR\n",
            PaperKind.ACTION_LOG,
        ),
        ("Northmere Borough Council\n\nCall-in request\n\nWe ask that it be looked at again.\n", PaperKind.CALL_IN),
        (
            "Harbour Committee\n\nTerms of Reference\n\nThe Committee looks after the quay.\n",
            PaperKind.TERMS_OF_REFERENCE,
        ),
        ("Appendix B\n\nList of berths\n\nNorth quay has twelve.\n", PaperKind.APPENDIX),
        (
            "Northmere Parish Council\n\nNotice of meeting\n\nYou are hereby summoned to a meeting on 4 March 2025\n\n"
            "1. Apologies\n\n2. Finance\n",
            PaperKind.AGENDA,
        ),
        ("A letter about the weather, which has been wet.\n", PaperKind.OTHER),
    ],
)
def test_kinds(text: str, kind: PaperKind) -> None:
    assert [paper.kind for paper in document_of(text).papers] == [kind]


def test_a_text_without_words_has_no_papers() -> None:
    document = document_of("")
    assert (document.papers, document.sections, document.meetings, document.text) == ((), (), (), "")


def test_the_outline_of_a_pack_tells_its_papers() -> None:
    """Entries for whole pages: a program made the pack of files and noted where each begins."""
    lines = [
        (1, "NORTHMERE BOROUGH COUNCIL"), (1, "To all members of the Cabinet"),
        (2, "Warm homes for the old town"), (2, "The scheme is described in the annex."),
        (3, "It goes on here."),
        (4, "Costs by street"), (4, "Mill Lane and Tannery Lane."),
    ]  # fmt: skip
    pieces = tuple(Piece(text=text, marks=(Mark(0, page),)) for page, text in lines)

    def papers(*marks: Bookmark) -> list[tuple[str, int]]:
        reading = Reading(media_type=MediaType.PDF, pieces=pieces, pages=4, bookmarks=marks)
        document = build_document(reading, name="pack.pdf", sha256="0" * 64)
        return [(paper.title, document.page(paper.span.start)) for paper in document.papers]

    agenda, report, annex = Bookmark("Agenda", 1, 1), Bookmark("7 Warm Homes", 1, 2), Bookmark("Annex 1", 2, 4)
    assert papers(agenda, report, annex) == [
        ("NORTHMERE BOROUGH COUNCIL – Agenda", 1),
        ("Warm Homes", 2),
        ("Annex 1", 4),
    ]
    assert len(papers(agenda)) == 1
    assert len(papers(agenda, Bookmark("Costs", 1, 4, 700.0))) == 1
    assert len(papers(agenda, Bookmark("Nowhere", 1, 99))) == 1


def test_a_long_word_costs_no_time() -> None:
    # Each of its letters could begin a word, for a pattern that doesn't ask where words end.
    assert [paper.kind for paper in document_of("tf1" * 400).papers] == [PaperKind.OTHER]


def test_an_address_is_no_body() -> None:
    mail = "Subject: Pier dues\n\nFrom: clerk@osney.example\n\nTo: committee@osney.example\n\nThe dues are attached.\n"
    assert [paper.body for paper in document_of(mail).papers] == [None]


@pytest.mark.parametrize(
    ("text", "kind", "title"),
    [
        ("Dear Member\n\nHARBOUR BOARD – 4 MARCH 2025\n\nI enclose the report on tolls.\n", PaperKind.OTHER,
         "HARBOUR BOARD – 4 MARCH 2025"),
        ("Osney Parish Council\n\nAgenda & Summons to Councillors\n\nOn 4 March 2025\n\nPresent: Cllr A Marsh\n",
         PaperKind.AGENDA, "Osney Parish Council – Agenda & Summons to Councillors"),
        ("14/20 MINUTES OF OSNEY PARISH COUNCIL MEETING HELD ON 6 JULY 2020 It was a long evening and much was said. "
         * 2 + "\n", PaperKind.MINUTES, None),
        ("OSNEY COMMUNITY COUNCIL\n\nGENERAL MEETING MONDAY 4 MARCH 2024\n\nPresent: Ada Marsh, Ben Holt\n",
         PaperKind.MINUTES, "OSNEY COMMUNITY COUNCIL – GENERAL MEETING MONDAY 4 MARCH 2024"),
        ("Item Subject Paper Presenter Time\n\n1 Welcome Verbal Ada Marsh 11.30\n\nBoard – 4 March 2025\n",
         PaperKind.AGENDA, None),
    ],
)  # fmt: skip
def test_kinds_and_titles_of_single_papers(text: str, kind: PaperKind, title: str | None) -> None:
    (paper,) = document_of(text).papers
    assert paper.kind is kind
    assert title is None or paper.title == title


def test_a_list_of_members_in_a_report_is_not_the_attendance_of_a_meeting() -> None:
    text = PACK + "\nEach ward sends one of these:\n\nIn attendance\n\nLena Tamsin (Adviser)\n\nOmar Reed (Adviser)\n"
    assert [meeting.kind.value for meeting in document_of(text).meetings] == ["agenda", "minutes"]


def test_a_paper_is_found_by_the_title_that_the_agenda_promises() -> None:
    text = PACK.replace("2. Warm Homes Plan", "2. Warm Homes Plan\n\n3. Tides and Moorings in the Estuary")
    text += "\nTides and Moorings in the Estuary\n\nLena Tamsin\n\nHarbour Master\n\nWe look after 40 moorings.\n"
    assert [paper.title for paper in document_of(text).papers][-1] == "Tides and Moorings in the Estuary"


def test_a_call_in_is_of_the_day_on_which_it_was_received() -> None:
    text = (
        "NOTICE OF CALL-IN\n\nTo: Lena Tamsin, Monitoring Officer\n\nDecision number: 24/00017\n\n"
        "Received: 20 June 2024, 3.10 pm\n\nTitle of decision: Old Baths\n\n"
        "Decision taken by: Cabinet, 11 June 2024\n\n"
        "We call in the decision.\n"
    )
    (paper,) = document_of(text).papers
    assert (paper.kind, paper.body, paper.date) == (PaperKind.CALL_IN, "Cabinet", "2024-06-20")


def test_a_paper_belongs_to_the_item_whose_title_is_most_like_its_own() -> None:
    text = PACK.replace("2. Warm Homes Plan", "2. Warm Homes Plan (key decision 24/00017)\n\n3. Warm Homes: costs")
    document = document_of(text)
    (plan,) = [paper.id for paper in document.papers if paper.title == "Warm Homes Plan"]
    items = {section.id: section.number for section in document.sections}
    assert [(items[tie.section], tie.reason) for tie in document.item_papers if tie.paper == plan] == [
        ("2", "item and paper have the same title")
    ]


def test_the_minutes_of_a_pack_belong_to_the_item_that_names_their_day() -> None:
    document = document_of(PACK.replace("1. Minutes of the last meeting", "1. Minutes of 12 September 2024"))
    minutes = document.papers[1].id
    reasons = [tie.reason for tie in document.item_papers if tie.paper == minutes]
    assert reasons == ["they are the minutes of 2024-09-12 that the item is about"]
