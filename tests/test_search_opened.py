"""A hit opens at the page on which the words stand that it was found by."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from corpus.entries import Entry, EntryKind
from corpus.store import Corpus
from minuted.searching import SearchRequest, search
from search.engine import Order
from search.excerpt import Excerpts
from search.fields import Field
from search.filters import Filters
from search.opened import opened
from search.tree import Or, Term
from tests.index_made import section

FIRST = "9. Allotments\n  The fence was old.\n"
SECOND = "The hedge was cut.\n\n"
THIRD = f"The gate hung.\n{'Nothing else was said. ' * 30}The hedge and the ditch were seen.\n"


def over_pages(page_breaks: tuple[int, ...]) -> Entry:
    return replace(section("marl", 4, FIRST + SECOND + THIRD), page_breaks=page_breaks)


def page(entry: Entry, *words: str) -> int:
    query = Or([Term(Field.WORDS, word) for word in words])
    return opened(entry, Excerpts.showing(query).of(entry.text)).page


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (["fence"], 4),
        (["hedge"], 5),
        (["gate"], 6),
        (["the"], 4),
        (["fence", "hedge", "cut"], 5),
        (["fence", "gate"], 4),
        (["hedge", "ditch"], 6),
        (["lamp"], 4),
    ],
)
def test_a_section_over_several_pages_opens_where_most_of_the_words_stand(words: list[str], wanted: int) -> None:
    entry = over_pages((len(FIRST), len(FIRST + SECOND)))
    assert page(entry, *words) == wanted


def test_a_section_on_one_page_opens_there() -> None:
    assert page(over_pages(()), "ditch") == 4


def test_page_breaks_are_those_of_the_paper(sample_corpus: Path) -> None:
    with Corpus.open(sample_corpus) as corpus:
        entries = [entry for entry in corpus.entries() if entry.page_breaks]
        documents = {entry.document: corpus.document(entry.document) for entry in entries}
    assert entries
    for entry in entries:
        document = documents[entry.document]
        assert document is not None
        assert entry.kind in (EntryKind.SECTION, EntryKind.PAPER)
        for turned, page_break in enumerate(entry.page_breaks, start=1):
            page_start = document.page_starts[entry.page - 1 + turned]
            assert document.text.startswith(entry.text[page_break : page_break + 40], page_start)


def test_a_search_tells_the_page_of_the_words(sample_corpus: Path) -> None:
    request = SearchRequest(text='"dismissed in two sentences"', filters=Filters(), order=Order.RELEVANCE, limit=1)
    (hit,) = search(sample_corpus, request).results.hits
    assert (hit.entry.number, hit.entry.page) == ("5", 2)
