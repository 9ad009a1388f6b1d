"""Where else a matter is told of by its name, with no link that leads there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from corpus.store import Corpus
from search.analysis import words
from search.index import Index
from search.stories.events import Event, is_standing
from search.stories.items import OF_MEETINGS, Item
from search.stories.timeline import timeline
from search.stories.topic import SMALL_WORDS
from search.tracing.parts import Part
from search.tracing.telling import place_in_time

FEW = 12
"""What a name of one word finds more often ("Savings") is no name of one matter."""

MOST = 40
"""What a name finds more often is no name of one matter: none of it is told."""

NAMES = 3
"""So many names are looked for: a report, its minute and a call-in are mostly called alike."""

_SIGNS = re.compile(r'["“”*?()\[\]{}^~<>]|:(?!\s)')
"""What means something in a query, and nothing in a heading."""
_OPERATORS = re.compile(r"\b(?:AND|OR|NOT)\b")


def name_of(part: Part, at: int) -> str | None:
    """What ``part`` is called around character ``at``: the nearest heading or lead that can be a name of one matter."""
    if part.is_row:
        return None
    held = next((item for item in part.items() if item.start <= at < item.end), None)
    named = (*_leads(part, held), part.head.text) if held and part.paper.kind in OF_MEETINGS else (part.head.text,)
    return next((name for name in named if _is_name(name)), None)


def names_of(start: Part, at: int, others: Iterable[Part]) -> tuple[str, ...]:
    """What the matter is called: around character ``at`` of ``start``, then in ``others``, the surest first."""
    called = (name_of(start, at), *(part.head.text for part in others if not part.is_row and _is_name(part.head.text)))
    by_words = {frozenset(words(name)): name for name in reversed([name for name in called if name])}
    return tuple(dict.fromkeys(by_words[frozenset(words(name))] for name in called if name))[:NAMES]


def told_elsewhere(
    index: Index, corpus: Corpus, names: Iterable[str], known: Iterable[Event], parts: Iterable[Part]
) -> tuple[Event, ...]:
    """The events on what is called one of ``names``, oldest first, but for those ``known`` and what is in ``parts``."""
    ids = {event.id for event in known}.union(*(part.ids for part in parts))
    found: dict[object, Event] = {}
    for name in names:
        query = _OPERATORS.sub(lambda match: match[0].lower(), _SIGNS.sub(" ", name))
        events = [event for event in timeline(index, corpus, query) if event.id not in ids]
        if len(events) <= (MOST if len(_telling(name)) > 1 else FEW):
            for event in events:
                why = f"it tells of “{name}”: {event.why}"
                found.setdefault((event.id, event.kind, event.quote), replace(event, why=why))
    return tuple(sorted(found.values(), key=lambda event: place_in_time(event, event.date)))


def _leads(part: Part, item: Item) -> Iterator[str]:
    """The headings above ``item`` within ``part``, the nearest first."""
    return (head.text for head in reversed(item.path) if head.start >= part.start)


def _is_name(text: str) -> bool:
    return bool(_telling(text)) and not is_standing(text)


def _telling(text: str) -> list[str]:
    return [word for word in words(text) if word not in SMALL_WORDS]
