"""`minuted recommendations`: what reports asked for, and what became of it."""

from __future__ import annotations

import click

from minuted.options import PAPER_KIND, PERSON, RECOMMENDATION_FATE, ListRequest, list_options
from minuted.output.aligned import show_aligned
from minuted.settings import Settings, pass_settings


@click.command()
@list_options(RECOMMENDATION_FATE, PAPER_KIND, PERSON)
@pass_settings
def command(settings: Settings, request: ListRequest) -> None:
    """List recommendations and what became of each.

    The newest meetings come first. TEXT narrows the list to recommendations, or what was resolved on them, with these
    words. --body, --since and --until are of the meeting that it was put to. minutes_not_held: the minutes that would
    tell are not in the corpus; unknown: it is not told to which meeting it was put, or no item of its minutes shows
    that it took the report.

    \b
    Examples:
      minuted recommendations --body cabinet --since 2024-04
      minuted recommendations --fate minutes_not_held --csv > missing.csv
    """
    show_aligned(settings, request, "recommendations")
