"""Decisions that a site prints twice: under "Decision:" and again in the minutes of the same item."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator

from corpus.spans import Span
from extract.decided import Decided
from extract.matched import Matched

_ALIKE = 0.9  # of the words of the longer; dates and numbers may be written out in one of them
_WORD = re.compile(r"\w+")
_LABEL = re.compile(r"^(?:Minutes|Decision):?[ \t]*$", re.MULTILINE)
_COMPARED = 60  # decisions of an item, the first told; no site prints more of one


def once(matched: Matched, found: Iterable[Decided]) -> Iterator[Decided]:
    """``found`` without those that repeat a decision of their item word for word, or nearly, below such a label."""
    labels = [label.start() for label in _LABEL.finditer(matched.text)]
    earlier: dict[Span, list[tuple[int, Counter[str]]]] = {}
    for decided in found:
        span = decided.part.span
        words = Counter(_WORD.findall(matched.text[span.start : span.end].lower()))
        told = earlier.setdefault(matched.places.item_span(span.start), [])
        label = bisect_left(labels, span.start) - 1
        above = [other for end, other in told[:_COMPARED] if end <= labels[label]] if label >= 0 else []
        if not any((words & other).total() >= _ALIKE * max(words.total(), other.total()) for other in above):
            told.append((span.end, words))
            yield decided
