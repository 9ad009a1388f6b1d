"""An action that one meeting tells twice, in the discussion and in the summary, is one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from corpus.document import MeetingId
from corpus.findings import Action, RuleId
from corpus.vocabulary import ActionStatus
from extract.regexes import labelled
from extract.undertakings import LABELS

_SAME = 0.75  # share of words in common at which two actions of one meeting are one
_ALIKE = 0.5  # the same, of the longer one, or where one owner has both and one of them sums the other up
_UNDER_ONE_REFERENCE = 0.25  # the same, of the shorter one, where both have one number
_NEAR = 800  # characters from what was said to the label that sums it up: a paragraph or two
_COMPARED = 1000  # actions told last in a meeting, with which a further one is compared; no list of actions is longer
_SUMMARIES = frozenset({RuleId("actions.log-row"), RuleId("actions.action-list")})
_WORD = re.compile(r"[^\W_][\w’'£%/]*")
_WORDS_OF_NO_WEIGHT = frozenset(
    "a about all also an and any are as asked agreed at be been by for from has have he her his if in into is it its "
    "of offered on or our re regarding said she should so that the their them there these they this to was were what "
    "when whether which will with would action actions".split()
)


@dataclass(frozen=True, slots=True)
class _Told:
    """An action at its place among those kept, and the words that carry its meaning."""

    at: int
    words: frozenset[str]


def merged(actions: Iterable[Action]) -> list[Action]:
    """``actions`` with those that one meeting tells again merged into the first."""
    kept: list[Action] = []
    told: dict[MeetingId | None, list[_Told]] = defaultdict(list)
    for action in actions:
        words = _weighty(action)
        others = told[action.meeting]
        before = next((each for each in others[-_COMPARED:] if _same(kept[each.at], each.words, action, words)), None)
        if before is None:
            others.append(_Told(len(kept), words))
            kept.append(action)
        else:
            kept[before.at] = _with(kept[before.at], action)
    return kept


def _weighty(action: Action) -> frozenset[str]:
    owner = set(_WORD.findall((action.owner or "").lower()))
    return frozenset(_WORD.findall(action.text.lower())) - owner - _WORDS_OF_NO_WEIGHT


def _same(first: Action, first_words: frozenset[str], again: Action, words: frozenset[str]) -> bool:
    fewer = min(len(words), len(first_words))
    common = len(words & first_words)
    if first.reference and again.reference:  # one item's number may stand before several actions
        return first.reference == again.reference and common >= _UNDER_ONE_REFERENCE * fewer
    if not fewer:
        return first.text.lower() == again.text.lower()
    if not _may_be_one_owners(first, again):
        return False
    if common >= _SAME * fewer and common >= _ALIKE * max(len(words), len(first_words)):
        return True
    return _has_one_owner(first, again) and _sums_up(first, again) and common >= _ALIKE * fewer


def _sums_up(first: Action, again: Action) -> bool:
    """Whether ``again`` may say once more what ``first`` says: a label just behind prose, a summary at the end."""
    if not _is_prose(first) or _is_prose(again):
        return False
    return again.rule in _SUMMARIES or again.span.start - first.span.end <= _NEAR


def _is_prose(action: Action) -> bool:
    return action.rule in _rules_for_prose()


@cache
def _rules_for_prose() -> frozenset[RuleId]:
    return frozenset(rule.id for label in LABELS for rule in labelled("actions", label))


def _has_one_owner(first: Action, again: Action) -> bool:
    return _who(first) is not None and _who(first) == _who(again)


def _may_be_one_owners(first: Action, again: Action) -> bool:
    """Whether both are one owner's, or one of them is nobody's; of several owners, one may be told once."""
    one, other = _who(first), _who(again)
    return one is None or other is None or one in other or other in one or not (first.owner_name and again.owner_name)


def _who(action: Action) -> str | None:
    written = action.owner_name or action.owner
    return re.sub(r"^the ", "", written.casefold()) if written else None


def _with(first: Action, again: Action) -> Action:
    """``first`` with what ``again`` adds; the words of a label behind prose are the record's own."""
    told = first
    if _is_prose(first) and not _is_prose(again) and again.rule not in _SUMMARIES:
        told = replace(first, text=again.text, span=again.span, rule=again.rule, also=(*first.also, first.span))
    else:
        told = replace(first, also=(*first.also, again.span))
    status = again if first.status is ActionStatus.OPEN else first
    return replace(
        told,
        reference=first.reference or again.reference,
        owner=first.owner or again.owner,
        owner_name=first.owner_name or again.owner_name,
        due=first.due or again.due,
        due_date=first.due_date or again.due_date,
        status=status.status,
        status_note=status.status_note or first.status_note or again.status_note,
        explicit=first.explicit or again.explicit,
    )
