"""How a corpus stands, as text and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import click

from corpus.rows import PageReadRow
from corpus.vocabulary import ReadBy
from minuted.checkup import TOOLS, Report
from minuted.output.progress import pages_in_files
from minuted.output.terminal import visible
from minuted.rowforms import as_object

_PAGES_SHOWN = 20
"""Unread pages and failed files that fit a screen; JSON gives all."""

_TOLD = {
    ReadBy.TEXT_LAYER: "had letters of their text layer put right",
    ReadBy.SECOND_READER: "were read by pdfplumber, as the fast reader could not",
    ReadBy.OCR: "were read by OCR: compare with the page before you quote them",
    ReadBy.NEEDS_OCR: "were not read, for want of OCR (install tesseract-ocr and run `minuted ingest` again)",
    ReadBy.NOTHING: "could not be read",
}


def show_report(report: Report) -> None:
    """Print ``report``: what there is, what could not be read, what is wrong and how to mend it."""
    counts = report.counts
    click.echo(f"corpus    {report.folder}")
    click.echo(
        f"holds     {counts.documents} documents, {counts.pages} pages, {counts.papers} papers, {counts.meetings}"
        f" meetings, {counts.decisions} decisions, {counts.recommendations} recommendations, {counts.actions} actions"
    )
    if report.last_run:
        run = report.last_run
        click.echo(
            f"last run  {run.started_at} to {run.finished_at or '(not finished)'}: minuted ingest {run.arguments}"
        )
    click.echo(f"index     {report.index}")
    for tool, use in TOOLS.items():
        click.echo(f"{tool.ljust(9)} {report.tools[tool] or f'not there ({use})'}")
    _show_unread(report)
    if not report.ailments:
        click.echo("\nnothing needs mending")
    for ailment in report.ailments:
        click.echo(visible(f"\nwrong: {ailment.what}\nmend:  {ailment.mend}"))


def report_object(report: Report) -> dict[str, object]:
    """``report`` as a JSON object."""
    return {
        "corpus": str(report.folder),
        "counts": as_object(report.counts),
        "last_run": as_object(report.last_run) if report.last_run else None,
        "index": report.index,
        "tools": report.tools,
        "failures": [as_object(row) for row in report.failures],
        "page_reads": [as_object(row) for row in report.page_reads],
        "problems": [as_object(ailment) for ailment in report.ailments],
    }


def _show_unread(report: Report) -> None:
    if report.failures:
        click.echo(f"\n{len(report.failures)} files could not be read (mend them, then ingest them again)")
    for failure in report.failures[:_PAGES_SHOWN]:
        click.echo(f"  {failure.location}: {failure.reason}")
    if len(report.failures) > _PAGES_SHOWN:
        click.echo("  … and more (--json gives all)")
    for means in ReadBy:
        _show_pages(means, [row for row in report.page_reads if row.read_by == means])


def _show_pages(means: ReadBy, reads: Sequence[PageReadRow]) -> None:
    """The pages read by one means, counted by file and reason, and what to do about them."""
    if not reads:
        return
    told = _TOLD[means]
    click.echo(f"\n{pages_in_files(len(reads), len({row.document for row in reads}))} {told}")
    counted = Counter((row.document_name, row.reason) for row in reads)
    for (name, reason), count in counted.most_common(_PAGES_SHOWN):
        click.echo(f"  {name}: {count} {'page' if count == 1 else 'pages'}, {reason}")
    if len(counted) > _PAGES_SHOWN:
        click.echo("  … and more (--json gives all)")
