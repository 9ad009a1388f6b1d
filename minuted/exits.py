"""The exit codes: what a script is told when a command ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from minuted.events import Finished

ERROR = 1
PARTLY_FAILED = 3
INTERRUPTED = 130
"""What shells give a program that was ended by Ctrl-C. 2 is click's, for a wrong command line."""


def end(finished: Finished) -> None:
    """End the command with the exit code that tells how its run went."""
    if not finished.usable:
        raise click.exceptions.Exit(ERROR)
    if finished.failed:
        raise click.exceptions.Exit(PARTLY_FAILED)
