"""Pages of committee management sites saved as text: meetings, items, issues, decisions."""

from __future__ import annotations

import pytest

from corpus.document import Document
from corpus.vocabulary import PaperKind
from ingest.structure.build import build_document
from ingest.text import read_text

MEETING = """Agenda and minutes

Planning Committee - Thursday, 4th March, 2027 6.00 pm

Venue: Council Chamber, Mill House

No. Item

12.

Apologies

Minutes:

There were none.
"""
ITEM = """Agenda item

Sale of the old ferry

To consider the report.

Minutes:

The Cabinet Member presented the report to the Harbour Board.
"""
ISSUE = """Issue - meetings

Pier tolls

Meeting: 20/09/2027 - Cabinet (Item 5)

5 Pier tolls

Agreed as set out.

Meeting: 14/06/2027 - Harbour Board (Item 3)

3 Pier tolls

Deferred.
"""
DECISION = """Decision details

Decision Maker: Cabinet

Decision status: Recommendations Approved

Is Key decision?: No

RESOLVED: That the tolls stay as they are.

Date of decision: 10/09/2027

Decided at meeting: 10/09/2027 - Cabinet
"""


def document_of(text: str) -> Document:
    return build_document(read_text(text.encode(), "paper.txt"), name="paper.txt", sha256="0" * 64)


@pytest.mark.parametrize(
    ("text", "kinds", "meetings"),
    [
        (MEETING, [PaperKind.MINUTES], [("Planning Committee", "2027-03-04")]),
        (MEETING.replace("Minutes:\n\nThere were none.\n", "To receive them.\n"), [PaperKind.AGENDA],
         [("Planning Committee", "2027-03-04")]),
        (ITEM, [PaperKind.MINUTES], [(None, None)]),
        (ITEM.partition("Minutes:")[0], [PaperKind.OTHER], []),
        (ISSUE, [PaperKind.MINUTES] * 2, [("Cabinet", "2027-09-20"), ("Harbour Board", "2027-06-14")]),
        (DECISION, [PaperKind.DECISION_NOTICE], [("Cabinet", "2027-09-10")]),
    ],
    ids=["minutes", "agenda", "item", "item without minutes", "issue", "decision"],
)  # fmt: skip
def test_pages_of_sites(text: str, kinds: list[PaperKind], meetings: list[tuple[str | None, str | None]]) -> None:
    document = document_of(text)
    assert [paper.kind for paper in document.papers] == kinds
    assert [(meeting.body, meeting.date) for meeting in document.meetings] == meetings


def test_the_heading_of_a_site_is_no_title() -> None:
    assert document_of(ITEM).papers[0].title == "Sale of the old ferry"
    assert document_of(MEETING).papers[0].title.startswith("Planning Committee")


def test_labels_of_a_front_sheet_make_no_page_of_a_site() -> None:
    report = "Report to: Harbour Board\n\nAgenda item: 5\n\nSubject: Pier tolls\n\nThis report tells of tolls.\n"
    assert [paper.kind for paper in document_of(report).papers] == [PaperKind.REPORT]
