"""`minuted actions`: who is to do what by when."""

from __future__ import annotations

import click

from corpus.findingrows import ActionRow
from corpus.store import Corpus
from minuted.listcommand import with_before
from minuted.options import (
    ACTION_STATUS,
    CARRIED,
    DROPPED,
    OVERDUE,
    OVERDUE_ON,
    OWNER,
    PERSON,
    STILL_OPEN,
    ListRequest,
    list_options,
)
from minuted.output.citation import joined, named, one_line, place
from minuted.output.lines import Line
from minuted.output.owed import due_words, owner_words, standing_words
from minuted.settings import Settings, pass_settings


@click.command()
@list_options(OWNER, STILL_OPEN, OVERDUE, OVERDUE_ON, CARRIED, DROPPED, ACTION_STATUS, PERSON)
@pass_settings
def command(settings: Settings, request: ListRequest) -> None:
    """List actions: what is to be done, by whom, by when.

    TEXT narrows the list to actions with these words. OWNER is a name, initials or a role: whichever the paper writes,
    the others are looked up in that meeting's list of those who attended. The status is the one that the paper cited
    gives. Newest first; with --open and --overdue, what is due first stands first, and what has no date last.
    --carried and --dropped follow each action from meeting to meeting of its body by its links (the same reference, or
    the same owner and words); it is listed once, as it is told of last, and a link that is wrong can be broken by hand
    (`minuted unlink`).

    \b
    Examples:
      minuted actions --open --owner "director of finance"
      minuted actions --overdue --body board
      minuted actions --overdue-on 2024-06-30 --organisation northmere
      minuted actions --carried --open --body board
      minuted actions --dropped --organisation northmere
      minuted actions --body board --since 2024 --csv > actions.csv
    """
    from minuted.output.answers import show_list

    if request.filter.course:
        _show_courses(settings, request)
        return
    with Corpus.open(settings.corpus) as corpus:
        rows = corpus.actions(request.filter)
        request = with_before(corpus, request)
    show_list(request, "actions", rows, ("DATE", "STATUS", "DUE", "ACTION"), _line)


def _show_courses(settings: Settings, request: ListRequest) -> None:
    """List actions with how each went on from meeting to meeting."""
    from minuted.courses import action_courses
    from minuted.output.courses import show_courses

    show_courses(*action_courses(settings.corpus, request))


def _line(row: ActionRow) -> Line:
    citation = joined(named(row.organisation, row.body), row.reference, place(row), row.id)
    cells = (row.date or "undated", row.status, row.due_date or "")
    told = joined(due_words(row.due, row.due_date), standing_words(row.status_note))
    return Line(cells, f"{owner_words(row)}: {one_line(row.text)}", citation, (told,) if told else ())
