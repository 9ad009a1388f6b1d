"""The numbers that a word processor prints before paragraphs of an OpenDocument text: the file stores only the rule."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ingest.markers import BULLET
from ingest.numbering import numeral
from ingest.odf import n, named, whole

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

# OpenDocument 1.3, part 3, 20.322 (style:num-format), in the names that ``numeral`` knows.
_NUMERALS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
# Writers offer ten levels; a damaged file may claim any.
_LEVELS = 10
_PLACE = re.compile(r"%(\d{1,2})%")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Level:
    """How a level counts and prints: ``style`` is ``None`` where it prints no number of its own.

    ``pattern`` ("%1%.%2%)") tells the whole label, where a file has it; else ``shown`` levels stand parted by full
    stops between ``before`` and ``after``.
    """

    bullet: bool
    style: str | None
    before: str
    after: str
    shown: int
    start: int
    pattern: str | None


Levels = dict[int, _Level]


@dataclass(slots=True)
class Counting:
    """How far one list has counted, by level from 1; a list that goes on with it counts in the same one."""

    counts: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a list the walk is: the counting, the list style in force, the level from 1."""

    counting: Counting
    style: str | None
    level: int


class Lists:
    """Counts through a document: ``begin`` each list as it comes, ``printed`` for each numbered paragraph in order."""

    def __init__(self, content: _Element, styles: _Element | None) -> None:
        trees = (styles, content)
        self._styles = {
            style.get(n("style:name"), ""): _levels(style, "text:list-level-style-")
            for style in named(trees, "text:list-style")
        }
        self._outline: Levels = {}
        for style in named((styles,), "text:outline-style"):
            self._outline = _levels(style, "text:outline-level-style")
        self._headings = Counting()
        self._by_id: dict[str, Counting] = {}
        self._by_style: dict[str | None, Counting] = {}

    def begin(self, element: _Element, outer: Place | None, *, first: bool) -> Place:
        """The place inside the ``text:list`` ``element``; ``first`` where no list comes before it in its item."""
        style = element.get(n("text:style-name")) or (outer.style if outer else None)
        goes_on = element.get(n("text:continue-numbering")) == "true"
        if outer is not None:
            level = outer.level + 1
            if not first and not goes_on:
                _forget(outer.counting.counts, below=outer.level)
            return Place(outer.counting, style, level)
        counting = self._by_id.get(element.get(n("text:continue-list"), ""))
        if counting is None and goes_on:
            counting = self._by_style.get(style)
        counting = counting or Counting()
        self._by_style[style] = counting
        own_id = element.get("{http://www.w3.org/XML/1998/namespace}id")
        if own_id:
            self._by_id[own_id] = counting
        return Place(counting, style, 1)

    def printed(self, place: Place, style: str | None, start: int | None) -> str:
        """The number or bullet before an item's first paragraph; empty where none is printed.

        ``style`` is the list style that the paragraph's own style names, for a list that names none; ``start`` the
        number that the item itself states.
        """
        return _label(self._styles.get(place.style or style or "", {}), place.counting.counts, place.level, start)

    def heading(self, level: int, start: int | None) -> str:
        """The number before a heading of the chapter numbering; empty where headings are not numbered."""
        return _label(self._outline, self._headings.counts, level, start)


def _label(levels: Mapping[int, _Level], counts: dict[int, int], level: int, start: int | None) -> str:
    own = levels.get(level)
    if own is None:
        return ""
    counts[level] = start if start is not None else counts.get(level, own.start - 1) + 1
    _forget(counts, below=level)
    if own.bullet:
        return BULLET
    if own.style is None:
        return ""
    if own.pattern:
        return _PLACE.sub(lambda place: _numeral(levels, counts, int(place.group(1))), own.pattern).strip()
    numerals = [_numeral(levels, counts, at) for at in range(max(level - own.shown + 1, 1), level + 1)]
    return f"{own.before}{'.'.join(filter(None, numerals))}{own.after}".strip()


def _numeral(levels: Mapping[int, _Level], counts: dict[int, int], at: int) -> str:
    rule = levels.get(at)
    if rule is None or rule.style is None:
        return ""
    return numeral(counts.setdefault(at, rule.start), rule.style)


def _forget(counts: dict[int, int], *, below: int) -> None:
    for deeper in [at for at in counts if at > below]:
        del counts[deeper]


def _levels(style: _Element, kind: str) -> Levels:
    levels: Levels = {}
    for level in style.iterchildren():
        at = whole(level, "text:level", 0)
        if level.tag.startswith(n(kind)) and 1 <= at <= _LEVELS:
            form = level.get(n("style:num-format"), "")
            is_number = level.tag in {n("text:list-level-style-number"), n("text:outline-level-style")}
            levels[at] = _Level(
                bullet=not is_number,
                # A format that papers in English don't use ("一") is printed as plain numbers.
                style=_NUMERALS.get(form, "decimal") if is_number and form else None,
                before=level.get(n("style:num-prefix"), ""),
                after=level.get(n("style:num-suffix"), ""),
                shown=whole(level, "text:display-levels", 1),
                start=whole(level, "text:start-value", 1),
                pattern=level.get(n("style:num-list-format")) or level.get(n("loext:num-list-format")),
            )
    return levels
