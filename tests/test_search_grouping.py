"""Which places of a paper are told, and in what order: a section and what was decided in it are one place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.entries import Entry, EntryKind
from search.engine import Found
from search.excerpt import Excerpts
from search.fields import Field
from search.grouping import distinct
from search.tree import And, Query, Term
from tests.index_made import section

ITEM = replace(
    section(
        "marl", 4, "4 Report on allotments\nThe rents were low. RESOLVED that the report be noted. The rents be raised."
    ),
    heading="Report on allotments",
)
NOTED = replace(ITEM, id="marl-4/d1", kind=EntryKind.DECISION, text="that the report be noted")
RAISED = replace(ITEM, id="marl-4/d2", kind=EntryKind.DECISION, text="The rents be raised.")
OTHER = section("marl", 9, "The rents of the hall.")


def told(query: Query, *places: Entry) -> list[str]:
    return [found.entry.id for found in distinct([Found(entry, 1.0) for entry in places], Excerpts.showing(query))]


@pytest.mark.parametrize(
    ("word", "places", "order"),
    [
        ("rent", [RAISED, ITEM, OTHER], [RAISED, OTHER]),
        ("rent", [OTHER, ITEM, RAISED], [OTHER, RAISED]),
        ("rent", [ITEM, OTHER], [ITEM, OTHER]),
        ("allot", [NOTED, RAISED, ITEM], [ITEM, NOTED, RAISED]),
        ("allot", [NOTED, RAISED], [NOTED, RAISED]),
        ("rent", [NOTED, OTHER, ITEM], [ITEM, NOTED, OTHER]),
        ("rent", [NOTED, RAISED, ITEM], [RAISED, NOTED]),
        ("rent", [NOTED, NOTED, ITEM, ITEM], [ITEM, NOTED]),
    ],
)
def test_a_finding_stands_for_its_section_where_it_holds_the_words(
    word: str, places: list[Entry], order: list[Entry]
) -> None:
    assert told(Term(Field.STEMS, word), *places) == [entry.id for entry in order]


def test_a_finding_stands_for_its_section_where_neither_shows_what_was_asked() -> None:
    assert told(And([Term(Field.BODY, "marl")]), ITEM, NOTED) == [NOTED.id]
