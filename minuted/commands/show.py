"""`minuted show`: one thing by its id."""

from __future__ import annotations

import click

from minuted.options import JSON
from minuted.settings import Settings, pass_settings


@click.command()
@click.argument("id_", metavar="ID")
@JSON
@pass_settings
def command(settings: Settings, id_: str, form: str | None) -> None:
    """Show one thing by its id, with its evidence.

    A document, paper, section, meeting, decision, recommendation, action, person or organisation: ID is what
    the lists and the search print. A paper comes with its outline, front sheet and decisions, a meeting
    with who attended, a person with the places that name them.

    \b
    Example:
      minuted show harrowmere-borough-council-cabinet-2024-06-11-minutes-1a2b3c/m1
    """
    from minuted.looking import look_up
    from minuted.output.details import detail_object, show_detail

    detail = look_up(settings.corpus, id_)
    if form:
        from minuted.output.answers import show_json

        show_json(detail_object(detail))
    else:
        show_detail(detail)
