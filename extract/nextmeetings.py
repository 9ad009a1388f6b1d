"""When a meeting's body meets again, as its own paper announces it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from corpus.bodies import is_short_for
from corpus.document import AnnouncedMeeting, Document, Meeting

_LONGEST_AHEAD = timedelta(days=200)  # a body that meets twice a year; a day further on is not its next


class NextMeetings:
    """The days on which the bodies of one document's meetings meet next."""

    def __init__(self, document: Document) -> None:
        self._announced: Sequence[AnnouncedMeeting] = document.announced

    def after(self, meeting: Meeting | None) -> str | None:
        """The day (ISO 8601) on which the body of ``meeting`` meets next, where the paper of ``meeting`` tells it."""
        if meeting is None or meeting.date is None:
            return None
        last = (date.fromisoformat(meeting.date) + _LONGEST_AHEAD).isoformat()
        days = (each.date for each in self._announced if each.paper == meeting.paper and _is_own(each, meeting.body))
        return min((day for day in days if meeting.date < day <= last), default=None)


def _is_own(announced: AnnouncedMeeting, body: str | None) -> bool:
    """Whether the meeting is one that takes place, of ``body`` itself."""
    if announced.cancelled:
        return False
    return announced.called is None or (body is not None and is_short_for(announced.called, body))
