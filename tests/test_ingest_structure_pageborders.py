"""Pages on which a paper of a pack begins, and the agenda items that papers belong to."""

from __future__ import annotations

import pytest

from corpus.document import Document, Furniture, FurnitureKind
from corpus.vocabulary import MediaType
from ingest.layout import Bookmark, Mark, Piece, Reading
from ingest.structure.build import build_document

PAGES = (
    ("NORTHMERE BOROUGH COUNCIL", "CABINET", "AGENDA", "4 March 2025 at 2 pm", "7. Warm homes (Pages 3 - 4)",
     "8. Mill Lane bridge (Pages 5 - 7)"),
    ("The scheme for warm homes in the old town is described here.", "It costs little."),
    ("It goes on for another page.", "Savings follow."),
    ("The bridge at Mill Lane is closed.", "It is old."),
    ("Its arches are sound.", "Its deck is not."),
)  # fmt: skip


def pack(
    *furniture: Furniture, bookmarks: tuple[Bookmark, ...] = (), pages: tuple[tuple[str, ...], ...] = PAGES
) -> Document:
    pieces = tuple(
        Piece(text=text, marks=(Mark(0, page),)) for page, lines in enumerate(pages, 1) for text in lines
    )  # fmt: skip
    reading = Reading(
        media_type=MediaType.PDF, pieces=pieces, pages=len(pages), furniture=furniture, bookmarks=bookmarks
    )
    return build_document(reading, name="pack.pdf", sha256="0" * 64)


def number(page: int, printed: str) -> Furniture:
    return Furniture(page, FurnitureKind.PAGE_NUMBER, printed)


def stamp(page: int, printed: str) -> Furniture:
    return Furniture(page, FurnitureKind.ITEM_STAMP, printed)


def begins(document: Document) -> list[int]:
    return [document.page(paper.span.start) for paper in document.papers]


def test_without_signs_a_file_is_one_paper() -> None:
    assert begins(pack()) == [1]


def test_stamps_of_items_tell_where_papers_begin() -> None:
    document = pack(stamp(2, "Agenda Item 7"), stamp(4, "Agenda Item 8"))
    assert begins(document) == [1, 2, 4]
    numbers = {section.id: section.number for section in document.sections}
    pages = {paper.id: document.page(paper.span.start) for paper in document.papers}
    assert {(numbers[tie.section], pages[tie.paper]) for tie in document.item_papers} == {("7", 2), ("8", 4)}


def test_a_stamp_on_every_page_of_a_paper_is_one_border() -> None:
    assert begins(pack(*(stamp(page, "Agenda Item 7") for page in (2, 3)), stamp(4, "Agenda Item 8"))) == [1, 2, 4]


def test_the_page_ranges_of_an_agenda_are_borders_and_ties() -> None:
    document = pack(*(number(page, f"Page {page + 1}") for page in range(2, 6)))
    assert begins(document) == [1, 2, 4]
    assert [tie.reason for tie in document.item_papers] == [
        "the agenda gives pages 3 to 4 for it",
        "the agenda gives pages 5 to 7 for it",
    ]


def test_page_numbers_that_begin_anew_are_borders() -> None:
    assert begins(pack(number(2, "1"), number(3, "2"), number(4, "1"), number(5, "2"))) == [1, 4]


def test_a_page_left_blank_parts_papers() -> None:
    pages = (PAGES[0], PAGES[1], (), PAGES[3])
    blank = Furniture(3, FurnitureKind.LEFT_BLANK, "This page is intentionally left blank")
    assert begins(pack(blank, pages=pages)) == [1, 4]


def test_an_outline_names_papers_and_their_items() -> None:
    marks = (Bookmark("Agenda", 1, 1), Bookmark("7 Warm homes", 1, 2), Bookmark("8 Mill Lane bridge", 1, 4))
    document = pack(bookmarks=marks)
    assert [paper.title for paper in document.papers[1:]] == ["Warm homes", "Mill Lane bridge"]
    assert len(document.item_papers) == 2


@pytest.mark.parametrize(
    ("title", "following", "own"),
    [
        ("APPENDIX A", "1. How people were asked", True),
        ("APPENDIX A", "It was asked in spring.", False),
        ("Appendix A is attached.", "1. How people were asked", False),
    ],
)
def test_an_appendix_that_numbers_anew_is_a_paper(title: str, following: str, own: bool) -> None:
    pages = (PAGES[0], ("1. The scheme", "2. Its cost"), (title, following))
    assert begins(pack(pages=pages)) == ([1, 3] if own else [1])


def test_an_enclosure_belongs_to_the_item_of_the_paper_before_it() -> None:
    pages = (*PAGES[:3], ("ANNEX 1", "1. Streets in the scheme"), *PAGES[3:])
    document = pack(stamp(2, "Agenda Item 7"), stamp(5, "Agenda Item 8"), pages=pages)
    assert begins(document) == [1, 2, 4, 5]
    annex = document.papers[2].id
    assert [tie.reason for tie in document.item_papers if tie.paper == annex] == [
        "it comes behind the paper of the item"
    ]


def test_a_letter_at_the_top_of_a_page_is_a_paper() -> None:
    letter = ("To: all harbour masters", "Mill House", "4 March 2025", "Dear Harbour Master", "I write of the tolls.")
    assert begins(pack(pages=(*PAGES[:2], letter))) == [1, 3]
    quoted = (
        "He wrote to each of the harbour masters on this coast, to their clerks and to their deputies, in these words",
        "Dear Harbour Master",
    )
    assert begins(pack(pages=(*PAGES[:2], quoted))) == [1]


def test_the_page_before_a_stamped_paper_is_a_paper_however_short() -> None:
    pages = (("Dear Member", "CABINET – 4 MARCH 2025", "I enclose a report."), PAGES[1])
    document = pack(stamp(2, "Agenda Item 7"), pages=pages)
    assert begins(document) == [1, 2]
    assert [paper.kind.value for paper in document.papers] == ["other", "other"]
    assert [paper.date for paper in document.papers] == ["2025-03-04", "2025-03-04"]


def test_a_cover_and_the_blank_page_behind_it_belong_to_their_paper() -> None:
    blank = Furniture(2, FurnitureKind.LEFT_BLANK, "This page is intentionally left blank")
    assert begins(pack(blank, pages=(("Warm homes", "March 2025"), (), PAGES[1]))) == [1]
