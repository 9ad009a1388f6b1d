"""A timeline, as text and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from minuted.following import Timeline
from minuted.output.before import before_object, tell_before
from minuted.output.citation import joined, one_line, place
from minuted.output.hits import BEHIND
from minuted.output.lines import Line, show_lines
from minuted.output.lookedthrough import extent, looked_object, nothing_found

if TYPE_CHECKING:
    from search.stories.events import Event


def show_timeline(timeline: Timeline) -> None:
    """Print what happened, oldest first, and what was looked through."""
    if timeline.behind:
        click.echo(BEHIND, err=True)
    tell_before(timeline.before)
    if not timeline.events:
        click.echo(nothing_found(timeline.query, timeline.looked_through))
        return
    show_lines(("DATE", "WHAT", "ON WHAT, AND IN WHICH WORDS"), [_line(event) for event in timeline.events])
    click.echo(f"{len(timeline.events)} events; {extent(timeline.looked_through)}")


def timeline_object(timeline: Timeline) -> dict[str, object]:
    """The timeline as a JSON object."""
    return {
        "events": [_event_object(event) for event in timeline.events],
        "looked_through": looked_object(timeline.looked_through),
        **before_object(timeline.before),
    }


def _line(event: Event) -> Line:
    cells = (event.date or "undated", event.kind.replace("_", " "))
    words = one_line(event.quote)
    told = words if words.startswith(event.title) else f"{one_line(event.title)}: {words}"
    return Line(cells, told, joined(event.body, place(event), event.id))


def _event_object(event: Event) -> dict[str, object]:
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
