"""Atom feeds (RFC 4287): entries are added on top of those that a feed has, up to a bound."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4
from xml.etree import ElementTree

from corpus.errors import UnreadableFileError
from minuted.output.terminal import visible
from minuted.writing import write_aside

MOST_ENTRIES = 500
"""Entries of a feed, unless more are new at once: who reads it once a month misses nothing, and it stays below 1 MB."""

GENERATOR = "Minuted"

_NAMESPACE = "http://www.w3.org/2005/Atom"
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_NO_FEED = "is no feed that Minuted wrote; move it away, or choose another file"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """One entry: ``id`` is a URI that no other has, ``content`` HTML, ``link`` a URI, also a relative one.

    ``updated`` is a moment of ISO 8601 with its time zone.
    """

    id: str
    title: str
    updated: str
    content: str
    link: str
    category: str


def add_to_feed(path: Path, title: str, added: Sequence[FeedEntry], at: str) -> None:
    """Put ``added`` before the entries of the feed at ``path``, making it where there is none; ``at`` is now.

    The file is written as a whole or not at all, and not where nothing is added. Raises ``UnreadableFileError`` where
    it is no feed of ours, ``OSError`` where it can't be written.
    """
    earlier = _read(path)
    if earlier is not None and not added:
        return
    feed = ElementTree.Element(_name("feed"))
    _put(feed, "id", (earlier.findtext(_name("id")) if earlier is not None else None) or uuid4().urn)
    _put(feed, "title", title)
    _put(feed, "updated", at)
    _put(_put(feed, "author"), "name", GENERATOR)
    _put(feed, "generator", GENERATOR)
    feed.extend(_entries(added, earlier))
    ElementTree.register_namespace("", _NAMESPACE)
    ElementTree.indent(feed)
    with write_aside(path) as aside:
        ElementTree.ElementTree(feed).write(aside, encoding="utf-8", xml_declaration=True)


def _read(path: Path) -> ElementTree.Element | None:
    """The feed at ``path``; ``None`` where there is no file."""
    try:
        feed = ElementTree.fromstring(path.read_bytes())
    except FileNotFoundError:
        return None
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise UnreadableFileError(str(path), _NO_FEED) from error
    if feed.tag != _name("feed") or feed.findtext(_name("generator")) != GENERATOR:
        raise UnreadableFileError(str(path), _NO_FEED)
    return feed


def _entries(added: Sequence[FeedEntry], earlier: ElementTree.Element | None) -> Iterator[ElementTree.Element]:
    """All that are new, and of the earlier ones as many as there is room for."""
    ids = {entry.id for entry in added}
    yield from (_element(entry) for entry in added)
    kept = [] if earlier is None else earlier.findall(_name("entry"))
    others = [entry for entry in kept if entry.findtext(_name("id")) not in ids]
    yield from others[: max(MOST_ENTRIES - len(added), 0)]


def _element(entry: FeedEntry) -> ElementTree.Element:
    element = ElementTree.Element(_name("entry"))
    _put(element, "id", entry.id)
    _put(element, "title", entry.title)
    _put(element, "updated", entry.updated)
    _put(element, "category", term=entry.category)
    _put(element, "link", rel="alternate", href=entry.link)
    _put(element, "content", entry.content, type="html")
    return element


def _put(parent: ElementTree.Element, tag: str, text: str | None = None, **attributes: str) -> ElementTree.Element:
    child = ElementTree.SubElement(parent, _name(tag), {name: _clean(value) for name, value in attributes.items()})
    child.text = None if text is None else _clean(text)
    return child


def _clean(text: str) -> str:
    """``text`` without what XML can't hold: characters that steer a terminal are written out, others are replaced."""
    return _NOT_IN_XML.sub("\ufffd", visible(text))


def _name(tag: str) -> str:
    return f"{{{_NAMESPACE}}}{tag}"
