"""Front sheets: their labels, their values, and where one ends and the next begins."""

from __future__ import annotations

import pytest

from corpus.document import Document
from corpus.vocabulary import PaperKind
from ingest.structure.build import build_document
from ingest.structure.labels import label_of, tells_a_report
from ingest.text import read_text

REPORT = """\
REPORT TO: Health and Wellbeing Board

DATE: 14 November 2024

REPORTING OFFICER: Director of Public Health

SUBJECT: {subject}

WARDS: All

1.0 PURPOSE OF REPORT

1.1 This report asks the Board to note what was done.
"""


def document_of(text: str) -> Document:
    return build_document(read_text(text.encode(), "paper.txt"), name="paper.txt", sha256="0" * 64)


@pytest.mark.parametrize(
    ("line", "label", "telling"),
    [
        ("REPORT TO: Cabinet", "REPORT TO", True),
        ("Subject", "Subject", True),
        ("Decision number", "Decision number", True),
        ("Title of Report:", "Title of Report", True),
        ("Author(s): A Quill", "Author(s)", True),
        ("Reporting Officer: Director", "Reporting Officer", True),
        ("Purpose of the report:", "Purpose of the report", True),
        ("Wards affected: All", "Wards affected", False),
        ("Key decision?", "Key decision?", False),
        ("Contact officer", "Contact officer", False),
    ],
)
def test_labels(line: str, label: str, telling: bool) -> None:
    found = label_of(line)
    assert found == label
    assert tells_a_report(found) is telling


@pytest.mark.parametrize("line", ["The report", "To whom", "Date of meeting 4 May", "Title deeds", ""])
def test_words_that_label_nothing(line: str) -> None:
    assert label_of(line) is None


def test_a_front_sheet_gives_the_paper_its_title_body_date_and_fields() -> None:
    document = document_of(REPORT.format(subject="Warm Homes Plan"))
    (paper,) = document.papers
    assert (paper.kind, paper.title, paper.body, paper.date) == (
        PaperKind.REPORT,
        "Warm Homes Plan",
        "Health and Wellbeing Board",
        "2024-11-14",
    )
    assert [(field.label, field.value) for field in paper.fields] == [
        ("REPORT TO", "Health and Wellbeing Board"),
        ("DATE", "14 November 2024"),
        ("REPORTING OFFICER", "Director of Public Health"),
        ("SUBJECT", "Warm Homes Plan"),
        ("WARDS", "All"),
    ]
    assert [document.quote(field.span) for field in paper.fields] == [field.value for field in paper.fields]


def test_a_front_sheet_as_a_table() -> None:
    document = document_of(
        "Meeting:\tHarbour Committee\n\nTitle of report:\tQuay Repairs\n\nReport author:\tAda Marsh, Harbour Master\n"
    )
    (paper,) = document.papers
    assert (paper.title, paper.body) == ("Quay Repairs", "Harbour Committee")
    assert [field.label for field in paper.fields] == ["Meeting", "Title of report", "Report author"]


def test_a_front_sheet_addressed_to_a_person_names_no_body() -> None:
    document = document_of(
        "NOTICE OF CALL-IN\n\nTo:\tJo Pike, Monitoring Officer\n\nDecision number:\t24/00017\n\n"
        "Title of decision:\tOld Baths\n"
    )
    assert [(paper.body, paper.title) for paper in document.papers] == [(None, "Old Baths")]


def test_two_labels_are_no_front_sheet() -> None:
    document = document_of("Subject: Parking in Mill Lane\n\nFrom: Ada Marsh\n\nDear Sir, it is a nuisance.\n")
    assert [paper.fields for paper in document.papers] == [()]


def test_a_short_report_ends_where_the_next_front_sheet_begins() -> None:
    document = document_of("\n".join(REPORT.format(subject=name) for name in ("Warm Homes Plan", "Falls Prevention")))
    assert [paper.title for paper in document.papers] == ["Warm Homes Plan", "Falls Prevention"]
    assert [len(paper.fields) for paper in document.papers] == [5, 5]
