"""Run-on text: paragraphs that were several lines once, taken apart where a page or an item began.

Texts taken from PDFs by web sites lose their line ends: "FOR DECISION GB/24/06 Constitution", "Page 3 of 9 GB/24/07".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.structure.numbering import printed_number
from ingest.structure.succession import counter, steps
from ingest.structure.wording import is_capitals

_PAGE_MARK = re.compile(r"Page \d{1,4} of \d{1,4}(?=\s)")
_NUMBER = re.compile(r"(?<=\s)(?:[A-Z]{2,6}/\d{2,4}/\d{1,4}|\d{1,4}[a-z]?/\d{2})(?=[.:]?\s+[A-Z])")
_INTEGER = re.compile(r"(?<=[.!?:)] )\d{1,4}\. (?=[A-Z][A-Z’'&, -]{7})")
_ITEM_OR_PART = re.compile(r"(?<=\s)(?P<item>\d{1,2})\.(?P<part>\d{1,2})? (?=[A-Z])")
_PEOPLE = re.compile(r"(?<=\s)(?:Present|In attendance|Also present)\s?:")
_WHOLE_MINUTES = 1500  # characters: shorter paragraphs with numbers in them are lists
_LEAST_WHOLE = 4  # items that minutes have at least
_LEAST_ITEMS = 3  # numbers that follow one another within a paragraph, so that they are its items
_LONGEST_NUMBER = 40  # characters in which a number and the beginning of its words are found
_LONGEST_PART = 120  # characters of a heading in capitals that stands before a number


def line_starts(text: str) -> tuple[int, ...]:
    """Where the lines of a paragraph that was run together begin, in order; 0 is always the first."""
    starts = [0]
    if mark := _PAGE_MARK.match(text):
        starts.append(mark.end() + 1)
    found = [match.start() for match in _NUMBER.finditer(text)]
    items = set(_consecutive(text, found))
    for at in found:
        if at in items or _is_part(text[starts[-1] : min(at, starts[-1] + _LONGEST_PART)], at - starts[-1]):
            starts.append(at)
    return tuple(sorted({*starts, *_next_items(text), *_whole_minutes(text)}))


def _is_part(before: str, length: int) -> bool:
    """Whether what stands before a number is a line of its own: nothing, or a heading in capitals."""
    if length > len(before):
        return False
    return not before.strip() or (is_capitals(before) and printed_number(before) is None)


def _next_items(text: str) -> Iterator[int]:
    """Where the next items begin in a paragraph that is itself an item: "3. APOLOGIES None. 4. INTERESTS None." """
    last = printed_number(text) if text[:1].isdigit() else None
    for match in _INTEGER.finditer(text) if last else ():
        number = printed_number(text[match.start() : match.start() + _LONGEST_NUMBER])
        if last and number and steps(counter(number), counter(last)) == 1:
            yield match.start()
            last = number


def _whole_minutes(text: str) -> tuple[int, ...]:
    """Where the items, and the lists of people before them, begin in minutes that are one paragraph from 1. on.

    A number counts where it is the next: 4. behind 3., 4.1 behind 4., 4.2 behind 4.1.
    """
    if len(text) < _WHOLE_MINUTES:
        return ()
    starts: list[int] = []
    item = part = 0
    for match in _ITEM_OR_PART.finditer(text):
        number, below = int(match["item"]), match["part"]
        if below is None and number == item + 1:
            item, part = number, 0
        elif below is not None and number == item and int(below) == part + 1:
            part += 1
        else:
            continue
        starts.append(match.start())
    if item < _LEAST_WHOLE:
        return ()
    return (*(match.start() for match in _PEOPLE.finditer(text, 0, starts[0])), *starts)


def _consecutive(text: str, found: Sequence[int]) -> Sequence[int]:
    """Those of the places ``found`` whose numbers count on by one, where there are enough of them."""
    numbers = [(at, number) for at in found if (number := printed_number(text[at : at + _LONGEST_NUMBER]))]
    follow = [
        (first, second) for (first, old), (second, new) in pairwise(numbers) if steps(counter(new), counter(old)) == 1
    ]
    kept = dict.fromkeys(at for both in follow for at in both)
    return tuple(kept) if len(kept) >= _LEAST_ITEMS else ()
