"""Numbers as councils and NHS bodies print them, and the figures that lead a line without numbering anything."""

from __future__ import annotations

import pytest

from ingest.structure.numbering import Scheme, printed_number

NUMBERED = [
    # line, number as printed, scheme, depth, words after it
    ("3.5.1 The budget", "3.5.1", Scheme.DECIMAL, 3, "The budget"),
    ("3.1.2) Grants", "3.1.2", Scheme.DECIMAL, 3, "Grants"),
    ("3.0 Background", "3.0", Scheme.DECIMAL, 1, "Background"),
    ("3.1", "3.1", Scheme.DECIMAL, 2, ""),
    ("4. Apologies", "4", Scheme.INTEGER, 1, "Apologies"),
    ("84. Minutes of the last meeting", "84", Scheme.INTEGER, 1, "Minutes of the last meeting"),
    ("292) Mill Lane", "292", Scheme.INTEGER, 1, "Mill Lane"),
    ("5a. Matters arising", "5a", Scheme.INTEGER, 1, "Matters arising"),
    ("4 – Budget", "4", Scheme.INTEGER, 1, "Budget"),
    ("4.", "4", Scheme.INTEGER, 1, ""),
    ("2024. Item numbers run on", "2024", Scheme.INTEGER, 1, "Item numbers run on"),
    ("HWB10 MINUTES", "HWB10", Scheme.REFERENCE, 1, "MINUTES"),
    ("PB/21/39 Any other business", "PB/21/39", Scheme.REFERENCE, 1, "Any other business"),
    ("GBP/2122/255 Update", "GBP/2122/255", Scheme.REFERENCE, 1, "Update"),
    ("24/00093 – Leisure centres", "24/00093", Scheme.REFERENCE, 1, "Leisure centres"),
    ("GBP/2122/ 236: Interests", "GBP/2122/ 236", Scheme.REFERENCE, 1, "Interests"),
    ("2024-06_3. REPORT", "2024-06_3", Scheme.REFERENCE, 1, "REPORT"),
    ("43/19 Finance", "43/19", Scheme.RUNNING, 1, "Finance"),
    ("41a/19 – Apologies", "41a/19", Scheme.RUNNING, 1, "Apologies"),
    ("25/03/01 Finance", "25/03/01", Scheme.RUNNING, 1, "Finance"),
    ("A1 Finance", "A1", Scheme.RUNNING, 1, "Finance"),
    ("TC 101 Finance", "TC 101", Scheme.RUNNING, 1, "Finance"),
    ("4.4.5ii) The notice board", "4.4.5ii", Scheme.DECIMAL, 3, "The notice board"),
    ("7, SECRETARY'S REPORT", "7", Scheme.INTEGER, 1, "SECRETARY'S REPORT"),
    ("4a", "4a", Scheme.BARE, 1, ""),
    ("II. Questions", "II", Scheme.LETTER, 1, "Questions"),
    ("a. Car parks", "a", Scheme.LETTER, 1, "Car parks"),
    ("P24/0012 – Land at Mill Lane", "P24/0012", Scheme.REFERENCE, 1, "Land at Mill Lane"),
    ("Item 4 Budget", "Item 4", Scheme.WORDED, 1, "Budget"),
    ("Agenda item 7: Parking", "Agenda item 7", Scheme.WORDED, 1, "Parking"),
    ("Agenda Item No. 7 Parking", "Agenda Item No. 7", Scheme.WORDED, 1, "Parking"),
    ("Minute 242 Highways", "Minute 242", Scheme.WORDED, 1, "Highways"),
    ("12 Declarations of interest", "12", Scheme.BARE, 1, "Declarations of interest"),
    ("4", "4", Scheme.BARE, 1, ""),
    ("(a) that the report be noted", "a", Scheme.LETTER, 1, "that the report be noted"),
    ("b) that it be published", "b", Scheme.LETTER, 1, "that it be published"),
    ("(iv) to delegate", "iv", Scheme.LETTER, 1, "to delegate"),
    ("A. Welcome", "A", Scheme.LETTER, 1, "Welcome"),
]
UNNUMBERED = [
    "Resolved that the report be noted",
    "12 people came",
    "1,200 homes",
    "1.5% of the budget",
    "£4.5m was spent",
    "2024",
    "9.30am Arrival",
    "7.30 pm start",
    "10:00 - 11:00 Session",
    "12 June 2024",
    "12.06.2024",
    "3rd June 2024",
    "A. J. Quill was there",
    "A127 closures",
    "B4015 resurfacing",
    "Q3 performance",
    "2021/22 budget",
    "COVID-19 update",
    "OX29 4QT",
    "",
]


@pytest.mark.parametrize(("line", "number", "scheme", "depth", "rest"), NUMBERED, ids=[each[0] for each in NUMBERED])
def test_printed_numbers(line: str, number: str, scheme: Scheme, depth: int, rest: str) -> None:
    found = printed_number(line)
    assert found is not None
    assert (found.text, found.scheme, found.depth, line[found.end :]) == (number, scheme, depth, rest)


@pytest.mark.parametrize("line", UNNUMBERED)
def test_figures_that_number_nothing(line: str) -> None:
    assert printed_number(line) is None
