"""`minuted timeline`: what happened on a topic."""

from __future__ import annotations

from typing import Any

import click

from minuted.options import JSON, PERSON, PLACE_AND_TIME, apply
from minuted.settings import Settings, pass_settings


def _with_options(function: Any) -> Any:
    return apply((*PLACE_AND_TIME, PERSON, JSON), function)


@click.command()
@click.argument("query", nargs=-1, required=True)
@_with_options
@pass_settings
def command(settings: Settings, /, query: tuple[str, ...], **options: Any) -> None:
    """Show what happened on a topic, oldest first.

    Over all meetings and bodies. Of several words most must be there, the rarer the surer; quoted phrases and fields
    are strict, as in a search.

    \b
    Examples:
      minuted timeline leisure centre closure
      minuted timeline '"leisure centre"' --body cabinet --since 2024
    """
    from minuted.following import follow
    from minuted.output.happenings import show_timeline, timeline_object
    from search.filters import Filters

    form = options.pop("form")
    timeline = follow(settings.corpus, " ".join(query), Filters(**options))
    if form:
        from minuted.output.answers import show_json

        show_json(timeline_object(timeline))
    else:
        show_timeline(timeline)
