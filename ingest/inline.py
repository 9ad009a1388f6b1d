"""Markup inside a line of text or markdown: bold, superscripts, links, entities, and the HTML that converters leave."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from itertools import pairwise

from ingest.folding import BOLD_OFF, BOLD_ON, BREAK, LINK_OFF, link_on, without_signs
from ingest.hyperlinks import kept_target
from ingest.itemmarks import with_item_signs
from ingest.markers import BULLET, leading_marker
from ingest.raised import is_note_mark

# Characters that tell whether a raised number stands behind a word.
_WORD_BEFORE = 20
_SIGNS_OF_MARKUP = re.compile(r"[*_^<>\\]")
_BOLD = f"{BOLD_ON}\\1{BOLD_OFF}"


def _linked(link: re.Match[str]) -> str:
    """The words of a markdown link between its signs; where its target is not kept, its words alone."""
    target = kept_target(link.group(2))
    # Markup inside of an address is none: its signs are kept from the patterns that follow.
    return f"{link_on(_SIGNS_OF_MARKUP.sub(_escaped, target))}{link.group(1)}{LINK_OFF}" if target else link.group(1)


def _raised(sup: re.Match[str]) -> str:
    before = without_signs(sup.string[max(sup.start() - _WORD_BEFORE, 0) : sup.start()])
    return "" if is_note_mark(sup.group(1), before) else sup.group(1)


def _escaped(sign: re.Match[str]) -> str:
    return f"%{ord(sign.group()):02X}"


# Applied in this order; each pattern wants a sign flush with its words, so that a footnote's star stays a star,
# and looks only so far for its end, so that no input takes quadratic time.
_INLINE: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"!\[[^\[\]]*\]\([^()\s]*\)"), ""),
    (re.compile(r"\[([^\[\]]+)\]\(((?:https?:|mailto:|/|#)[^\s\[\]]*?)\)"), _linked),
    (re.compile(r"<((?:https?|mailto):[^<>\s]+)>"), r"\1"),
    (re.compile(r"(?<![\w*\\])\*{2,3}(?=[^\s*])(.{1,2000}?)(?<=[^\s*\\])\*{2,3}(?![\w*])", re.DOTALL), _BOLD),
    (re.compile(r"(?<![\w_\\])__(?=[^\s_])(.{1,2000}?)(?<=[^\s_\\])__(?![\w_])", re.DOTALL), _BOLD),
    (re.compile(r"(?<![\w*\\])\*(?=[^\s*])([^*]+?)(?<=[^\s*\\])\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<![\w_\\])_(?=[^\s_])([^_]+?)(?<=[^\s_\\])_(?![\w_])"), r"\1"),
    (re.compile(r"(?<=\w)\^([^\s^]{1,4})\^"), r"\1"),
    (re.compile(r"<(?:b|strong)(?:\s[^<>]*)?>", re.IGNORECASE), BOLD_ON),
    (re.compile(r"</(?:b|strong)\s*>", re.IGNORECASE), BOLD_OFF),
    # "10 <sup>th</sup>" is "10th": an ordinal's letters belong to its number whatever the converter put between.
    (re.compile(r"(?<=\d)\s*<sup(?:\s[^<>]*)?>\s*(st|nd|rd|th)\s*</sup>", re.IGNORECASE), r"\1"),
    # "the plan<sup>3</sup>" points to a note; "5 m<sup>2</sup>" doesn't.
    (re.compile(r"<sup(?:\s[^<>]*)?>([^<>]{1,40})</sup>", re.IGNORECASE), _raised),
    (re.compile(r"</?(?:sup|sub|i|em|u|span|font|a|s|small|big|tt|code|ins|mark|label)(?:\s[^<>]*)?/?>", re.I), ""),
    (re.compile(r"<!--.{0,2000}?-->", re.DOTALL), ""),
)

_ESCAPE = re.compile(r"\\([!\"#$%&'()*+,./:;<=>?@\[\]^_`{|}~\\-])")

_BLOCK_TAG = re.compile(
    r"<(/?)(p|div|br|li|ul|ol|hr|h[1-6]|table|tbody|thead|tr|td|th|blockquote|section|article|center)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_BULLETS = re.compile(r"(?<!\S)[•●▪◦](?=\s)")


def marked(raw: str) -> str:
    """``raw`` with signs for bold and items in place of its inline markup, entities decoded and escapes resolved."""
    for pattern, instead in _INLINE:
        raw = pattern.sub(instead, raw)
    return with_item_signs(_ESCAPE.sub(r"\1", html.unescape(raw)))


def block_parts(raw: str) -> list[tuple[str, int]]:
    """The parts that block tags make of a line: (text, heading level or 0); a list's items get their printed marker.

    ``<ul> • one • two`` (bullets and no ``<li>``) and ``<ol> 1. one 2. two``, as PDF converters write them, are parted
    too. A line without block tags is one part.
    """
    if "<" not in raw:
        return [(raw, 0)]
    parts: list[tuple[str, int]] = []
    tags = _OpenTags()
    at = 0
    for tag in _BLOCK_TAG.finditer(raw):
        parts.extend(tags.parts(raw[at : tag.start()]))
        tags.take(tag.group(2).lower(), closing=bool(tag.group(1)))
        at = tag.end()
    parts.extend(tags.parts(raw[at:]))
    return parts


def cell_text(raw: str) -> str:
    """A table cell's raw text with signs: inner paragraphs and list items parted by breaks."""
    return BREAK.join(marked(part) for part, _ in block_parts(raw))


class _OpenTags:
    """Which lists and headings are open, and the marker that the next part is due."""

    def __init__(self) -> None:
        self._lists: list[tuple[str, int]] = []
        self._level = 0
        self._due = ""

    def take(self, name: str, *, closing: bool) -> None:
        if name in {"ul", "ol"}:
            if not closing:
                self._lists.append((name, 0))
            elif self._lists:
                self._lists.pop()
        elif name == "li":
            self._due = "" if closing else self._next_marker()
        elif name[0] == "h" and name[1:].isdigit():
            self._level = 0 if closing else int(name[1:])
        elif name == "p" and not closing and self._lists and not self._due:
            # Converters leave lists open: a paragraph that is not inside an item ends them.
            self._lists.clear()

    def parts(self, raw: str) -> list[tuple[str, int]]:
        if not raw.strip():
            return []
        if self._due:
            due, self._due = self._due, ""
            return [(raw if leading_marker(raw.lstrip()) else f"{due} {raw.lstrip()}", self._level)]
        split: Callable[[str], list[str]] | None = None
        if self._lists:
            split = _at_bullets if self._lists[-1][0] == "ul" else _at_numbers
        return [(part, self._level) for part in (split(raw) if split else [raw])]

    def _next_marker(self) -> str:
        kind, count = self._lists.pop() if self._lists else ("ul", 0)
        self._lists.append((kind, count + 1))
        return f"{count + 1}." if kind == "ol" else BULLET


def _at_bullets(raw: str) -> list[str]:
    starts = [found.start() for found in _BULLETS.finditer(raw)]
    return _cut(raw, starts)


def _at_numbers(raw: str) -> list[str]:
    """Cut before each "2." that follows a "1." and so on; a number out of turn is part of a sentence."""
    starts: list[int] = []
    expected: int | None = None
    for found in re.finditer(r"(?<!\S)(\d{1,3})[.)](?=\s)", raw):
        if expected is None or int(found.group(1)) == expected:
            starts.append(found.start())
            expected = int(found.group(1)) + 1
    return _cut(raw, starts)


def _cut(raw: str, starts: list[int]) -> list[str]:
    edges = [0, *starts, len(raw)]
    return [part for a, b in pairwise(edges) if (part := raw[a:b].strip())]
