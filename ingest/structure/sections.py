"""Sections: headings and numbered paragraphs as a tree, numbers as printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.vocabulary import MEETING_KINDS, PaperKind
from ingest.structure.candidates import Candidate
from ingest.structure.itemrows import is_item_title, row_candidate
from ingest.structure.levels import Levels
from ingest.structure.numbered import numbered_candidate
from ingest.structure.profile import Profile, profile, title_end
from ingest.structure.sitelabels import is_site_label, site_item
from ingest.structure.standings import Standing
from ingest.structure.units import Unit
from ingest.structure.unnumbered import unnumbered_candidate

_ITEM_BELOW = re.compile(r"\((?:agenda )?item (?P<number>\d{1,3}[a-z]?)\)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionDraft:
    """A section that begins with unit ``index``; ``level`` counts from 1."""

    index: int
    number: str | None
    heading: str | None
    level: int


def find_sections(
    units: Sequence[Unit], kind: PaperKind, opening_end: int, items: Mapping[int, int] | None = None
) -> tuple[SectionDraft, ...]:
    """The headings and numbered paragraphs of one paper's ``units``, in order.

    ``opening_end`` is the position in ``units`` where the title block or front sheet ends: before it, only table rows
    with a printed number are sections. ``items`` are the agenda items that the file itself marks, as position of the
    first unit and that after the last one: each is a section, and whatever else is found in it lies deeper.
    """
    outline = _Outline(units, profile(units, kind), items or {})
    levels = Levels(outline.profile)
    opening_end = max(opening_end, title_end(units))
    found: list[SectionDraft] = []
    floor, item_end = 1, 0
    for position, candidate in outline.candidates(opening_end):
        if position in outline.items:
            floor, item_end = 1, outline.items[position]
        level = levels.of(position, units[position], candidate, floor=floor if position < item_end else 1)
        if position in outline.items:
            floor = level + 1
        found.append(SectionDraft(index=position, number=candidate.number, heading=candidate.heading, level=level))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Outline:
    """One paper: its units, what they are like as a whole, and the items that the file itself marks."""

    units: Sequence[Unit]
    profile: Profile
    items: Mapping[int, int]

    def candidates(self, opening_end: int) -> Iterator[tuple[int, Candidate]]:
        """The candidates with their positions, in order; a title below its number is no candidate of its own."""
        next_free = 0
        for position, unit in enumerate(self.units):
            if position < next_free or (position in self.profile.contents and position not in self.items):
                continue
            if position in self.items:
                found: Candidate | None = self._marked_item(position)
            elif unit.in_row:
                found = row_candidate(self.units, position, self.profile)
            elif position >= opening_end or self._is_item(position):
                found = self._line(position)
            else:
                found = None
            if found is not None:
                next_free = position + 1 + found.taken
                yield position, found

    def _is_item(self, position: int) -> bool:
        """Whether a number before the end of the opening is one of the meeting's own: who came may be item 3."""
        if self.profile.saved and site_item(self.units, position):
            return True
        minuted = self.profile.kind in MEETING_KINDS
        return minuted and self.profile.standings.of.get(position) is Standing.ITEM

    def _line(self, position: int) -> Candidate | None:
        unit = self.units[position]
        if unit.number:
            return numbered_candidate(self.units, position, self.profile)
        if number := self._item_below(position):
            return Candidate(number=number, heading=unit.text, depth=1)
        if self.profile.saved:
            title = site_item(self.units, position)
            if title or is_site_label(unit) or not unit.is_bold:
                return Candidate(number=None, heading=title) if title else None
        return unnumbered_candidate(self.units, position, self.profile)

    def _marked_item(self, position: int) -> Candidate:
        """Number and heading of an agenda item that is known to begin here, however it is set."""
        unit = self.units[position]
        if unit.in_row:
            found = row_candidate(self.units, position, self.profile)
        elif unit.number:
            found = numbered_candidate(self.units, position, self.profile)
        else:
            found = unnumbered_candidate(self.units, position, self.profile)
        number = unit.number.text if unit.number else self._item_below(position)
        item = Candidate(number=number, heading=None, depth=unit.number.depth if unit.number else 1)
        if found is not None and found.heading is not None:
            return replace(item, heading=found.heading, taken=found.taken)
        if unit.title and is_item_title(unit):
            return replace(item, heading=unit.title)
        following = self.units[position + 1] if position + 1 < self.items[position] else None
        if not unit.title and following and not following.number and is_item_title(following):
            return replace(item, heading=following.text, taken=1)
        return item

    def _item_below(self, position: int) -> str | None:
        """The agenda item that the line below a heading tells: "(Item 4)"."""
        below = self.units[position + 1] if position + 1 < len(self.units) else None
        match = _ITEM_BELOW.match(below.text) if below else None
        return match["number"] if match else None
