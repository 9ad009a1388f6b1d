"""Actions raised, carried forward and closed at one meeting after the other: by reference, else by owner and text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from corpus.links.model import Link, Thing
from corpus.vocabulary import ActionStatus, LinkKind
from search.aligning.boards import Sameness
from search.aligning.likeness import likeness
from search.aligning.words import says_something, words_of
from search.linking.linked import linked
from search.linking.meetings import sameness
from search.linking.publishers import of_one_family

_SAME_REFERENCE = 0.4
"""Of 1, how like the words of two actions of one reference must be: boards number their actions alike."""
_SAME_OWNER = 0.75
"""How like they must be where only the owner is the same."""
_OTHER_BODY = 0.9
"""How like they must be where the bodies are not the same: a group that another took over from."""
_LEAST_WORDS = 4
_MEETINGS_ON = 3
"""An action that was in none of so many meetings of its owner is no longer the same."""
_SURE = 0.95


def action_words(text: str) -> tuple[str, ...]:
    """What an action is known by: its words that tell something."""
    return tuple(word.key for word in words_of(text) if says_something(word))


def same_reference_action(things: Sequence[Thing]) -> Iterator[Link]:
    """Each action with what had its reference before: the last meeting at which it is the same."""
    dated = _by_day(things)
    for at, day in enumerate(dated):
        for later in day:
            earlier = next((each for before in reversed(dated[:at]) for each in before if _same(each, later)), None)
            if earlier:
                reason = f"both have the reference {later.number}, and say the same"
                yield _link(earlier, later, _SURE, reason)


def same_owner_action(things: Sequence[Thing]) -> Iterator[Link]:
    """Each action with what its owner was to do before in the same words."""
    dated = _by_day(things)
    for at, day in enumerate(dated):
        for later in day:
            best = max(
                (
                    (alike, before, number)
                    for before, earlier_day in enumerate(dated[max(at - _MEETINGS_ON, 0) : at])
                    for number, earlier in enumerate(earlier_day)
                    if (alike := _alike(earlier, later))
                ),
                default=None,
            )
            if best:
                alike, before, number = best
                earlier = dated[max(at - _MEETINGS_ON, 0) + before][number]
                yield _link(earlier, later, alike * _SURE, f"the same owner ({later.owner}) and the same words")


def _by_day(things: Sequence[Thing]) -> list[list[Thing]]:
    dated = sorted((each for each in things if each.date), key=lambda each: (each.date, each.place.document, each.id))
    return [list(day) for _, day in groupby(dated, key=lambda each: each.date)]


def _same(earlier: Thing, later: Thing) -> bool:
    if not of_one_family(earlier, later):
        return False
    same_body = sameness(earlier, later) is Sameness.SURE
    return likeness(earlier.words, later.words) >= (_SAME_REFERENCE if same_body else _OTHER_BODY)


def _alike(earlier: Thing, later: Thing) -> float:
    """How like two actions of one owner are; 0 where they may be others."""
    if earlier.number and later.number and earlier.number != later.number:
        return 0.0
    if min(len(earlier.words), len(later.words)) < _LEAST_WORDS or not of_one_family(earlier, later):
        return 0.0
    alike = likeness(earlier.words, later.words)
    same_body = sameness(earlier, later) is Sameness.SURE
    return alike if alike >= (_SAME_OWNER if same_body else _OTHER_BODY) else 0.0


def _link(earlier: Thing, later: Thing, score: float, reason: str) -> Link:
    closes = later.status == ActionStatus.CLOSED and earlier.status != ActionStatus.CLOSED
    if closes:
        return linked(LinkKind.RAISES, earlier, later, score, f"{reason}; on {later.date} it is closed")
    return linked(LinkKind.SAME_ACTION, earlier, later, score, f"{reason}; on {later.date} it is {later.status}")
