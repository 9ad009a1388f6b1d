"""Abbreviations as papers define them: "the Integrated Care System (ICS)", "ICS (Integrated Care System)".

After Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text" (2003), made
stricter: each letter of the abbreviation must begin a word of the long form, in order, and only small words may be left
out. What an index holds of a definition are two terms of ``Field.DEFINED``, one for each direction.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from search.analysis import words

MIN_LETTERS = 3
"""Two letters in brackets are a person's initials as often as anything else, and words such as "we" and "as"."""

MAX_LETTERS = 8
"""Letters of an abbreviation: of the longer ones in brackets most are names of committees set in capitals."""

MAX_WORDS = 12
"""Words of a long form, small ones included."""

_SEPARATOR = "="
"""Between the two halves of a term; no analysed word holds it."""

_SMALL = frozenset("a an and at by for from in of on or the to under upon with".split())
"""Words whose first letters an abbreviation may leave out."""

_ABBREVIATION = rf"[A-Z][A-Za-z&/.-]{{0,{MAX_LETTERS + 3}}}[A-Za-z]"
_IN_BRACKETS = re.compile(rf"[\s/]\([\"'\u2018\u201c]?(?P<short>{_ABBREVIATION})[\"'\u2019\u201d]?\)")
_EXPLAINED = re.compile(rf"\b(?P<short>{_ABBREVIATION}) \((?P<long>[A-Z][^()\n]{{5,90}})\)")
_WORD = re.compile(r"[^\W\d_](?:[^\W_]|['\u2019](?=[^\W_]))*")
_BROKEN_OFF = re.compile(r"[.;:!?]\s|\n\s*\n|[()]")
"""What no long form runs over."""


@dataclass(frozen=True, slots=True)
class Definition:
    """``short`` is an abbreviation and ``long`` what it stands for, both as searched: folded, words between blanks."""

    short: str
    long: str


def definitions(text: str) -> Iterator[Definition]:
    """What ``text`` says that abbreviations stand for, in order; one may come more than once."""
    if "(" not in text:
        return
    for match in _IN_BRACKETS.finditer(text):
        before = text[max(0, match.start() - 150) : match.start()]
        clause = _BROKEN_OFF.split(before)[-1]
        if (short := _short(match["short"])) and (long := _ending_with(clause, short)):
            yield Definition(short, long)
    for match in _EXPLAINED.finditer(text):
        if short := _short(match["short"]):
            spelt = [word.group() for word in _WORD.finditer(match["long"])]
            if _spells(spelt, short):
                yield Definition(short, " ".join(words(match["long"])))


def terms_of(definition: Definition) -> tuple[str, str]:
    """What an index holds of ``definition``, to be found from either side."""
    return prefix_of(definition.short) + definition.long, prefix_of(definition.long) + definition.short


def prefix_of(known: str) -> str:
    """How each term begins that tells what ``known``, an abbreviation or long form as searched, is defined as."""
    return known + _SEPARATOR


def _short(printed: str) -> str | None:
    """The letters of an abbreviation; ``None`` where ``printed`` is none: a word, too short, too long."""
    capitals = sum(char.isupper() for char in printed)
    found = "".join(words(printed.removesuffix("s")))
    return found if MIN_LETTERS <= len(found) <= MAX_LETTERS and capitals >= max(2, len(found) / 2) else None


def _ending_with(clause: str, short: str) -> str | None:
    """The words at the end of ``clause`` that ``short`` stands for: as few as spell it."""
    spelt = [word.group() for word in _WORD.finditer(clause)][-MAX_WORDS:]
    for at in range(len(spelt) - 2, -1, -1):
        if _spells(spelt[at:], short):
            return " ".join(words(" ".join(spelt[at:])))
    return None


def _spells(spelt: list[str], short: str) -> bool:
    """Whether the first letters of ``spelt`` are those of ``short``, but for small words."""
    if len(spelt) < 2 or not spelt[0][:1].isupper():
        return False
    return _matches([word.lower() for word in spelt], short)


def _matches(spelt: list[str], short: str) -> bool:
    """Whether each of ``spelt`` gives its letter to ``short`` in turn, or is a small word that gives none."""
    reached = {0}
    for word in spelt:
        further = {at + 1 for at in reached if at < len(short) and short[at] == word[0]}
        reached = further | reached if word in _SMALL else further
        if not reached:
            return False
    return len(short) in reached
