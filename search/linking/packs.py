"""Papers of a pack and the items that they are for: told by titles within an item's row, by words, by their order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.links.model import Link, Thing, ThingKind
from corpus.vocabulary import LinkKind, PaperKind
from search.aligning.boards import Sameness
from search.aligning.likeness import title_likeness
from search.aligning.words import title_keys
from search.linking.linked import linked
from search.linking.meetings import sameness

_LIKE = 0.6
_LEAST_WORDS = 2
_BY_TITLE, _BY_WORDS, _BY_ORDER, _ONLY_MINUTES = 0.9, 0.7, 0.65, 0.8
_ORAL = frozenset({"oral", "verbal"})
"""Words of a row that say that the item has no paper."""


@dataclass(frozen=True, slots=True)
class _Matched:
    """By its place among items and papers, which paper is for which item."""

    item: int
    paper: int


def papers_of_items(things: Sequence[Thing]) -> Iterator[Link]:
    """Each paper behind an agenda with the item that it is for, where nothing else ties them."""
    in_order = sorted(things, key=lambda each: each.place.start)
    items = [each for each in in_order if each.kind is ThingKind.ITEM]
    papers = [each for each in in_order if each.kind is ThingKind.PAPER]
    yield from _minutes(items, [each for each in papers if each.paper_kind == PaperKind.MINUTES])
    reports = [each for each in papers if each.paper_kind != PaperKind.MINUTES]
    yield from _reports([each for each in items if each.title and not _ORAL & set(each.words)], reports)


def _minutes(items: Sequence[Thing], papers: Sequence[Thing]) -> Iterator[Link]:
    """Minutes with the item that names their body; or with the one item that brings minutes, where they are alone."""
    bringing = [each for each in items if not each.title]
    for paper in papers:
        if any(paper.id in each.ties for each in items):
            continue
        body = title_keys(paper.board.name) if paper.board else frozenset[str]()
        own = [each for each in papers if _of_same_body(each, items)]
        for item in bringing:
            if len(body & set(item.words)) >= _LEAST_WORDS:
                yield linked(
                    LinkKind.MINUTES_OF, item, paper, _BY_WORDS, "the item names the body whose minutes they are"
                )
            elif own == [paper] and len(bringing) == 1 and not item.ties:
                reason = "the only minutes of the body in the pack of this agenda"
                yield linked(LinkKind.MINUTES_OF, item, paper, _ONLY_MINUTES, reason)


def _of_same_body(paper: Thing, items: Sequence[Thing]) -> bool:
    return bool(items) and sameness(paper, items[0]) is not Sameness.OTHER


def _reports(items: Sequence[Thing], papers: Sequence[Thing]) -> Iterator[Link]:
    matched = [
        _Matched(at, number)
        for at, item in enumerate(items)
        for number, paper in enumerate(papers)
        if paper.id in item.ties or title_likeness(item.title, paper.title) >= _LIKE
    ]
    told = {each.paper for each in matched}
    for number, paper in enumerate(papers):
        if number not in told and (at := _titled(items, paper)) is not None:
            matched.append(_Matched(at, number))
            yield linked(
                LinkKind.SAME_MATTER, items[at], paper, _BY_TITLE, "the item has the title of this paper behind it"
            )
    for number, paper in enumerate(papers):
        if (
            number not in {each.paper for each in matched}
            and (at := _worded(items, paper, number, matched)) is not None
        ):
            matched.append(_Matched(at, number))
            yield linked(LinkKind.SAME_MATTER, items[at], paper, _BY_WORDS, "like words, and its place in the pack")
    for number, paper in enumerate(papers):
        if (
            number not in {each.paper for each in matched}
            and (at := _alone(items, papers, number, matched)) is not None
        ):
            reason = "the only paper, and the only item, between two that belong together"
            yield linked(LinkKind.SAME_MATTER, items[at], paper, _BY_ORDER, reason)


def _titled(items: Sequence[Thing], paper: Thing) -> int | None:
    """The item in whose row the title of ``paper`` stands."""
    title = title_keys(paper.title)
    found = [at for at, item in enumerate(items) if len(title) > _LEAST_WORDS and title <= set(item.words)]
    return found[0] if len(found) == 1 else None


def _worded(items: Sequence[Thing], paper: Thing, number: int, matched: Sequence[_Matched]) -> int | None:
    """The item between those of its neighbours that has most words in common with how ``paper`` begins."""
    first, last = _between(items, number, matched)
    shared = {at: len(set(items[at].words) & set(paper.words)) for at in range(first, last + 1)}
    best = max(shared.values(), default=0)
    found = [at for at, count in shared.items() if count == best]
    return found[0] if best >= _LEAST_WORDS and len(found) == 1 else None


def _alone(items: Sequence[Thing], papers: Sequence[Thing], number: int, matched: Sequence[_Matched]) -> int | None:
    """The one item without a paper between those of its neighbours, where ``number`` is the one without an item."""
    first, last = _between(items, number, matched)
    before = max((each.paper for each in matched if each.paper < number), default=-1)
    after = min((each.paper for each in matched if each.paper > number), default=len(papers))
    have = {each.item for each in matched}
    free = [at for at in range(first, last + 1) if at not in have]
    return free[0] if after - before == 2 and len(free) == 1 else None


def _between(items: Sequence[Thing], number: int, matched: Sequence[_Matched]) -> tuple[int, int]:
    """The first and the last item that the paper ``number`` can be for, as papers stand in the order of their items."""
    first = max((each.item for each in matched if each.paper < number), default=0)
    last = min((each.item for each in matched if each.paper > number), default=len(items) - 1)
    return first, last
