"""What tests of the life of an index share: entries of a fictional parish council, and how their index is asked."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from pathlib import Path
from random import Random

from corpus.document import DocumentId
from corpus.entries import Entry, EntryKind
from search.engine import Order
from search.fields import Field
from search.index import Index
from search.query import parse

_WORDS = ("fence", "gate", "hedge", "ditch", "bench", "lamp", "path", "bridge", "stile", "well", "elm", "oak")

_QUESTIONS = (
    "allotments",
    '"were let"',
    "fence AND gate",
    "hed*",
    "bensh~",
    "date:2022",
    'body:"little marl"',
    "NOT lamp",
)
"""One of each kind of query."""


def section(document: str, number: int, text: str = "The allotments were let.", date: str = "2024-05-07") -> Entry:
    """A section of a fictional parish council's minutes."""
    return Entry(
        id=f"{document}-{number}",
        kind=EntryKind.SECTION,
        document=DocumentId(document),
        document_name=f"{document}.pdf",
        page=number,
        line=None,
        paper=None,
        paper_title="Minutes",
        paper_kind="minutes",
        heading="Allotments",
        number=str(number),
        body="Little Marl Parish Council",
        organisation="Little Marl Parish Council",
        date=date,
        text=text,
    )


def sections(count: int, seed: int = 1) -> Iterator[Entry]:
    """So many sections of ten documents, with some words of a dozen in each."""
    random = Random(seed)
    for number in range(count):
        text = f"The allotments were let. {' '.join(random.choices(_WORDS, k=12))}."
        yield section(f"d{number % 10}", number, text, date=f"202{number % 5}-05-07")


def total(index: Index, written: str) -> int:
    """How many entries ``written`` finds."""
    return index.search(parse(written), limit=1).total


def answers(corpus: Path) -> list[object]:
    """What the index in ``corpus`` answers when it is opened and asked in every way."""
    index = Index.open(corpus)
    words = [term.value for term in index.engine.terms(Field.WORDS, "allot")]  # counts may tell of removed ones too
    told: list[object] = [index.count, *words]
    for written in _QUESTIONS:
        query = parse(written)
        told.append(index.facets(index.meaning(query)))
        for order in Order:
            results = index.search(query, limit=3, order=order)
            told += [results.total, *(hit.entry for hit in results.hits)]
    return told


def found(corpus: Path) -> list[object]:
    """All that the index in ``corpus`` finds for every question, in no order: that hangs on how it was made."""
    index = Index.open(corpus)
    told: list[object] = [index.count]
    for written in _QUESTIONS:
        query = parse(written)
        told += [index.facets(index.meaning(query))]
        told += [sorted((hit.entry for hit in index.search(query, limit=index.count).hits), key=attrgetter("id"))]
    return told
