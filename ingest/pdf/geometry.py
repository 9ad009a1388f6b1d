"""Places on a page as a reader holds it: origin at its top left corner, x to the right, y down, all in points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle: ``x0 <= x1``, ``top <= bottom``. A tuple, for there are thousands on a page of tables."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.bottom - self.top

    def holds(self, x: float, y: float) -> bool:
        """Whether the point lies inside or on the edge."""
        return self.x0 <= x <= self.x1 and self.top <= y <= self.bottom


def around(boxes: list[Box]) -> Box:
    """The smallest box that holds all of ``boxes`` (at least one)."""
    return Box(
        min(box.x0 for box in boxes),
        min(box.top for box in boxes),
        max(box.x1 for box in boxes),
        max(box.bottom for box in boxes),
    )


@dataclass(frozen=True, slots=True)
class Frame:
    """How a page's own coordinates (origin bottom left, y up) come to be those of the page as held.

    ``left``, ``bottom``, ``right`` and ``top`` are the visible box; ``rotation`` is clockwise, in quarters: 0 to 270.
    """

    left: float
    bottom: float
    right: float
    top: float
    rotation: int = 0

    @property
    def width(self) -> float:
        return self.right - self.left if self.rotation % 180 == 0 else self.top - self.bottom

    @property
    def height(self) -> float:
        return self.top - self.bottom if self.rotation % 180 == 0 else self.right - self.left

    def turned(self, by: int) -> Frame:
        """The same page, turned ``by`` more degrees clockwise."""
        return Frame(self.left, self.bottom, self.right, self.top, (self.rotation + by) % 360)

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """The box between two corners in the page's own coordinates, in whichever order they come."""
        if x0 > x1:
            x0, x1 = x1, x0
        if y0 > y1:
            y0, y1 = y1, y0
        if not self.rotation:
            return Box(x0 - self.left, self.top - y1, x1 - self.left, self.top - y0)
        if self.rotation == 90:
            return Box(y0 - self.bottom, x0 - self.left, y1 - self.bottom, x1 - self.left)
        if self.rotation == 180:
            return Box(self.right - x1, y0 - self.bottom, self.right - x0, y1 - self.bottom)
        return Box(self.top - y1, self.right - x1, self.top - y0, self.right - x0)
