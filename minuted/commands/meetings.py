"""`minuted meetings`: the meetings of the corpus."""

from __future__ import annotations

import click

from corpus.rows import MeetingRow
from corpus.store import Corpus
from minuted.listcommand import with_before
from minuted.options import MEETING_STATUS, PAPER_KIND, PERSON, ListRequest, list_options
from minuted.output.citation import joined, named, place
from minuted.output.lines import Line
from minuted.settings import Settings, pass_settings


@click.command()
@list_options(PAPER_KIND, MEETING_STATUS, PERSON)
@pass_settings
def command(settings: Settings, request: ListRequest) -> None:
    """List meetings that have an agenda or minutes here.

    TEXT narrows the list to meetings whose paper has these words in its title; --person to those with this person in
    the attendance list. A draft whose minutes a later meeting here confirmed is shown as confirmed; the JSON names that
    meeting (confirmed_by).

    \b
    Examples:
      minuted meetings --body "health and wellbeing" --kind minutes
      minuted meetings --person okafor --since 2024 --json
    """
    from minuted.output.answers import show_list

    with Corpus.open(settings.corpus) as corpus:
        rows = corpus.meetings(request.filter)
        request = with_before(corpus, request)
    show_list(request, "meetings", rows, ("DATE", "PAPER", "STATUS", "MEETING"), _line)


def _line(row: MeetingRow) -> Line:
    what = named(row.organisation, row.body) or "(body not told)"
    attended = f"{row.attendees} in the attendance list" if row.attendees else "no attendance list"
    status = "confirmed" if row.confirmed_by else row.status or ""
    sat = joined(row.time, row.place, "not quorate" if row.quorate is False else None)
    return Line((row.date or "undated", row.kind, status), what, joined(sat or None, attended, place(row), row.id))
