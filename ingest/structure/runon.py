"""Run-on text: paragraphs that were several lines once, taken apart where a page or an item began.

Texts taken from PDFs by web sites lose their line ends: "FOR DECISION GB/24/06 Constitution", "Page 3 of 9 GB/24/07".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.structure.numbering import printed_number
from ingest.structure.succession import counter, steps
from ingest.structure.wording import is_capitals

_PAGE_MARK = re.compile(r"Page \d{1,4} of \d{1,4}(?=\s)")
_NUMBER = re.compile(r"(?<=\s)(?:[A-Z]{2,6}/\d{2,4}/\d{1,4}|\d{1,4}[a-z]?/\d{2})(?=[.:]?\s+[A-Z])")
_LEAST_ITEMS = 3  # numbers that follow one another within a paragraph, so that they are its items
_LONGEST_PART = 14  # words of a heading in capitals that stands before a number


def line_starts(text: str) -> tuple[int, ...]:
    """Where the lines of a paragraph that was run together begin, in order; 0 is always the first."""
    starts = {0}
    if mark := _PAGE_MARK.match(text):
        starts.add(mark.end() + 1)
    found = [match.start() for match in _NUMBER.finditer(text)]
    items = set(_consecutive(text, found))
    for at in found:
        before = text[max(starts) : at].strip()
        heading = is_capitals(before) and len(before.split()) <= _LONGEST_PART and not printed_number(before)
        if at in items or not before or heading:
            starts.add(at)
    return tuple(sorted(starts))


def _consecutive(text: str, found: Sequence[int]) -> Sequence[int]:
    """Those of the places ``found`` whose numbers count on by one, where there are enough of them."""
    numbers = [(at, number) for at in found if (number := printed_number(text[at : at + 40]))]
    follow = [
        (first, second) for (first, old), (second, new) in pairwise(numbers) if steps(counter(new), counter(old)) == 1
    ]
    kept = dict.fromkeys(at for both in follow for at in both)
    return tuple(kept) if len(kept) >= _LEAST_ITEMS else ()
