"""Search results as JSON and as rows of a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from minuted.output.before import before_object
from minuted.output.citation import link
from minuted.rowforms import as_object
from minuted.searching import SearchAnswer

if TYPE_CHECKING:
    from search.results import Hit, Result, Results

_OF_ROWS_ALONE = frozenset({"paper_kind"})
"""Columns that an object has no need of."""

_OF_REGISTERED = frozenset({"name", "names", "roles", "documents", "first_date"})
"""Columns that only objects of persons and organisations have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HitRow:
    """A place as a row.

    A person or an organisation has a ``name``, other ``names`` and ``roles``, and so many ``documents`` name it from
    ``first_date`` to ``date``; its place is the one that tells of it best.
    """

    id: str
    kind: str
    date: str | None
    organisation: str | None
    body: str | None
    paper: str | None
    paper_kind: str | None
    section: str | None
    document: str
    page: int
    line: int | None
    link: str
    outcome: str | None
    owner: str | None
    due_date: str | None
    status: str | None
    by_ocr: bool
    score: float
    snippet: str
    name: str | None = None
    names: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    documents: int | None = None
    first_date: str | None = None


def answer_object(answer: SearchAnswer) -> dict[str, object]:
    """The answer as a JSON object: ``hits`` are the best places of the results, with further ones in ``places``."""
    told: dict[str, object] = {
        "query": answer.request.text,
        "total": answer.results.places,
        **_papers(answer.results),
        "hits": _results(answer.results, answer),
        "facets": {
            facet.facet.value: [{"value": each.value, "count": each.count} for each in facet.counts]
            for facet in answer.facets
        },
        "index_behind": answer.behind,
        **before_object(answer.before),
    }
    if answer.nothing:
        from minuted.output.unfound import unfound_object

        instead = answer.nothing.instead
        told |= unfound_object(answer.nothing)
        told["instead"] = instead and {
            "words": instead.words,
            "total": instead.results.places,
            **_papers(instead.results),
            "hits": _results(instead.results, answer),
        }
    return told


def hit_rows(answer: SearchAnswer) -> Iterator[HitRow]:
    """A row a place, of what meets the query itself."""
    yield from (_row(hit, answer) for hit in answer.results.hits)


def _papers(results: Results) -> dict[str, object]:
    if results.papers is None:
        return {}
    return {"papers": results.papers, "more_papers": results.more_papers}


def _results(results: Results, answer: SearchAnswer) -> list[dict[str, Any]]:
    return [_result(result, answer) for result in results.results]


def _result(result: Result, answer: SearchAnswer) -> dict[str, Any]:
    best = _hit_object(result.best, answer)
    if answer.request.flat:
        return best
    further = [_hit_object(hit, answer) for hit in result.further]
    return {**best, "places_in_paper": result.places, "places": further}


def _hit_object(hit: Hit, answer: SearchAnswer) -> dict[str, Any]:
    row = as_object(_row(hit, answer))
    left_out = _OF_ROWS_ALONE if hit.entry.registered else _OF_ROWS_ALONE | _OF_REGISTERED
    return {
        **{name: value for name, value in row.items() if name not in left_out},
        "marks": [[mark.start, mark.end] for mark in hit.excerpt.marks],
        "document_id": hit.entry.document,
        "paper_id": hit.entry.paper,
    }


def _row(hit: Hit, answer: SearchAnswer) -> HitRow:
    row, known = _place_row(hit, answer), hit.entry.registered
    if known is None:
        return row
    return replace(
        row,
        paper=None,
        paper_kind=None,
        section=None,
        name=hit.entry.heading,
        names=known.names,
        roles=known.roles,
        documents=known.documents,
        first_date=known.first_date,
    )


def _place_row(hit: Hit, answer: SearchAnswer) -> HitRow:
    entry = hit.entry
    return HitRow(
        id=entry.id,
        kind=entry.kind.value,
        date=entry.date,
        organisation=entry.organisation,
        body=entry.body,
        paper=entry.paper_title,
        paper_kind=entry.paper_kind,
        section=" ".join(part for part in (entry.number, entry.heading) if part) or None,
        document=entry.document_name,
        page=entry.page,
        line=entry.line,
        link=link(entry.document_name, entry.page, entry.line),
        outcome=entry.outcome,
        owner=entry.owner,
        due_date=entry.due_date,
        status=entry.status,
        by_ocr=(entry.document, entry.page) in answer.by_ocr,
        score=hit.score,
        snippet=hit.excerpt.text,
    )
