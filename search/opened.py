"""The page at which a hit opens: where its text runs over several, the one that holds the words it was found by."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import replace

from corpus.entries import Entry
from search.excerpt import Excerpt


def opened(entry: Entry, shown: Excerpt) -> Entry:
    """``entry`` as it is to be opened: at the page that holds most marks of ``shown``, the excerpt of its text."""
    if not entry.page_breaks or not shown.marks:
        return entry
    breaks = [_folded(entry.text, page_break) for page_break in entry.page_breaks]
    turned = Counter(bisect_right(breaks, shown.start + mark.start) for mark in shown.marks)
    # Of pages that hold as many, the first: marks come in order, and so do the pages that are counted.
    return replace(entry, page=entry.page + turned.most_common(1)[0][0])


def _folded(text: str, offset: int) -> int:
    """Where the next word of ``text`` at or after ``offset`` begins, with white space folded."""
    before = " ".join(text[:offset].split())
    return len(before) + 1 if before else 0
