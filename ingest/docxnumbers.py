"""The numbers that Word prints before paragraphs: it stores the rule, not the number."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.markers import BULLET
from ingest.numbering import numeral
from ingest.wordml import number, value, w

if TYPE_CHECKING:
    from lxml.etree import _Element

# WordprocessingML knows nine levels of a list (ECMA-376 part 1, 17.9.3).
_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list counts: first number, style of numerals, text with places such as ``%1.%2``."""

    start: int
    style: str
    text: str
    legal: bool


@dataclass(frozen=True, slots=True)
class _List:
    """A list as paragraphs name it: the definition it counts in, its levels, and where it starts anew."""

    definition: str
    levels: dict[int, _Level]
    restarts: dict[int, int]


class Numbers:
    """Counts through a document: call ``printed`` for each numbered paragraph in order."""

    def __init__(self, numbering: _Element | None) -> None:
        self._lists = dict(_lists(numbering)) if numbering is not None else {}
        self._counts: defaultdict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[str] = set()

    def printed(self, list_id: str, level: int) -> str:
        """The number or bullet before the next paragraph of this list and level (from 0); empty where none is."""
        named = self._lists.get(list_id)
        if named is None or level not in named.levels:
            return ""
        counts = self._counts[named.definition]
        if list_id not in self._begun:
            self._begun.add(list_id)
            for at, start in named.restarts.items():
                counts[at] = start - 1
        own = named.levels[level]
        counts[level] = counts.get(level, own.start - 1) + 1
        for deeper in [at for at in counts if at > level]:
            del counts[deeper]
        if own.style == "bullet":
            return BULLET
        if own.style == "none":
            return ""
        return _PLACE.sub(lambda place: _number_at(int(place.group(1)) - 1, named, counts, legal=own.legal), own.text)


def _number_at(level: int, named: _List, counts: dict[int, int], *, legal: bool) -> str:
    rule = named.levels.get(level)
    if rule is None:
        return ""
    return numeral(counts.setdefault(level, rule.start), "decimal" if legal else rule.style)


def _lists(numbering: _Element) -> Iterator[tuple[str, _List]]:
    definitions = {
        each.get(w("abstractNumId"), ""): dict(_levels(each)) for each in numbering.iterchildren(w("abstractNum"))
    }
    for num in numbering.iterchildren(w("num")):
        definition = value(num, "abstractNumId") or ""
        levels = dict(definitions.get(definition, {}))
        restarts: dict[int, int] = {}
        for override in num.iterchildren(w("lvlOverride")):
            levels.update(_levels(override))
            start = value(override, "startOverride")
            if start is not None:
                restarts[number(override.get(w("ilvl")), 0)] = number(start, 1)
        yield num.get(w("numId"), ""), _List(definition, levels, restarts)


def _levels(parent: _Element) -> Iterator[tuple[int, _Level]]:
    for level in parent.iterchildren(w("lvl")):
        at = number(level.get(w("ilvl")), 0)
        if at < _LEVELS:
            yield (
                at,
                _Level(
                    start=number(value(level, "start"), 1),
                    style=value(level, "numFmt") or "decimal",
                    text=value(level, "lvlText") or "",
                    legal=level.find(w("isLgl")) is not None,
                ),
            )
