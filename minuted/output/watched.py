"""What watches are and what they tell, as text that can be mailed and as JSON."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from corpus.entries import Entry
from corpus.watches import Question, Watch
from minuted.news import News
from minuted.output.answers import show_json
from minuted.output.citation import joined, link, long_date, named, one_line, paper_words, spot
from minuted.output.hits import BEHIND
from minuted.output.terminal import visible
from minuted.watching import Added, Fresh, Round, WatchNews

if TYPE_CHECKING:
    from search.excerpt import Excerpt

_MARK = "*"
"""Around the words that match; a mail has no bold type."""

_UNDER = "   "

NONE_YET = "there are no watches yet: minuted watch add NAME QUERY"


def publish(told: Round, *, atom: Path | None, names: Sequence[str], as_json: bool, quiet: bool) -> None:
    """Bring out what watches tell: in the feed ``atom``, where one is wanted, and as text or JSON.

    ``names`` are those that were asked for. ``quiet`` leaves out what has nothing new. Raises what ``write_feed`` does,
    and ``OSError`` where it can't be printed.
    """
    tell_behind(told.behind)
    news = told.news
    if atom is not None:
        from minuted.output.watchfeed import write_feed

        collected = tuple(news)
        write_feed(atom, collected, names)
        news = iter(collected)
    if as_json:
        show_json({"watches": [_news_object(each) for each in news], "index_behind": told.behind})
    else:
        _show(news, quiet=quiet)
    sys.stdout.flush()


def _show(news: Iterable[WatchNews], *, quiet: bool) -> None:
    asked = False
    for each in news:
        asked = True
        if each.found or not (quiet or each.problem):
            _show_news(each)
    if not asked and not quiet:
        click.echo(NONE_YET)


def tell_behind(behind: bool) -> None:
    """Say on stderr where the index does not hold all of the corpus."""
    if behind:
        click.echo(BEHIND, err=True)


def tell_problem(problem: WatchNews) -> None:
    """Say on stderr why a watch could not be asked."""
    click.echo(f"minuted: watch {problem.watch.name}: {one_line(problem.problem or '')}", err=True)


def _show_news(told: WatchNews) -> None:
    click.echo(f"{told.watch.name}: {counted(told)} · {question_words(told.watch.question)}")
    for number, fresh in enumerate(told.found, start=1):
        click.echo(f"\n{number}. {headline(fresh)}")
        click.echo(f"{_UNDER}{_marked(fresh.excerpt)}")
        click.echo(f"{_UNDER}{citation(fresh.entry)}")
        click.echo(f"{_UNDER}{joined(visible(page_link(fresh.entry)), fresh.entry.id)}")
    if told.found:
        click.echo()


def counted(told: WatchNews) -> str:
    """How much there is of each kind of news: "2 new, 1 changed"."""
    counts = ((kind, told.count(kind)) for kind in News)
    return ", ".join(f"{count:,} {kind}" for kind, count in counts if count) or "nothing new"


def headline(fresh: Fresh) -> str:
    """What kind of news a place is, and under which heading it stands."""
    entry = fresh.entry
    what = joined(fresh.news, entry.kind.value.replace("_", " "), entry.outcome, entry.status, entry.owner)
    return joined(one_line(what), _section(entry))


def citation(entry: Entry) -> str:
    """Body, date, paper and page."""
    paper = paper_words(entry.paper_kind, entry.paper_title, entry.body)
    told = (named(entry.organisation, entry.body), long_date(entry.date), paper, spot(entry), entry.document_name)
    return one_line(", ".join(filter(None, told)))


def page_link(entry: Entry) -> str:
    """The file with the page, as viewers open it."""
    return link(entry.document_name, entry.page, entry.line)


def pieces(excerpt: Excerpt) -> Iterator[tuple[str, bool]]:
    """The excerpt piece by piece, and whether each is marked."""
    reached = 0
    for mark in excerpt.marks:
        yield excerpt.text[reached : mark.start], False
        yield excerpt.text[mark.start : mark.end], True
        reached = mark.end
    yield excerpt.text[reached:], False


def question_words(question: Question) -> str:
    """What a watch asks, as it is written on a command line."""
    filters = ((name, value) for name, value in question_object(question).items() if name != "query" and value)
    options = (f"--{name}" if value is True else f"--{name} {value}" for name, value in filters)
    return one_line(" ".join(filter(None, (question.query, *options))))


def question_object(question: Question) -> dict[str, object]:
    """What a watch asks, as a JSON object."""
    return asdict(question)


def _section(entry: Entry) -> str | None:
    return one_line(" ".join(part for part in (entry.number, entry.heading) if part)) or None


def _marked(excerpt: Excerpt) -> str:
    return "".join(f"{_MARK}{visible(text)}{_MARK}" if mark else visible(text) for text, mark in pieces(excerpt))


def watch_object(watch: Watch) -> dict[str, object]:
    """A watch as a JSON object."""
    return {
        "name": watch.name,
        **question_object(watch.question),
        "added_at": watch.added_at,
        "ran_at": watch.ran_at,
    }


def show_watches(watches: Sequence[Watch]) -> None:
    """Print of each watch what it asks, and when it ran."""
    for watch in watches:
        click.echo(joined(watch.name, question_words(watch.question)))
        ran = f"last run {watch.ran_at}" if watch.ran_at else "not run yet"
        click.echo(f"{_UNDER}{joined(f'added {watch.added_at}', ran)}")
    if not watches:
        click.echo(NONE_YET)


def added_words(name: str, added: Added, *, from_start: bool) -> str:
    """What a new watch finds, and what its first run will tell."""
    finds = f"{name} finds {added.hits:,} {'place' if added.hits == 1 else 'places'} now"
    return f"{finds}; the first run tells {'them all' if from_start else 'what is new from here on'}"


def _news_object(told: WatchNews) -> dict[str, object]:
    return {
        **watch_object(told.watch),
        "problem": told.problem,
        **{kind.value: told.count(kind) for kind in News},
        "hits": [_fresh_object(fresh) for fresh in told.found],
    }


def _fresh_object(fresh: Fresh) -> dict[str, object]:
    entry = fresh.entry
    return {
        "news": fresh.news.value,
        "id": entry.id,
        "kind": entry.kind.value,
        "document": entry.document_name,
        "page": entry.page,
        "line": entry.line,
        "paper": entry.paper_title,
        "section": _section(entry),
        "body": entry.body,
        "organisation": entry.organisation,
        "date": entry.date,
        "outcome": entry.outcome,
        "owner": entry.owner,
        "due_date": entry.due_date,
        "status": entry.status,
        "snippet": fresh.excerpt.text,
        "marks": [[mark.start, mark.end] for mark in fresh.excerpt.marks],
        "document_id": entry.document,
        "paper_id": entry.paper,
        "link": page_link(entry),
        "citation": citation(entry),
    }
