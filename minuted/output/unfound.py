"""What is told of a search that finds nothing: what was looked through, and what else there is."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

import click

from minuted.output.citation import joined
from minuted.output.meant import meaning_lines, meaning_object
from minuted.output.terminal import visible
from minuted.searching import LookedThrough, NothingFound, SearchRequest

if TYPE_CHECKING:
    from search.filters import Filters
    from search.nearness import Unknown


_OPTIONS = ("body", "organisation", "person", "owner", "kind", "outcome", "paper", "since", "until")
"""The filters that have an option of their name with a value."""


def show_unfound(request: SearchRequest, nothing: NothingFound) -> None:
    """Say that ``request`` finds nothing, what was looked through, and why it may be."""
    what = f"for {visible(request.text)}" if request.text else "that meets all of this"
    click.echo(f"nothing was found {what}")
    click.echo(extent(nothing.looked_through))
    for unknown in nothing.unknown:
        click.echo(_unknown_words(unknown))
    if nothing.corrected:
        click.echo(f"did you mean: {visible(as_command(nothing.corrected, request.filters))}")
    if nothing.meaning.parts and not nothing.unknown:
        click.echo("what each part of it finds by itself:")
        for line in meaning_lines(nothing.meaning)[1:]:
            click.echo(line)
    if nothing.instead:
        click.echo(f"\ninstead, {visible(nothing.instead.words)}:\n")


def unfound_object(nothing: NothingFound) -> dict[str, object]:
    """The same as a JSON object, but for what is found instead."""
    through = nothing.looked_through
    return {
        "looked_through": {
            "papers": through.papers,
            "first_date": through.first_date,
            "last_date": through.last_date,
            "unread_pages": through.unread_pages,
            "failed_files": through.failures,
        },
        "meaning": meaning_object(nothing.meaning),
        "unknown_words": {unknown.word: list(unknown.instead) for unknown in nothing.unknown},
        "did_you_mean": nothing.corrected,
    }


def extent(through: LookedThrough) -> str:
    """What an answer that found nothing rests on, in words."""
    if not through.papers:
        papers = f"no paper of that body, kind and time is in the corpus ({through.all_documents} documents)"
        return f"{papers}; `minuted meetings` tells which boards met when"
    dates = f" of {through.first_date} to {through.last_date}" if through.first_date else ""
    gaps = joined(
        f"{through.unread_pages} pages could not be read" if through.unread_pages else None,
        f"{through.failures} files could not be read" if through.failures else None,
    )
    return f"looked through {through.papers} papers{dates}" + (f" (of the corpus {gaps})" if gaps else "")


def as_command(text: str, filters: Filters) -> str:
    """What asks for ``text`` with ``filters`` on a command line."""
    given = {name: getattr(filters, name) for name in _OPTIONS}
    narrowing = [f"--{name} {shlex.quote(value)}" for name, value in given.items() if value is not None]
    return " ".join(["minuted search", shlex.quote(text), *narrowing, *(["--exactly"] if filters.exactly else [])])


def _unknown_words(unknown: Unknown) -> str:
    nearly = f"; spelt nearly the same: {', '.join(map(visible, unknown.instead))}" if unknown.instead else ""
    return f"no paper holds the word “{visible(unknown.word)}”{nearly}"
