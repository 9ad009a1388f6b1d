"""`minuted fields`: what front sheets and forms say under each label."""

from __future__ import annotations

import click

from corpus.rows import FieldRow
from corpus.store import Corpus
from minuted.listcommand import with_before
from minuted.options import FIELD, PAPER_KIND, PERSON, ListRequest, list_options
from minuted.output.citation import joined, named, one_line, place
from minuted.output.lines import Line
from minuted.settings import Settings, pass_settings


@click.command()
@list_options(FIELD, PAPER_KIND, PERSON)
@pass_settings
def command(settings: Settings, request: ListRequest) -> None:
    """List the fields of front sheets and forms.

    TEXT narrows the list to fields with these words in the label or the value.

    \b
    Examples:
      minuted fields --key contact_officer --body cabinet --since 2024
      minuted fields --key decision_due --kind forward_plan --csv > plan.csv
    """
    from minuted.output.answers import show_list

    with Corpus.open(settings.corpus) as corpus:
        rows = corpus.fields(request.filter)
        request = with_before(corpus, request)
    show_list(request, "fields", rows, ("DATE", "KEY", "LABEL: VALUE"), _line)


def _line(row: FieldRow) -> Line:
    entry = f"entry {row.entry}" if row.entry else ""
    citation = joined(named(row.organisation, row.body), one_line(row.paper_title), entry, place(row), row.paper)
    return Line((row.date or "undated", row.key or ""), one_line(f"{row.label}: {row.value}"), citation)
