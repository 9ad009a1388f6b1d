"""Where a heading ends that runs into a sentence or a list of papers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ingest.structure.headings import (
    capitals_lead,
    closed_up,
    cut,
    item_lead,
    item_title,
    lead,
    set_off,
    stopped_lead,
    task_lead,
    without_columns,
    without_item,
    without_pages,
)

ENDS: list[tuple[Callable[[str], str | None], str, str | None]] = [
    (cut, "RECOMMENDATION: That Members note the report", "RECOMMENDATION"),
    (cut, "Old Baths: Future Use", "Old Baths: Future Use"),
    (set_off, "Reason five: How options were weighed", "Reason five: How options were weighed"),
    (set_off, "FINANCE: the accounts were paid", "FINANCE"),
    (lead, "Highways: the drain had been cleared", "Highways"),
    (lead, "24/00108 - Revenue budget of the harbour", None),
    (item_lead, "Finance. The clerk reported that all was paid", "Finance"),
    (item_lead, "Declarations of Interest Cllr Hale declared one in item 4", "Declarations of Interest"),
    (item_lead, "To Receive the Accounts: None were to hand", "To Receive the Accounts"),
    (item_lead, "That the report be noted by all who were there", None),
    (item_lead, "BUDGET REVIEW The board heard that the sum was spent", "BUDGET REVIEW"),
    (item_title, "To accept apologies for absence.", "To accept apologies for absence"),
    (item_title, "It was agreed that he might go.", None),
    (task_lead, "Trees – to receive an update", "Trees"),
    (task_lead, "Trees – Northgate", None),
    (stopped_lead, "Car Parks. The clerk had written", "Car Parks"),
    (stopped_lead, "The clerk had written. No answer had come", None),
    (capitals_lead, "CLOSE OF MEETING held in May", None),
    (capitals_lead, "NHS England wrote", None),
    (without_item, "Item 3 BUDGET", "BUDGET"),
    (without_pages, "Budget (Pages 3 - 10)", "Budget"),
    (without_columns, "Terms of Reference Paper Tom Orme 10.30", "Terms of Reference"),
    (without_columns, "Papers for the archive", "Papers for the archive"),
    (closed_up, "A N N E X", "ANNEX"),
    (closed_up, "A Plan", "A Plan"),
]


@pytest.mark.parametrize(("read", "line", "heading"), ENDS, ids=[f"{each[0].__name__}: {each[1]}" for each in ENDS])
def test_where_a_heading_ends(read: Callable[[str], str | None], line: str, heading: str | None) -> None:
    assert read(line) == heading
