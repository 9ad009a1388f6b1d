"""How an action stands: open, ongoing or closed, by the words that tell it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.vocabulary import ActionStatus
from extract.regexes import labelled, searches

_BEHIND = re.compile(
    r"(?:[:–—-] ?|\()(?P<told>(?:now )?(?:completed?|done|closed|actioned|ongoing|outstanding|in progress))\)?\.?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Standing:
    """How an action stands, and the words that tell it (``None`` where no words do)."""

    status: ActionStatus
    note: str | None = None


def standing_of(said: str | None, *, progress: str | None = None) -> Standing:
    """How an action stands of which ``said`` tells, under a label or in a log's column for the status.

    ``progress`` is what a log's column for updates says; an action of which there is something to tell is ongoing.
    """
    told = ". ".join(each.rstrip(".") for each in (said, progress) if each) or None
    for words in (said, progress):
        for rule, _ in searches(labelled("actions", "status"), words) if words else ():
            if rule.value:
                return Standing(ActionStatus(rule.value), told)
    if progress:
        return Standing(ActionStatus.ONGOING, told)
    return Standing(ActionStatus.OPEN)


def told_behind(text: str) -> str | None:
    """The words at the end of an action's own ``text`` that tell how it stands: "Clerk to write: completed"."""
    match = _BEHIND.search(text)
    return match["told"] if match else None
