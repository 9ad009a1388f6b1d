"""Levels: how deep a section lies in the tree of its paper, by its number, by type size, else by what is above it."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.structure.candidates import Candidate
from ingest.structure.numbering import Scheme
from ingest.structure.profile import Profile
from ingest.structure.succession import counter
from ingest.structure.units import Unit
from ingest.structure.wording import is_capitals

_LOWEST = 10  # below all levels that a source may state
_LARGER = 0.5  # points by which one type size is larger than another


_Size = tuple[int, float, bool]  # stated level (higher is larger), type size in points, set off as a whole


@dataclass(slots=True)
class Levels:
    """Gives the sections of a paper their levels, in order; it remembers the headings that are open.

    Paragraphs of one run are on one level, whatever headings stand between them.
    """

    profile: Profile
    _numbered: Unit | None = None  # the last numbered heading
    _numbered_level: int = 0
    _heading_level: int = 0  # of the last heading of any kind
    _open: list[_Size] = field(default_factory=list)  # of the unnumbered headings that no numbered one has closed
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
            return self._by_size(unit)
        if is_capitals(heading) or unit.block.size > self._numbered.block.size + _LARGER:
            return 1
        if 0 < unit.block.level < self._numbered.block.level:
            return max(self._numbered_level - (self._numbered.block.level - unit.block.level), 1)
        return self._numbered_level + 1

    def _by_size(self, unit: Unit) -> int:
        """The level of a heading among those without numbers: below the last one that is set larger."""
        stated = _LOWEST - unit.block.level if self.profile.leveled and unit.block.level else 0
        size = (stated, unit.block.size, not unit.bold_lead)
        while self._open and not _is_larger(self._open[-1], size):
            self._open.pop()
        self._open.append(size)
        return len(self._open)


def _is_larger(above: _Size, below: _Size) -> bool:
    """Whether a heading is set larger than another: by its stated level, else by type, else as a whole line."""
    if above[0] != below[0]:
        return above[0] > below[0]
    if abs(above[1] - below[1]) > _LARGER:
        return above[1] > below[1]
    return above[2] and not below[2]
