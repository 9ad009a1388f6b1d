"""Did you mean: which words the index doesn't hold, what is spelt nearly so, and the query with that in their place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from search.engines import ENGINES
from search.index import Index
from search.nearness import Unknown, corrected, unknown_words
from search.query import parse
from tests.index_made import section

INSTEAD = (
    Unknown("alotments", ("allotments", "allotment")),
    Unknown("title", ("tithe",)),
    Unknown("marlmill", ("marl mill",)),
    Unknown("zeppelin", ()),
)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("alotments", "allotments"),
        ("the Alotments (alotments)", "the allotments (allotments)"),
        ('"let alotments"~3', '"let allotments"~3'),
        ("title title:fence", "tithe title:fence"),
        ("title:title", "title:tithe"),
        ("TITLE:alotments OR title", "TITLE:allotments OR tithe"),
        ("marlmill", "marl mill"),
        ("body:marlmill fence", 'body:"marl mill" fence'),
        ('body:"marlmill board"', 'body:"marl mill board"'),
        ("zeppelin", None),
        ("zeppelin title:fence", None),
        ("", None),
    ],
)
def test_a_query_is_corrected_but_for_the_names_of_fields(text: str, meant: str | None) -> None:
    assert corrected(text, INSTEAD) == meant


@pytest.fixture(scope="module", params=ENGINES)
def index(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Index:
    fences = [section("d1", number, "The fences of the marl mill were mended.") for number in range(3)]
    named = replace(section("d2", 9, "A fense."), people=("Ada Penrose",))
    return Index.rebuild(tmp_path_factory.mktemp("near"), [*fences, named], 1, str(request.param))


@pytest.mark.parametrize(
    ("written", "unknown"),
    [
        ("fence", ()),
        ("fances", (Unknown("fances", ("fences",)),)),
        ("mlil NOT fances", (Unknown("mlil", ("mill",)),)),
        ("marlmill", (Unknown("marlmill", ("marl mill",)),)),
        ('"fances mended" OR fances', (Unknown("fances", ("fences",)),)),
        ("person:penrise", (Unknown("penrise", ("penrose",)),)),
        ("penrise", (Unknown("penrise", ()),)),
        ("xyz", (Unknown("xyz", ()),)),
        ("fenc*", ()),
    ],
)
def test_words_that_nothing_holds_are_told_with_what_is_spelt_nearly_so(
    index: Index, written: str, unknown: tuple[Unknown, ...]
) -> None:
    assert unknown_words(parse(written), index.engine) == unknown
