"""What watches tell, as the entries of a feed."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from pathlib import Path
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from corpus.entries import Entry
from corpus.sources import now
from corpus.watches import Watch
from minuted.news import marked
from minuted.output.atom import FeedEntry, add_to_feed
from minuted.output.watched import citation, headline, page_link, pieces
from minuted.watching import Fresh, WatchNews


def write_feed(path: Path, told: Iterable[WatchNews], names: Iterable[str]) -> None:
    """Add what watches tell to the feed at ``path``; ``names`` are those of the watches that it is of, if not of all.

    Raises ``UnreadableFileError`` where the file there is no feed of ours, ``OSError`` where it can't be written.
    """
    at = now()
    title = f"Minuted: {', '.join(names) or 'all watches'}"
    entries = [_entry(each.watch, fresh, at) for each in told for fresh in each.found]
    add_to_feed(path, title, entries, at)


def _entry(watch: Watch, fresh: Fresh, at: str) -> FeedEntry:
    return FeedEntry(
        id=_id(watch, fresh.entry),
        title=f"{watch.name}: {headline(fresh)}",
        updated=at,
        content=_content(fresh),
        link=_address(fresh.entry),
        category=watch.name,
    )


def _id(watch: Watch, entry: Entry) -> str:
    """The same for the same words at the same place, so that a run that is repeated adds nothing twice."""
    return uuid5(NAMESPACE_URL, f"minuted:{watch.name}\n{entry.id}\n{marked(entry).mark.words}").urn


def _content(fresh: Fresh) -> str:
    """The excerpt with its marks in bold type, and where it stands, as HTML."""
    excerpt = "".join(f"<b>{escape(text)}</b>" if mark else escape(text) for text, mark in pieces(fresh.excerpt))
    told = (citation(fresh.entry), page_link(fresh.entry), fresh.entry.id)
    return f"<p>{excerpt}</p><p>{'<br>'.join(escape(each) for each in told)}</p>"


def _address(entry: Entry) -> str:
    """The page, beside the feed: where the papers are published, nobody here knows."""
    return quote(entry.document_name, safe="") + (f"#page={entry.page}" if entry.line is None else "")
