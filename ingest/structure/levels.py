"""Levels: how deep a section lies in the tree of its paper, by its number, by type size, else by what is above it."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.structure.candidates import Candidate
from ingest.structure.numbering import Scheme
from ingest.structure.profile import Profile
from ingest.structure.succession import counter
from ingest.structure.units import Unit
from ingest.structure.wording import is_capitals

_LARGER = 0.5  # points by which one type size is larger than another


@dataclass(slots=True)
class Levels:
    """Gives the sections of a paper their levels, in order; it remembers the headings that are open.

    Paragraphs of one run are on one level, whatever headings stand between them.
    """

    profile: Profile
    _numbered: Unit | None = None  # the last numbered heading
    _numbered_level: int = 0
    _heading_level: int = 0  # of the last heading of any kind
    _of_run: dict[int, int] = field(default_factory=dict)

    def of(self, position: int, unit: Unit, candidate: Candidate, *, floor: int = 1) -> int:
        """The level of a section that begins with ``unit`` at ``position``, from 1; at least ``floor``."""
        if candidate.number is None and candidate.depth is None:
            level = max(self._unnumbered(unit, candidate.heading or ""), floor)
            self._heading_level = level
            return level
        if candidate.depth is None:
            run = self.profile.standings.run.get(position, position)
            return max(self._of_run.setdefault(run, self._heading_level + 1), floor)
        level = max(self._depth(unit, candidate.depth), floor)
        if candidate.heading is not None:
            self._numbered, self._numbered_level, self._heading_level = unit, level, level
        return level

    def _depth(self, unit: Unit, depth: int) -> int:
        if unit.number is None:
            return depth
        if unit.number.scheme is Scheme.DECIMAL:
            return max(depth - self.profile.standings.base + 1, 1)
        return depth + bool(counter(unit.number).letter)  # 4a and 4b are parts of 4

    def _unnumbered(self, unit: Unit, heading: str) -> int:
        if self._numbered is None:
            return 1
        if is_capitals(heading) or unit.block.size > self._numbered.block.size + _LARGER:
            return 1
        if 0 < unit.block.level < self._numbered.block.level:
            return max(self._numbered_level - (self._numbered.block.level - unit.block.level), 1)
        return self._numbered_level + 1
