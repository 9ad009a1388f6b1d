"""The answer of a list command, in the form that was asked for."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from typing import TypeVar

import click

from minuted.options import Form, ListRequest
from minuted.output.before import before_object, tell_before
from minuted.output.lines import Line, show_lines
from minuted.output.terminal import visible
from minuted.rowforms import as_object, csv_lines

_Row = TypeVar("_Row")


def show_json(value: object) -> None:
    """Print ``value`` as JSON."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))


def show_list(
    request: ListRequest,
    kind: str,
    rows: Sequence[_Row],
    headers: Sequence[str],
    line: Callable[[_Row], Line],
) -> None:
    """Print ``rows``, of which there may be one more than was asked for; ``kind`` is their plural."""
    wanted = rows if request.limit is None else rows[: request.limit]
    tell_before(request.before)
    match request.form:
        case Form.JSON:
            show_json({kind: [as_object(row) for row in wanted], **before_object(request.before)})
        case Form.CSV:
            show_csv(wanted)
        case Form.TEXT if not wanted:
            click.echo(f"no {kind} found that meet all of this")
        case Form.TEXT:
            show_lines(headers, [line(row) for row in wanted])
            if len(rows) > len(wanted):
                click.echo(f"there are more: --offset {request.filter.offset + len(wanted)} goes on, --csv gives all")


def show_csv(rows: Sequence[object]) -> None:
    """Print ``rows``, all of one class, as CSV with their columns; nothing where there are none."""
    if not rows:
        return
    told = "".join(csv_lines(rows[0], rows, end="\n"))
    click.echo(visible(told) if sys.stdout.isatty() else told, nl=False)
