"""What is held of a meeting, what is missing, and how that is known, in words that can be quoted."""

from __future__ import annotations

from corpus.coverage.model import REPORT_KINDS, Gap, GapKind, HeldPaper, KnownMeeting, Mention
from corpus.vocabulary import MeetingStatus, PaperKind
from minuted.output.citation import joined, long_date, one_line, place

_LONGEST_QUOTE = 180  # characters
_QUOTED_AT_END = 90  # of these, what stands at the end: in a list of days, the day


def numbered(count: int, one: str, several: str | None = None) -> str:
    """ "1 report", "4 reports"."""
    return f"{count} {one if count == 1 else several or one + 's'}"


def held_words(meeting: KnownMeeting) -> str:
    """What is held of ``meeting``: "agenda, 4 reports, minutes (confirmed), 12 decisions"."""
    told = [
        "agenda" if meeting.of(PaperKind.AGENDA) else None,
        _counted(len(meeting.of(*REPORT_KINDS)), "report"),
        _minutes(meeting),
        _counted(len(_others(meeting)), "other paper"),
        _counted(meeting.decisions, "decision"),
        _counted(meeting.actions, "action"),
        "action log" if meeting.of(PaperKind.ACTION_LOG) else None,
        _counted(meeting.exempt, "exempt item"),
    ]
    return ", ".join(filter(None, told)) or "nothing"


def missing_words(meeting: KnownMeeting, gap: Gap) -> str:
    """What is missing of ``meeting`` and why that is known: "minutes are not held: approved on 5 July 2024"."""
    words = f"{_what(meeting, gap)}: {_known_by(meeting, gap)}"
    if gap.near:
        words += f"; a meeting of {long_date(gap.near)} is held: this one was moved, or its day is misprinted"
    elif gap.later and not meeting.held:
        words += "; nothing of this body is held from that day on"
    return words


def cancelled_words(meeting: KnownMeeting) -> str:
    """That ``meeting`` was called off, and who says so."""
    told = meeting.cancellations[0]
    return f"called off, as the papers {_of_day(told.told_on)} say" if told.told_on != meeting.date else "called off"


def evidence_words(meeting: KnownMeeting) -> str:
    """The places by which ``meeting`` is known, the most telling first, with the words of another meeting's paper."""
    mentions = (meeting.gap.mentions if meeting.gap else ()) or meeting.cancellations
    if mentions:
        told = mentions[0]
        more = {each.document for each in mentions[1:]} - {told.document}
        also = f"and in {numbered(len(more), 'other file')}" if more else None
        return joined(place(told), quoted(told), also)
    first = {paper.document: paper for paper in reversed(meeting.held)}
    return joined(*(place(paper) for paper in reversed(first.values())))


def quoted(told: Mention) -> str:
    """The words of ``told``; of many, the first and the last."""
    words = one_line(told.quote)
    if len(words) <= _LONGEST_QUOTE:
        return f"“{words}”"
    first = words[: _LONGEST_QUOTE - _QUOTED_AT_END].rpartition(" ")[0]
    return f"“{first} … {words[-_QUOTED_AT_END:].partition(' ')[2]}”"


def _what(meeting: KnownMeeting, gap: Gap) -> str:
    called = f" ({one_line(meeting.called)})" if meeting.called else ""
    if gap.kind is GapKind.MINUTES:
        return f"minutes{called} are not held"
    return f"nothing of this meeting{called} is held"


def _known_by(meeting: KnownMeeting, gap: Gap) -> str:
    if meeting.approvals:
        return f"approved {_on_day(meeting.approvals[0].told_on)}"
    if meeting.held:
        return f"what is held is {held_words(meeting)}"
    return f"announced {_on_day(gap.mentions[0].told_on)}"


def _on_day(day: str | None) -> str:
    return f"on {long_date(day)}" if day else "at a later meeting whose day is not told"


def _of_day(day: str | None) -> str:
    return f"of {long_date(day)}" if day else "of another meeting"


def _minutes(meeting: KnownMeeting) -> str | None:
    if not meeting.of(PaperKind.MINUTES):
        return None
    stated = {paper.status for paper in meeting.of(PaperKind.MINUTES)}
    if meeting.approvals and MeetingStatus.CONFIRMED not in stated:
        copy = "draft, " if MeetingStatus.DRAFT in stated else ""
        return f"minutes ({copy}approved {_on_day(meeting.approvals[0].told_on)})"
    return f"minutes ({meeting.minutes_status})" if meeting.minutes_status else "minutes"


def _others(meeting: KnownMeeting) -> tuple[HeldPaper, ...]:
    known = {PaperKind.AGENDA, PaperKind.MINUTES, PaperKind.ACTION_LOG, *REPORT_KINDS}
    return tuple(paper for paper in meeting.held if paper.kind not in known)


def _counted(count: int, one: str) -> str | None:
    return numbered(count, one) if count else None
