"""Search hits, as text and as JSON."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from corpus.document import ReadBy
from corpus.findingrows import DecisionRow
from minuted.output.before import before_object, tell_before
from minuted.output.citation import joined, link, named, read_by
from minuted.output.completed import lead_in
from minuted.output.particulars import particulars_line, particulars_of
from minuted.output.terminal import visible
from minuted.output.voted import ballot_words
from minuted.searching import LookedThrough, SearchAnswer

if TYPE_CHECKING:
    from search.excerpt import Excerpt
    from search.results import FacetCounts, Hit

_FACET_VALUES_SHOWN = 4
"""Values of a facet on its line: with more of them it is no longer one line."""

BEHIND = "note: the search index does not hold all of the corpus yet; run `minuted reindex`"

_MARK = "*"
"""Around the words that match, where there is no bold type."""


def show_answer(answer: SearchAnswer) -> None:
    """Print the hits of a page, how all hits divide, and how many there are."""
    if answer.behind:
        click.echo(BEHIND, err=True)
    tell_before(answer.before)
    if not answer.results.hits:
        _show_nothing(answer)
        return
    first = answer.request.offset + 1
    for number, hit in enumerate(answer.results.hits, start=first):
        _show_hit(number, hit, answer.decided.get(hit.entry.id), by_ocr=_is_by_ocr(answer, hit))
    for facet in answer.facets:
        if len(facet.counts) > 1:
            click.echo(_facet_line(facet))
    last = first + len(answer.results.hits) - 1
    told = f"hits {first} to {last} of {answer.results.total}"
    click.echo(told + (f"; --offset {last} goes on" if last < answer.results.total else ""))


def answer_object(answer: SearchAnswer) -> dict[str, object]:
    """The answer as a JSON object."""
    told: dict[str, object] = {
        "query": answer.request.text,
        "total": answer.results.total,
        "hits": [{**_hit_object(hit), "by_ocr": _is_by_ocr(answer, hit)} for hit in answer.results.hits],
        "facets": {
            facet.facet.value: [{"value": each.value, "count": each.count} for each in facet.counts]
            for facet in answer.facets
        },
        "index_behind": answer.behind,
        **before_object(answer.before),
    }
    if answer.looked_through is not None:
        through = answer.looked_through
        told["looked_through"] = {
            "papers": through.papers,
            "first_date": through.first_date,
            "last_date": through.last_date,
            "unread_pages": through.unread_pages,
            "failed_files": through.failures,
        }
        told["suggestions"] = list(answer.suggestions)
    return told


def extent(through: LookedThrough) -> str:
    """What an answer that found nothing rests on, in words."""
    if not through.papers:
        return f"no paper of that body, kind and time is in the corpus ({through.all_documents} documents)"
    dates = f" of {through.first_date} to {through.last_date}" if through.first_date else ""
    gaps = joined(
        f"{through.unread_pages} pages could not be read" if through.unread_pages else None,
        f"{through.failures} files could not be read" if through.failures else None,
    )
    return f"looked through {through.papers} papers{dates}" + (f" (of the corpus {gaps})" if gaps else "")


def _is_by_ocr(answer: SearchAnswer, hit: Hit) -> bool:
    return (hit.entry.document, hit.entry.page) in answer.by_ocr


def _show_hit(number: int, hit: Hit, decision: DecisionRow | None, *, by_ocr: bool) -> None:
    entry = hit.entry
    what = joined(entry.kind.value.replace("_", " "), entry.outcome, entry.status, entry.owner)
    click.echo(joined(f"{number}. {what}", entry.date, named(entry.organisation, entry.body)))
    lead = lead_in(hit.excerpt.text, decision.stem) if decision else ""
    click.echo(f"   {lead}{_marked(hit.excerpt)}")
    if decision and (told := joined(ballot_words(decision), particulars_line(particulars_of(decision)))):
        click.echo(f"   {told}")
    heading = " ".join(part for part in (entry.number, entry.heading) if part)
    where = link(entry.document_name, entry.page, entry.line)
    click.echo(f"   {joined(heading or entry.paper_title, where, read_by(ReadBy.OCR) if by_ocr else None)}")
    click.echo(f"   {entry.id}\n")


def _marked(excerpt: Excerpt) -> str:
    pieces, reached = [], 0
    for mark in excerpt.marks:
        word = visible(excerpt.text[mark.start : mark.end])
        pieces.append(visible(excerpt.text[reached : mark.start]))
        pieces.append(click.style(word, bold=True) if sys.stdout.isatty() else f"{_MARK}{word}{_MARK}")
        reached = mark.end
    return "".join([*pieces, visible(excerpt.text[reached:])])


def _facet_line(facet: FacetCounts) -> str:
    shown = [f"{each.value} {each.count}" for each in facet.counts[:_FACET_VALUES_SHOWN]]
    more = " …" if len(facet.counts) > len(shown) else ""
    return f"{facet.facet.value}: {', '.join(shown)}{more}"


def _show_nothing(answer: SearchAnswer) -> None:
    request = answer.request
    if answer.results.total:
        click.echo(f"there are only {answer.results.total} hits; --offset {request.offset} leaves out all of them")
        return
    what = f"for {request.text}" if request.text else "that meets all of this"
    click.echo(f"nothing was found {what}")
    if answer.looked_through is not None:
        click.echo(extent(answer.looked_through))
    if answer.suggestions:
        click.echo(f"spelt nearly the same: {', '.join(answer.suggestions)}")


def _hit_object(hit: Hit) -> dict[str, object]:
    entry = hit.entry
    return {
        "id": entry.id,
        "kind": entry.kind.value,
        "document": entry.document_name,
        "page": entry.page,
        "line": entry.line,
        "paper": entry.paper_title,
        "section": " ".join(part for part in (entry.number, entry.heading) if part) or None,
        "body": entry.body,
        "date": entry.date,
        "score": hit.score,
        "snippet": hit.excerpt.text,
        "marks": [[mark.start, mark.end] for mark in hit.excerpt.marks],
        "organisation": entry.organisation,
        "document_id": entry.document,
        "paper_id": entry.paper,
        "outcome": entry.outcome,
        "owner": entry.owner,
        "due_date": entry.due_date,
        "status": entry.status,
        "link": link(entry.document_name, entry.page, entry.line),
    }
