"""`minuted doctor`: check the corpus and say what to do."""

from __future__ import annotations

import click

from minuted import exits
from minuted.options import JSON
from minuted.settings import Settings, pass_settings


@click.command()
@JSON
@pass_settings
def command(settings: Settings, form: str | None) -> None:
    """Check the corpus and say what needs mending.

    Is it sound, does the index hold just what the corpus holds, what could not be read and why. The exit code is 1
    where something needs mending, and then it says how.

    \b
    Example:
      minuted doctor
    """
    from minuted.checkup import examine
    from minuted.output.health import report_object, show_report
    from minuted.output.tracked import tracked

    report = examine(settings.corpus, tracked)
    if form:
        from minuted.output.answers import show_json

        show_json(report_object(report))
    else:
        show_report(report)
    if report.ailments:
        raise click.exceptions.Exit(exits.ERROR)
