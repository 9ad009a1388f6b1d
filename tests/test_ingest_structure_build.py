"""A reading becomes a document: its ids, and the one coordinate system of its text."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from corpus.document import BlockKind, Document
from corpus.vocabulary import MediaType
from ingest.assemble import assemble
from ingest.layout import Mark, Piece, Reading
from ingest.structure.build import build_document
from ingest.text import read_text

MINUTES = """\
NORTHMERE BOROUGH COUNCIL

CABINET

Minutes of the meeting held on Tuesday 11 June 2024

PRESENT: Councillors A Marsh (Chair), B Holt

1. WELCOME

The Chair spoke.

1. WELCOME

The number is printed twice.
"""
MOST_PAGES = 6


def document_of(text: str, sha256: str = "0123456789" * 6 + "abcd") -> Document:
    return build_document(read_text(text.encode(), "cabinet.txt"), name="cabinet.txt", sha256=sha256)


def test_an_id_tells_body_date_and_kind() -> None:
    assert document_of(MINUTES).id == "northmere-borough-council-cabinet-2024-06-11-minutes-012345"


def test_a_document_that_says_nothing_is_called_by_its_file() -> None:
    assert document_of("").id == "cabinet-012345"


def test_other_bytes_of_the_same_meeting_get_another_id() -> None:
    assert document_of(MINUTES).id != document_of(MINUTES, sha256="f" * 64).id


def test_ids_are_the_same_on_every_run() -> None:
    assert document_of(MINUTES) == document_of(MINUTES)


def test_ids_are_unique_though_numbers_repeat() -> None:
    document = document_of(MINUTES)
    assert [section.number for section in document.sections] == ["1", "1"]
    parts = [*document.papers, *document.sections, *document.meetings]
    assert len({part.id for part in parts}) == len(parts)
    assert all(part.id.startswith(f"{document.id}/") for part in parts)


def test_sections_of_two_papers_on_one_page_keep_their_own_ids() -> None:
    report = "REPORT TO: Cabinet|DATE: 11 June 2024|SUBJECT: Old Baths|1. PURPOSE OF THE REPORT|It asks for a roof."
    lines = [*report.split("|"), *report.replace("Baths", "Mill").split("|")]
    paged = tuple(Piece(text=line, marks=(Mark(0, 1),)) for line in lines)
    document = build_document(Reading(media_type=MediaType.PDF, pieces=paged), name="two.pdf", sha256="0" * 64)
    assert [paper.title for paper in document.papers] == ["Old Baths", "Old Mill"]
    assert [section.id.rpartition("/")[2] for section in document.sections] == ["s1.1", "s1.2"]


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=20)


@st.composite
def pieces(draw: st.DrawFn) -> list[Piece]:
    """Pieces in reading order, on pages that ascend, some of them rows with cells."""
    made = []
    page = 1
    for words in draw(st.lists(st.lists(WORDS, min_size=1, max_size=4), max_size=8)):
        page = min(page + draw(st.integers(0, 2)), MOST_PAGES)
        marks = [Mark(0, page, draw(st.none() | st.integers(1, 99)))]
        row = len(words) > 1
        text = "\t".join(words)
        if text and page < MOST_PAGES and draw(st.booleans()):
            page += 1
            marks.append(Mark(draw(st.integers(0, len(text))), page))
        made.append(
            Piece(
                text=text,
                marks=tuple(marks),
                kind=BlockKind.ROW if row else BlockKind.PARAGRAPH,
                cells=tuple(words) if row else (),
            )
        )
    return made


@given(pieces())
def test_assembled_spans_quote_their_pieces(made: list[Piece]) -> None:
    assembled = assemble(made, MOST_PAGES)
    filled = [piece for piece in made if piece.text.strip()]
    assert len(assembled.blocks) == len(filled)
    for piece, block in zip(filled, assembled.blocks, strict=True):
        assert assembled.text[block.span.start : block.span.end] == piece.text
        assert tuple(assembled.text[cell.start : cell.end] for cell in block.cells) == piece.cells
    assert all(one.span.end < other.span.start for one, other in pairwise(assembled.blocks))


@given(pieces())
def test_assembled_pages_and_lines_ascend(made: list[Piece]) -> None:
    assembled = assemble(made, MOST_PAGES)
    assert len(assembled.page_starts) == MOST_PAGES
    assert assembled.page_starts[0] == 0
    assert list(assembled.page_starts) == sorted(assembled.page_starts)
    assert assembled.page_starts[-1] <= len(assembled.text)
    offsets = [mark.offset for mark in assembled.source_lines]
    assert offsets == sorted(offsets)


@given(st.lists(WORDS, max_size=12))
def test_any_text_becomes_a_sound_document(lines: list[str]) -> None:
    document = document_of("\n\n".join(lines))
    covered = [paper.span for paper in document.papers]
    assert bool(covered) is bool(document.text)
    assert all(one.end + 1 == other.start for one, other in pairwise(covered))
    for section in document.sections:
        assert 0 <= section.span.start <= section.span.end <= len(document.text)


def test_a_name_set_bold_in_an_attendance_list_is_no_heading() -> None:
    lines = (
        ("Osney Parish Council", True), ("Minutes of the meeting held on 4 March 2025", True), ("Present:", True),
        ("Ada Marsh (AM)", False), ("Ben Holt (BH) CLERK", True), ("1. Apologies", True), ("There were none.", False),
    )  # fmt: skip
    pieces = tuple(Piece(text=text, bold=bold, size=11.0, marks=(Mark(0, 1),)) for text, bold in lines)
    document = build_document(Reading(media_type=MediaType.PDF, pieces=pieces), name="minutes.pdf", sha256="0" * 64)
    assert "Ben Holt" in [line.name for line in document.attendance]
    assert [section.heading for section in document.sections][-1] == "Apologies"
    assert not any("Holt" in (section.heading or "") for section in document.sections)
