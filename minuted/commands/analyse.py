"""`minuted analyse`: read papers without a corpus, and show or write what was found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from minuted.exits import end
from minuted.explaining import DECIDED, Wanted
from minuted.limits import ReadingLimits
from minuted.marking import FoundKind
from minuted.options import apply, limit_options
from minuted.optionvalues import page_range, several
from minuted.settings import Settings, pass_settings

if TYPE_CHECKING:
    from minuted.events import Event, Understood

_EXPLAINING = (
    click.option("--explain", is_flag=True, help="Print each paper with all findings marked, and by which rule."),
    click.option(
        "--only",
        "kinds",
        metavar="KIND[,KIND]",
        multiple=True,
        callback=several(FoundKind),
        help=f"Mark only these: {', '.join(FoundKind)}. By default all but who is named.",
    ),
    click.option("--page", "pages", metavar="PAGE[-PAGE]", callback=page_range, help="Print only these pages."),
    click.option("--whole", is_flag=True, help="Print all paragraphs, also those with nothing in them or near them."),
)


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--out", metavar="DIR", type=click.Path(path_type=Path), help="The folder to write JSON to.")
@click.option("--quiet", is_flag=True, help="Tell only what failed, and the sum.")
@lambda command: apply(_EXPLAINING, command)
@limit_options
@pass_settings
def command(
    settings: Settings, /, paths: tuple[Path, ...], out: Path | None, quiet: bool, limits: ReadingLimits, **how: Any
) -> None:
    """Tell what papers hold, and why, without a corpus.

    With --out, minutes.pdf becomes DIR/minutes.json: its papers, meetings, sections, attendance, people, organisations,
    recommendations, motions, decisions, declarations and actions, each with its page or line, its place in the text and
    its quote. A paper inside papers.zip or an e-mail becomes DIR/papers--minutes.json.

    With --explain, each paragraph in which something was found is printed with its page or line, what was found stands
    in brackets behind the last part of its id, and below it what was made of it and the rule that found it, with what
    the rule looks for. The paragraphs around it, and the heading above, are printed too.

    \b
    Examples:
      minuted analyse minutes.pdf packs/ --out found
      minuted analyse minutes.pdf --explain
      minuted analyse pack.pdf --explain --only decisions,actions --page 12-15
      minuted analyse minutes.docx --explain --only people,organisations --whole
    """
    from minuted.analyse import analyse
    from minuted.output.progress import show_run, summary

    wanted = _wanted(**how)
    if out is None and wanted is None:
        raise click.UsageError("Say where to write to (--out DIR), or --explain to see what is found and why.")
    with closing(analyse(paths, out, limits=limits)) as events:
        finished = show_run(_explained(events, wanted), quiet=quiet or out is None, debug=settings.debug)
    if out is not None:
        click.echo(summary(finished))
    end(finished)


def _wanted(*, explain: bool, kinds: tuple[FoundKind, ...], pages: range | None, whole: bool) -> Wanted | None:
    if not explain:
        if kinds or pages or whole:
            raise click.UsageError("--only, --page and --whole say what --explain prints; give it too.")
        return None
    return Wanted(kinds=frozenset(kinds) or DECIDED, pages=pages, whole=whole)


def _explained(events: Iterable[Event | Understood], wanted: Wanted | None) -> Iterator[Event]:
    """``events``, with each paper printed, if ``wanted``, before what became of its file."""
    from minuted.events import Understood
    from minuted.output.explained import show_explained

    for event in events:
        if not isinstance(event, Understood):
            yield event
        elif wanted is not None:
            show_explained(event.document, event.findings, wanted)
