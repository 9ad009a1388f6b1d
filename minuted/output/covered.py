"""Which meetings are known, what of them is held and what is missing, as text and as JSON."""

from __future__ import annotations

import click

from corpus.coverage.model import REPORT_KINDS, BodyCoverage, Coverage, Gap, HeldPaper, KnownMeeting, Mention
from corpus.vocabulary import MeetingStatus, PaperKind
from minuted.covering import Covered
from minuted.output.before import before_object, tell_before
from minuted.output.citation import long_date, named, one_line
from minuted.output.lines import Line, show_lines
from minuted.output.missing import cancelled_words, evidence_words, held_words, missing_words, numbered


def show_coverage(covered: Covered, *, every: bool) -> None:
    """Print a line a body, then what is missing with its evidence, or ``every`` meeting."""
    coverage = covered.coverage
    tell_before(covered.before)
    if not coverage.bodies:
        click.echo("no meeting of that body and time is known; `minuted meetings` lists those that have papers here")
    for body in coverage.bodies:
        click.echo(summary(body))
    for body in coverage.bodies:
        shown = [each for each in body.meetings if every or each.gap or each.cancelled]
        if shown:
            click.echo(f"\n{_name(body)}")
            show_lines(("DATE", "HELD AND MISSING" if every else "MISSING"), [_line(each, every) for each in shown])
    if coverage.unplaced:
        click.echo(f"\n{_unplaced(coverage)}")


def coverage_object(covered: Covered) -> dict[str, object]:
    """The same as a JSON object, with every meeting."""
    return {
        "bodies": [_body_object(body) for body in covered.coverage.bodies],
        "unplaced": covered.coverage.unplaced,
        **before_object(covered.before),
    }


def summary(body: BodyCoverage) -> str:
    """One line on a body: "Northmere Council, Cabinet: 14 meetings, …"."""
    meetings = body.meetings
    minutes = _of("minutes", _how_many(meetings, PaperKind.MINUTES))
    standing = ", ".join(
        f"{count} {status}"
        for status in MeetingStatus
        if (count := sum(1 for each in meetings if each.minutes_status is status))
    )
    held = (
        _of("agenda", _how_many(meetings, PaperKind.AGENDA)),
        _of("reports", _how_many(meetings, *REPORT_KINDS)),
        f"{minutes} ({standing})" if standing else minutes,
        _of("decisions", sum(1 for each in meetings if each.decisions)),
        _of("action log", _how_many(meetings, PaperKind.ACTION_LOG)),
    )
    cancelled = sum(1 for each in meetings if each.cancelled)
    parts = (
        f"{_name(body)}: {numbered(len(meetings), 'meeting')} known, {_span(body)}",
        f"held: {', '.join(held)}",
        _missing(body),
        f"{cancelled} called off" if cancelled else None,
    )
    return "; ".join(filter(None, parts))


def _of(what: str, count: int) -> str:
    return f"{what} of {count}" if count else f"no {what}"


def _missing(body: BodyCoverage) -> str:
    missing = len(body.gaps)
    nothing = sum(1 for each in body.gaps if not each.held)
    if not missing:
        return "no minutes are missing"
    of_these = f" (of {nothing} of these nothing is)" if nothing else ""
    return f"minutes of {missing} are not held{of_these}"


def _name(body: BodyCoverage) -> str:
    return one_line(named(body.body.organisation, body.body.name) or "")


def _span(body: BodyCoverage) -> str:
    first, last = long_date(body.first_date), long_date(body.last_date)
    return str(first) if first == last else f"{first} to {last}"


def _how_many(meetings: tuple[KnownMeeting, ...], *kinds: PaperKind) -> int:
    return sum(1 for meeting in meetings if meeting.of(*kinds))


def _line(meeting: KnownMeeting, every: bool) -> Line:
    if meeting.gap:
        words = missing_words(meeting, meeting.gap)
    elif meeting.cancelled:
        words = cancelled_words(meeting)
    elif not meeting.held:
        words = "announced"
    else:
        words = held_words(meeting)
    return Line((meeting.date,), words, evidence_words(meeting))


def _unplaced(coverage: Coverage) -> str:
    many = numbered(coverage.unplaced, "agenda or set of minutes names", "agendas and sets of minutes name")
    return f"not counted: of the corpus, {many} no day or no body"


def _body_object(body: BodyCoverage) -> dict[str, object]:
    return {
        "id": body.body.id,
        "body": body.body.name,
        "organisation": body.body.organisation,
        "first_date": body.first_date,
        "last_date": body.last_date,
        "missing": len(body.gaps),
        "meetings": [_meeting_object(meeting) for meeting in body.meetings],
    }


def _meeting_object(meeting: KnownMeeting) -> dict[str, object]:
    return {
        "date": meeting.date,
        "called": meeting.called,
        "agenda": bool(meeting.of(PaperKind.AGENDA)),
        "reports": len(meeting.of(*REPORT_KINDS)),
        "minutes": bool(meeting.of(PaperKind.MINUTES)),
        "minutes_status": meeting.minutes_status,
        "decisions": meeting.decisions,
        "actions": meeting.actions,
        "action_log": bool(meeting.of(PaperKind.ACTION_LOG)),
        "exempt": meeting.exempt,
        "cancelled": meeting.cancelled,
        "missing": _gap_object(meeting, meeting.gap) if meeting.gap else None,
        "held": [_paper_object(paper) for paper in meeting.held],
        "approved": [_mention_object(told) for told in meeting.approvals],
        "announced": [_mention_object(told) for told in meeting.announcements],
        "called_off": [_mention_object(told) for told in meeting.cancellations],
    }


def _gap_object(meeting: KnownMeeting, gap: Gap) -> dict[str, object]:
    return {"what": gap.kind, "words": missing_words(meeting, gap), "near": gap.near, "later": gap.later}


def _paper_object(paper: HeldPaper) -> dict[str, object]:
    return {
        "id": paper.meeting or paper.paper,
        "kind": paper.kind,
        "title": paper.title,
        "status": paper.status,
        "document": paper.document_name,
        "page": paper.page,
        "line": paper.line,
    }


def _mention_object(told: Mention) -> dict[str, object]:
    return {
        "told_on": told.told_on,
        "called": told.called,
        "document": told.document_name,
        "page": told.page,
        "line": told.line,
        "quote": told.quote,
    }
