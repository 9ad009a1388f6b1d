"""Folding: pieces of raw text with signs of bold and breaks become one clean string, its marks and its weight."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.document import Hyperlink
from corpus.spans import Span
from ingest.itemmarks import ITEM_CLOSES, ITEM_OPENS
from ingest.layout import Mark
from ingest.markers import leading_marker

# Signs inside raw text. Unicode reserves these code points for a program's own use and no paper can hold them.
BOLD_ON = "\ufdd0"
BOLD_OFF = "\ufdd1"
BREAK = "\ufdd2"
# Before and behind the words of a link; the first stands before its target, the second before its words.
_LINK_TARGET = "\ufdd5"
_LINK_ON = "\ufdd6"
LINK_OFF = "\ufdd7"
_LAST_SIGN = LINK_OFF

_SIGN = re.compile(f"{_LINK_TARGET}[^{BOLD_ON}-{_LAST_SIGN}]*{_LINK_ON}|[{BOLD_ON}-{_LAST_SIGN}]")
# Also what has no width: soft hyphens, zero-width spaces and joiners, byte order marks.
_NO_WIDTH = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_TOKEN = re.compile(
    f"[{_NO_WIDTH}]+|{_LINK_TARGET}[^{BOLD_ON}-{_LAST_SIGN}]*{_LINK_ON}|[{BOLD_ON}-{_LAST_SIGN}]"
    f"|\\s+|[^\\s{BOLD_ON}-{_LAST_SIGN}{_NO_WIDTH}]+"
)


@dataclass(frozen=True, slots=True)
class Run:
    """Raw text that stands on one line of the source, with signs and white space as they come."""

    line: int
    raw: str


@dataclass(frozen=True, slots=True)
class Folded:
    """Clean text: white space folded, breaks as newlines; ``weights`` says of each character whether it is bold.

    ``links`` have spans of ``text``. ``after_item`` says that an agenda item was marked to end before these words,
    ``opens_item`` that one begins with them, ``ends_item`` that one ends behind them; there may be no words at all.
    """

    text: str
    marks: tuple[Mark, ...]
    weights: tuple[bool, ...]
    links: tuple[Hyperlink, ...] = ()
    after_item: bool = False
    opens_item: bool = False
    ends_item: bool = False

    @property
    def bold(self) -> bool:
        """Whether all of it is bold, not counting white space and a leading number or bullet."""
        start = _marker_length(self.text)
        told = [w for w, c in zip(self.weights[start:], self.text[start:], strict=True) if not c.isspace()]
        return bool(told) and all(told)

    @property
    def bold_lead(self) -> int:
        """How many first characters are bold; a leading number or bullet takes the weight of what follows it."""
        start = _marker_length(self.text)
        end = start
        while end < len(self.text) and (self.weights[end] or (self.text[end].isspace() and end > start)):
            end += 1
        lead = self.text[:end].rstrip()
        return len(lead) if len(lead) > start else 0


def without_signs(text: str) -> str:
    """``text`` of a file without the code points that serve as signs here."""
    return _SIGN.sub("", text)


def link_on(target: str) -> str:
    """The sign before the words of a link to ``target``; behind them stands ``LINK_OFF``."""
    return f"{_LINK_TARGET}{target}{_LINK_ON}"


def folded(runs: Iterable[Run]) -> Folded:
    """The clean text of ``runs``, which stand one directly after the other (white space between them is theirs)."""
    out = _Folding()
    for run in runs:
        for token in _TOKEN.findall(run.raw):
            out.take(token, run.line)
    out.end_link()
    return Folded(
        "".join(out.text),
        tuple(out.marks),
        tuple(out.weights),
        tuple(out.links),
        after_item=out.after_item,
        opens_item=out.opens_item,
        ends_item=out.ends_item,
    )


class _Folding:
    """The state of one folding: what was written so far and which gap is still to be written."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.marks: list[Mark] = []
        self.weights: list[bool] = []
        self.links: list[Hyperlink] = []
        self.after_item = False
        self.opens_item = False
        self.ends_item = False
        self._length = 0
        self._gap = ""
        self._bold = 0
        self._target = ""
        self._link_start: int | None = None

    def take(self, token: str, line: int) -> None:
        if token == BOLD_ON:
            self._bold += 1
        elif token == BOLD_OFF:
            self._bold = max(self._bold - 1, 0)
        elif token == BREAK:
            self._gap = "\n"
        elif token[0] == _LINK_TARGET:
            self.end_link()
            self._target = token[1:-1]
        elif token == LINK_OFF:
            self.end_link()
        elif token == ITEM_OPENS:
            self.opens_item = True
        elif token == ITEM_CLOSES:
            self.after_item = self.after_item or not self._length
            self.ends_item = self.ends_item or self._length > 0
        elif token.isspace():
            self._gap = self._gap or " "
        elif token[0] not in _NO_WIDTH:
            self._write_gap()
            if self._target and self._link_start is None:
                self._link_start = self._length
            if not self.marks or self.marks[-1].line != line:
                self.marks.append(Mark(self._length, 1, line))
            self._write(token, self._bold > 0)

    def end_link(self) -> None:
        """Ends the link that is open, if there is one; a link without words is none."""
        if self._link_start is not None:
            self.links.append(Hyperlink(Span(self._link_start, self._length), self._target))
        self._target, self._link_start = "", None

    def _write_gap(self) -> None:
        if self._gap and self._length:
            self._write(self._gap, self._bold > 0 and self.weights[-1])
        self._gap = ""

    def _write(self, words: str, bold: bool) -> None:
        self.text.append(words)
        self.weights.extend([bold] * len(words))
        self._length += len(words)


def _marker_length(text: str) -> int:
    marker = leading_marker(text)
    return marker.length if marker else 0
