"""The words of a capitalised run, as names of bodies are read from them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.spans import Span
from extract.organisation_words import CONNECTORS, OF_THESE, PLACE_JOINS, body_words

_WORD = re.compile(r"(?:[^\s,()/]|(?<![a-z])(?<![A-Z]{5})/)+")
_POSSESSIVE = re.compile(r"['’]s?$")
_BREAKS = re.compile(r"[,()/]")
_SHORT_FORM = re.compile(r"\s*\((?P<short>[A-Z][\w&]{1,6})\)\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a run, without its stops: as written, in small letters, and its place (characters of the text)."""

    text: str
    lower: str
    start: int
    end: int
    comma: bool
    """Whether a comma, a bracket or a possessive stands between the word before and this one."""

    @property
    def connects(self) -> bool:
        return self.lower in CONNECTORS or self.text in PLACE_JOINS


def run_words(text: str, span: Span) -> list[Word]:
    """The words of the run at ``span`` of ``text``, from left to right."""
    found: list[Word] = []
    before = span.start
    owned = False
    for match in _WORD.finditer(text, span.start, span.end):
        written = match.group().rstrip(".;:-/")
        owner = _POSSESSIVE.sub("", written) if "'" in written or "’" in written else written
        gap = text[before : match.start()]
        apart = owned or (gap != " " and bool(_BREAKS.search(gap)))
        # What comes after "the Council's" is the Council's, and not of its name.
        owned = owner != written and owner.lower() in body_words() | OF_THESE
        if owned or match.end() == span.end:
            written = owner
        if written:
            found.append(Word(written, written.lower(), match.start(), match.start() + len(written), apart))
        before = match.end()
    return found
