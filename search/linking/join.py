"""Which of the things that share a key are linked: by the kind of the key, what tells of a link."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType

from corpus.links.model import Link, Thing
from search.linking.actions import same_owner_action, same_reference_action
from search.linking.citations import cited, corrected
from search.linking.items import items_of_a_day
from search.linking.keys import KeyKind, kind_of
from search.linking.lastminutes import last_minutes
from search.linking.meetings import approvals, minutes_of
from search.linking.names import same_names
from search.linking.packs import papers_of_items
from search.linking.references import named_actions, same_reference
from search.linking.tellings import told_of
from search.linking.titles import same_title, taken_under

_Tells = Callable[[Sequence[Thing]], Iterator[Link]]

_TELLING: Mapping[KeyKind, tuple[_Tells, ...]] = MappingProxyType(
    {
        KeyKind.DAY: (minutes_of, approvals, items_of_a_day, corrected, told_of),
        KeyKind.SERIES: (last_minutes,),
        KeyKind.PACK: (papers_of_items,),
        KeyKind.REFERENCE: (same_reference, named_actions),
        KeyKind.TITLE: (same_title, taken_under),
        KeyKind.NAME: (same_names,),
        KeyKind.MINUTE: (cited,),
        KeyKind.ACTION: (same_reference_action,),
        KeyKind.OWNER: (same_owner_action,),
    }
)


_MOST: Mapping[KeyKind, int] = MappingProxyType({KeyKind.REFERENCE: 60, KeyKind.TITLE: 400, KeyKind.NAME: 12})
"""By kind, how many things may share a key before it tells of no matter: a title, or a name, that is everywhere."""
_NO_LIMIT = 1_000_000


def most(key: str) -> int:
    """How many things may have ``key`` so that it still tells of a link."""
    return _MOST.get(kind_of(key), _NO_LIMIT)


def join(key: str, things: Sequence[Thing]) -> Iterator[Link]:
    """The links among ``things``, all of which have ``key``; the order in which they come changes nothing."""
    if 1 < len(things) <= most(key):
        in_order = sorted(things, key=lambda each: (each.place.document, each.place.start, each.kind, each.id))
        for tells in _TELLING[kind_of(key)]:
            yield from tells(in_order)
