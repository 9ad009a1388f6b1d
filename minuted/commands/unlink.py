"""`minuted unlink`: say that two things don't belong together, for good."""

from __future__ import annotations

import click

from minuted.listcommand import tell
from minuted.options import JSON
from minuted.settings import Settings, pass_settings


@click.command()
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
@click.option("--why", default="", metavar="WORDS", help="Why they don't belong together.")
@JSON
@pass_settings
def command(settings: Settings, one: str, other: str, why: str, form: str | None) -> None:
    """Say that A and B don't belong together, for good.

    A and B are papers, items, meetings or findings, by their ids or as `minuted show` takes them. No later run links
    them again, whatever links there were between them; `minuted link A B` does.

    \b
    Example:
      minuted unlink cabinet-2024-06-11-minutes-1a2b3c/s4.1 council-2024-09-03-minutes-5d6e7f/s2.1
    """
    from minuted.linking import unlink_by_hand

    pair = unlink_by_hand(settings.corpus, one, other, why)
    tell(form, {"from": pair.start, "to": pair.end, "why": why}, f"{pair.start} and {pair.end} are no longer linked")
