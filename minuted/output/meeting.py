"""A meeting: when and where it was, who was there, who declared an interest, what was moved and decided."""

from __future__ import annotations

from itertools import groupby

import click

from corpus.rows import MeetingRow
from minuted.looking import Detail
from minuted.output.citation import joined, long_date, named, one_line, spot
from minuted.output.found import show_found
from minuted.output.parts import attendee_words, facts, labelled_fields, show_labelled, show_parts, show_remarks

# What the line that the answer begins with tells.
_TOLD = frozenset({"body", "organisation", "date", "time", "place"})


def show_meeting(detail: Detail) -> None:
    """Print a meeting."""
    row = detail.shown.row
    assert isinstance(row, MeetingRow), "a meeting is shown by its row"
    body = click.style(named(row.organisation, row.body) or "meeting", bold=True)
    click.echo(joined(body, long_date(row.date), row.time, row.place and one_line(row.place)))
    told = [(label, value) for label, value in labelled_fields(row) if label not in _TOLD]
    show_labelled([*told, *facts(detail).items()])
    for status, lines in groupby(detail.attendance, key=lambda line: line.status):
        click.echo(f"\n{click.style(status.replace('_', ' '), bold=True)}")
        for line in lines:
            click.echo(f"  {attendee_words(line)}")
    minutes = [joined(long_date(each.date), spot(each), f"“{one_line(each.text)}”") for each in detail.confirmed]
    show_parts("confirmed the minutes of", minutes)
    show_found(detail)
    show_remarks(detail)
