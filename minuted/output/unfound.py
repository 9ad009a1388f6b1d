"""What is told of a search that finds nothing: what was looked through, and what else there is."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

import click

from minuted.output.lookedthrough import looked_object, nothing_found
from minuted.output.meant import meaning_lines, meaning_object
from minuted.output.terminal import visible
from minuted.searching import NothingFound, SearchRequest

if TYPE_CHECKING:
    from search.filters import Filters
    from search.nearness import Unknown


_OPTIONS = ("body", "organisation", "person", "owner", "kind", "outcome", "paper", "since", "until")
"""The filters that have an option of their name with a value."""


def show_unfound(request: SearchRequest, nothing: NothingFound) -> None:
    """Say that ``request`` finds nothing and why it may be, and last what was looked through."""
    what = f"for {visible(request.text)}" if request.text else "that meets all of this"
    click.echo(f"nothing was found {what}")
    for unknown in nothing.unknown:
        click.echo(_unknown_words(unknown))
    if nothing.corrected:
        click.echo(f"did you mean: {visible(as_command(nothing.corrected, request.filters))}")
    if nothing.meaning.parts and not nothing.unknown:
        click.echo("what each part of it finds by itself:")
        for line in meaning_lines(nothing.meaning)[1:]:
            click.echo(line)
    click.echo(nothing_found(request.text, nothing.looked_through))
    if nothing.instead:
        click.echo(f"\ninstead, {visible(nothing.instead.words)}:\n")


def unfound_object(nothing: NothingFound) -> dict[str, object]:
    """The same as a JSON object, but for what is found instead."""
    return {
        "looked_through": looked_object(nothing.looked_through),
        "meaning": meaning_object(nothing.meaning),
        "unknown_words": {unknown.word: list(unknown.instead) for unknown in nothing.unknown},
        "did_you_mean": nothing.corrected,
    }


def as_command(text: str, filters: Filters) -> str:
    """What asks for ``text`` with ``filters`` on a command line."""
    given = {name: getattr(filters, name) for name in _OPTIONS}
    narrowing = [f"--{name} {shlex.quote(value)}" for name, value in given.items() if value is not None]
    return " ".join(["minuted search", shlex.quote(text), *narrowing, *(["--exactly"] if filters.exactly else [])])


def _unknown_words(unknown: Unknown) -> str:
    nearly = f"; spelt nearly the same: {', '.join(map(visible, unknown.instead))}" if unknown.instead else ""
    return f"no paper holds the word “{visible(unknown.word)}”{nearly}"
