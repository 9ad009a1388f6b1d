"""Front sheets: the layouts they come in, and where one ends and the next begins."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document
from corpus.vocabulary import FieldKey, PaperKind
from ingest.structure.build import build_document
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


def fields_of(text: str) -> list[tuple[str, str]]:
    return [(field.label, field.value) for paper in document_of(text).papers for field in paper.fields]


def test_a_front_sheet_gives_the_paper_its_title_body_date_and_fields() -> None:
    document = document_of(REPORT.format(subject="Warm Homes Plan"))
    (paper,) = document.papers
    assert (paper.kind, paper.title, paper.body, paper.date) == (
        PaperKind.REPORT,
        "Warm Homes Plan",
        "Health and Wellbeing Board",
        "2024-11-14",
    )
    assert [(field.key, field.label, field.value) for field in paper.fields] == [
        (FieldKey.REPORT_TO, "REPORT TO", "Health and Wellbeing Board"),
        (FieldKey.DATE, "DATE", "14 November 2024"),
        (FieldKey.REPORTING_OFFICER, "REPORTING OFFICER", "Director of Public Health"),
        (FieldKey.SUBJECT, "SUBJECT", "Warm Homes Plan"),
        (FieldKey.WARDS, "WARDS", "All"),
    ]
    assert [document.quote(field.span) for field in paper.fields] == [field.value for field in paper.fields]


LAYOUTS = {
    "colons": "Report to: Cabinet\n\nReport author: Ada Marsh\n\nSubject: Quay\n\nKey decision: Yes\n",
    "table": "Report to:\tCabinet\nReport author:\tAda Marsh\nSubject:\tQuay\nKey decision:\tYes\n",
    "two pairs a row": "Report to:\tCabinet\tReport author:\tAda Marsh\nSubject:\tQuay\tKey decision:\tYes\n",
    "numbered rows": "1\tReport to\tCabinet\n2\tReport author\tAda Marsh\n3\tSubject\tQuay\n4\tKey decision\tYes\n",
    "label above value in a cell": (
        "<p>Report to</p><p>Cabinet</p>\t<p>Report author</p><p>Ada Marsh</p>\n"
        "<p>Subject</p><p>Quay</p>\t<p>Key decision</p><p>Yes</p>\n"
    ),
    "value in the next row": ("Report to:\tReport author:\nCabinet\tAda Marsh\nSubject:\tKey decision:\nQuay\tYes\n"),
    "bold labels": "**Report to** Cabinet\n\n**Report author** Ada Marsh\n\n**Subject** Quay\n\n**Key decision** Yes\n",
    "value on the next line": (
        "Report to:\nCabinet\n\nReport author:\nAda Marsh\n\nSubject:\nQuay\n\nKey decision:\nYes\n"
    ),
    "bold label above": (
        "**Report to**\n\nCabinet\n\n**Report author**\n\nAda Marsh\n\n**Subject**\n\nQuay\n\n**Key decision**\n\nYes\n"
    ),
    "wide space": "Report to       Cabinet\nReport author   Ada Marsh\nSubject         Quay\nKey decision    Yes\n",
    "numbered lines": (
        "1. Report to: Cabinet\n\n2. Report author: Ada Marsh\n\n3. Subject: Quay\n\n4. Key decision: Yes\n"
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_layouts(layout: str) -> None:
    found = fields_of(LAYOUTS[layout] + "\n## Background\n\nThe quay is old and has to be mended before winter.\n")
    assert found == [
        ("Report to", "Cabinet"),
        ("Report author", "Ada Marsh"),
        ("Subject", "Quay"),
        ("Key decision", "Yes"),
    ]


def test_an_empty_cell_has_no_value_and_takes_none_from_the_next_row() -> None:
    assert fields_of("Title:\tQuay\nVersion:\t\nAuthor:\tAda Marsh\nDate:\t4 May 2031\n") == [
        ("Title", "Quay"),
        ("Author", "Ada Marsh"),
        ("Date", "4 May 2031"),
    ]


def test_a_value_may_be_a_word_that_labels_something_elsewhere() -> None:
    found = fields_of("Title\tQuay\nPurpose\tDecision\nPortfolio\tFinance\nReport author\tAda Marsh\n")
    assert found[1:3] == [("Purpose", "Decision"), ("Portfolio", "Finance")]


def test_a_table_of_data_gives_no_fields() -> None:
    text = (
        "Title:\tQuay\nAuthor:\tAda Marsh\nStatus:\tFinal\nDate\tVersion\tAuthor\tNotes\n"
        "4 May\t0.1\tB Holt\tDraft\n5 May\t0.2\tB Holt\tFinal\nReviewed by:\tJo Pike\n"
    )
    assert [label for label, _ in fields_of(text)] == ["Title", "Author", "Status", "Reviewed by"]


def test_labels_that_no_vocabulary_knows_are_fields_among_others() -> None:
    document = document_of(
        "Title:\tQuay\nTide table ref:\tT7\nReport author:\tAda Marsh\nDate:\t4 May 2031\nFerry affected\tNo\n"
    )
    assert [(field.key, field.label, field.value) for field in document.papers[0].fields] == [
        (FieldKey.SUBJECT, "Title", "Quay"),
        (None, "Tide table ref", "T7"),
        (FieldKey.REPORT_AUTHOR, "Report author", "Ada Marsh"),
        (FieldKey.DATE, "Date", "4 May 2031"),
        (None, "Ferry affected", "No"),
    ]


def test_a_front_sheet_of_a_health_body() -> None:
    document = document_of(
        "| Title: | Winter plan |  |  |\n|---|---|---|---|\n| Executive lead: | Dr Jo Pike |  |  |\n"
        "| Purpose (please tick): | Decision ☒ | Assurance ☐ | Information ☒ |\n"
        "| Previously considered by: | Quality Committee, 2 April 2031 |  |  |\n"
        "| Conflicts of interest: | None identified |  |  |\n"
        "| Recommendation |\n| The Board is asked to approve the plan. |\n"
    )
    assert [(field.key, field.value) for field in document.papers[0].fields] == [
        (FieldKey.SUBJECT, "Winter plan"),
        (FieldKey.EXECUTIVE_LEAD, "Dr Jo Pike"),
        (FieldKey.PURPOSE, "Decision, Information"),
        (FieldKey.PREVIOUSLY_CONSIDERED, "Quality Committee, 2 April 2031"),
        (FieldKey.INTERESTS, "None identified"),
        (FieldKey.RECOMMENDATIONS, "The Board is asked to approve the plan."),
    ]


def test_marks_in_the_row_below_the_options() -> None:
    found = fields_of(
        "Title:\tWinter plan\nPurpose:\tApproval\tAssurance\tInformation\n\tX\t\tX\nAuthor:\tIda Quill\nDate:\t4 May\n"
    )
    assert found[1] == ("Purpose", "Approval, Information")


def test_the_value_of_a_line_runs_on_to_the_next_label() -> None:
    found = fields_of(
        "Report to: Cabinet\n\nReporting officer: Director of Harbours\n\nDirector of Ferries\n\n"
        "Decision number: 31/17\n\nFor publication in full\n\nSubject: Quay\n"
    )
    assert found == [
        ("Report to", "Cabinet"),
        ("Reporting officer", "Director of Harbours Director of Ferries"),
        ("Decision number", "31/17"),
        ("Subject", "Quay"),
    ]


def test_a_front_sheet_addressed_to_a_person_names_no_body() -> None:
    document = document_of(
        "NOTICE OF CALL-IN\n\nTo:\tJo Pike, Monitoring Officer\n\nDecision number:\t24/00017\n\n"
        "Title of decision:\tOld Baths\n"
    )
    assert [(paper.body, paper.title) for paper in document.papers] == [(None, "Old Baths")]


def test_two_labels_without_a_report_are_no_front_sheet() -> None:
    document = document_of("Dear Sir,\n\nThe quay, subject to the tide, is a nuisance.\n\nTo my mind it is old.\n")
    assert [paper.fields for paper in document.papers] == [()]


def test_headings_of_a_report_are_no_front_sheet() -> None:
    text = "## 1. Purpose\n\nTo tell.\n\n## 2. Recommendations\n\nTo note.\n\n## 3. Summary\n\nAll is well.\n"
    assert fields_of(text) == []


def test_a_short_report_ends_where_the_next_front_sheet_begins() -> None:
    document = document_of("\n".join(REPORT.format(subject=name) for name in ("Warm Homes Plan", "Falls Prevention")))
    assert [paper.title for paper in document.papers] == ["Warm Homes Plan", "Falls Prevention"]
    assert [len(paper.fields) for paper in document.papers] == [5, 5]


def test_whom_to_ask_stands_at_the_end_of_a_report() -> None:
    found = fields_of(
        REPORT.format(subject="Warm Homes Plan")
        + "\n1.2 The plan went well.\n\n## Contact details\n\nReport author: Ada Marsh\n\nJob title: Planner\n"
    )
    assert found[5:] == [("Report author", "Ada Marsh")]


PARTS = (
    "Report to:",
    "Cabinet",
    "Report author",
    "Subject:",
    "Quay",
    "Yes",
    "Key decision",
    "☒ Decision",
    "",
    "X",
    "1.",
)


@given(st.lists(st.lists(st.sampled_from(PARTS), min_size=1, max_size=4), max_size=12))
def test_values_are_quotes(rows: list[list[str]]) -> None:
    document = document_of("\n".join("\t".join(row) for row in rows))
    for paper in document.papers:
        for field in paper.fields:
            assert field.value
            assert paper.span.start <= field.span.start < field.span.end <= paper.span.end
            quote = " ".join(document.quote(field.span).split())
            assert field.value == quote or all(option in quote for option in field.value.split(", "))
