"""The bodies before an organisation asked for, of which an answer tells too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from minuted.output.citation import joined, long_date

if TYPE_CHECKING:
    from corpus.registry.bodyrows import RelatedBody


def tell_before(bodies: Sequence[RelatedBody]) -> None:
    """Say beside an answer that it tells of ``bodies`` too."""
    if bodies:
        names = "; ".join(joined(body.name, body.ended and f"until {long_date(body.ended)}") for body in bodies)
        click.echo(f"note: also of what came before it, which --exactly leaves out: {names}", err=True)


def before_object(bodies: Sequence[RelatedBody]) -> dict[str, object]:
    """What the JSON of such an answer holds besides; nothing where there are none."""
    told = [{"id": body.id, "name": body.name, "started": body.started, "ended": body.ended} for body in bodies]
    return {"came_before": told} if told else {}
