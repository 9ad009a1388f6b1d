"""One result a paper: its best place, and the next best under it; a person or an organisation is one by itself.

The engine orders the places and counts them; here they are only put together as they come.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from corpus.entries import Entry, EntryKind
from search.engine import Engine, Found, Order, group_of
from search.excerpt import Excerpts
from search.fields import Field
from search.index import Index
from search.results import Result, Results, hits
from search.tree import And, Query, Term, any_of

PLACES_TOLD = 3
"""Places told of a paper: as many as leave ten papers on a few screens."""

MOST_PAPERS_COUNTED = 1_000
"""Beyond so many, the exact number of papers tells nobody anything."""

_WINDOW = 4
"""Places looked at for each paper wanted; of ordinary questions, so many hold enough papers."""

_LEAST_WINDOW = 40

_LOOKED_AT = 12
"""Places of a paper that are looked at for those to be told: some are sections around others, and tell nothing more."""

_FINDINGS = frozenset({EntryKind.DECISION, EntryKind.RECOMMENDATION, EntryKind.REPORTED_DECISION, EntryKind.ACTION})


def by_place(index: Index, meant: Query, *, limit: int, offset: int, order: Order) -> Results:
    """The page of places from the ``offset``-th on, each a result of its own. ``meant`` is a tree of indexed fields."""
    answer = index.engine.search(meant, limit=limit, offset=offset, order=order)
    results = tuple(Result(best=hit) for hit in hits(answer.found, Excerpts.showing(meant)))
    return Results(places=answer.total, papers=None, more_papers=False, results=results)


def by_paper(index: Index, meant: Query, *, limit: int, offset: int, order: Order) -> Results:
    """The page of papers from the ``offset``-th on, each where its best place stands among all places."""
    engine = index.engine
    total, firsts = _firsts(engine, meant, offset + limit, order)
    shown = dict(islice(firsts.items(), offset, offset + limit))
    papers = [group for group, first in shown.items() if first.entry.paper]
    counts = engine.places(meant, papers) if papers else {}
    places = _best_places(engine, meant, counts, order)
    groups = engine.groups(meant, up_to=MOST_PAPERS_COUNTED)
    excerpts = Excerpts.showing(meant)
    return Results(
        places=total,
        papers=min(groups, MOST_PAPERS_COUNTED),
        more_papers=groups > MOST_PAPERS_COUNTED,
        results=tuple(
            _result(excerpts, [first, *places.get(group, ())], counts.get(group, 1)) for group, first in shown.items()
        ),
    )


def _firsts(engine: Engine, meant: Query, wanted: int, order: Order) -> tuple[int, dict[str, Found]]:
    """How many places there are, and by paper, in order, the first of each of the ``wanted`` first papers or more."""
    firsts: dict[str, Found] = {}
    seen, window = 0, max(_WINDOW * wanted, _LEAST_WINDOW)
    while True:
        answer = engine.search(meant, limit=window, offset=seen, order=order)
        for found in answer.found:
            firsts.setdefault(group_of(found.entry), found)
        seen += len(answer.found)
        if len(firsts) >= wanted or seen >= answer.total or not answer.found:
            return answer.total, firsts
        window *= 2


def _best_places(
    engine: Engine, meant: Query, counts: Mapping[str, int], order: Order
) -> Mapping[str, Sequence[Found]]:
    """By paper its best places, so many as are looked at; ``counts`` tells how many it has."""
    if not counts:
        return {}
    wanted = {paper: min(count, _LOOKED_AT) for paper, count in counts.items()}
    places: dict[str, list[Found]] = {paper: [] for paper in wanted}
    within = any_of(tuple(Term(Field.PAPER, paper) for paper in wanted))
    for found in engine.search(And((meant, within)), limit=sum(wanted.values()), order=order).found:
        places[group_of(found.entry)].append(found)
    # A paper that has hundreds can leave others none of the places looked at: those are asked for by themselves.
    short = [paper for paper, number in wanted.items() if len(places[paper]) < number]
    alone = {paper: And((meant, Term(Field.PAPER, paper))) for paper in short}
    return places | {
        paper: list(engine.search(query, limit=wanted[paper], order=order).found) for paper, query in alone.items()
    }


def _result(excerpts: Excerpts, places: list[Found], count: int) -> Result:
    told = distinct(places, excerpts)
    around = len({found.entry.id for found in places}) - len(told)
    best, *further = hits(told[:PLACES_TOLD], excerpts)
    return Result(best=best, further=tuple(further), places=count, around=around)


def distinct(places: Iterable[Found], excerpts: Excerpts) -> list[Found]:
    """``places`` of one paper in order, each once, and a finding in the place of the section that tells it.

    A finding may be found by the heading alone that it stands under ("that the report be noted"). Its section, where
    that holds the words asked for, then comes before it; ``excerpts`` are those of the query.
    """
    each = {found.entry.id: found for found in places}
    leading = _leading([found.entry for found in each.values()], excerpts)
    told_by = stand_ins([found.entry for found in each.values() if found.entry.id not in leading])
    in_order: dict[str, None] = {}
    for found in each:
        if found in leading:
            in_order.setdefault(told_by[leading[found]])
        in_order.setdefault(told_by.get(found, found))
    return [each[told] for told in in_order]


def _leading(entries: Collection[Entry], excerpts: Excerpts) -> dict[str, str]:
    """By the id of each finding that holds no words asked for the id of the first section that holds them and it."""
    sections = [entry for entry in entries if entry.kind is EntryKind.SECTION]
    silent = [entry for entry in entries if sections and entry.kind in _FINDINGS and not _shows(entry, excerpts)]
    leading: dict[str, str] = {}
    for section, finding in _holding(sections, silent):
        if finding.id not in leading and _shows(section, excerpts):
            leading[finding.id] = section.id
    return leading


def stand_ins(entries: Collection[Entry]) -> dict[str, str]:
    """By the id of each of ``entries`` the id of the one that tells it.

    A section is told by the first finding among them whose words it holds; each other tells itself.
    """
    sections = [entry for entry in entries if entry.kind is EntryKind.SECTION]
    told = {entry.id: entry.id for entry in entries}
    for section, finding in _holding(sections, [entry for entry in entries if entry.kind in _FINDINGS]):
        if told[section.id] == section.id:
            told[section.id] = finding.id
    return told


def _shows(entry: Entry, excerpts: Excerpts) -> bool:
    """Whether the text of ``entry`` itself holds any of the words that it is found by."""
    return bool(excerpts.of(entry.text).marks)


def _holding(sections: Iterable[Entry], findings: Iterable[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Each of ``sections`` with each of ``findings`` whose words it holds, in order."""
    words = [(finding, " ".join(finding.text.split())) for finding in findings]
    for section in sections if words else ():
        text = " ".join(section.text.split())
        yield from ((section, finding) for finding, said in words if said in text)
