"""`minuted coverage`: which meetings are known, what of them is held, what is missing."""

from __future__ import annotations

from typing import Any

import click

from minuted.options import CSV, JSON, PLACE_AND_TIME, Form, apply
from minuted.settings import Settings, pass_settings

_ALL = click.option("--all", "every", is_flag=True, help="Every meeting, not only those of which something is missing.")


def _with_options(function: Any) -> Any:
    return apply((*PLACE_AND_TIME, _ALL, JSON, CSV), function)


@click.command()
@_with_options
@pass_settings
def command(settings: Settings, /, *, every: bool, form: str | None, **narrowing: Any) -> None:
    """Say which meetings are known, and what of each is missing.

    A meeting is known by its agenda, reports or minutes; by later minutes that approve its minutes; and by papers that
    announce it ("Date of next meeting", lists of dates). Of each body one line tells how many are known and what is
    held: agenda, reports (with the agenda they are its pack), minutes (confirmed, draft), decisions, action log. Below
    it stands each gap with the file and page that it is known by, so that it can be quoted. A meeting that papers say
    was called off is told as that; one that was only announced may not have taken place.

    Nothing here says that a paper was never published: only that it is not in this corpus. JSON and CSV tell of every
    meeting.

    \b
    Examples:
      minuted coverage --body cabinet
      minuted coverage --organisation northmere --since 2024 --all
      minuted coverage --csv > meetings.csv
    """
    from corpus.filters import Filter
    from minuted.covering import cover, rows
    from minuted.output.answers import show_csv, show_json
    from minuted.output.covered import coverage_object, show_coverage

    covered = cover(settings.corpus, Filter(**narrowing))
    match form:
        case Form.JSON:
            show_json(coverage_object(covered))
        case Form.CSV:
            show_csv(list(rows(covered.coverage)))
        case _:
            show_coverage(covered, every=every)
