"""Items of one meeting: on its agenda, in its minutes, and the reports that were put to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from corpus.links.model import Link, Thing, ThingKind
from corpus.vocabulary import LinkKind, PaperKind
from search.aligning.boards import Sameness
from search.aligning.likeness import title_likeness
from search.aligning.words import title_keys
from search.linking.linked import linked
from search.linking.meetings import sameness
from search.linking.neighbours import Neighbours

_LIKE = 0.6
"""Of 1: a title that has half its words in common with another is not yet the same."""
_SAME_NUMBER = 0.2
"""Within one meeting, the number tells of two like titles which is meant."""
_LEAST_COMMON = 2
"""So many items with words of their own must be the same before they show that two papers are of one meeting."""
_PART_COMMON = 0.5
_LEAST_WORDS = 2
"""A title of one word ("Finance") is in every agenda."""
_TIED = 0.95
_SAME_REFERENCE = 1.0

_Papers = Mapping[str, Sequence[Thing]]


def items_of_a_day(things: Sequence[Thing]) -> Iterator[Link]:
    """Links among the items and reports of each meeting of one day."""
    agendas, minutes = _by_paper(ThingKind.ITEM, things), _by_paper(ThingKind.MINUTE, things)
    firsts = Neighbours([minuted[0] for minuted in minutes.values()])
    for items in agendas.values():
        for first in firsts.of(items[0]):
            yield from _minuted(items, minutes[_paper_of(first)])
    reports = Neighbours(
        [each for each in things if each.kind is ThingKind.PAPER and each.paper_kind != PaperKind.MINUTES]
    )
    for held in (*agendas.values(), *minutes.values()):
        for report in reports.of(held[0]):
            yield from _put_to(report, held)


def _by_paper(kind: ThingKind, things: Iterable[Thing]) -> _Papers:
    found: dict[str, list[Thing]] = defaultdict(list)
    for each in things:
        if each.kind is kind and each.title and each.about is None:
            found[_paper_of(each)].append(each)
    return found


def _paper_of(thing: Thing) -> str:
    return thing.paper or thing.place.document


def _minuted(items: Sequence[Thing], minuted: Sequence[Thing]) -> Iterator[Link]:
    """Each item of an agenda with what the minutes of the same meeting call the same."""
    same = sameness(items[0], minuted[0])
    if items[0].date != minuted[0].date or same is Sameness.OTHER:
        return
    pairs = _matched(items, minuted)
    if same is Sameness.POSSIBLE and not _show_one_meeting(pairs, items, minuted):
        return
    for item, minute, score in pairs:
        reason = f"the item and its minute: the same title, of the same meeting ({item.date})"
        yield linked(LinkKind.SAME_MATTER, item, minute, score, reason)


def _matched(items: Sequence[Thing], minuted: Sequence[Thing]) -> list[tuple[Thing, Thing, float]]:
    """Pairs of like title, the likest first, each item and each minute once."""
    ranked = sorted(
        (
            (likeness, -abs(at - other), at, other)
            for at, item in enumerate(items)
            for other, minute in enumerate(minuted)
            if (likeness := _likeness(item, minute)) >= _LIKE
        ),
        reverse=True,
    )
    pairs, taken, used = [], set(), set()
    for likeness, _, at, other in ranked:
        if at not in taken and other not in used:
            taken.add(at)
            used.add(other)
            pairs.append((items[at], minuted[other], min(likeness, 1.0)))
    return pairs


def _likeness(one: Thing, other: Thing) -> float:
    if set(one.references) & set(other.references):
        return _SAME_REFERENCE + _SAME_NUMBER
    titles = title_likeness(one.title, other.title)
    same_number = one.number is not None and one.number == other.number
    return titles + (_SAME_NUMBER if titles >= _LIKE and same_number else 0.0)


def _show_one_meeting(pairs: Sequence[tuple[Thing, Thing, float]], *papers: Sequence[Thing]) -> bool:
    """Whether so many items are the same that papers whose bodies can't be told are of one meeting."""
    telling = [item for item, _, _ in pairs if len(title_keys(item.title)) >= _LEAST_WORDS]
    return len(telling) >= max(_LEAST_COMMON, _PART_COMMON * min(len(items) for items in papers))


def _put_to(report: Thing, items: Sequence[Thing]) -> Iterator[Link]:
    """A report with the item that it was put to: tied to it in a pack, or of one reference or title with it."""
    tied = [item for item in items if report.id in item.ties]
    for item in tied:
        yield linked(LinkKind.SAME_MATTER, item, report, _TIED, "the paper of the item, in the same pack")
    if tied or report.date != items[0].date:
        return
    same = sameness(report, items[0])
    if same is Sameness.OTHER:
        return
    best = max(items, key=lambda item: _likeness(report, item))
    score = min(_likeness(report, best), 1.0)
    telling = len(title_keys(report.title) & title_keys(best.title)) >= _LEAST_WORDS
    if score >= _LIKE and (same is Sameness.SURE or (same is Sameness.POSSIBLE and telling and score == 1.0)):
        shared = set(report.references) & set(best.references)
        why = f"the same reference ({min(shared)})" if shared else "the same title"
        yield linked(LinkKind.SAME_MATTER, best, report, score, f"the report of the item: {why}, of the same meeting")
