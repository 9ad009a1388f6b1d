"""`minuted declarations`: who declared an interest in what."""

from __future__ import annotations

import click

from corpus.findingrows import DeclarationRow
from corpus.store import Corpus
from minuted.listcommand import with_before
from minuted.options import INTEREST, PERSON, ListRequest, list_options
from minuted.output.citation import joined, named, one_line, place
from minuted.output.declared import declarer_words, interest_words, items_words, left_words
from minuted.output.lines import Line
from minuted.settings import Settings, pass_settings


@click.command()
@list_options(PERSON, INTEREST)
@pass_settings
def command(settings: Settings, request: ListRequest) -> None:
    """List interests that were declared at meetings.

    The newest stand first. Each tells who declared it, of which kind it was, in which items, and whether the person
    left the room, as far as the minutes say so. --person narrows the list to those of somebody, TEXT to those with
    these words. Who declared an interest in what was decided, `minuted show ID` of that decision tells.

    \b
    Examples:
      minuted declarations --person tarn --since 2024
      minuted declarations --interest disclosable_pecuniary --body planning
      minuted declarations "school governor" --json
    """
    from minuted.output.answers import show_list

    with Corpus.open(settings.corpus) as corpus:
        rows = corpus.declarations(request.filter)
        request = with_before(corpus, request)
    show_list(request, "declarations", rows, ("DATE", "WHO", "INTEREST"), _line)


def _line(row: DeclarationRow) -> Line:
    told = joined(interest_words(row.kind), items_words(row.items), left_words(row.left))
    return Line(
        cells=(row.date or "undated", declarer_words(row)),
        text=one_line(row.quote),
        notes=(told,) if told else (),
        citation=joined(named(row.organisation, row.body), place(row), row.id),
    )
