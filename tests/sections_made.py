"""Rows of sections, as lists give them."""

from __future__ import annotations

from corpus.rows import SectionRow


def section(at: int, number: str | None, parent: int | None = None) -> SectionRow:
    """A section of a report at place ``at``, below the one at ``parent``."""
    return SectionRow(
        id=f"paper/s{at}",
        document="paper",
        document_name="paper.pdf",
        page=1,
        line=None,
        start=at,
        end=at + 1,
        paper="paper/p1",
        paper_title="Harbour dues",
        paper_kind="report",
        body=None,
        organisation=None,
        date=None,
        number=number,
        heading=None,
        level=1,
        parent=None if parent is None else f"paper/s{parent}",
    )
