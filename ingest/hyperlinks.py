"""Which targets of a file's links are kept, and the addresses that stand in the text itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urljoin, urlsplit

from corpus.document import Hyperlink
from corpus.spans import Span

# All else either means nothing outside of the file (#part, file:) or would do something when it is followed.
_SCHEMES = frozenset({"http", "https", "mailto"})
# Browsers and servers take no longer address (RFC 9110 asks for 8000; what is longer than this carries data).
_LONGEST = 2000
# Council software leaves line ends inside of addresses, and spaces in the names of documents.
_LINE_ENDS = re.compile(r"[\x00-\x1f\x7f\ufdd0-\ufdef]+")
_SPACES = re.compile(r"\s")

_BARE = re.compile(r"https?://[^\s<>\"“”|\\^`{}]{3,2000}", re.IGNORECASE)
_NOT_AT_ITS_END = ".,;:!?'’)*]_"


def kept_target(href: str, base: str | None = None) -> str | None:
    """The absolute address that ``href`` means, ``None`` where it is not one that is kept.

    A relative one is taken as seen from ``base``, the address of the page; without that it tells nothing.
    """
    target = _SPACES.sub("%20", _LINE_ENDS.sub("", href).strip())
    try:
        if base and not urlsplit(target).scheme:
            target = urljoin(base, target) if target and not target.startswith("#") else ""
        parts = urlsplit(target)
    except ValueError:
        return None
    if parts.scheme not in _SCHEMES or len(target) > _LONGEST or not (parts.netloc or parts.scheme == "mailto"):
        return None
    return target


def with_bare_addresses(text: str, links: Iterable[Hyperlink]) -> tuple[Hyperlink, ...]:
    """``links`` of ``text`` in order, and with them each ``http`` address that stands there and is none yet."""
    found = sorted(links, key=lambda link: link.span)
    if "://" in text:
        found = sorted([*found, *_bare(text, found)], key=lambda link: link.span)
    return tuple(found)


def _bare(text: str, links: list[Hyperlink]) -> Iterator[Hyperlink]:
    at = 0
    for address in _BARE.finditer(text):
        words = address.group().rstrip(_NOT_AT_ITS_END)
        span = Span(address.start(), address.start() + len(words))
        while at < len(links) and links[at].span.end <= span.start:
            at += 1
        linked = at < len(links) and links[at].span.start < span.end
        target = None if linked else kept_target(words)
        if target:
            yield Hyperlink(span, target)
