"""What happened on a topic: the entries that fit it, and what stands under them, as events in order of time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from corpus.entries import Entry, EntryKind
from corpus.vocabulary import EventKind, PaperKind
from search.analysis import words
from search.events import PRECEDENCE, Event, event_kind
from search.fields import Field
from search.filters import Filters
from search.fitting import QUOTE_LENGTH, Fit, fit, telling_sentence
from search.index import Index
from search.meaning import places
from search.topic import Topic, topic
from search.tree import And, Or, Query, Term

CANDIDATES = 400
"""Entries that are looked at closely, the best by the engine's ranking: a timeline of more is no answer."""

RARE = 0.3
"""A word brings in candidates where its weight is at least this part of the heaviest word's."""

ENOUGH = 0.5
"""Part of the topic's weight that an entry must have."""

OWN = 0.3
"""Part of the topic's weight that must stand at the entry itself, not only in the title of its paper."""

TAIL = 0.5
"""Entries that fit less than this part of the best one are left out."""

KNOWN_BY = 12
"""Words from its start on that a finding is known by in the text of its section."""

AFTER = 60
"""Words after a passage in which minutes come to what was decided on it, and who is to do what."""

MOST_PAPERS = 40
"""Papers whose findings are looked through for those in passages that fit."""

_FINDINGS = (EntryKind.DECISION, EntryKind.RECOMMENDATION, EntryKind.ACTION)
_ABOUT_ONE_THING = frozenset({PaperKind.REPORT, PaperKind.DECISION_NOTICE, PaperKind.CALL_IN})
"""Papers on one matter: where the paper fits, its recommendations and decisions belong."""

_Fitting = tuple[Entry, Fit]


def timeline(index: Index, query: str, filters: Filters | None = None) -> tuple[Event, ...]:
    """The events on ``query``, oldest first and the undated last.

    A query of words is a topic: of several words most must be there, by their rarity. Quoted phrases, fields and
    operators are strict. Raises ``QueryError`` where ``query`` or a filter can't be understood.
    """
    wanted = topic(index, query)
    asked = (filters or Filters()).alone()
    narrowing = None if asked is None else index.meaning(asked)
    fitting = _fitting(index, wanted, narrowing)
    brought = _brought_in(index, fitting, narrowing)
    told = [_event(entry, how.why, telling_sentence(entry.text, wanted)) for entry, how in _one_each(fitting)]
    seen = {event.id for event in told}
    told += [_event(entry, why, _start(entry.text)) for entry, why in brought if entry.id not in seen]
    return tuple(sorted(told, key=_place_in_time))


def _fitting(index: Index, wanted: Topic, narrowing: Query | None) -> list[_Fitting]:
    """The entries that fit well enough, without the weak tail."""
    asked = [*wanted.strict, *([narrowing] if narrowing is not None else [])]
    if wanted.words:
        heaviest = max(word.weight for word in wanted.words)
        telling = [word for word in wanted.words if word.weight >= RARE * heaviest]
        asked.append(Or(tuple(word.query(field) for word in telling for field in (Field.TEXT, Field.TITLE))))
    elif not wanted.strict:
        return []
    found = index.engine.search(places(And(tuple(asked))), limit=CANDIDATES).found
    scored = [(one.entry, fit(one.entry, wanted)) for one in found]
    best = max((how.score for _, how in scored), default=0.0)
    least = max(ENOUGH, TAIL * best)
    return [(entry, how) for entry, how in scored if how.score >= least and how.own >= OWN]


def _one_each(fitting: Iterable[_Fitting]) -> Iterator[_Fitting]:
    """``fitting`` with one event for a paper other than minutes beside its findings: the paper, or its best part."""
    best: dict[object, _Fitting] = {}
    for entry, how in fitting:
        if entry.kind in (EntryKind.PAPER, EntryKind.SECTION):
            of_meeting = entry.paper_kind == PaperKind.MINUTES
            if of_meeting and entry.kind is EntryKind.PAPER:
                continue
            key: object = entry.id if of_meeting else (entry.document, entry.paper)
            if key not in best or _better(entry, how, best[key]):
                best[key] = (entry, how)
        else:
            best[entry.id] = (entry, how)
    yield from best.values()


def _better(entry: Entry, how: Fit, than: _Fitting) -> bool:
    if entry.kind is not than[0].kind:
        return entry.kind is EntryKind.PAPER
    return how.score > than[1].score


def _brought_in(index: Index, fitting: list[_Fitting], narrowing: Query | None) -> Iterator[tuple[Entry, str]]:
    """The findings that stand in a passage that fits, right after it, or in a paper that fits; and why."""
    passages = defaultdict(list)
    for entry, how in fitting:
        if entry.kind in (EntryKind.PAPER, EntryKind.SECTION) and how.passages:
            passages[entry.paper].append((entry, how))
    about = {
        entry.paper
        for entry, how in fitting
        if entry.kind is EntryKind.PAPER and entry.paper_kind in _ABOUT_ONE_THING and how.heading
    }
    papers = [paper for paper in passages if paper][:MOST_PAPERS]
    if not papers:
        return
    within = Or(tuple(Term(Field.PAPER, paper) for paper in papers))
    findings = Or(tuple(Term(Field.KIND, kind) for kind in _FINDINGS))
    query = And((within, findings, *(() if narrowing is None else (narrowing,))))
    for found in index.engine.search(query, limit=CANDIDATES).found:
        entry = found.entry
        if entry.paper in about and entry.kind is not EntryKind.ACTION:
            yield entry, f"in “{entry.paper_title}”, which fits"
        elif told := next((part for part, how in passages[entry.paper] if _is_in_passage(entry, part, how)), None):
            yield entry, f"in or right after the place in “{told.heading or told.paper_title}” that fits"


def _is_in_passage(finding: Entry, section: Entry, how: Fit) -> bool:
    """Whether the words of ``finding`` stand in a passage of ``section``, or soon after it."""
    wanted = " ".join(words(finding.text)[:KNOWN_BY])
    before, here, _ = f" {' '.join(words(section.text))} ".partition(f" {wanted} ")
    if not wanted or not here:
        return False
    at = len(before.split())
    return any(passage.start <= at + KNOWN_BY and at < passage.stop + AFTER for passage in how.passages)


def _event(entry: Entry, why: str, quote: str) -> Event:
    return Event(
        document=entry.document,
        document_name=entry.document_name,
        page=entry.page,
        line=entry.line,
        date=entry.date,
        body=entry.body,
        kind=event_kind(entry),
        title=entry.heading or entry.paper_title,
        quote=quote,
        id=entry.id,
        why=why,
    )


def _start(text: str) -> str:
    return " ".join(text.split())[:QUOTE_LENGTH]


def _place_in_time(event: Event) -> tuple[bool, str, int, str, int, int]:
    return (
        event.date is None,
        event.date or "",
        PRECEDENCE[EventKind(event.kind)],
        event.document_name,
        event.page,
        event.line or 0,
    )
