"""The rows of lists of what became of recommendations and of how reported decisions stand."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class AlignedRow:
    """One recommendation with what became of it; the names that all rows share are those of `corpus.rows`.

    ``fate`` is ``None`` where it was not compared yet, ``score`` (0 to 1) how surely it is so. ``put_to`` and
    ``put_on`` are the body and day that it was put to. ``decision`` is the id of what was resolved, ``resolved`` its
    quote, ``item`` the section of the minutes. ``change`` is how the wording changed, ``-what went-`` and
    ``+what came+``; ``None`` where it did not.
    """

    id: str
    document: str
    document_name: str
    page: int
    line: int | None
    start: int
    end: int
    quote: str
    rule: str
    paper: str | None
    paper_title: str
    paper_kind: str | None
    body: str | None
    organisation: str | None
    date: str | None
    section: str | None
    text: str
    number: str | None
    stem: str | None
    board: str | None
    fate: str | None
    score: float | None
    reason: str | None
    put_to: str | None
    put_on: str | None
    meeting: str | None
    item: str | None
    decision: str | None
    resolved: str | None
    outcome: str | None
    resolved_document: str | None
    resolved_document_name: str | None
    resolved_page: int | None
    resolved_line: int | None
    change: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRow:
    """How one reported decision (``id``) stands against the minutes; ``decision`` bears it out."""

    id: str
    standing: str
    score: float
    reason: str
    decided_by: str | None
    decided_on: str | None
    meeting: str | None
    decision: str | None
