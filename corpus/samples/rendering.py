"""What every renderer gives: the bytes of a paper, and where in it each block came to stand."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """Words of block ``block`` (0-based) as drawn at ``place``: page or line, 1-based.

    ``place`` is ``None`` where the format has neither. A paragraph that goes on overleaf is two runs.
    """

    block: int
    place: int | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """A paper's bytes and its runs in the order of the paper; ``unit`` is ``page``, ``line`` or empty."""

    data: bytes
    unit: str
    runs: tuple[Run, ...]

    def place(self, block: int) -> int | None:
        """Where block ``block`` starts."""
        return next((run.place for run in self.runs if run.block == block), None)
