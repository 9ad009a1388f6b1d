"""`minuted decisions`: what was decided."""

from __future__ import annotations

import click

from corpus.findingrows import DecisionRow
from corpus.store import Corpus
from minuted.listcommand import with_before
from minuted.options import OUTCOME, PERSON, ListRequest, list_options
from minuted.output.citation import joined, named, one_line, place
from minuted.output.lines import Line
from minuted.settings import Settings, pass_settings


@click.command()
@list_options(OUTCOME, PERSON)
@pass_settings
def command(settings: Settings, request: ListRequest) -> None:
    """List decisions, newest first, with their sources.

    TEXT narrows the list to decisions with these words; --person to those that name, or were moved or seconded by,
    somebody.

    \b
    Examples:
      minuted decisions --body cabinet --since 2024-04 --outcome approved
      minuted decisions budget --csv > decisions.csv
    """
    from minuted.output.answers import show_list

    with Corpus.open(settings.corpus) as corpus:
        rows = corpus.decisions(request.filter)
        request = with_before(corpus, request)
    show_list(request, "decisions", rows, ("DATE", "OUTCOME", "DECISION"), _line)


def _line(row: DecisionRow) -> Line:
    item = f"item {row.item}" if row.item else None
    citation = joined(named(row.organisation, row.body), item, place(row), row.id)
    return Line((row.date or "undated", row.outcome), one_line(row.text), citation)
