"""A row of a list in the forms that programs read: its values in columns, an object for JSON, a line of CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import fields
from itertools import chain
from typing import Any

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""How text begins that a spreadsheet takes for a formula, which can fetch and run things (OWASP, "CSV Injection").

The wide forms count where a spreadsheet is set to some languages of Asia."""

_AS_TEXT = "'"
"""Before it, text is text to every spreadsheet."""


def columns(row: type[Any] | object) -> tuple[str, ...]:
    """The names of a row's columns."""
    return tuple(field.name for field in fields(row))  # type: ignore[arg-type]


def flat(row: object) -> list[Any]:
    """The values of a row, lists joined by semicolons."""
    values = (getattr(row, name) for name in columns(row))
    return ["; ".join(value) if isinstance(value, tuple) else value for value in values]


def as_object(row: object) -> dict[str, Any]:
    """A row as a JSON object."""
    return {name: getattr(row, name) for name in columns(row)}


def csv_lines(row: type[Any] | object, rows: Iterable[object], *, end: str = "\r\n") -> Iterator[str]:
    """The names of the columns of ``row`` and the values of ``rows`` as lines of CSV, each with its ``end``.

    Text of papers may have been written to harm whoever opens it in a spreadsheet: what would be a formula there gets a
    single quote before it. Numbers stay numbers.
    """
    line = io.StringIO()
    writer = csv.writer(line)  # with any other end of its own it would leave carriage returns within text unquoted
    for values in chain([columns(row)], map(flat, rows)):
        writer.writerow([_harmless(value) for value in values])
        yield line.getvalue().removesuffix(writer.dialect.lineterminator) + end
        line.seek(0)
        line.truncate()


def _harmless(value: object) -> object:
    return _AS_TEXT + value if isinstance(value, str) and value.startswith(_FORMULA) else value
