"""Decisions that a site prints twice: under "Decision:" and again in the minutes of the same item."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from corpus.spans import Span
from extract.decided import Decided
from extract.matched import Matched

_ALIKE = 0.9  # of the words of the longer; dates and numbers may be written out in one of them
_WORD = re.compile(r"\w+")
_MINUTES = re.compile(r"^(?:Minutes|Decision):?[ \t]*$", re.MULTILINE)


def once(matched: Matched, found: Iterable[Decided]) -> Iterator[Decided]:
    """``found`` without those that repeat a decision of their item word for word, or nearly, below such a label."""
    earlier: dict[Span, list[tuple[int, Counter[str]]]] = {}
    for decided in found:
        span = decided.part.span
        words = Counter(_WORD.findall(matched.text[span.start : span.end].lower()))
        told = earlier.setdefault(matched.places.item_span(span.start), [])
        if not any(
            (words & other).total() >= _ALIKE * max(words.total(), other.total())
            and _MINUTES.search(matched.text, end, span.start)
            for end, other in told
        ):
            told.append((span.end, words))
            yield decided
