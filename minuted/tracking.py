"""How a face follows work that takes long."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

Step = TypeVar("Step")


class Track(Protocol):
    """Is told of work by being given its steps, and gives them on, one after another."""

    def __call__(self, steps: Iterable[Step], what: str, total: int) -> Iterable[Step]:
        """All of ``steps``, of which there are about ``total``; ``what`` is being done, in words."""
        ...


def untracked(steps: Iterable[Step], what: str, total: int) -> Iterable[Step]:
    """Nobody looks on."""
    return steps
