"""What a committee site prints around its items, in pages saved as text."""

from __future__ import annotations

from itertools import pairwise

import pytest

from corpus.document import Block
from corpus.spans import Span
from ingest.structure.sitelabels import is_saved_page, is_site_label, names_file, site_item, without_site
from ingest.structure.units import Unit, units


def _lines(*lines: str, size: float = 0.0) -> tuple[Unit, ...]:
    ends = [-1]
    for line in lines:
        ends.append(ends[-1] + 1 + len(line))
    blocks = [Block(span=Span(before + 1, end), size=size) for before, end in pairwise(ends)]
    return units("\n".join(lines), blocks)


@pytest.mark.parametrize(
    ("title", "without"),
    [
        ("Minutes pdf icon PDF 159 KB", "Minutes"),
        ("Budget PDF 20 KB Presented By: Ann Hale Minutes: It was set.", "Budget"),
        ("Old Baths", "Old Baths"),
        ("Minutes:", "Minutes:"),
    ],
)
def test_titles_without_what_a_site_prints_behind_them(title: str, without: str) -> None:
    assert without_site(title) == without


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Venue: Mill House", True),
        ("Is Key decision?: No", True),
        ("No. | Item |", True),
        ("Note No. Item", True),
        ("Browse by", True),
        ("Minutes of the last meeting", False),
        ("No. 4, item of the year", False),
    ],
)
def test_labels_of_sites(line: str, label: bool) -> None:
    assert is_site_label(_lines(line)[0]) is label


def test_files_are_named_with_their_size() -> None:
    assert names_file("Public reports pack PDF 2 MB")
    assert not names_file("Public reports pack as PDF")


def test_a_saved_page_has_no_type() -> None:
    assert is_saved_page(_lines("Agenda item", "Pier tolls"))
    assert not is_saved_page(_lines("Agenda item", "Pier tolls", size=11.0))
    assert not is_saved_page(_lines("Agenda item 4", "Pier tolls"))


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("Agenda item", "Pier tolls"), "Pier tolls"),
        (("Mill House", "Apologies Minutes: None were received."), "Apologies"),
        (("Mill House", "Pier tolls"), None),
        (("Mill House", "he asked for it. Minutes: None."), None),
    ],
)
def test_items_without_numbers(lines: tuple[str, ...], title: str | None) -> None:
    assert site_item(_lines(*lines), 1) == title
