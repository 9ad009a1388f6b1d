"""What must be true of the sections of any text: they are in order, nest, quote their numbers, and are told quickly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document
from ingest.structure.build import build_document
from ingest.text import read_text

MARKS = (
    "1.|2.|3.|4.|(1)|(2)|1)|2)|a)|b)|i.|ii.|1.1|1.2|2.1|3.5.1|14.60|HWB10|HWB11|PB/21/39|PB/21/40|41/19|42/19|41a/19|4a|"
    "12|Item 4|•|"
).split("|")
WORDS = [
    "BUDGET",
    "Old Baths and Mill",
    "Mr Orme told the meeting of the roof.",
    "RESOLVED that:",
    "Finance: all was paid by the clerk in May.",
    "Present: Cllr A Marsh",
    "Contents",
    "Agenda item",
    "Minutes:",
    "(Item 4)",
    "",
]
LINES = st.tuples(st.sampled_from(MARKS), st.sampled_from(WORDS), st.sampled_from(["\n", "\n\n", "\t", " "]))
OPENING = "Northmere Town Council\n\nMinutes of the Planning Committee held on 4 March 2025\n\n"


def document_of(text: str) -> Document:
    return build_document(read_text(text.encode(), "paper.txt"), name="paper.txt", sha256="0" * 64)


@given(st.lists(LINES, max_size=40), st.booleans())
def test_sections_are_ordered_and_nest(lines: list[tuple[str, str, str]], opened: bool) -> None:
    text = "".join(f"{mark} {words}{end}" for mark, words, end in lines)
    document = document_of((OPENING if opened else "") + text)
    by_id = {section.id: section for section in document.sections}
    starts = [section.span.start for section in document.sections]
    assert starts == sorted(set(starts))
    for section in document.sections:
        assert section.level >= 1
        assert section.number is not None or section.heading is not None
        assert section.number is None or section.number in document.quote(section.span)
        if section.parent is not None:
            parent = by_id[section.parent]
            assert parent.level < section.level
            assert parent.span.start < section.span.start <= section.span.end <= parent.span.end


@pytest.mark.parametrize(
    "line",
    ["1. Heading", "a) Heading", "GB/24/01 A ", "1. A - B: ", "1." + " " * 50, "Present:\n\n", "1)\n\n(1)\n\na)\n\n"],
)
def test_a_line_said_many_times_is_no_trap(line: str) -> None:
    """A pattern or a stack that looks at all that came before would not come to its end here."""
    document = document_of(OPENING + (line + "\n\n") * 3000 + line * 3000)
    assert document.text
