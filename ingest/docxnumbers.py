"""The numbers that Word prints before paragraphs: it stores the rule, not the number."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.markers import BULLET
from ingest.numbering import numeral
from ingest.wordml import is_on, number, value, w

if TYPE_CHECKING:
    from lxml.etree import _Element

# WordprocessingML knows nine levels of a list (ECMA-376 part 1, 17.9.3).
_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list counts: first number, style of numerals, text with places such as ``%1.%2``.

    It begins anew after a number of a level above ``restarts_below``; ``paragraph_style`` is the one made for it.
    """

    start: int
    style: str
    text: str
    legal: bool
    restarts_below: int
    paragraph_style: str | None


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

    def printed(self, list_id: str, level: int | None, style_id: str | None = None) -> str:
        """The number or bullet before the next paragraph of this list and level (from 0); empty where none is.

        Where no level is told it is the one that the list has for the paragraph's style, else the first.
        """
        named = self._lists.get(list_id)
        if named is None:
            return ""
        if level is None:
            made_for = {each.paragraph_style: at for at, each in named.levels.items() if each.paragraph_style}
            level = made_for.get(style_id or "", 0)
        if level not in named.levels:
            return ""
        counts = self._counts[named.definition]
        if list_id not in self._begun:
            self._begun.add(list_id)
            for at, start in named.restarts.items():
                counts[at] = start - 1
        own = named.levels[level]
        counts[level] = counts.get(level, own.start - 1) + 1
        for deeper in [at for at in counts if at > level]:
            if deeper not in named.levels or level < named.levels[deeper].restarts_below:
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
    elements = list(numbering.iterchildren(w("abstractNum")))
    # A definition may be that of a list style, and say no more than the style's name.
    styles = {value(each, "styleLink"): each for each in elements if value(each, "styleLink")}
    definitions = {
        each.get(w("abstractNumId"), ""): dict(_levels(styles.get(value(each, "numStyleLink"), each)))
        for each in elements
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
                    # Without a first number a level begins with 0 (ECMA-376 part 1, 17.9.25).
                    start=number(value(level, "start"), 0),
                    style=value(level, "numFmt") or "decimal",
                    text=value(level, "lvlText") or "",
                    legal=is_on(level, "isLgl") is True,
                    restarts_below=number(value(level, "lvlRestart"), at),
                    paragraph_style=value(level, "pStyle"),
                ),
            )
