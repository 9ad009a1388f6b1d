"""A numbered paragraph, or any other section, whole: its words, where they stand, and how to cite them."""

from __future__ import annotations

import click

from corpus.rows import SectionRow
from minuted.looking import Detail
from minuted.output.citation import joined, one_line, spot
from minuted.output.parts import (
    body_and_date,
    facts,
    handle,
    path_words,
    show_labelled,
    show_parts,
    show_remarks,
    where,
)
from minuted.output.terminal import hanging


def show_paragraph(detail: Detail) -> None:
    """Print a section."""
    row = detail.shown.row
    assert isinstance(row, SectionRow), "a section is shown by its row"
    called = " ".join(filter(None, (row.number, row.heading))) or "(no number, no heading)"
    click.echo(joined(click.style(called, bold=True), where(detail)))
    click.echo(joined(one_line(row.paper_title), body_and_date(detail, row.paper_kind)))
    if detail.above:
        click.echo(path_words(detail.above))
    click.echo(f"\n{_words(detail.shown.text)}\n")
    show_labelled(facts(detail).items())
    papers = [joined(one_line(tie.paper.title), spot(tie.paper), handle(tie.paper.id)) for tie in detail.ties]
    show_parts("papers of this item", papers)
    show_remarks(detail)


def _words(text: str) -> str:
    """The text with the cells of its rows side by side."""
    rows = (" | ".join(filter(None, line.split("\t"))) for line in text.strip().splitlines())
    return "\n".join(hanging("", row) for row in rows)
