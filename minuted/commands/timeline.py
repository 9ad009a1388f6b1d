"""`minuted timeline`: what happened on a topic."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from minuted.options import CSV, JSON, PERSON, PLACE_AND_TIME, Form, apply
from minuted.settings import Settings, pass_settings

if TYPE_CHECKING:
    from minuted.following import Timeline

_FILE = click.Path(dir_okay=False, path_type=Path)
_FILES = (
    click.option("--html", type=_FILE, metavar="FILE", help="Write it as one page, to be mailed or printed."),
    click.option("--ics", type=_FILE, metavar="FILE", help="Write its open actions that have a day as a calendar."),
)


def _with_options(function: Any) -> Any:
    return apply((*PLACE_AND_TIME, PERSON, JSON, CSV, *_FILES), function)


@click.command()
@click.argument("query", nargs=-1, required=True)
@_with_options
@pass_settings
def command(
    settings: Settings, /, query: tuple[str, ...], form: str | None, html: Path | None, ics: Path | None, **filters: Any
) -> None:
    """Show what happened on a topic by meeting, oldest first.

    Over all meetings and bodies: what stands under headings that name the topic, passages on it elsewhere, and what
    papers on it tell of earlier days ("told later"). Of several words most must be there, the rarer the surer; what
    stands before a colon is the name. Quoted phrases and fields are strict, as in a search.

    \b
    Examples:
      minuted timeline leisure centre closure
      minuted timeline '"leisure centre"' --body cabinet --since 2024
      minuted timeline Tannery Lane Baths --html baths.html --ics baths.ics
    """
    from minuted.following import follow
    from search.filters import Filters

    timeline = follow(settings.corpus, " ".join(query), Filters(**filters))
    if html is None and ics is None:
        _show(timeline, form)
    else:
        _write(timeline, html, ics)


def _show(timeline: Timeline, form: str | None) -> None:
    from minuted.output.answers import show_csv, show_json
    from minuted.output.happenings import show_timeline, timeline_object, timeline_rows

    match form:
        case Form.JSON:
            show_json(timeline_object(timeline))
        case Form.CSV:
            show_csv(timeline_rows(timeline))
        case _:
            show_timeline(timeline)


def _write(timeline: Timeline, html: Path | None, ics: Path | None) -> None:
    if html is not None:
        from minuted.output.storypage import write_page

        write_page(html, timeline)
        click.echo(f"{html}: {len(timeline.events)} events")
    if ics is not None:
        from minuted.output.duecalendar import due_actions, write_calendar

        due = due_actions(timeline.events)
        if due:
            write_calendar(ics, due)
            click.echo(f"{ics}: {len(due)} open actions with a day")
        else:
            click.echo(f"{ics}: not written; no open action has a day")
