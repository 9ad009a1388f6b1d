"""Several things that go by one name: what tells them apart."""

from __future__ import annotations

from corpus.rows import DocumentRow, SectionRow
from minuted.naming import Alternatives
from minuted.output.citation import joined, named, one_line, spot
from minuted.output.lines import Line, show_lines
from minuted.rowforms import as_object


def show_alternatives(found: Alternatives) -> None:
    """Print them."""
    lines = [_section(row) if isinstance(row, SectionRow) else _document(row) for row in found.rows]
    headers = ("NUMBER", "WHERE", "HEADING") if isinstance(found.rows[0], SectionRow) else ("DATE", "TITLE")
    show_lines(headers, lines)


def how_many(found: Alternatives) -> str:
    """Why there is no one answer, and what to do."""
    if isinstance(found.rows[0], SectionRow):
        return f"{len(found.rows)} paragraphs are numbered {found.wanted}: name one by its id, or have --all of them"
    return f"{len(found.rows)} documents were read from a file {found.wanted}: name one by its id"


def alternatives_object(found: Alternatives) -> dict[str, object]:
    """They as JSON."""
    return {"wanted": found.wanted, "matches": [as_object(row) for row in found.rows]}


def _section(row: SectionRow) -> Line:
    words = row.heading or "(no heading)"
    return Line((row.number or "", spot(row)), words, joined(one_line(row.paper_title), row.id))


def _document(row: DocumentRow) -> Line:
    citation = joined(named(row.organisation, row.body), row.location, row.id)
    return Line((row.date or "",), one_line(row.title), citation)
