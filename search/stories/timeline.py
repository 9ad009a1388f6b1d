"""What happened on a topic: the items about it, and passages on it in others, as events in order of time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from corpus.entries import Entry, EntryKind
from corpus.store import Corpus
from search.fields import Field
from search.filters import Filters
from search.index import Index
from search.meaning import places
from search.stories.events import PRECEDENCE, Event, entry_kind
from search.stories.fitting import shortened
from search.stories.matching import Matches, matches
from search.stories.readings import readings
from search.stories.references import with_references
from search.stories.telling import told
from search.stories.topic import TELLING, Topic, topic
from search.tree import Query, Term, all_of, any_of, fields

CANDIDATES = 400
"""Parts of papers that are looked at closely, the best by the engine's ranking: a timeline of more is no answer."""

ALLOWED = 20_000
"""Parts and findings of the documents looked at, of which a strict query or a filter lets some through."""

_PARTS = any_of((Term(Field.KIND, EntryKind.SECTION), Term(Field.KIND, EntryKind.PAPER)))
_OF_FINDINGS = frozenset({Field.KIND, Field.OUTCOME, Field.OWNER})
"""Fields by which findings are asked for: the parts of papers in which these stand don't have them."""


@dataclass(frozen=True, slots=True)
class _Looked:
    """The documents (ids) that were looked at, and what in them tells of the topic."""

    documents: tuple[str, ...]
    found: Matches


def timeline(index: Index, corpus: Corpus, query: str, filters: Filters | None = None) -> tuple[Event, ...]:
    """The events on ``query``, oldest first and the undated last.

    A query of words is a topic: of several words most must be there, by their rarity. Quoted phrases, fields and
    operators are strict. Raises ``QueryError`` where ``query`` or a filter can't be understood.
    """
    wanted = topic(index, query)
    filters = filters or Filters()
    # Papers of a later day may tell of the days asked for.
    asked = replace(filters, until=None).alone()
    strict = (*wanted.strict, *(() if asked is None else (index.meaning(asked),)))
    if not wanted.words:
        entries = _found(index, places(all_of(strict)), CANDIDATES) if wanted.strict else ()
        return _in_order((_of_entry(entry) for entry in entries), filters)
    looked = _looked(index, corpus, wanted, strict)
    known = with_references(wanted, looked.found.about)
    if known != wanted:
        wanted, looked = known, _looked(index, corpus, known, strict)
    events = told(wanted, looked.found)
    if strict:
        allowed = _allowed(index, strict, looked.documents)
        events = (event for event in events if event.id in allowed)
    return _in_order(events, filters)


def _looked(index: Index, corpus: Corpus, wanted: Topic, strict: tuple[Query, ...]) -> _Looked:
    """What tells of ``wanted`` in the documents that the index finds for it."""
    candidates = _candidates(index, wanted, strict)
    documents = tuple(dict.fromkeys(entry.document for entry in candidates))
    parts = frozenset(entry.id for entry in candidates)
    found = matches(wanted, tuple(readings(wanted, corpus.outlines(documents), parts)))
    return _Looked(documents, found)


def _candidates(index: Index, wanted: Topic, strict: tuple[Query, ...]) -> tuple[Entry, ...]:
    heaviest = max(word.weight for word in wanted.words)
    telling = [word for word in wanted.words if word.weight >= TELLING * heaviest or word.required or word.is_reference]
    worded = any_of(tuple(word.query(field) for word in telling for field in (Field.TEXT, Field.TITLE)))
    narrowing = (part for part in strict if _OF_FINDINGS.isdisjoint(fields(part)))
    return _found(index, all_of((_PARTS, worded, *narrowing)), CANDIDATES)


def _allowed(index: Index, strict: tuple[Query, ...], documents: tuple[str, ...]) -> frozenset[str]:
    """The ids of what the strict parts of the query let through in the documents looked at."""
    if not documents:
        return frozenset()
    within = any_of(tuple(Term(Field.UNIT, document) for document in documents))
    return frozenset(entry.id for entry in _found(index, places(all_of((within, *strict))), ALLOWED))


def _found(index: Index, query: Query, limit: int) -> tuple[Entry, ...]:
    return tuple(found.entry for found in index.engine.search(query, limit=limit).found)


def _of_entry(entry: Entry) -> Event:
    return Event(
        document=entry.document,
        document_name=entry.document_name,
        page=entry.page,
        line=entry.line,
        date=entry.date,
        body=entry.body,
        kind=entry_kind(entry),
        title=entry.heading or entry.paper_title,
        quote=shortened(entry.text),
        id=entry.id,
        why="meets the query",
        outcome=entry.outcome,
        owner=entry.owner,
        due=entry.due_date,
    )


def _in_order(events: Iterable[Event], filters: Filters) -> tuple[Event, ...]:
    """``events`` of the days asked for, by time, each place once for each kind."""
    in_time = (event for event in events if _is_of_days(event, filters))
    once = {(event.id, event.kind, event.page, event.quote): event for event in in_time}
    return tuple(sorted(once.values(), key=_place_in_time))


def _is_of_days(event: Event, filters: Filters) -> bool:
    if filters.since is None and filters.until is None:
        return True
    day = event.date
    if day is None or (filters.since is not None and day < filters.since):
        return False
    return filters.until is None or day[: len(filters.until)] <= filters.until


def _place_in_time(event: Event) -> tuple[bool, str, int, str, int, int]:
    return (
        event.date is None,
        event.date or "",
        PRECEDENCE[event.kind],
        event.document_name,
        event.page,
        event.line or 0,
    )
