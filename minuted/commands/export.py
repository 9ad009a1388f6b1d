"""`minuted export`: everything that was found, as files for other programs."""

from __future__ import annotations

from pathlib import Path

import click

from minuted.settings import Settings, pass_settings


@click.command()
@click.option("--format", "form", type=click.Choice(["csv", "json", "sqlite"]), default="csv", show_default=True)
@click.option(
    "--out", metavar="PATH", required=True, type=click.Path(path_type=Path), help="A folder; for sqlite a file."
)
@click.option("--force", is_flag=True, help="Replace an SQLite file that is there.")
@pass_settings
def command(settings: Settings, form: str, out: Path, force: bool) -> None:
    """Write everything found as CSV, JSON or SQLite.

    CSV and JSON: a folder with one file for each kind of thing. SQLite: one file with one table for each. All rows have
    ids, dates and the pages that they stand on. In CSV a ' stands before text that a spreadsheet would take for a
    formula (it begins with = + - or @).

    \b
    Examples:
      minuted export --out found
      minuted export --format sqlite --out found.db
    """
    from minuted.export import ExportFormat, export

    if form == ExportFormat.SQLITE and out.exists() and not force:
        raise click.UsageError(f"{out} is there already; --force replaces it")
    for path, rows in export(settings.corpus, ExportFormat(form), out).items():
        click.echo(f"{path}: {rows} rows")
