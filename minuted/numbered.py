"""Which sections of a paper a number stands for, as somebody writes it who quotes from the paper.

Numbers are display text: they repeat and go missing, so one may stand for several sections, or for none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from corpus.rows import SectionRow

# What a number is made of, whatever stands between: "3.7.5.", "(a)", "HWB 10", "PB/21/39".
_PART = re.compile(r"\d+|[^\W\d_]+")
# Words that say what kind of thing is numbered: "minute 242", "agenda item no. 4", "para 3.7.5".
_WORDS = frozenset("agenda clause item min minute minutes no number para paragraph section".split())
_LONGEST = 60
"""Characters of a number that are looked at; no printed one has half as many."""

# A number, taken apart and folded.
Key = tuple[str, ...]


def key(number: str) -> Key:
    """A number as it is compared: without case, stops, spaces, brackets and the word before it."""
    parts = [part.casefold() for part in _PART.findall(number[:_LONGEST])]
    while len(parts) > 1 and parts[0] in _WORDS:
        parts.pop(0)
    return tuple(parts)


def numbered(sections: Sequence[SectionRow], wanted: str) -> tuple[SectionRow, ...]:
    """The sections that bear the number ``wanted``, in the order of the text.

    Where none does, those that it leads to step by step: "4(a)" is (a) below 4, and 1 is what is printed as 1.0.
    """
    sought = key(wanted)
    if not sought:
        return ()
    by_id = {section.id: section for section in sections}
    ways: tuple[Callable[[SectionRow], Iterable[Key]], ...] = (
        lambda section: [key(section.number or "")],
        lambda section: _steps(section, by_id),
        lambda section: [_without_zeros(key(section.number or ""))],
    )
    for keys in ways:
        found = tuple(section for section in sections if section.number and sought in keys(section))
        if found:
            return found
    return ()


def nearest(sections: Iterable[SectionRow], wanted: str, most: int = 4) -> tuple[str, ...]:
    """The numbers that come nearest to ``wanted``: those that begin like it, then those that count up to it."""
    sought = key(wanted)
    numbers = dict.fromkeys(section.number for section in sections if section.number)
    return tuple(sorted(numbers, key=lambda number: _distance(sought, key(number)))[:most])


def repeated(sections: Iterable[SectionRow]) -> frozenset[Key]:
    """The numbers that more than one of ``sections`` bears."""
    seen: set[Key] = set()
    twice: set[Key] = set()
    for section in sections:
        number = key(section.number or "")
        (twice if number in seen else seen).add(number)
    return frozenset(twice)


def is_letter(number: str) -> bool:
    """Whether a number is a letter or a roman figure, which says nothing without the number that it stands below."""
    parts = key(number)
    return len(parts) == 1 and parts[0].isalpha()


def goes_on(number: str, above: str) -> bool:
    """Whether a number tells the one above it, as 3.7.5 does 3.7, and 1.1 does 1.0."""
    outer = _without_zeros(key(above))
    return key(number)[: len(outer)] == outer


def _steps(section: SectionRow, by_id: Mapping[str, SectionRow]) -> Iterator[Key]:
    """The number with those above it that it doesn't repeat: of (i) below (a) below 4, first (a)(i), then 4(a)(i)."""
    whole = key(section.number or "")
    above = by_id.get(section.parent or "")
    while above:
        number = key(above.number or "")
        if number and whole[: len(number)] != number:
            whole = number + whole
            yield whole
        above = by_id.get(above.parent or "")


def _without_zeros(number: Key) -> Key:
    while len(number) > 1 and not number[-1].strip("0"):
        number = number[:-1]
    return number


def _distance(sought: Key, number: Key) -> tuple[int, int, int]:
    """Small for what is near: parts that differ, how far the first of them is off, and how many more there are."""
    same = 0
    for one, other in zip(sought, number, strict=False):
        if one != other:
            break
        same += 1
    rest = (*sought[same : same + 1], *number[same : same + 1])
    off = abs(int(rest[0]) - int(rest[1])) if len(rest) == 2 and all(map(str.isdecimal, rest)) else 10**_LONGEST
    return -same, off, abs(len(sought) - len(number))
