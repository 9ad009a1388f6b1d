"""Everything that was found, as files for other programs."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any

from corpus import findingrows, rows
from corpus.alignment.rows import AlignedRow, CheckRow
from corpus.decisionrows import DecisionRow
from corpus.links.rows import LinkRow
from corpus.store import Corpus
from minuted.rowforms import as_object, columns, csv_lines, flat
from minuted.writing import write_aside


class ExportFormat(StrEnum):
    """CSV and JSON are folders with a file for each kind of thing, SQLite is one file with a table for each."""

    CSV = "csv"
    JSON = "json"
    SQLITE = "sqlite"


@dataclass(frozen=True, slots=True)
class _Table:
    """The rows of one kind of thing."""

    row: type[Any]
    fetch: Callable[[Corpus], Sequence[object]]


TABLES: Mapping[str, _Table] = MappingProxyType(
    {
        "documents": _Table(rows.DocumentRow, lambda corpus: corpus.documents()),
        "papers": _Table(rows.PaperRow, lambda corpus: corpus.papers()),
        "fields": _Table(rows.FieldRow, lambda corpus: corpus.fields()),
        "meetings": _Table(rows.MeetingRow, lambda corpus: corpus.meetings()),
        "attendance": _Table(
            rows.AttendanceRow,
            lambda corpus: [line for meeting in corpus.meetings() for line in corpus.attendance(meeting.id)],
        ),
        "people": _Table(rows.PersonRow, lambda corpus: corpus.people()),
        "unresolved": _Table(rows.UnresolvedRow, lambda corpus: corpus.unresolved()),
        "organisations": _Table(rows.OrganisationRow, lambda corpus: corpus.organisations()),
        "recommendations": _Table(findingrows.RecommendationRow, lambda corpus: corpus.recommendations()),
        "alignments": _Table(AlignedRow, lambda corpus: corpus.aligned()),
        "reported_checks": _Table(CheckRow, lambda corpus: corpus.checks()),
        "decisions": _Table(DecisionRow, lambda corpus: corpus.decisions()),
        "reported_decisions": _Table(findingrows.ReportedDecisionRow, lambda corpus: corpus.reported_decisions()),
        "actions": _Table(findingrows.ActionRow, lambda corpus: corpus.actions()),
        "motions": _Table(findingrows.MotionRow, lambda corpus: corpus.motions()),
        "declarations": _Table(findingrows.DeclarationRow, lambda corpus: corpus.declarations()),
        "links": _Table(LinkRow, lambda corpus: corpus.links()),
    }
)


def export(folder: Path, form: ExportFormat, out: Path) -> dict[Path, int]:
    """Write the corpus in ``folder`` to ``out``; gives how many rows each file or table got.

    ``out`` is made where it is missing; each file is replaced as a whole or not at all. Raises ``CorpusError`` where
    there is no corpus, ``OSError`` where ``out`` can't be written.
    """
    with Corpus.open(folder) as corpus:
        if form is ExportFormat.SQLITE:
            return _write_sqlite(corpus, out)
        out.mkdir(parents=True, exist_ok=True)
        write = _write_csv if form is ExportFormat.CSV else _write_json
        written = {}
        for name, table in TABLES.items():
            target = out / f"{name}.{form.value}"
            found = table.fetch(corpus)
            with write_aside(target) as aside:
                write(aside, table, found)
            written[target] = len(found)
        return written


def _write_csv(path: Path, table: _Table, found: Sequence[object]) -> None:
    # The byte order mark is what makes spreadsheets read UTF-8.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        file.writelines(csv_lines(table.row, found))


def _write_json(path: Path, _table: _Table, found: Sequence[object]) -> None:
    told = json.dumps([as_object(row) for row in found], ensure_ascii=False, indent=1)
    path.write_text(told + "\n", encoding="utf-8")


def _write_sqlite(corpus: Corpus, out: Path) -> dict[Path, int]:
    out.parent.mkdir(parents=True, exist_ok=True)
    written = {}
    with write_aside(out) as aside, closing(sqlite3.connect(aside)) as connection, connection:
        for name, table in TABLES.items():
            found = table.fetch(corpus)
            names = columns(table.row)
            columns_sql = ", ".join(f'"{column}"' for column in names)
            marks = ", ".join("?" for _ in names)
            connection.execute(f"CREATE TABLE {name} ({columns_sql})")
            # The names are those of this program's own classes, the values are bound.
            connection.executemany(f"INSERT INTO {name} VALUES ({marks})", map(flat, found))  # noqa: S608
            written[out / name] = len(found)
    return written
