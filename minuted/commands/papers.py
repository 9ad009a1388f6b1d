"""`minuted papers`: the papers of the corpus."""

from __future__ import annotations

import click

from corpus.rows import PaperRow
from corpus.store import Corpus
from minuted.listcommand import with_before
from minuted.options import PAPER_KIND, PERSON, ListRequest, list_options
from minuted.output.citation import joined, named, one_line, place
from minuted.output.lines import Line
from minuted.settings import Settings, pass_settings


@click.command()
@list_options(PAPER_KIND, PERSON)
@pass_settings
def command(settings: Settings, request: ListRequest) -> None:
    """List papers: agendas, minutes, reports and others.

    TEXT narrows the list to papers with these words in the title.

    \b
    Examples:
      minuted papers --kind minutes --body cabinet --since 2024
      minuted papers budget --csv > papers.csv
    """
    from minuted.output.answers import show_list

    with Corpus.open(settings.corpus) as corpus:
        rows = corpus.papers(request.filter)
        request = with_before(corpus, request)
    show_list(request, "papers", rows, ("DATE", "KIND", "TITLE"), _line)


def _line(row: PaperRow) -> Line:
    citation = joined(named(row.organisation, row.body), place(row), row.id)
    return Line((row.date or "undated", row.kind), one_line(row.title), citation)
