"""A timeline as text, as JSON and as rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from corpus.vocabulary import Outcome
from minuted.following import Timeline
from minuted.output.before import before_object, tell_before
from minuted.output.citation import SEPARATOR, joined, one_line, place
from minuted.output.gathered import gathered
from minuted.output.hits import BEHIND
from minuted.output.lookedthrough import extent, looked_object, nothing_found
from minuted.output.terminal import columns

if TYPE_CHECKING:
    from search.stories.events import Event

_KIND_WIDTH = 19
_NOT_TAKEN = frozenset({Outcome.REJECTED, Outcome.WITHDRAWN, Outcome.DEFERRED})
_LEAST_WORDS = 30
"""Columns that the words of an event get however narrow the screen is."""

_CUT = "…"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """One event as a row: what JSON tells of it, whose it is to do and by when."""

    date: str | None
    body: str | None
    kind: str
    outcome: str | None
    title: str
    quote: str
    document: str
    page: int
    line: int | None
    owner: str | None
    due: str | None
    id: str
    why: str


def show_timeline(timeline: Timeline) -> None:
    """Print what happened by meeting, oldest first, one line an event, and what was looked through."""
    if timeline.behind:
        click.echo(BEHIND, err=True)
    tell_before(timeline.before)
    if not timeline.events:
        click.echo(nothing_found(timeline.query, timeline.looked_through))
        return
    width = columns()
    for gathering in gathered(timeline.events):
        click.secho(one_line(gathering.name), bold=True)
        title = ""
        for event in gathering.events:
            click.echo(_line(event, title, width))
            title = event.title
    click.echo(f"{len(timeline.events)} events; {extent(timeline.looked_through)}")


def timeline_object(timeline: Timeline) -> dict[str, object]:
    """The timeline as a JSON object."""
    return {
        "events": [event_object(event) for event in timeline.events],
        "looked_through": looked_object(timeline.looked_through),
        **before_object(timeline.before),
    }


def timeline_rows(timeline: Timeline) -> list[EventRow]:
    """The timeline as rows."""
    return [
        EventRow(
            date=event.date,
            body=event.body,
            kind=event.kind,
            outcome=event.outcome,
            title=event.title,
            quote=event.quote,
            document=event.document_name,
            page=event.page,
            line=event.line,
            owner=event.owner,
            due=event.due,
            id=event.id,
            why=event.why,
        )
        for event in timeline.events
    ]


def kind_of(event: Event) -> str:
    """The kind of an event in words, and what came of a decision that was not taken."""
    kind = event.kind.replace("_", " ")
    return f"{kind}, {event.outcome}" if event.outcome in _NOT_TAKEN else kind


def _line(event: Event, title: str, width: int | None) -> str:
    """The line of an event, which need not repeat the ``title`` of the line before it.

    On a screen its words are cut so that the place fits, in a pipe nothing is.
    """
    lead, words = f"  {kind_of(event):{_KIND_WIDTH}} ", one_line(event.quote)
    if event.title != title and not words.startswith(event.title):
        words = f"{one_line(event.title)}: {words}"
    if width is None:
        return lead + joined(words, place(event), event.id)
    room = max(_LEAST_WORDS, width - len(lead) - len(SEPARATOR) - len(place(event)))
    if len(words) > room:
        words = words[: room - 1].rstrip() + _CUT
    return lead + joined(words, place(event))


def event_object(event: Event) -> dict[str, object]:
    """An event as a JSON object."""
    return {
        "document": event.document_name,
        "page": event.page,
        "line": event.line,
        "date": event.date,
        "body": event.body,
        "kind": event.kind,
        "title": event.title,
        "quote": event.quote,
        "id": event.id,
        "why": event.why,
    }
