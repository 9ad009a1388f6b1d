"""Results by paper, walked page by page: no paper is lost, none comes twice, and each tells its best places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.entries import Entry, EntryKind
from search.engine import Order
from search.engines import ENGINES
from search.grouping import PLACES_TOLD, by_paper, by_place
from search.index import Index
from search.query import parse
from search.results import Result, Results
from tests.index_made import section

WORDS = ("fence", "gate", "hedge", "ditch", "bench")


@st.composite
def entries(draw: st.DrawFn) -> list[Entry]:
    """Sections of a few papers, one of which may have most of them, and some of none; many are alike."""
    papers = draw(st.lists(st.sampled_from([None, "p1", "p1", "p1", "p2", "p3", "p4", "p5"]), max_size=60))
    return [
        replace(
            section("d1", number, draw(st.sampled_from(["The fence.", "A fence, a gate.", "The hedge.", "A gate."]))),
            paper=paper,
            date=draw(st.sampled_from([None, "2024-05-07", "2024", "2023-04-01"])),
        )
        for number, paper in enumerate(papers)
    ]


@pytest.fixture(scope="module", params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def page(index: Index, written: str, limit: int, offset: int = 0, order: Order = Order.RELEVANCE) -> Results:
    return by_paper(index, index.meaning(parse(written)), limit=limit, offset=offset, order=order)


def paper(result: Result) -> str:
    return result.best.entry.paper or result.best.entry.id


@settings(max_examples=25, deadline=None)
@given(entries=entries(), limit=st.integers(1, 7), order=st.sampled_from(Order), asked=st.sampled_from(WORDS))
def test_pages_are_the_pieces_of_one_long_page(
    engine: str,
    tmp_path_factory: pytest.TempPathFactory,
    entries: list[Entry],
    limit: int,
    order: Order,
    asked: str,
) -> None:
    index = Index.rebuild(tmp_path_factory.mktemp("pages"), entries, 1, engine)
    whole = page(index, asked, 100, order=order)
    walked: list[Result] = []
    while part := page(index, asked, limit, len(walked), order).results:
        assert len(part) <= limit
        walked += part
    assert tuple(walked) == whole.results
    held = Counter(entry.paper or entry.id for entry in entries if asked in entry.text)
    assert {paper(result): result.places for result in walked} == held
    assert len(walked) == whole.papers == len(held)
    assert whole.places == sum(held.values())
    assert all(len(result.hits) == min(PLACES_TOLD, result.places) for result in walked)
    flat = by_place(index, index.meaning(parse(asked)), limit=100, offset=0, order=order).results
    assert [paper(result) for result in walked] == list(dict.fromkeys(map(paper, flat)))


def crowded() -> Iterator[Entry]:
    """A paper with hundreds of hits that all fit better than any of other papers, of which each has four."""
    for number in range(400):
        yield replace(section("long", number, "The fence."), paper="long")
    for number in range(48):
        other = f"p{number % 12}"
        yield replace(section(other, number, f"{' '.join(WORDS * 20)} {number}"), paper=other)


@pytest.fixture(scope="module")
def crowded_index(engine: str, tmp_path_factory: pytest.TempPathFactory) -> Index:
    return Index.rebuild(tmp_path_factory.mktemp("crowded"), crowded(), 1, engine)


@pytest.mark.parametrize(("limit", "offset"), [(10, 0), (3, 0), (10, 10), (1, 12)])
def test_a_paper_with_hundreds_of_hits_takes_nothing_from_others(crowded_index: Index, limit: int, offset: int) -> None:
    results = page(crowded_index, "fence", limit, offset).results
    assert len(results) == min(limit, 13 - offset)
    for result in results:
        assert len(result.hits) == PLACES_TOLD
        assert len({hit.entry.id for hit in result.hits}) == PLACES_TOLD
        assert {hit.entry.paper for hit in result.hits} == {result.best.entry.paper}
        assert result.untold == (397 if paper(result) == "long" else 1)


ITEM = replace(section("d1", 1, "Fences. RESOLVED that the fence be mended. It was old."), paper="p1")
AROUND_IT = replace(ITEM, id="d1-0", text=f"3 Village green {ITEM.text}")
DECISION = replace(ITEM, id="d1-1/x1", kind=EntryKind.DECISION, text="that the fence be mended")
OTHERS = [replace(section("d1", number, "Another fence was seen."), paper="p1") for number in range(5, 10)]


@pytest.mark.parametrize(
    ("entries", "told", "untold"),
    [
        ([DECISION], 1, 0),
        ([ITEM, DECISION], 1, 0),
        ([AROUND_IT, ITEM, DECISION], 1, 0),
        ([ITEM], 1, 0),
        ([AROUND_IT, ITEM, DECISION, *OTHERS[:2]], 3, 0),
        ([AROUND_IT, ITEM, DECISION, *OTHERS], 3, 3),
        (OTHERS, 3, 2),
    ],
)
def test_more_places_count_a_finding_with_the_sections_around_it_once(
    engine: str, tmp_path: Path, entries: list[Entry], told: int, untold: int
) -> None:
    (result,) = page(Index.rebuild(tmp_path, entries, 1, engine), "fence", 10).results
    assert (len(result.hits), result.untold, result.places) == (told, untold, len(entries))
