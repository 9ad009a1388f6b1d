"""Folding: pieces of raw text with signs of bold and breaks become one clean string, its marks and its weight."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ingest.layout import Mark
from ingest.markers import leading_marker

# Signs inside raw text. Unicode reserves these code points for a program's own use and no paper can hold them.
BOLD_ON = "\ufdd0"
BOLD_OFF = "\ufdd1"
BREAK = "\ufdd2"

_SIGN = re.compile(f"[{BOLD_ON}-{BREAK}]")
# Also what has no width: soft hyphens, zero-width spaces and joiners, byte order marks.
_TOKEN = re.compile(
    f"[\u00ad\u200b-\u200d\u2060\ufeff]+|[{BOLD_ON}-{BREAK}]|\\s+|[^\\s{BOLD_ON}-{BREAK}\u00ad\u200b-\u200d\u2060\ufeff]+"
)
_NO_WIDTH = "\u00ad\u200b\u200c\u200d\u2060\ufeff"


@dataclass(frozen=True, slots=True)
class Run:
    """Raw text that stands on one line of the source, with signs and white space as they come."""

    line: int
    raw: str


@dataclass(frozen=True, slots=True)
class Folded:
    """Clean text: white space folded, breaks as newlines; ``weights`` says of each character whether it is bold."""

    text: str
    marks: tuple[Mark, ...]
    weights: tuple[bool, ...]

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


def folded(runs: Iterable[Run]) -> Folded:
    """The clean text of ``runs``, which stand one directly after the other (white space between them is theirs)."""
    out = _Folding()
    for run in runs:
        for token in _TOKEN.findall(run.raw):
            out.take(token, run.line)
    return Folded("".join(out.text), tuple(out.marks), tuple(out.weights))


class _Folding:
    """The state of one folding: what was written so far and which gap is still to be written."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.marks: list[Mark] = []
        self.weights: list[bool] = []
        self._length = 0
        self._gap = ""
        self._bold = 0

    def take(self, token: str, line: int) -> None:
        if token == BOLD_ON:
            self._bold += 1
        elif token == BOLD_OFF:
            self._bold = max(self._bold - 1, 0)
        elif token == BREAK:
            self._gap = "\n"
        elif token.isspace():
            self._gap = self._gap or " "
        elif token[0] not in _NO_WIDTH:
            self._write_gap()
            if not self.marks or self.marks[-1].line != line:
                self.marks.append(Mark(self._length, 1, line))
            self._write(token, self._bold > 0)

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
