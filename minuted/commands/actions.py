"""`minuted actions`: who is to do what by when."""

from __future__ import annotations

import click

from corpus.findingrows import ActionRow
from corpus.store import Corpus
from minuted.listcommand import with_before
from minuted.options import ACTION_STATUS, OWNER, PERSON, ListRequest, list_options
from minuted.output.citation import joined, named, one_line, place
from minuted.output.lines import Line
from minuted.settings import Settings, pass_settings


@click.command()
@list_options(OWNER, ACTION_STATUS, PERSON)
@pass_settings
def command(settings: Settings, request: ListRequest) -> None:
    """List actions: what is to be done, by whom, by when.

    TEXT narrows the list to actions with these words. The status is the one that the paper cited gives.

    \b
    Examples:
      minuted actions --status open --owner "director of finance"
      minuted actions --body board --since 2024 --csv > actions.csv
    """
    from minuted.output.answers import show_list

    with Corpus.open(settings.corpus) as corpus:
        rows = corpus.actions(request.filter)
        request = with_before(corpus, request)
    show_list(request, "actions", rows, ("DATE", "STATUS", "DUE", "ACTION"), _line)


def _line(row: ActionRow) -> Line:
    owner = row.owner_name or row.owner or "nobody named"
    citation = joined(named(row.organisation, row.body), row.reference, place(row), row.id)
    cells = (row.date or "undated", row.status, row.due_date or row.due or "")
    return Line(cells, f"{owner}: {one_line(row.text)}", citation)
