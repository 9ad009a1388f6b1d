"""The command line: finds the command, and turns errors into one line and an exit code."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import Any

import click

from corpus.errors import MinutedError
from minuted import exits
from minuted.settings import Settings

# In the order in which a newcomer meets them, which is the order of the help.
COMMANDS = (
    "demo",
    "ingest",
    "search",
    "show",
    "timeline",
    "trace",
    "coverage",
    "watch",
    "link",
    "unlink",
    "papers",
    "fields",
    "meetings",
    "people",
    "organisations",
    "recommendations",
    "decisions",
    "votes",
    "declarations",
    "actions",
    "analyse",
    "export",
    "reindex",
    "doctor",
)


class Failure(click.ClickException):
    """An error as the user sees it: one line on stderr."""

    exit_code = exits.ERROR

    def __init__(self, message: str) -> None:
        super().__init__(" ".join(message.split()))

    def show(self, file: Any = None) -> None:
        """Print the line."""
        click.echo(f"minuted: {self.message}", err=True)


class Interrupted(Failure):
    """Ctrl-C."""

    exit_code = exits.INTERRUPTED


class LazyGroup(click.Group):
    """Imports the module of a command only when that command, or its help, is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All commands, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The command of that name."""
        if name not in COMMANDS:
            return None
        command = import_module(f"minuted.commands.{name}").command
        assert isinstance(command, click.Command)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; the one place where errors become messages."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise
        except KeyboardInterrupt:
            message = "interrupted; what is stored is whole, and the same command goes on from there"
            raise Interrupted(message) from None
        except (MinutedError, OSError) as error:
            if ctx.params["debug"]:
                import traceback

                click.echo(traceback.format_exc(), err=True, nl=False)
            raise Failure(_message(error)) from error


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Help of one: minuted COMMAND --help",
)
@click.option(
    "--corpus",
    metavar="DIR",
    envvar="MINUTED_CORPUS",
    show_envvar=True,
    type=click.Path(path_type=Path),
    help="The folder that everything is stored in; by default one in your own data folder.",
)
@click.option("--debug", is_flag=True, help="Show where in the program an error comes from.")
@click.version_option(package_name="minuted", prog_name="minuted")
@click.pass_context
def cli(ctx: click.Context, corpus: Path | None, debug: bool) -> None:
    """Read the papers of councils and NHS bodies; find who decided what, and who is to do what.

    \b
    Try it:      minuted demo
    Begin:       minuted ingest ~/papers
    Then ask:    minuted search leisure centre
                 minuted search '"leisure centre"' --kind decision --body cabinet
                 minuted timeline leisure centre

    Exit codes: 0 all went well, 1 an error, 2 a wrong command line, 3 a run in which some files failed.
    """
    if not debug:
        sys.excepthook = _one_line
    ctx.obj = Settings(corpus, debug)


def _message(error: MinutedError | OSError) -> str:
    if isinstance(error, OSError) and error.filename:
        return f"{error.filename}: {error.strerror}"
    return str(error)


def main() -> None:
    """Run the command line; never returns."""
    try:
        cli.main(prog_name="minuted", standalone_mode=True)
    except BrokenPipeError:
        _leave_quietly()
    finally:
        try:
            sys.stdout.flush()
        except BrokenPipeError:
            _leave_quietly()


def _leave_quietly() -> None:
    """Who read our output has gone: what is left of it goes nowhere, so that the last flush has no one to fail."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


def _one_line(kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
    """What an error that nobody foresaw looks like without --debug."""
    what = " ".join(f"{kind.__name__}: {error}".split())
    click.echo(
        f"minuted: internal error: {what}; run it again with `minuted --debug …` and report what it says", err=True
    )
