"""Hits in a form that can be pasted into a text: the quotation, and where it stands."""

from __future__ import annotations

from collections.abc import Sequence

import click

from corpus.rows import DocumentRow
from minuted.citing import Cited
from minuted.output.citation import link, long_date, named, one_line, spot
from minuted.output.hits import show_notes
from minuted.output.parts import citation
from minuted.searching import SearchAnswer


def show_cited(answer: SearchAnswer, hits: Sequence[Cited]) -> None:
    """Print each citation of ``hits``, which are those of ``answer``, as a paragraph of its own."""
    show_notes(answer)
    for hit in hits:
        click.echo(f"{cite(hit)}\n")


def cite(cited: Cited) -> str:
    """The quotation with its source: “That the closure be deferred” (Cabinet, 23 July 2024, minutes, …)."""
    entry = cited.hit.entry
    file = link(entry.document_name, entry.page, entry.line)
    row = cited.detail.shown.row
    if isinstance(row, DocumentRow):
        told = (named(row.organisation, row.body), long_date(row.date), spot(entry), file)
        source = ", ".join(filter(None, told))
    else:
        source = citation(cited.detail, file=file) or file
    return f"“{one_line(cited.quote)}” ({one_line(source)})"
