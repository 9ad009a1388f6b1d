"""`minuted organisations`: which bodies are named in the corpus."""

from __future__ import annotations

import click

from corpus.rows import OrganisationRow
from corpus.store import Corpus
from minuted.options import ListRequest, list_options
from minuted.output.citation import joined, place
from minuted.output.lines import Line
from minuted.settings import Settings, pass_settings


@click.command()
@list_options()
@pass_settings
def command(settings: Settings, request: ListRequest) -> None:
    """List bodies of all kinds, most often named first.

    TEXT is part of the name or of an abbreviation.

    \b
    Examples:
      minuted organisations trust
      minuted organisations --body cabinet --since 2024 --json
    """
    from minuted.output.answers import show_list

    with Corpus.open(settings.corpus) as corpus:
        rows = corpus.organisations(request.filter)
    show_list(request, "organisations", rows, ("DOCUMENTS", "LAST", "KIND", "NAME"), _line)


def _line(row: OrganisationRow) -> Line:
    also = f"also {', '.join(row.aliases)}" if row.aliases else None
    cells = (str(row.documents), row.last_date or "undated", row.kind)
    return Line(cells, joined(row.name, also), joined(place(row), row.id))
