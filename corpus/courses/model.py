"""The course of an action: where it was told of, and which logs that should hold it were looked at."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.findingrows import ActionRow
from corpus.vocabulary import ActionStatus, PaperKind

LOGS_LOOKED_AT = 2
"""An action may be left out of one log by mistake, or because a meeting had no time for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Log:
    """A paper of a meeting on ``date`` (ISO 8601) that tells which actions are open: an action log, or minutes."""

    date: str
    kind: PaperKind
    document: str
    document_name: str
    page: int
    line: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionCourse:
    """One action over all meetings: ``told`` is what each paper says of it, oldest first.

    ``logs`` are the last two papers of its body that should hold it, newest first: fewer where there are no more, none
    where the body or the day is not known. ``settled`` tells that a link leads to what settled it, elsewhere.
    """

    told: tuple[ActionRow, ...]
    logs: tuple[Log, ...]
    settled: bool

    @property
    def latest(self) -> ActionRow:
        """What is told of it last."""
        return self.told[-1]

    @property
    def is_closed(self) -> bool:
        """Whether that, or what settled it, says that it is done."""
        return self.settled or self.latest.status == ActionStatus.CLOSED

    @property
    def carried(self) -> tuple[ActionRow, ...]:
        """Where it was carried forward: told again at a later meeting, and not closed; each day once."""
        first = self.told[0].date
        by_day = {row.date: row for row in self.told if row.date != first and row.status != ActionStatus.CLOSED}
        return tuple(by_day.values())

    @property
    def is_dropped(self) -> bool:
        """Whether it is open, and its body's last two logs, both later, don't hold it."""
        day = self.latest.date
        if self.is_closed or day is None or len(self.logs) < LOGS_LOOKED_AT:
            return False
        return all(log.date > day for log in self.logs)
