"""What is exempt from publication, and by which paragraph of Schedule 12A."""

from __future__ import annotations

import pytest

from corpus.document import Document, Furniture, FurnitureKind
from corpus.vocabulary import MediaType
from ingest.layout import Mark, Piece, Reading
from ingest.structure.build import build_document
from ingest.text import read_text

HEAD = (
    "Northmere Borough Council\n\nCabinet\n\nMinutes of the meeting held on 4 March 2025\n\nPresent: Cllr A Marsh\n\n"
)
EXEMPT = [
    ("12. RESOLVED that the press and public be excluded as exempt information was likely to be disclosed, as defined "
     "in paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972.", ("3",)),
    ("Not for publication by virtue of paragraphs 1, 2 and 7A of Schedule 12A", ("1", "2", "7A")),
    ("Exempt information as described in paragraphs1 – 4 of Part 1 of Schedule 12A", ("1", "2", "3", "4")),
    ("Schedule 12A of the Act, paragraph 5, applies to the annex.", ("5",)),
    ("NOT FOR PUBLICATION – paragraph 3", ("3",)),
    ("Document is Restricted", ()),
    ("9. Site of the old baths (exempt appendix)", ()),
    ("The press and public were excluded under the Public Bodies (Admission to Meetings) Act 1960.", ()),
    ("Paragraph 8 of Part 1 of Schedule 7A of the Local Government (Scotland) Act 1973 applies.", ("8",)),
]  # fmt: skip
NOT_EXEMPT = [
    "There were no exempt items.",
    "Exempt: No",
    "Do not include information which is exempt under paragraph 3 of Schedule 12A.",
    "Members of the public may be excluded if exempt matters arise.",
    "A certificate of exemption was signed.",
    "Two pupils were permanently excluded.",
    "Paragraph 3 of the policy applies.",
    "12. EXCLUSION OF THE PRESS AND PUBLIC",
]


def document_of(paragraph: str) -> Document:
    text = f"{HEAD}11. Apologies\n\nNone.\n\n{paragraph}\n"
    return build_document(read_text(text.encode(), "paper.txt"), name="paper.txt", sha256="0" * 64)


@pytest.mark.parametrize(("paragraph", "numbers"), EXEMPT, ids=[text[:40] for text, _ in EXEMPT])
def test_what_is_exempt_is_told_with_its_paragraphs(paragraph: str, numbers: tuple[str, ...]) -> None:
    document = document_of(paragraph)
    (exemption,) = document.exemptions
    assert document.quote(exemption.span) == paragraph
    assert exemption.paragraphs == numbers


@pytest.mark.parametrize("paragraph", NOT_EXEMPT)
def test_what_only_speaks_of_exemption_is_none(paragraph: str) -> None:
    assert document_of(paragraph).exemptions == ()


def test_the_item_that_is_exempt_is_known() -> None:
    document = document_of(EXEMPT[0][0])
    section = next(section for section in document.sections if section.id == document.exemptions[0].section)
    assert section.number in ("11", "12")


def test_a_page_in_place_of_a_paper_is_a_visible_stub() -> None:
    lines = [
        (1, "NORTHMERE BOROUGH COUNCIL"), (1, "AGENDA"), (1, "Cabinet, 4 March 2025"), (1, "8. Site of the old baths"),
        (2, "By virtue of paragraph(s) 3 of Part 1 of Schedule 12A of the Local Government Act 1972."),
        (2, "Document is Restricted"),
    ]  # fmt: skip
    reading = Reading(
        media_type=MediaType.PDF,
        pieces=tuple(Piece(text=text, marks=(Mark(0, page),)) for page, text in lines),
        pages=2,
        furniture=(Furniture(2, FurnitureKind.ITEM_STAMP, "Agenda Item 8"),),
    )
    document = build_document(reading, name="pack.pdf", sha256="0" * 64)
    assert [document.page(paper.span.start) for paper in document.papers] == [1, 2]
    assert [(each.withheld, each.paragraphs) for each in document.exemptions] == [(True, ("3",)), (True, ())]
    assert [(tie.paper, tie.reason) for tie in document.item_papers] == [
        (document.papers[1].id, "it is stamped with agenda item 8")
    ]
