"""What can be wrong with a corpus, as `minuted doctor` tells it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ailment:
    """Something wrong that needs mending, and how to mend it."""

    what: str
    mend: str
