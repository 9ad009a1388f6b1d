"""Where a finding stands: which number its item has."""

from __future__ import annotations

import pytest

from corpus.document import Document, DocumentId, Paper, PaperId, Section, SectionId
from corpus.spans import Span
from corpus.vocabulary import MediaType, PaperKind
from extract.places import Places

PAPER = PaperId("d/p1")


def places(*numbers_and_headings: tuple[str | None, str | None]) -> Places:
    """Sections one within the other, the outermost first; each begins a character after the one around it."""
    text = "x" * 20
    sections = tuple(
        Section(
            id=SectionId(f"d/s{at}"),
            paper=PAPER,
            number=number,
            heading=heading,
            level=at + 1,
            parent=SectionId(f"d/s{at - 1}") if at else None,
            span=Span(at, 20),
        )
        for at, (number, heading) in enumerate(numbers_and_headings)
    )
    return Places(
        Document(
            id=DocumentId("d"),
            name="minutes.txt",
            sha256="0" * 64,
            media_type=MediaType.TEXT,
            text=text,
            page_starts=(0,),
            source_lines=(),
            blocks=(),
            papers=(Paper(id=PAPER, kind=PaperKind.MINUTES, title="Minutes", span=Span(0, 20)),),
            sections=sections,
            meetings=(),
            attendance=(),
        )
    )


@pytest.mark.parametrize(
    ("sections", "item"),
    [
        ([("7", "Trees")], "7"),
        ([("7", "Trees"), ("7.2", "The hedge")], "7.2"),
        ([("7", "Trees"), ("7.2", None)], "7"),
        ([("7", "Trees"), ("b", "The hedge")], "7"),
        ([("7", "Trees"), ("b", "The hedge"), ("iii", "Its owner")], "7"),
        ([(None, "Trees"), ("b", "The hedge")], "b"),
        ([("HC4", "Trees"), ("a", "The hedge")], "HC4"),
        ([("7", None)], "7"),
        ([(None, "Trees")], None),
        ([], None),
    ],
)
def test_the_item_is_the_nearest_with_a_number_in_figures(
    sections: list[tuple[str | None, str | None]], item: str | None
) -> None:
    assert places(*sections).item(15) == item
