"""`minuted ingest`: bring the corpus up to date with files and folders."""

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
@click.option("--retry-failed", is_flag=True, help="Try files again that could not be read and have not changed since.")
@click.option("--quiet", is_flag=True, help="Tell only what failed, and the sum.")
@click.option("--json", "as_json", is_flag=True, help="Give what became of each file as JSON, at the end.")
@limit_options
@pass_settings
def command(
    settings: Settings,
    /,
    paths: tuple[Path, ...],
    retry_failed: bool,
    limits: ReadingLimits,
    **shown: bool,
) -> None:
    """Read papers from files and folders into the corpus.

    PDF, Word (docx), OpenDocument (odt), Rich Text, HTML, text, and these in e-mails (eml) and ZIP archives.
    Folders are read with all that is in them.
    Only what is new or has changed is read: run it as often as you like.
    A file that can't be read is named, with the reason, and the others go on; the exit code is then 3.
    Files are read in worker processes with limits, so that one that hangs, crashes or eats memory costs itself only,
    and a page that does costs the page.

    \b
    Examples:
      minuted ingest ~/papers
      minuted --corpus kent.corpus ingest minutes.pdf packs/
    """
    from minuted.output.progress import run_object, show_run, summary
    from minuted.run import ingest

    with closing(ingest(settings.corpus, paths, retry_failed=retry_failed, limits=limits)) as events:
        if shown["as_json"]:
            from minuted.output.answers import show_json

            told, finished = run_object(events)
            show_json(told)
        else:
            finished = show_run(events, quiet=shown["quiet"], debug=settings.debug)
            click.echo(summary(finished))
    end(finished)
