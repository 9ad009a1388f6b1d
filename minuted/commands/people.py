"""`minuted people`: who is named in the corpus, in which roles, and who is one with whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import click

from corpus.filters import Filter
from corpus.folding import fold
from corpus.rows import PersonRow, UnresolvedRow
from corpus.store import Corpus
from minuted.listcommand import ListCommand, show_one, tell
from minuted.options import JSON, PERSON, Form, ListRequest, list_options
from minuted.output.citation import joined, place
from minuted.output.lines import Line
from minuted.settings import Settings, pass_settings


@click.command()
@click.argument("kept", metavar="A")
@click.argument("others", metavar="B...", nargs=-1, required=True)
@JSON
@pass_settings
def merge(settings: Settings, kept: str, others: tuple[str, ...], form: str | None) -> None:
    """Say that A and B are one person, for good.

    A and B are ids as `minuted people` prints them. From now on B is told under the id of A, which every later run
    keeps; the id of B still finds them. `minuted people split A` undoes it.

    \b
    Example:
      minuted people merge harrowmere-borough-council/o-tarn northmere-council/orla-tarn
    """
    from minuted.byhand import deciding

    with deciding(settings.corpus) as corpus:
        person = corpus.merge_people(kept, *others)
    tell(form, {"person": person}, f"{', '.join(others)} and {person} are one person now: minuted people {person}")


@click.command()
@click.argument("person", metavar="PERSON")
@click.argument("papers", metavar="[PAPER]...", nargs=-1)
@JSON
@pass_settings
def split(settings: Settings, person: str, papers: tuple[str, ...], form: str | None) -> None:
    """Tell PERSON and somebody else apart, for good.

    PAPERs are those that name the other. Without any, all merging by hand into PERSON is undone.
    PAPER is a document's id or the name of its file. Whom they name gets an id of their own; all other papers so far go
    on naming PERSON, and a later paper that could mean either is linked to neither.

    \b
    Examples:
      minuted people split harrowmere-borough-council/orla-tarn minutes-2016-05-11.pdf
      minuted people split harrowmere-borough-council/orla-tarn
    """
    from minuted.splitting import split_person, unmerge_person

    if papers:
        new = split_person(settings.corpus, person, papers)
        tell(form, {"person": person, "new": new}, f"{new} is somebody else now: minuted people {new}")
    else:
        apart = unmerge_person(settings.corpus, person)
        tell(form, {"person": person, "apart": list(apart)}, f"no more one with {person}: {', '.join(apart)}")


@click.command()
@list_options()
@pass_settings
def unresolved(settings: Settings, request: ListRequest) -> None:
    """List names and initials that are linked to nobody.

    Two people of one list may have the same initials or surname, or initials stand in no list of that meeting: then
    nobody can say for sure who was meant, and this says for whom they could stand. TEXT is a whole name or initials.

    \b
    Examples:
      minuted people unresolved CW
      minuted people unresolved --body cabinet --since 2024 --json
    """
    from minuted.output.answers import show_list

    with Corpus.open(settings.corpus) as corpus:
        rows = corpus.unresolved(request.filter)
    show_list(request, "unresolved", rows, ("DATE", "AS WRITTEN", "WHY"), _unresolved_line)


@click.command(cls=ListCommand, actions={"merge": merge, "split": split, "unresolved": unresolved})
@list_options(PERSON)
@pass_settings
def command(settings: Settings, request: ListRequest) -> None:
    """List people; of one alone, tell all that is known.

    Those named in most documents stand first. TEXT is part of a name, initials or an id. Where it means one person
    only, you get the roles with dates, the attendance record, the papers, decisions and actions with pages, and why
    each paper is taken to be of this person. "In prose only" marks those whom no attendance list, membership list or
    front sheet names: trust these less.

    \b
    Examples:
      minuted people okafor
      minuted people --body cabinet --since 2024 --csv > people.csv
      minuted people merge A B
      minuted people split A minutes-2016-05-11.pdf
    """
    from minuted.output.answers import show_list

    with Corpus.open(settings.corpus) as corpus:
        rows = corpus.people(request.filter)
        homeless = corpus.unresolved(_written(request.filter)) if request.filter.text else ()
    if len(rows) == 1 and request.filter.text and request.form is Form.TEXT:
        show_one(settings, rows[0].id)
    else:
        show_list(request, "people", rows, ("DOCUMENTS", "LAST", "NAME AND ROLE"), _line)
    _tell_of_homeless(homeless, request.filter.text)


def _line(row: PersonRow) -> Line:
    name = " ".join(part for part in (row.title, row.name) if part)
    told = joined(name, ", ".join(row.roles), ", ".join(row.organisations), None if row.listed else "in prose only")
    cells = (str(row.documents), row.last_date or "undated")
    return Line(cells, told, joined(row.organisation, place(row), row.id))


def _tell_of_homeless(rows: Sequence[UnresolvedRow], wanted: str | None) -> None:
    """Say, beside the answer, that the very words asked for are linked to nobody in places."""
    uses = [row.quote for row in rows if fold(row.quote) == fold(wanted)]
    if uses:
        times = "once" if len(uses) == 1 else f"{len(uses)} times"
        click.echo(f"“{uses[0]}” is linked to nobody {times}: minuted people unresolved {uses[0]}", err=True)


def _written(wanted: Filter) -> Filter:
    """The same for what is linked to nobody, all of it."""
    return replace(wanted, person=None, limit=None, offset=0)


def _unresolved_line(row: UnresolvedRow) -> Line:
    could_be = f"could be {' or '.join(row.candidates)}" if row.candidates else None
    return Line((row.date or "undated", row.quote), joined(row.reason, could_be), joined(row.body, place(row)))
