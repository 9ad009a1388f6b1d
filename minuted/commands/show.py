"""`minuted show`: one thing, a paragraph or a page, by its id or by the name of a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from minuted.exits import ERROR
from minuted.options import JSON
from minuted.settings import Settings, pass_settings

if TYPE_CHECKING:
    from minuted.naming import Alternatives


def _png(_context: click.Context, _parameter: click.Parameter, value: Path | None) -> Path | None:
    """The file to draw to; a usage error where its name promises another format."""
    if value is not None and value.suffix.lower() != ".png":
        raise click.BadParameter(f"{value.name!r} must end in .png: that is what is written")
    return value


@click.command()
@click.argument("wanted", metavar="ID[#NUMBER]")
@click.option("--page", type=click.IntRange(min=1), help="One page of it, as it was read (the page of the file).")
@click.option("--depth", type=click.IntRange(min=1), help="So many levels of the table of contents.")
@click.option("--all", "every", is_flag=True, help="All paragraphs that bear the number, if several do.")
@click.option(
    "--draw",
    metavar="OUT.png",
    type=click.Path(path_type=Path, dir_okay=False),
    callback=_png,
    help="Draw the page with what was seen on it: lines, paragraphs, headings, cells, furniture. ID may be a PDF file.",
)
@JSON
@pass_settings
def command(settings: Settings, /, wanted: str, draw: Path | None, form: str | None, **options: Any) -> None:
    """Show one thing, a paragraph or a page, with its citation.

    ID is what the lists and the search print: of a document, paper, section, meeting, motion, decision, declaration,
    recommendation, action, person or organisation; or the name of a file that was ingested. A paper comes with its
    table of contents, front sheet and decisions, a meeting with who attended and what was moved, a decision with all
    that it says, its vote by name, its motion and the amendments, a person with the places that name them.

    NUMBER is that of a paragraph as printed, or as you would say it: 3.7.5, "minute 242", 4(a). What a table of
    contents marks with # names a paragraph that has no number, or shares it.

    \b
    Examples:
      minuted show harrowmere-borough-council-cabinet-2024-06-11-minutes-1a2b3c/p1
      minuted show harrowmere-cabinet-minutes-2024-06-11.pdf#5
      minuted show harrowmere-cabinet-minutes-2024-06-11.pdf --page 2
      minuted show harrowmere-cabinet-minutes-2024-06-11.pdf --page 2 --draw page.png
    """
    if draw:
        _draw(settings, wanted, options["page"], draw, form)
    else:
        _show(settings, wanted, form, **options)


def _show(settings: Settings, wanted: str, form: str | None, *, depth: int | None, **which: Any) -> None:
    from minuted.looking import look_up
    from minuted.naming import Alternatives
    from minuted.output.shown import answer_object, show_answer

    answer = look_up(settings.corpus, wanted, **which)
    if form:
        from minuted.output.answers import show_json

        show_json(answer_object(answer))
    else:
        show_answer(answer, depth)
    if isinstance(answer, Alternatives):
        _undecided(answer)


def _draw(settings: Settings, wanted: str, page: int | None, out: Path, form: str | None) -> None:
    from minuted.drawing import draw_page, to_draw
    from minuted.limits import ReadingLimits
    from minuted.naming import Alternatives
    from minuted.output.alternatives import show_alternatives
    from minuted.output.answers import show_json
    from minuted.output.drawn import drawn_object, show_drawn

    meant = to_draw(settings.corpus, wanted, page)
    if isinstance(meant, Alternatives):
        show_alternatives(meant)
        _undecided(meant)
        return
    sight = draw_page(meant, out, ReadingLimits()).sight
    if form:
        show_json(drawn_object(meant, sight, out))
    else:
        show_drawn(meant, sight, out)


def _undecided(found: Alternatives) -> None:
    from minuted.output.alternatives import how_many

    click.echo(f"minuted: {how_many(found)}", err=True)
    raise click.exceptions.Exit(ERROR)
