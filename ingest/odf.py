"""Names of OpenDocument, and the few questions that are asked of any element of it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

# OpenDocument 1.3, part 3, appendix A; the last is LibreOffice's own, for what the standard doesn't have yet.
_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "manifest": "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0",
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
}
_LENGTH = re.compile(r"(-?\d{1,6}(?:\.\d{1,9})?)(cm|mm|in|pt|pc|px)")
# In points: those of XSL 1.1, 5.9.13; a pixel is that of 96 to the inch.
_UNITS = {"cm": 72 / 2.54, "mm": 72 / 25.4, "in": 72.0, "pt": 1.0, "pc": 12.0, "px": 0.75}


@cache
def n(name: str) -> str:
    """The full name of an element or attribute, as in ``n("text:p")``."""
    prefix, _, local = name.partition(":")
    return f"{{{_NAMESPACES[prefix]}}}{local}"


def whole(element: _Element, attribute: str, default: int) -> int:
    """An attribute as a whole number of up to nine digits, else ``default``."""
    told = element.get(n(attribute), "")
    return int(told) if told.isascii() and told.isdecimal() and len(told) < 10 else default


def points(length: str | None) -> float:
    """A length such as ``1.27cm`` in points; 0 where it is none, or not absolute."""
    told = _LENGTH.fullmatch(length or "")
    return float(told.group(1)) * _UNITS[told.group(2)] if told else 0.0


def named(trees: tuple[_Element | None, ...], tag: str) -> Iterator[_Element]:
    """The elements ``tag`` among the styles of ``trees``: common ones first, then those of the file itself."""
    for group in ("office:styles", "office:automatic-styles"):
        for tree in trees:
            styles = None if tree is None else tree.find(n(group))
            if styles is not None:
                yield from styles.iterchildren(n(tag))
