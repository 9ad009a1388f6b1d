"""`minuted demo`: a sample corpus to look at."""

from __future__ import annotations

import tempfile
from contextlib import closing
from pathlib import Path

import click


@click.command()
@click.option("--keep", metavar="DIR", type=click.Path(path_type=Path), help="Make the corpus in DIR and keep it.")
def command(keep: Path | None) -> None:
    """Make a sample corpus; show a search and a timeline in it.

    The papers ship with Minuted: a borough council and an NHS board that do not exist, over fourteen months. Your own
    corpus is not touched; without --keep nothing is left behind.

    \b
    Examples:
      minuted demo
      minuted demo --keep sample.corpus
    """
    if keep is not None:
        _demonstrate(keep)
        click.echo("\nthe sample corpus is kept; go on with:")
        click.echo(f"  minuted --corpus {keep} decisions --outcome approved")
        click.echo(f"  minuted --corpus {keep} search 'dental access' --sort oldest")
        click.echo(f"  minuted --corpus {keep} actions --status open")
        return
    with tempfile.TemporaryDirectory(prefix="minuted-demo-") as folder:
        _demonstrate(Path(folder))
    click.echo("\nto keep the sample corpus: minuted demo --keep sample.corpus")
    click.echo("to begin with your own papers: minuted ingest FOLDER")


def _demonstrate(folder: Path) -> None:
    from minuted.demo import STORY, follow_story, make_demo, search_story
    from minuted.output.happenings import show_timeline
    from minuted.output.hits import show_answer
    from minuted.output.progress import show_run, summary

    click.echo("reading the sample papers of Harrowmere Borough Council and Ellerdyke ICB (neither exists)")
    with closing(make_demo(folder)) as events:
        finished = show_run(events)
    click.echo(summary(finished))
    click.echo(f"\nminuted search '{STORY}' --kind decision\n")
    show_answer(search_story(folder))
    click.echo(f"\nminuted timeline '{STORY}'\n")
    show_timeline(follow_story(folder))
