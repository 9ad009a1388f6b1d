"""`minuted analyse`: read papers and write what was found as JSON, without a corpus."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import click

from minuted.exits import end
from minuted.limits import ReadingLimits
from minuted.options import limit_options
from minuted.settings import Settings, pass_settings


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--out", metavar="DIR", required=True, type=click.Path(path_type=Path), help="The folder to write to.")
@click.option("--quiet", is_flag=True, help="Tell only what failed, and the sum.")
@limit_options
@pass_settings
def command(settings: Settings, /, paths: tuple[Path, ...], out: Path, quiet: bool, limits: ReadingLimits) -> None:
    """Write what papers hold as JSON, without a corpus.

    minutes.pdf becomes DIR/minutes.json: its papers, meetings, sections, attendance, people, organisations,
    recommendations, decisions and actions, each with its page or line, its place in the text and its quote.
    A paper inside papers.zip or an e-mail becomes DIR/papers--minutes.json.

    \b
    Example:
      minuted analyse minutes.pdf packs/ --out found
    """
    from minuted.analyse import analyse
    from minuted.output.progress import show_run, summary

    with closing(analyse(paths, out, limits=limits)) as events:
        finished = show_run(events, quiet=quiet, debug=settings.debug)
    click.echo(summary(finished))
    end(finished)
