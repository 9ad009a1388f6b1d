"""An action that one meeting tells twice, in the discussion and in the summary, is one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from corpus.document import MeetingId
from corpus.findings import Action
from corpus.vocabulary import ActionStatus

_SAME = 0.75  # share of words in common at which two actions of one meeting are one
_COMPARED = 1000  # actions told last in a meeting, with which a further one is compared; no list of actions is longer


def merged(actions: Iterable[Action]) -> list[Action]:
    """``actions`` with those that one meeting tells again merged into the first."""
    kept: list[Action] = []
    told: dict[MeetingId | None, list[tuple[int, set[str]]]] = defaultdict(list)
    for action in actions:
        words = set(action.text.lower().split())
        others = told[action.meeting]
        before = next((at for at, other in others[-_COMPARED:] if _same(kept[at], other, action, words)), None)
        if before is None:
            others.append((len(kept), words))
            kept.append(action)
        else:
            kept[before] = _with(kept[before], action)
    return kept


def _same(first: Action, first_words: set[str], again: Action, words: set[str]) -> bool:
    if first.reference and again.reference:
        return first.reference == again.reference
    return len(words & first_words) >= _SAME * max(min(len(words), len(first_words)), 1)


def _with(first: Action, again: Action) -> Action:
    return replace(
        first,
        also=(*first.also, again.span),
        reference=first.reference or again.reference,
        owner=first.owner or again.owner,
        owner_name=first.owner_name or again.owner_name,
        due=first.due or again.due,
        due_date=first.due_date or again.due_date,
        status=again.status if first.status is ActionStatus.OPEN else first.status,
        explicit=first.explicit or again.explicit,
    )
