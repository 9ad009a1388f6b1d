"""A page as it was read."""

from __future__ import annotations

import click

from minuted.output.citation import joined, long_date, named, page_words
from minuted.output.contents import outline_object, show_outline
from minuted.output.parts import read_otherwise, show_labelled
from minuted.output.terminal import visible
from minuted.pageview import PageView
from minuted.rowforms import as_object


def show_page(view: PageView, depth: int | None) -> None:
    """Print a page."""
    document = view.document
    printed = view.stamp.number if view.stamp else None
    click.echo(click.style(joined(document.name, page_words(view.page, view.page, printed)), bold=True))
    click.echo(joined(document.title, named(document.organisation, document.body), long_date(document.date)))
    show_labelled([*read_otherwise([view.read] if view.read else []).items(), ("id", document.id)])
    click.echo(f"\n{visible(view.text)}" if view.text.strip() else "\nno text was read on this page")
    if view.furniture:
        click.echo()
        show_labelled((each.kind.value.replace("_", " "), each.text) for each in view.furniture)
    show_outline(view.outline, depth, heading="begins here")


def page_object(view: PageView) -> dict[str, object]:
    """The page as JSON."""
    return {
        "document": view.document.id,
        "document_name": view.document.name,
        "location": view.document.location,
        "page": view.page,
        "number": view.stamp.number if view.stamp else None,
        "item": view.stamp.item if view.stamp else None,
        "words": view.text,
        "furniture": [{"kind": each.kind.value, "text": each.text} for each in view.furniture],
        "outline": outline_object(view.outline),
        "page_reads": [as_object(view.read)] if view.read else [],
    }
