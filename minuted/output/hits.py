"""Search results, as text."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from corpus.vocabulary import ReadBy
from minuted.output.before import tell_before
from minuted.output.citation import joined, link, named, one_line, paper_words, read_by, spot
from minuted.output.terminal import visible
from minuted.searching import SearchAnswer

if TYPE_CHECKING:
    from corpus.decisionrows import DecisionRow
    from corpus.entries import Entry
    from corpus.registered import Registered
    from search.excerpt import Excerpt
    from search.results import FacetCounts, Hit, Result, Results

_FACET_VALUES_SHOWN = 4
"""Values of a facet on its line: with more of them it is no longer one line."""

_NARROWED_BY = {
    "body": "--body NAME",
    "organisation": "--organisation NAME",
    "year": "--since, --until",
    "kind": "--kind",
    "outcome": "--outcome",
}
"""How a search is narrowed to one value of each facet."""

BEHIND = "note: the search index does not hold all of the corpus yet; run `minuted reindex`"

_MARK = "*"
"""Around the words that match, where there is no bold type."""

_UNDER = "   "


def show_answer(answer: SearchAnswer) -> None:
    """Print the results of a page, how all hits divide, and how many there are."""
    show_notes(answer)
    if answer.nothing:
        from minuted.output.unfound import show_unfound

        show_unfound(answer.request, answer.nothing)
    shown = answer.shown
    if not shown.results:
        if not answer.nothing:
            click.echo(f"{_count(shown)} are all there are; --offset {answer.request.offset} leaves out all of them")
        return
    first = answer.request.offset + 1
    for number, result in enumerate(shown.results, start=first):
        _show_result(number, result, answer)
    for facet in answer.facets:
        if len(facet.counts) > 1:
            click.echo(_facet_line(facet))
    click.echo(_place_in_all(shown, first))


def show_notes(answer: SearchAnswer) -> None:
    """Say where the index does not hold all, and whose papers were searched too."""
    if answer.behind:
        click.echo(BEHIND, err=True)
    tell_before(answer.before)


def _show_result(number: int, result: Result, answer: SearchAnswer) -> None:
    """A paper with its best places, a place for itself, or a person or an organisation."""
    if known := result.best.entry.registered:
        _show_registered(number, result.best, known)
        return
    click.echo(f"{number}. {_paper_line(result.best.entry)}")
    for hit in result.hits:
        _show_place(hit, answer)
    if result.untold:
        places = "place" if result.untold == 1 else "places"
        click.echo(f"{_UNDER}and {result.untold} more {places} in it, which --flat tells\n")


def _show_registered(number: int, hit: Hit, known: Registered) -> None:
    """A person or an organisation, with the place that tells of it best."""
    from minuted.output.whofound import known_of, who, whole

    entry = hit.entry
    click.echo(f"{number}. {who(entry, known)}")
    for line in known_of(entry, known):
        click.echo(f"{_UNDER}{line}")
    click.echo(f"{_UNDER}{_marked(hit.excerpt)}")
    click.echo(f"{_UNDER}{joined(visible(link(entry.document_name, entry.page, entry.line)), whole(entry))}\n")


def _paper_line(entry: Entry) -> str:
    paper = one_line(paper_words(entry.paper_kind, entry.paper_title, entry.body))
    return joined(entry.date, one_line(named(entry.organisation, entry.body) or "") or None, paper)


def _show_place(hit: Hit, answer: SearchAnswer) -> None:
    entry = hit.entry
    decision = answer.decided.get(entry.id)
    by_ocr = (entry.document, entry.page) in answer.by_ocr
    what = joined(entry.kind.value.replace("_", " "), entry.outcome, entry.status, entry.owner)
    heading = one_line(" ".join(part for part in (entry.number, entry.heading) if part))
    click.echo(_UNDER + joined(visible(what), heading or None, spot(entry)))
    click.echo(f"{_UNDER}{_lead(hit, decision)}{_marked(hit.excerpt)}")
    if decision and (told := _told_of(decision)):
        click.echo(f"{_UNDER}{told}")
    where = visible(link(entry.document_name, entry.page, entry.line))
    click.echo(f"{_UNDER}{joined(where, read_by(ReadBy.OCR) if by_ocr else None, entry.id)}\n")


def _lead(hit: Hit, decision: DecisionRow | None) -> str:
    from minuted.output.completed import lead_in

    return lead_in(hit.excerpt.text, decision.stem) if decision else ""


def _told_of(decision: DecisionRow) -> str:
    """The vote on it, and what else it says beside what was decided."""
    from minuted.output.particulars import particulars_line, particulars_of
    from minuted.output.voted import ballot_words

    return joined(ballot_words(decision), particulars_line(particulars_of(decision)))


def _marked(excerpt: Excerpt) -> str:
    pieces, reached = [], 0
    for mark in excerpt.marks:
        word = visible(excerpt.text[mark.start : mark.end])
        pieces.append(visible(excerpt.text[reached : mark.start]))
        pieces.append(click.style(word, bold=True) if sys.stdout.isatty() else f"{_MARK}{word}{_MARK}")
        reached = mark.end
    return "".join([*pieces, visible(excerpt.text[reached:])])


def _facet_line(facet: FacetCounts) -> str:
    shown = [f"{visible(each.value)} {each.count:,}" for each in facet.counts[:_FACET_VALUES_SHOWN]]
    more = " …" if len(facet.counts) > len(shown) else ""
    return f"{facet.facet.value}: {', '.join(shown)}{more} ({_NARROWED_BY[facet.facet.value]})"


def _place_in_all(shown: Results, first: int) -> str:
    last = first + len(shown.results) - 1
    kind = "places" if shown.papers is None else "results"
    there_are = shown.places if shown.papers is None else shown.papers
    on = f"; --offset {last} goes on" if last < there_are or shown.more_papers else ""
    every = f", --limit {there_are} gives all" if on and not shown.more_papers else ""
    return f"{kind} {first:,} to {last:,} of {_count(shown)}{on}{every}"


def _count(shown: Results) -> str:
    places = f"{shown.places:,} {'place' if shown.places == 1 else 'places'}"
    if shown.papers is None:
        return places
    return f"{'more than ' if shown.more_papers else ''}{shown.papers:,} with {places}"
