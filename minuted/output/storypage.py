"""A timeline as one page of HTML that can be mailed or printed: no script, nothing fetched, all text escaped."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from minuted.output.citation import long_date, one_line, place
from minuted.output.gathered import RETOLD, UNDATED, Gathering, gathered
from minuted.output.happenings import kind_of
from minuted.output.lookedthrough import extent, nothing_found
from minuted.writing import write_aside

if TYPE_CHECKING:
    from minuted.following import Timeline
    from search.stories.events import Event

_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 46em; margin: 2em auto; padding: 0 1em; color: #222; }
h1 { font-size: 1.5em; } h2 { font-size: 1.1em; margin: 2em 0 .3em; border-bottom: 1px solid #bbb; }
h2 span { font-weight: normal; } ol { list-style: none; padding: 0; } li { margin: .8em 0; break-inside: avoid; }
.kind { display: inline-block; min-width: 9em; font-weight: 600; } .decision, .call_in { color: #8a1f11; }
q { quotes: none; } .title { font-style: italic; } .place, footer { color: #555; font-size: .85em; }
.place { display: block; } @media print { body { margin: 0; max-width: none; } h2 { break-after: avoid; } }
"""


def write_page(path: Path, timeline: Timeline) -> None:
    """Write ``timeline`` as a page at ``path``, whole or not at all; raises ``OSError`` where it can't be written."""
    with write_aside(path) as aside:
        aside.write_text(page(timeline), encoding="utf-8")


def page(timeline: Timeline) -> str:
    """The page as HTML."""
    return "\n".join(_lines(timeline)) + "\n"


def _lines(timeline: Timeline) -> Iterator[str]:
    title = _text(f"Timeline: {timeline.query}")
    yield "<!doctype html>"
    yield '<html lang="en"><head><meta charset="utf-8">'
    yield """<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">"""
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title><style>{_STYLE}</style></head><body>"
    yield f"<h1>{title}</h1>"
    for gathering in gathered(timeline.events):
        yield _heading(gathering)
        yield "<ol>"
        yield from map(_event, gathering.events)
        yield "</ol>"
    through = timeline.looked_through
    told = (
        f"{len(timeline.events)} events; {extent(through)}"
        if timeline.events
        else nothing_found(timeline.query, through)
    )
    yield f"<footer>{_text(told)}</footer>"
    yield "</body></html>"


def _told(timeline: Timeline) -> str:
    through = timeline.looked_through
    if not timeline.events:
        return nothing_found(timeline.query, through)
    return f"{len(timeline.events)} events; {extent(through)}"


def _heading(gathering: Gathering) -> str:
    day = _text(long_date(gathering.date) or UNDATED)
    where = RETOLD if gathering.retold else gathering.body
    return f"<h2>{day}{f' <span>{_text(where)}</span>' if where else ''}</h2>"


def _event(event: Event) -> str:
    title = "" if event.quote.startswith(event.title) else f'<span class="title">{_text(event.title)}</span> '
    return (
        f'<li><span class="kind {_text(event.kind)}">{_text(kind_of(event))}</span> {title}'
        f"<q>{_text(event.quote)}</q>"
        f'<span class="place">{_text(place(event))} · {_text(event.id)}</span></li>'
    )


def _text(text: str) -> str:
    return escape(one_line(text))
