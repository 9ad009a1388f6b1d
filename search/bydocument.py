"""What a query finds in certain documents, document by document, with few entries in memory at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from corpus.document import DocumentId
from corpus.entries import Entry
from search.engine import Engine, Found
from search.fields import Field
from search.tree import And, Query, Term, any_of

TOGETHER = 256
"""Documents that one question asks for: a night's papers are fewer, and each is a term of it."""

AT_ONCE = 1_000
"""Entries that are held at once, some MB; but a document is always held whole, as everywhere."""


def hits_by_document(
    engine: Engine, query: Query, documents: Sequence[DocumentId]
) -> Iterator[tuple[DocumentId, tuple[Entry, ...]]]:
    """The entries of each of ``documents`` that ``query`` finds; nothing of those in which it finds none.

    ``query`` is a tree of indexed fields (``search.meaning``). What it costs grows with ``documents``, or with all that
    the query finds where that is less.
    """
    if len(documents) > TOGETHER:
        answer = engine.search(query, limit=AT_ONCE)
        if answer.total <= AT_ONCE:
            wanted = frozenset(documents)
            yield from _grouped(found for found in answer.found if found.entry.document in wanted)
            return
    for first in range(0, len(documents), TOGETHER):
        yield from _of(engine, query, documents[first : first + TOGETHER])


def _of(
    engine: Engine, query: Query, documents: Sequence[DocumentId]
) -> Iterator[tuple[DocumentId, tuple[Entry, ...]]]:
    narrowed = And((query, any_of(tuple(Term(Field.UNIT, document) for document in documents))))
    answer = engine.search(narrowed, limit=AT_ONCE)
    if answer.total > AT_ONCE and len(documents) > 1:
        half = len(documents) // 2
        yield from _of(engine, query, documents[:half])
        yield from _of(engine, query, documents[half:])
        return
    if answer.total > AT_ONCE:
        answer = engine.search(narrowed, limit=answer.total)
    yield from _grouped(iter(answer.found))


def _grouped(found: Iterator[Found]) -> Iterator[tuple[DocumentId, tuple[Entry, ...]]]:
    grouped: dict[DocumentId, list[Entry]] = defaultdict(list)
    for each in found:
        grouped[each.entry.document].append(each.entry)
    for document in sorted(grouped):
        yield document, tuple(grouped[document])
