"""`minuted decisions`: what was decided."""

from __future__ import annotations

import click

from corpus.decisionrows import DecisionRow
from corpus.store import Corpus
from minuted.listcommand import with_before
from minuted.options import EXPLICIT, NOT_AS_RECOMMENDED, OUTCOME, PERSON, TELLING, ListRequest, list_options
from minuted.output.aligned import show_aligned
from minuted.output.citation import joined, named, place
from minuted.output.completed import completed
from minuted.output.lines import Line
from minuted.output.particulars import particulars_line, particulars_of
from minuted.output.voted import ballot_words
from minuted.settings import Settings, pass_settings


@click.command()
@list_options(OUTCOME, EXPLICIT, TELLING, PERSON, NOT_AS_RECOMMENDED)
@pass_settings
def command(settings: Settings, request: ListRequest) -> None:
    """List decisions, newest first, with their sources.

    TEXT narrows the list to decisions with these words; --person to those that name, or were moved or seconded by,
    somebody. A part of a list is told with the words before the list that complete it: "That Cabinet … note the
    report". Votes are told with those in favour first; `minuted show ID` tells who voted how.

    With --not-as-recommended, each thing that a report recommended and that was resolved otherwise, or not at all: what
    was recommended, what was resolved, -what went- and +what came+, both with their sources.

    \b
    Examples:
      minuted decisions --body cabinet --since 2024-04 --outcome approved
      minuted decisions --outcome rejected --with vote
      minuted decisions --with key_decision,delegation --explicit
      minuted decisions --not-as-recommended --since 2024 --body cabinet
      minuted decisions budget --csv > decisions.csv
    """
    from minuted.output.answers import show_list

    if request.filter.fate:
        show_aligned(settings, request, "differences")
        return
    with Corpus.open(settings.corpus) as corpus:
        rows = corpus.decisions(request.filter)
        request = with_before(corpus, request)
    show_list(request, "decisions", rows, ("DATE", "OUTCOME", "DECISION"), _line)


def _line(row: DecisionRow) -> Line:
    part = f"({row.number.strip('().')})" if row.number else None
    item = " ".join(filter(None, ("item", row.item, part))) if row.item else None
    prose = None if row.explicit else "told in prose"
    return Line(
        cells=(row.date or "undated", row.outcome),
        text=completed(row.text, row.stem),
        notes=tuple(filter(None, (ballot_words(row), particulars_line(particulars_of(row))))),
        citation=joined(named(row.organisation, row.body), item, prose, place(row), row.id),
    )
