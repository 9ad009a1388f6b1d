"""`minuted people`: who is named in the corpus."""

from __future__ import annotations

import click

from corpus.rows import PersonRow
from corpus.store import Corpus
from minuted.options import PERSON, ListRequest, list_options
from minuted.output.citation import joined, place
from minuted.output.lines import Line
from minuted.settings import Settings, pass_settings


@click.command()
@list_options(PERSON)
@pass_settings
def command(settings: Settings, request: ListRequest) -> None:
    """List people, those named in most documents first.

    TEXT is part of the name. "In prose only" marks those whom no attendance list, membership list or front sheet names:
    trust these less.

    \b
    Examples:
      minuted people okafor
      minuted people --body cabinet --since 2024 --csv > people.csv
    """
    from minuted.output.answers import show_list

    with Corpus.open(settings.corpus) as corpus:
        rows = corpus.people(request.filter)
    show_list(request, "people", rows, ("DOCUMENTS", "LAST", "NAME AND ROLE"), _line)


def _line(row: PersonRow) -> Line:
    name = " ".join(part for part in (row.title, row.name) if part)
    told = joined(name, ", ".join(row.roles), ", ".join(row.organisations), None if row.listed else "in prose only")
    cells = (str(row.documents), row.last_date or "undated")
    return Line(cells, told, joined(row.organisation, place(row), row.id))
