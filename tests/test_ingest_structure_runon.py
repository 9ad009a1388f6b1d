"""Paragraphs that were several lines once."""

from __future__ import annotations

from ingest.structure.runon import line_starts


def test_minutes_that_are_one_paragraph_are_taken_apart_by_their_numbers() -> None:
    words = "It was a long evening and much was said of tides, tolls, piers and ferries. " * 6
    text = (
        f"MINUTES OF OSNEY PARISH COUNCIL Present: Cllr Ada Marsh. 1. Apologies None were sent. {words}"
        f"2. No interests were declared {words}3. The minutes of 4.05.20 were agreed. {words}"
        f"4. Reports 4.1 Chair’s Report She spoke of 7. Then of tolls. {words}4.2 Clerk’s Report {words}5. Accounts"
    )
    lines = [text[start:].split(" ")[0] for start in line_starts(text)]
    assert lines == ["MINUTES", "Present:", "1.", "2.", "3.", "4.", "4.1", "4.2", "5."]


def test_numbers_in_a_short_or_uncounted_paragraph_part_nothing() -> None:
    assert line_starts("The options: 1. Keep it. 2. Sell it. 3. Let it. 4. Close it.") == (0,)
    assert line_starts("He said so. 7. Then he left. " * 80) == (0,)
