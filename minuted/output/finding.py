"""A decision, recommendation or action: its words first, then how to cite them and what was made of them."""

from __future__ import annotations

import click

from minuted.looking import Detail
from minuted.output.citation import joined, one_line, place
from minuted.output.parts import facts, labelled_fields, path_words, show_labelled, show_parts, show_remarks, where
from minuted.output.terminal import hanging

# What the citation tells, or the line that the answer begins with.
_TOLD = frozenset({"outcome", "body", "organisation", "date"})


def show_finding(detail: Detail) -> None:
    """Print a finding."""
    shown = detail.shown
    told = dict(labelled_fields(shown.row))
    click.echo(joined(click.style(shown.kind.value.replace("_", " "), bold=True), told.get("outcome"), where(detail)))
    if detail.above:
        click.echo(path_words(detail.above))
    click.echo(f"\n{hanging('', shown.text.strip())}\n")
    show_labelled([*((label, value) for label, value in told.items() if label not in _TOLD), *facts(detail).items()])
    show_parts("told again", [joined(place(each), f"“{one_line(each.quote)}”") for each in shown.evidence[1:]])
    show_remarks(detail)
