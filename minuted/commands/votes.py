"""`minuted votes`: what was moved, by whom, and how it was voted on."""

from __future__ import annotations

from functools import partial

import click

from corpus.findingrows import VoteRow
from corpus.store import Corpus
from minuted.listcommand import with_before
from minuted.options import FATE, PERSON, VOTER, ListRequest, list_options
from minuted.output.citation import joined, named, place
from minuted.output.completed import completed
from minuted.output.lines import Line
from minuted.output.voted import few_named_words, moved_words, vote_of, vote_words, way_words
from minuted.settings import Settings, pass_settings


@click.command()
@list_options(VOTER, FATE, PERSON)
@pass_settings
def command(settings: Settings, request: ListRequest) -> None:
    """List what was moved and how it was voted on.

    These are motions and amendments, whatever became of them, and decisions that were voted on where no motion is told.
    --voter tells how somebody voted, where votes are recorded by name; --person finds also what somebody moved or
    seconded. Those in favour are told first: "carried by 39 to 19". TEXT narrows the list to motions with these words.

    \b
    Examples:
      minuted votes --voter tarn --since 2024
      minuted votes --fate lost --body "county council"
      minuted votes "council tax" --csv > votes.csv
    """
    from minuted.output.answers import show_list

    with Corpus.open(settings.corpus) as corpus:
        rows = corpus.votes(request.filter)
        request = with_before(corpus, request)
    voter = request.filter.voter
    headers = ("DATE", "WHAT", "FATE", *(("VOTED",) if voter else ()), "IN WHICH WORDS")
    show_list(request, "votes", rows, headers, partial(_line, voter=voter))


def _line(row: VoteRow, *, voter: str | None) -> Line:
    vote = vote_of(row)
    voted = (way_words(vote, voter) or "",) if voter else ()
    told = joined(vote_words(vote), moved_words(row.moved_by, row.seconded_by), few_named_words(vote))
    return Line(
        cells=(row.date or "undated", row.kind, row.fate or "not told", *voted),
        text=completed(row.text, row.stem),
        notes=(told,) if told else (),
        citation=joined(named(row.organisation, row.body), place(row), row.id),
    )
