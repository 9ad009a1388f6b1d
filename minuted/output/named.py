"""A person or an organisation: under which names, and where they are named."""

from __future__ import annotations

from dataclasses import replace

import click

from corpus.registry.bodyrows import BodyProfile
from corpus.registry.rows import PersonProfile
from minuted.looking import Detail
from minuted.output.bodyprofile import body_facts, show_body_profile
from minuted.output.citation import joined, one_line, place, read_by
from minuted.output.parts import facts, labelled_fields, show_labelled
from minuted.output.profile import show_profile
from minuted.output.terminal import hanging

_PLACES_SHOWN = 10
"""Places that fit a screen; JSON gives all that are stored."""

_LONGEST_QUOTE = 300
"""Characters of a quote; the words of the thing itself are never cut."""


def show_named(detail: Detail) -> None:
    """Print a person or an organisation."""
    shown = detail.shown
    click.echo(joined(click.style(shown.text, bold=True), shown.kind.value))
    reads = {(read.document, read.page): read_by(read.read_by) for read in detail.page_reads}
    # How pages were read is told with each place: there are many.
    told = facts(replace(detail, page_reads=()))
    of_body = body_facts(detail.profile) if isinstance(detail.profile, BodyProfile) else ()
    show_labelled([*labelled_fields(shown.row), *of_body, *told.items()])
    match detail.profile:
        case PersonProfile() as person:
            show_profile(person)
        case BodyProfile() as body:
            show_body_profile(body)
    click.echo(f"\n{click.style('named in', bold=True)}")
    for each in shown.evidence[:_PLACES_SHOWN]:
        quote = one_line(each.quote)
        cut = quote if len(quote) <= _LONGEST_QUOTE else f"{quote[:_LONGEST_QUOTE]} …"
        click.echo(hanging("  ", joined(place(each), f"“{cut}”", each.rule, reads.get((each.document, each.page)))))
    if len(shown.evidence) > _PLACES_SHOWN:
        click.echo(f"  and {len(shown.evidence) - _PLACES_SHOWN} more (--json gives them)")
