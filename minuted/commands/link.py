"""`minuted link`: say that two things belong together, for good."""

from __future__ import annotations

import click

from corpus.vocabulary import LinkKind
from minuted.listcommand import tell
from minuted.options import JSON
from minuted.settings import Settings, pass_settings


@click.command()
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
@click.option(
    "--kind",
    type=click.Choice([kind.value for kind in LinkKind]),
    default=LinkKind.SAME_MATTER.value,
    show_default=True,
    help="How A stands to B.",
)
@click.option("--why", required=True, metavar="WORDS", help="Why they belong together: shown with the link.")
@JSON
@pass_settings
def command(settings: Settings, /, one: str, other: str, form: str | None, **said: str) -> None:
    """Say that A and B belong together, for good.

    A and B are papers, items, meetings or findings, by their ids or as `minuted show` takes them. Every later run keeps
    the link, and shows it as a person's. `minuted unlink A B` breaks it again.

    \b
    Example:
      minuted link cabinet-2024-06-11-minutes-1a2b3c/d4.1 council-2024-09-03-minutes-5d6e7f/d2.1 \\
          --kind amends --why "Council changed the sum"
    """
    from minuted.linking import link_by_hand

    kind, why = LinkKind(said["kind"]), said["why"]
    pair = link_by_hand(settings.corpus, one, other, kind, why)
    told: dict[str, object] = {"from": pair.start, "to": pair.end, "kind": kind.value, "why": why}
    tell(form, told, f"linked {pair.start} with {pair.end} ({kind.replace('_', ' ')}): {why}")
