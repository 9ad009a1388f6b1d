"""Candidates: what a single unit of a paper is taken for before the tree is made."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A heading or numbered paragraph; ``depth`` is that of its number, ``None`` where the heading above decides.

    ``taken`` counts the units after it that belong to its heading: a title below a number that stands alone.
    """

    number: str | None
    heading: str | None
    depth: int | None = None
    taken: int = 0
