"""`minuted watch`: searches that are saved, and tell what is new since the last run."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from minuted import exits
from minuted.listcommand import tell
from minuted.options import JSON, SEARCH_FILTERS, apply
from minuted.settings import Settings, pass_settings

if TYPE_CHECKING:
    from minuted.watching import Round


def _narrowing(function: Any) -> Any:
    return apply(SEARCH_FILTERS, function)


@click.group()
def command() -> None:
    """Save searches, and be told what is new since the last run.

    A paper that is read again or published again is told of only where it says something new: what stands in the place
    of other words is "changed". The same text in two packs of one meeting is told once.

    \b
    Examples:
      minuted watch add dental '"dental access" OR dentist*' --kind decision
      minuted watch run
      minuted watch run dental --atom dental.xml

    \b
    Every night, by cron, which mails what is printed (";" and not "&&", for ingest ends with 3 where a file failed):
      30 5 * * *  minuted ingest ~/papers >/dev/null; minuted watch run --quiet
    """


@command.command()
@click.argument("name")
@click.argument("query", nargs=-1)
@_narrowing
@click.option("--from-start", is_flag=True, help="Have the first run tell all that is there already.")
@click.option("--replace", is_flag=True, help="Put it in the place of the watch of that name.")
@JSON
@pass_settings
def add(
    settings: Settings, /, name: str, query: tuple[str, ...], from_start: bool, replace: bool, **asked: Any
) -> None:
    """Save a search under NAME.

    QUERY and the options are those of `minuted search`; quote the whole QUERY for the shell. What it finds now counts
    as told. Watches tell of what stands in papers, not of people and organisations themselves.

    \b
    Examples:
      minuted watch add baths '"leisure centre" OR baths' --body cabinet
      minuted watch add clerk --kind action --owner clerk --from-start
    """
    from corpus.watches import Question
    from minuted.output.watched import added_words, tell_behind
    from minuted.watching import add_watch

    form = asked.pop("form")
    question = Question(query=" ".join(query), **asked)
    added = add_watch(settings.corpus, name, question, from_start=from_start, replace=replace)
    tell_behind(added.behind)
    tell(form, {"watch": name, "hits": added.hits}, added_words(name, added, from_start=from_start))


@command.command("list")
@JSON
@pass_settings
def list_(settings: Settings, form: str | None) -> None:
    """List the watches, what they ask, and when they last ran.

    \b
    Example:
      minuted watch list
    """
    from corpus.store import Corpus
    from minuted.output.answers import show_json
    from minuted.output.watched import show_watches, watch_object

    with Corpus.open(settings.corpus) as corpus:
        watches = corpus.watches()
    if form:
        show_json({"watches": [watch_object(watch) for watch in watches]})
    else:
        show_watches(watches)


@command.command()
@click.argument("name")
@JSON
@pass_settings
def remove(settings: Settings, name: str, form: str | None) -> None:
    """Forget a watch, and what it has told.

    \b
    Example:
      minuted watch remove baths
    """
    from minuted.watching import remove_watch

    remove_watch(settings.corpus, name)
    tell(form, {"removed": name}, f"removed {name}")


@command.command()
@click.argument("names", metavar="[NAME]...", nargs=-1)
@click.option("--quiet", is_flag=True, help="Print nothing of watches that have nothing new.")
@click.option("--keep", is_flag=True, help="Only look: the next run tells it again.")
@click.option(
    "--atom",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Also add what is new to an Atom feed; its links are to files beside it.",
)
@JSON
@pass_settings
def run(
    settings: Settings, /, names: tuple[str, ...], keep: bool, atom: Path | None, form: str | None, **shown: bool
) -> None:
    """Tell what is new since the last run.

    Of all watches, or of those of the NAMEs. It counts as told when all of it is printed and the feed is written, and
    not before. A watch that can't be understood any more is named, the others run, and the exit code is 3.

    \b
    Examples:
      minuted watch run --quiet
      minuted watch run baths --keep --json
      minuted watch run --atom /srv/www/papers/new.xml
    """
    from minuted.output.watched import publish, tell_problem
    from minuted.watching import run_watches

    def out(told: Round) -> None:
        publish(told, atom=atom, names=names, as_json=form is not None, quiet=shown["quiet"])

    problems = run_watches(settings.corpus, names, out, keep=keep)
    for problem in problems:
        tell_problem(problem)
    if problems:
        raise click.exceptions.Exit(exits.PARTLY_FAILED)
