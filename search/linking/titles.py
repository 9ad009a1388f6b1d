"""Items and reports of like title that came before a body, or another of the same publisher, time after time."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from corpus.links.model import Link, Thing, ThingKind
from corpus.months import MONTHS
from corpus.vocabulary import LinkKind, PaperKind
from search.aligning.likeness import title_likeness
from search.aligning.words import says_something, title_keys, words_of
from search.linking.linked import linked
from search.linking.publishers import board_key, of_one_family
from search.linking.references import calls_in

_LIKE = 0.7
"""Of 1: below it, titles have words in common and may be of different matters."""
_BUT_FOR_NUMBERS = 0.75
_OF_A_TIME = re.compile(
    rf"\d|^(?:\w|{'|'.join(month.casefold() for month in MONTHS)}|quarter|quarterly|month|year|half)$"
)
_SURELY = 0.85
"""Two items of the same title may still be of two matters: a body has a grant to give every year."""
_ONE_WORD = 0.5
"""As sure as a title of one word can be ("Finance"), which is an item of every agenda."""
_TIME_AND_AGAIN = 6
"""What comes up at so many meetings is an item of the body's, not one matter."""
_OTHER_BODY = 0.05
_LEAST_WORDS = 2
_OCCASIONS_BACK = 3
"""So many meetings with an item of that key are looked back to find the last one that is alike."""
_AMONG = 12
"""Among so many meetings before, those of other bodies are looked for."""
_TELLS_BEST = (ThingKind.MINUTE, ThingKind.PAPER, ThingKind.ITEM)


@dataclass(frozen=True, slots=True)
class _Occasion:
    """A meeting at which things of one key came up; ``board`` tells it from those of other bodies."""

    date: str
    board: str
    things: tuple[Thing, ...]


def title_words(title: str) -> tuple[str, ...]:
    """What a title is found by: each two words next to one another that tell something; its word where it has one."""
    keys = title_keys(title)
    telling = list(dict.fromkeys(word.key for word in words_of(title) if says_something(word) and word.key in keys))
    pairs = {" ".join(sorted(pair)) for pair in pairwise(telling)}
    return tuple(sorted(pairs)) or tuple(telling)


def likeness(one: str, other: str) -> float:
    """How like two titles are; 1 where they have the same words, less where only their numbers and days differ."""
    whole = title_likeness(one, other)
    if whole < _LIKE:
        plain, others = _timeless(one), _timeless(other)
        if plain == others and len(plain) >= _LEAST_WORDS:
            return _BUT_FOR_NUMBERS
    return whole


@lru_cache(maxsize=8192)  # the same titles meet again and again
def _timeless(title: str) -> frozenset[str]:
    """The words of a title without what tells of which month, quarter or year it is."""
    return frozenset(key for key in title_keys(title) if not _OF_A_TIME.search(key))


def same_title(things: Sequence[Thing]) -> Iterator[Link]:
    """Each thing with what was of like title at the last meeting of the same body, and of another before it."""
    occasions = _occasions(things)
    often = _often(occasions)
    by_board: dict[str, list[_Occasion]] = defaultdict(list)
    for at, later in enumerate(occasions):
        own = by_board[later.board][-_OCCASIONS_BACK:]
        others = [each for each in occasions[max(at - _AMONG, 0) : at] if each.board != later.board]
        for thing in later.things:
            yield from _last_like(thing, own, own=True, often=thing.title in often)
            if len(title_keys(thing.title)) >= _LEAST_WORDS:
                yield from _last_like(thing, others[-_OCCASIONS_BACK:], own=False, often=thing.title in often)
        by_board[later.board].append(later)


def taken_under(things: Sequence[Thing]) -> Iterator[Link]:
    """Each decision that gives a power with the records of decisions of like title that came after it."""
    for given in things:
        if given.kind is not ThingKind.DECISION or given.date is None:
            continue
        for record in things:
            if record.paper_kind != PaperKind.DECISION_NOTICE or record.kind is not ThingKind.PAPER:
                continue
            likeness = title_likeness(given.title, record.title)
            if likeness >= _LIKE and (record.date or "") > given.date and of_one_family(given, record):
                reason = f"{given.date} delegated it to {given.owner}; the record of {record.date} has a like title"
                yield linked(LinkKind.DELEGATES, given, record, likeness * _SURELY, reason)


def _occasions(things: Sequence[Thing]) -> list[_Occasion]:
    found: dict[tuple[str, str], list[Thing]] = defaultdict(list)
    for each in things:
        if each.date and each.title and each.kind in _TELLS_BEST:
            found[each.date, board_key(each)].append(each)
    return [_Occasion(date, board, tuple(of)) for (date, board), of in sorted(found.items(), key=lambda each: each[0])]


def _often(occasions: Sequence[_Occasion]) -> frozenset[str]:
    """The titles that a body's meetings have time and again."""
    seen = Counter(
        (occasion.board, keys)
        for occasion in occasions
        for keys in {title_keys(each.title) for each in occasion.things}
    )
    return frozenset(
        each.title
        for occasion in occasions
        for each in occasion.things
        if seen[occasion.board, title_keys(each.title)] >= _TIME_AND_AGAIN
    )


def _last_like(thing: Thing, before: Sequence[_Occasion], *, own: bool, often: bool) -> Iterator[Link]:
    """What was of like title at the last of the meetings ``before``."""
    for occasion in reversed(before):
        alike = [
            (score, each)
            for each in occasion.things
            if occasion.date < (thing.date or "")
            and of_one_family(each, thing)
            and (score := likeness(each.title, thing.title)) >= _LIKE
        ]
        if alike:
            if often and len(title_keys(thing.title)) < _LEAST_WORDS:
                return  # an item of every agenda, of no matter
            score, earlier = max(alike, key=lambda pair: (pair[0], -_TELLS_BEST.index(pair[1].kind)))
            yield _link(earlier, thing, score, own=own, often=often)
            return


def _link(earlier: Thing, later: Thing, likeness: float, *, own: bool, often: bool) -> Link:
    if calls_in(later) and not calls_in(earlier):
        reason = f"a call-in whose title names the matter of {earlier.date}"
        return linked(LinkKind.CALLS_IN, later, earlier, likeness * _SURELY, reason)
    words = min(len(title_keys(earlier.title)), len(title_keys(later.title)))
    most = _SURELY if words >= _LEAST_WORDS and not often else _ONE_WORD
    where = "the meeting before that had it" if own else "another body of the same publisher"
    same = "the same title" if likeness == 1.0 else "a like title"
    reason = f"{same} as at {where}, on {earlier.date}"
    if often:
        reason += "; it comes up time and again"
    return linked(LinkKind.SAME_MATTER, earlier, later, likeness * most - (0 if own else _OTHER_BODY), reason)
