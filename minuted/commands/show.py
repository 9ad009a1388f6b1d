"""`minuted show`: one thing, a paragraph or a page, by its id or by the name of a file."""

from __future__ import annotations

from typing import Any

import click

from minuted.exits import ERROR
from minuted.options import JSON
from minuted.settings import Settings, pass_settings


@click.command()
@click.argument("wanted", metavar="ID[#NUMBER]")
@click.option("--page", type=click.IntRange(min=1), help="One page of it, as it was read (the page of the file).")
@click.option("--depth", type=click.IntRange(min=1), help="So many levels of the table of contents.")
@click.option("--all", "every", is_flag=True, help="All paragraphs that bear the number, if several do.")
@JSON
@pass_settings
def command(settings: Settings, /, wanted: str, depth: int | None, form: str | None, **options: Any) -> None:
    """Show one thing, a paragraph or a page, and how to cite it.

    ID is what the lists and the search print: of a document, paper, section, meeting, decision, recommendation, action,
    person or organisation; or the name of a file that was ingested. A paper comes with its table of contents, front
    sheet and decisions, a meeting with who attended, a person with the places that name them.

    NUMBER is that of a paragraph as printed, or as you would say it: 3.7.5, "minute 242", 4(a). What a table of
    contents marks with # names a paragraph that has no number, or shares it.

    \b
    Examples:
      minuted show harrowmere-borough-council-cabinet-2024-06-11-minutes-1a2b3c/p1
      minuted show harrowmere-cabinet-minutes-2024-06-11.pdf#5
      minuted show harrowmere-cabinet-minutes-2024-06-11.pdf --page 2
    """
    from minuted.looking import look_up
    from minuted.naming import Alternatives
    from minuted.output.alternatives import how_many
    from minuted.output.shown import answer_object, show_answer

    answer = look_up(settings.corpus, wanted, **options)
    if form:
        from minuted.output.answers import show_json

        show_json(answer_object(answer))
    else:
        show_answer(answer, depth)
    if isinstance(answer, Alternatives):
        click.echo(f"minuted: {how_many(answer)}", err=True)
        raise click.exceptions.Exit(ERROR)
