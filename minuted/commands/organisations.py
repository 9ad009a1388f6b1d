"""`minuted organisations`: which bodies are named in the corpus, what each decided, and which names are one body's."""

from __future__ import annotations

import click

from corpus.rows import OrganisationRow
from corpus.store import Corpus
from minuted.listcommand import ListCommand, show_one, tell
from minuted.options import JSON, Form, ListRequest, list_options
from minuted.output.citation import joined, place
from minuted.output.lines import Line
from minuted.settings import Settings, pass_settings


@click.command()
@click.argument("names", metavar="NAME [BODY]", nargs=-1, required=True)
@click.option("--in", "publisher", metavar="PUBLISHER", help="Only in papers of this body.")
@click.option("--remove", is_flag=True, help="Undo it: the rules say again what NAME means.")
@JSON
@pass_settings
def alias(settings: Settings, names: tuple[str, ...], publisher: str | None, *, remove: bool, form: str | None) -> None:
    """Say that NAME means BODY, for good.

    NAME is as papers write it, BODY an id, an ODS or ONS code, or a name that is one body's alone. Every later run
    keeps to it. With --in, NAME means BODY in the papers of one publisher alone, as abbreviations do.

    \b
    Examples:
      minuted organisations alias "Mere Council" northmere-district-council
      minuted organisations alias NDC northmere-district-council --in "Mere Parish Council"
      minuted organisations alias --remove "Mere Council"
    """
    if len(names) != (1 if remove else 2):
        raise click.UsageError("give a NAME and the BODY that it means, or --remove and a NAME")
    from minuted.byhand import deciding

    with deciding(settings.corpus) as corpus:
        name, *body = names
        done = corpus.alias_body(name, body[0], publisher) if body else corpus.unalias_body(name, publisher)
    scope = f" in papers of {done.owner}" if done.owner else ""
    papers = "1 document" if done.documents == 1 else f"{done.documents} documents"
    means = f"no more means {done.body} by hand" if remove else f"means {done.body}"
    tell(
        form,
        {"name": done.name, "body": done.body, "in": done.owner, "removed": remove, "documents": done.documents},
        f"“{done.name}” {means}{scope}; {papers} linked anew: minuted organisations {done.body}",
    )


@click.command()
@click.argument("kept", metavar="A")
@click.argument("others", metavar="B...", nargs=-1, required=True)
@JSON
@pass_settings
def merge(settings: Settings, kept: str, others: tuple[str, ...], form: str | None) -> None:
    """Say that A and B are one body, for good.

    A and B are ids as `minuted organisations` prints them. From now on B is told under the id of A, which every later
    run keeps; the id of B still finds them. `minuted organisations split A` undoes it.

    \b
    Example:
      minuted organisations merge northmere-council/harbour-board northmere-council/harbour-committee
    """
    from minuted.byhand import deciding

    with deciding(settings.corpus) as corpus:
        body = corpus.merge_bodies(kept, *others)
    tell(form, {"body": body}, f"{', '.join(others)} and {body} are one body now: minuted organisations {body}")


@click.command()
@click.argument("body", metavar="BODY")
@JSON
@pass_settings
def split(settings: Settings, body: str, form: str | None) -> None:
    """Undo all merging by hand into BODY.

    BODY is an id as `minuted organisations` prints it.

    \b
    Example:
      minuted organisations split northmere-council/harbour-board
    """
    from minuted.splitting import unmerge_body

    apart = unmerge_body(settings.corpus, body)
    tell(form, {"body": body, "apart": list(apart)}, f"no more one with {body}: {', '.join(apart)}")


@click.command(cls=ListCommand, actions={"alias": alias, "merge": merge, "split": split})
@list_options()
@pass_settings
def command(settings: Settings, request: ListRequest) -> None:
    """List bodies; of one alone, tell all that is known.

    Those named in most documents stand first. TEXT is part of a name or of an abbreviation, or an id or a code. Where
    it means one body only, you get its code and days, what came before and after it, its boards and committees, who
    held which role, its papers, decisions and actions with pages, and why each paper is taken to be of this body.

    \b
    Examples:
      minuted organisations trust
      minuted organisations --body cabinet --since 2024 --json
      minuted organisations alias "Mere Council" northmere-district-council
    """
    from minuted.output.answers import show_list

    with Corpus.open(settings.corpus) as corpus:
        rows = corpus.organisations(request.filter)
        text = request.filter.text
        meant = corpus.bodies_called(text) if text else ()
        before = corpus.asked(text).before if text and not rows else ()
    alone = [row for row in rows if len(rows) == 1 or meant == (row.id,)]
    if alone and text and request.form is Form.TEXT:
        show_one(settings, alone[0].id)
        if len(rows) > 1:
            click.echo(f"other bodies have “{text}” in their names; --json lists them", err=True)
    else:
        show_list(request, "organisations", rows, ("DOCUMENTS", "LAST", "KIND", "NAME"), _line)
    if before:
        ids = ", ".join(body.id for body in before)
        click.echo(f"papers tell of what came before it: {ids}", err=True)


def _line(row: OrganisationRow) -> Line:
    also = f"also {', '.join(row.aliases)}" if row.aliases else None
    cells = (str(row.documents), row.last_date or "undated", row.kind)
    return Line(cells, joined(row.name, also), joined(place(row), row.id))
