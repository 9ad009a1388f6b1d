"""A trace as a story: by meeting, oldest first, what happened in which words, and why each step belongs."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

import click

from corpus.coverage.model import GapKind
from corpus.folding import fold
from corpus.vocabulary import PaperKind
from minuted.output.citation import joined, long_date, named, one_line, paper_words, place
from minuted.output.happened import Happened, happened, label_of
from minuted.output.hits import BEHIND
from minuted.output.lookedthrough import extent
from minuted.output.missing import numbered
from minuted.output.terminal import hanging
from minuted.tracing import Gap, TraceAnswer

if TYPE_CHECKING:
    from search.stories.events import Event
    from search.tracing.telling import Told

_SHOWN_GAPS = 8
"""Meetings that are missing are named where they are few; `coverage` names all."""


def show_trace(answer: TraceAnswer) -> None:
    """Print the story, what tells of the same name elsewhere, what is missing, and where the trace ended."""
    if answer.behind:
        click.echo(BEHIND, err=True)
    ids = frozenset(each.event.id for each in answer.trace.told)
    for told in _meetings(answer.trace.told):
        _show_meeting(answer, told, ids)
    _show_elsewhere(answer)
    _show_missing(answer.gaps)
    click.echo()
    for line in _ends(answer):
        click.echo(hanging("", line))


def _meetings(told: Sequence[Told]) -> Iterator[list[Told]]:
    """``told`` by day and body, in the order of the days."""
    for _, of_day in groupby(told, key=lambda each: each.day):
        by_body: dict[object, list[Told]] = {}
        for each in of_day:
            part = None if each.event.date else each.step.part.id
            by_body.setdefault((part, fold(each.event.body)), []).append(each)
        yield from sorted(by_body.values(), key=_place_in_day)


def _place_in_day(told: Sequence[Told]) -> int:
    """Reports without a day come before what was decided on them, other undated papers behind all."""
    if told[0].event.date:
        return 1
    return 0 if told[0].step.part.paper.kind == PaperKind.REPORT else 2


def _show_meeting(answer: TraceAnswer, told: Sequence[Told], ids: frozenset[str]) -> None:
    first = told[0]
    by_part: dict[str, list[Told]] = {}
    for each in told:
        by_part.setdefault(each.step.part.id, []).append(each)
    lines = [line for of_part in by_part.values() for line in _part_lines(answer, of_part, ids)]
    if lines:
        publishers = (each.step.part.paper.organisation for each in told)
        body = named(next(filter(None, publishers), None), first.event.body)
        undated = "undated, told with what it belongs to" if first.day and not first.event.date else None
        heading = joined(_day(first.day), one_line(body or ""), undated)
        click.echo(f"\n{click.style(heading, bold=True)}")
    for lead, words in lines:
        click.echo(hanging(lead, words))


def _part_lines(answer: TraceAnswer, told: Sequence[Told], ids: frozenset[str]) -> Iterator[tuple[str, str]]:
    """What one item or paper tells of a day, nothing where that is told elsewhere; leads, and the words behind them."""
    first = told[0]
    shown = [(each.event, what) for each in told if (what := happened(answer, each.event, ids))]
    if not shown:
        return
    if not first.event.retold:
        yield "  ", _source(first)
        yield "  ", f"because: {one_line(first.event.why)}"
    else:
        yield "  ", f"told in {_source(first)}, {_day(first.step.part.paper.date)}"
    for common, group in groupby(shown, key=lambda each: each[1].common):
        for event, what in group:
            yield from _event_lines(event, what)
        yield from ((f"      {label}: ", words) for label, words in common)


def _event_lines(event: Event, what: Happened) -> Iterator[tuple[str, str]]:
    label, words = what.what
    yield f"    {click.style(label, bold=True)}: ", words
    yield from ((f"      {beside}: ", told) for beside, told in what.beside)
    yield "      ", joined(place(event), event.id)


def _source(told: Told) -> str:
    """The item or paper that tells of it: "“Harbour dues” · minutes"."""
    part = told.step.part
    heading, title = one_line(part.head.text), one_line(part.paper.title)
    title = "" if part.id == part.paper.id or heading == title else title
    return joined(f"“{heading}”", paper_words(part.paper.kind, title, part.paper.body))


def _day(iso: str | None) -> str:
    """A day or month as papers write it."""
    if iso and len(iso) == len("2024-06"):
        return str(long_date(f"{iso}-01")).partition(" ")[2]
    return long_date(iso) or "undated"


def _show_elsewhere(answer: TraceAnswer) -> None:
    if not answer.trace.elsewhere:
        return
    names = " or ".join(f"“{one_line(name)}”" for name in answer.trace.names)
    heading = f"Told elsewhere of {names} (by the words; no link shows that it is the same)"
    click.echo(f"\n{click.style(heading, bold=True)}")
    for event in answer.trace.elsewhere:
        click.echo(
            hanging("  ", joined(_day(event.date), one_line(event.body or ""), f"{label_of(event)}: {_words(event)}"))
        )
        click.echo(hanging("    ", joined(place(event), event.id)))


def _words(event: Event) -> str:
    words, title = one_line(event.quote), one_line(event.title)
    return f"“{words}”" if words.startswith(title) else f"“{title}: {words}”"


def _show_missing(gaps: Sequence[Gap]) -> None:
    if not gaps:
        return
    click.echo(f"\n{click.style('Not held, and so not told', bold=True)}")
    for gap in gaps[:_SHOWN_GAPS]:
        what = "minutes" if gap.meeting.gap and gap.meeting.gap.kind is GapKind.MINUTES else "all papers"
        body = named(gap.body.organisation, gap.body.name)
        click.echo(hanging("  ", joined(f"{what} of {long_date(gap.meeting.date)}", one_line(body or ""))))
    if len(gaps) > _SHOWN_GAPS:
        bodies = dict.fromkeys(gap.body.name for gap in gaps)
        commands = ", ".join(f"`minuted coverage --body {shlex.quote(one_line(body))}`" for body in bodies)
        click.echo(hanging("  ", f"and {len(gaps) - _SHOWN_GAPS} more ({commands})"))


def _ends(answer: TraceAnswer) -> Iterator[str]:
    """How much is told, and what more there would be."""
    trace = answer.trace
    if answer.looked_through:
        yield f"Nothing is linked with it, and nothing tells of it elsewhere: {extent(answer.looked_through)}"
    else:
        yield f"{numbered(len(trace.told), 'event')}, over {numbered(len(trace.links), 'link')}"
    if trace.walk.weak:
        yield f"{numbered(trace.walk.weak, 'weak link was', 'weak links were')} not followed (--weak tells them)"
    if trace.walk.deeper:
        yield "more lies beyond (--depth goes further)"
    if trace.walk.longer:
        yield f"ended after {numbered(len(trace.walk.steps), 'step')}: what is left is less sure"
