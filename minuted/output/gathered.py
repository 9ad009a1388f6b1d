"""The events of a timeline by the meetings that they are of, oldest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from minuted.output.citation import joined

if TYPE_CHECKING:
    from search.stories.events import Event

UNDATED = "undated"
RETOLD = "told later"


@dataclass(frozen=True, slots=True)
class Gathering:
    """What happened on one day (ISO 8601, ``None`` where it is not told) at one body, or is told of that day later."""

    date: str | None
    body: str | None
    retold: bool
    events: tuple[Event, ...]

    @property
    def name(self) -> str:
        """The day and the body in one line."""
        return joined(self.date or UNDATED, RETOLD if self.retold else self.body)


def gathered(events: Iterable[Event]) -> tuple[Gathering, ...]:
    """``events``, which are ordered by day, by day and body, in the order in which these come first."""
    groups: dict[tuple[str | None, str | None, bool], list[Event]] = {}
    for event in events:
        groups.setdefault((event.date, None if event.retold else event.body, event.retold), []).append(event)
    return tuple(Gathering(*key, tuple(group)) for key, group in groups.items())
