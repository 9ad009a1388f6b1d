"""A paper or a document: what it is, its front sheet, its table of contents, what was found in it."""

from __future__ import annotations

from itertools import groupby

import click

from corpus.rows import DocumentRow, PaperRow
from corpus.vocabulary import MediaType
from minuted.looking import Detail
from minuted.output.citation import counted_in, joined, one_line, spot
from minuted.output.contents import ContentsLine, show_contents, show_outline
from minuted.output.found import show_found
from minuted.output.parts import (
    attendee_words,
    body_and_date,
    facts,
    handle,
    path_words,
    show_labelled,
    show_parts,
    show_remarks,
)


def show_paper(detail: Detail, depth: int | None) -> None:
    """Print a paper, or a document with the papers that it holds; its outline down to ``depth``."""
    row = detail.shown.row
    assert isinstance(row, DocumentRow | PaperRow), "a paper or a document"
    kind = row.kind if isinstance(row, PaperRow) else "document"
    if isinstance(row, DocumentRow) and row.media_type == MediaType.PDF:
        kind += f" of {row.pages} page{'s' * (row.pages != 1)}"
    click.echo(click.style(one_line(row.title), bold=True))
    click.echo(body_and_date(detail, kind))
    show_labelled(facts(detail).items())
    for _, fields in groupby(detail.fields, key=lambda field: field.entry):
        click.echo()
        show_labelled((field.label, one_line(field.value)) for field in fields)
    if isinstance(row, DocumentRow):
        _show_papers(detail)
    else:
        items = [joined(path_words([tie.section]), spot(tie.section), tie.reason) for tie in detail.ties]
        show_parts("for the agenda item", items)
    show_outline(detail.outline, depth)
    if detail.outline:
        click.echo(f"\none paragraph: minuted show {row.id}#NUMBER; what has a # before it is named in the same way")
    _show_found(detail)


def _show_papers(detail: Detail) -> None:
    papers = detail.papers
    if not papers:
        return
    items: dict[str, list[str]] = {}
    for tie in detail.ties:
        if tie.section.number:
            items.setdefault(tie.paper.id, []).append(tie.section.number)
    lines = [
        ContentsLine(
            label=paper.kind.replace("_", " "),
            words=joined(*(f"item {number}" for number in items.get(paper.id, ())), one_line(paper.title)),
            place=str(paper.page if paper.line is None else paper.line),
            handle=paper.id.rpartition("/")[2],
        )
        for paper in papers
    ]
    show_contents(lines, "papers", counted_in(papers[0]))


def _show_found(detail: Detail) -> None:
    show_parts("members", [attendee_words(line) for line in detail.attendance])
    show_parts("meetings", [joined(row.date, row.body, row.status, handle(row.id)) for row in detail.meetings])
    show_found(detail)
    show_remarks(detail)
