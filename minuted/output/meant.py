"""What a query means, as text and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from minuted.output.terminal import visible

if TYPE_CHECKING:
    from search.explain import Clause

_INDENT = "  "


def show_meaning(clause: Clause) -> None:
    """Print each part of a query on a line of its own, below what it belongs to, with how many places it finds."""
    for line in meaning_lines(clause):
        click.echo(line)
    click.echo("Places that hold the words as written, side by side or in a heading come first.")
    click.echo(
        "A person or an organisation of exactly that name comes before them, others that bear the words in their names"
        " or roles come after them; their date is that of the last paper that names them."
    )


def meaning_object(clause: Clause) -> dict[str, object]:
    """The same as a JSON object."""
    return {"words": clause.words, "found": clause.found, "parts": [meaning_object(part) for part in clause.parts]}


def meaning_lines(clause: Clause, depth: int = 0) -> list[str]:
    """Each part on a line, the whole first."""
    places = "1 place" if clause.found == 1 else f"{clause.found:,} places"
    own = f"{_INDENT * depth}{visible(clause.words)} · {places}"
    return [own, *(line for part in clause.parts for line in meaning_lines(part, depth + 1))]
