"""Runs of capitalised words: all that can hold a person's name, found by one pass over the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.names import PARTICLE, UPPER
from extract.person_shapes import may_name
from extract.person_words import WordClasses

_WORD = rf"[{UPPER}](?<![\w@&-].)\w*+(?:['’](?!s\b)\w++|[-–]\w++){{0,4}}+(?![.\w-]{{0,64}}@)"
"""One word: neither its possessive nor the words of an e-mail address are part of a run."""
_SHORTENED = (
    rf"(?<=\b[{UPPER}])|(?<=Mr|Ms|Mx|Dr|St|Rt|MR|MS|DR)|(?<=Mrs|Clr|Cll|Drs|Rev|Hon|Sgt|Ald|MRS)"
    r"|(?<=Cllr|Coun|Prof|Revd|Supt|Insp|Capt|Cyng|CLLR)|(?<=Cllrs|Profs|CLLRS)|(?<=Messrs)"
)
"""Behind initials and shortened titles a full stop ends no run."""
_AFTER_TITLE = r"(?:(?<=PC )|(?<=CSO )|(?<=Sgt ))\d{1,5}[ \xa0]|(?:(?<=r )|(?<=r\. ))\((?:Mrs?|Ms|Miss|Dr)\.?\)[ \xa0]"
"""A constable's number, and a councillor's form of address in brackets: "PC 1234 Frost", "Cllr (Mrs) Frost"."""
_DOT = rf"(?:(?:{_SHORTENED})\.|(?<=[Cc]llrs|CLLRS|llors|LLORS):)?"
_GAP = (
    rf"(?:{_DOT}[ \xa0]{{1,3}}(?:{_AFTER_TITLE})?(?:{PARTICLE}[ \xa0]{{1,2}}){{0,2}}"
    rf"|(?<=\b[{UPPER}])\.|(?<=[-–])[ \xa0])"
)
_MOST_WORDS = 30  # a longer run is a list or a heading in capitals; what follows is read as the next run
_RUN = re.compile(rf"{_WORD}(?:[-–]?{_GAP}{_WORD}){{1,{_MOST_WORDS - 1}}}+")
_RUN_OR_WORD = re.compile(rf"(?:{PARTICLE}[ \xa0]{{1,2}}){{0,2}}{_WORD}(?:[-–]?{_GAP}{_WORD}){{0,{_MOST_WORDS - 1}}}+")
_WORDS = re.compile(r"[^\s.:]+\.?")


@dataclass(frozen=True, slots=True)
class Run:
    """A run that begins at character ``start`` of the text; ``words`` keep their full stops, ``classes`` are theirs."""

    start: int
    text: str
    words: tuple[str, ...]
    classes: str

    def places(self, *numbers: int) -> tuple[int, ...]:
        """Where in the text the words of these ``numbers``, in order, begin; last, where the last of them ends.

        A full stop or hyphen at the end of the last is none of it.
        """
        found: list[int] = []
        at = 0
        for number, word in enumerate(self.words[: numbers[-1] + 1]):
            at = self.text.index(word, at)
            if number in numbers:
                found += [self.start + at] * numbers.count(number)
            at += len(word)
        last = self.words[numbers[-1]]
        return (*found, self.start + at - len(last) + len(last.rstrip(".-–")))


def runs(text: str, classes: WordClasses, start: int = 0, end: int | None = None) -> Iterator[Run]:
    """Every run of two words or more of ``text`` between ``start`` and ``end`` that can hold a name, in order."""
    for match in _RUN.finditer(text, start, len(text) if end is None else end):
        words = _words(match.group())
        of_words = classes.of(words)
        if may_name(of_words):
            yield Run(match.start(), match.group(), tuple(words), of_words)


def run_at(text: str, at: int, classes: WordClasses) -> Run | None:
    """The run, of one word or more, that begins at character ``at``."""
    match = _RUN_OR_WORD.match(text, at)
    if match is None:
        return None
    words = _words(match.group())
    return Run(match.start(), match.group(), tuple(words), classes.of(words))


def _words(run: str) -> list[str]:
    return _WORDS.findall(run) if "." in run or ":" in run else run.split()
