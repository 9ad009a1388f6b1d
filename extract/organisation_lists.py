"""Bodies in a list that share the noun at its end: "Tarn, Crake and Finch Parish Councils" names three councils."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.findings import RuleId
from corpus.gazetteer import find
from corpus.spans import Span
from extract.organisation_naming import BodyNaming
from extract.organisation_runs import Word
from extract.organisation_words import SHARED_HEADS, lead_ins, modifiers

_SHARED_HEAD = RuleId("organisations.shared-head")
_LOCAL = frozenset({"parish", "town", "community"})
"""Sorts of council that are too many for the gazetteer: what is listed before them is taken for places."""
_LONGEST = 4  # words of a place


def listed_bodies(words: Sequence[Word]) -> Iterator[BodyNaming]:
    """The bodies that are listed before a noun in the plural in a run, whose words are ``words``, if all are known."""
    for at, word in enumerate(words):
        if word.lower in SHARED_HEADS and word.text[0].isupper():
            yield from _listed(words, at)


def _listed(words: Sequence[Word], at: int) -> Iterator[BodyNaming]:
    first_of_head = at
    while first_of_head > 0 and words[first_of_head - 1].lower in modifiers() and not words[first_of_head].comma:
        first_of_head -= 1
    head = " ".join([*(word.text for word in words[first_of_head:at]), words[at].text.removesuffix("s")])
    local = any(word.lower in _LOCAL for word in words[first_of_head:at])
    places = _places(words[:first_of_head])
    names = [f"{' '.join(word.text for word in place)} {head}" for place in places]
    if len(places) > 1 and (local or all(find(name) for name in names)):
        for place, name in zip(places, names, strict=True):
            yield BodyNaming(span=Span(place[0].start, place[-1].end), name=name, rule=_SHARED_HEAD)


def _places(words: Sequence[Word]) -> list[list[Word]]:
    """The places that ``words`` end with, set apart by commas and one "and" before the last."""
    places: list[list[Word]] = [[]]
    for word in reversed(words):
        if word.lower == "and" and len(places) == 1 and places[-1]:
            places.append([])
            continue
        if (word.connects and word.text != "&") or word.lower in lead_ins() or len(places[-1]) == _LONGEST:
            break
        places[-1].insert(0, word)
        if word.comma:
            places.append([])
    return [place for place in reversed(places) if place]
