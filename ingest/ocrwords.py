"""Where the words that OCR read stand in the text of the document."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from corpus.document import PageRead, WordBox
from corpus.spans import Span
from ingest.layout import PageNote, PlacedWord

_TOKEN = re.compile(r"\S+")
# Half a word that was broken at a line end stands no further on than this many characters.
_NEAR = 200


def place_words(notes: Iterable[PageNote], text: str, page_starts: Sequence[int]) -> tuple[PageRead, ...]:
    """``notes`` with the span of each word; what was left out of the text, as running heads are, is left out here.

    ``page_starts`` holds the offset of each page's first character.
    """
    ends = (*page_starts[1:], len(text))
    return tuple(
        PageRead(
            note.page,
            note.by,
            note.reason,
            tuple(_placed(note.words, text, page_starts[note.page - 1], ends[note.page - 1])) if note.words else (),
        )
        for note in notes
    )


def _placed(words: Sequence[PlacedWord], text: str, start: int, end: int) -> list[WordBox]:
    found = [
        WordBox(span, word.x0, word.top, word.x1, word.bottom)
        for word, span in zip(words, _spans(words, text, start, end), strict=True)
        if span is not None
    ]
    return sorted(found, key=lambda word: word.span)


def _spans(words: Sequence[PlacedWord], text: str, start: int, end: int) -> Iterator[Span | None]:
    """The span of each word: of the tokens like it that are free, the next one, else the one before."""
    free: defaultdict[str, list[int]] = defaultdict(list)
    for token in _TOKEN.finditer(text, start, end):
        free[token.group()].append(token.start())
    reached = start
    for word in words:
        places = free[word.text]
        if places:
            # Lines of cells that stand side by side come in another order than they have in the text.
            at = min(bisect_left(places, reached), len(places) - 1)
            found = places.pop(at)
            yield Span(found, found + len(word.text))
            reached = found
        else:
            part = word.text.rstrip("-")
            found = text.find(part, reached, min(reached + _NEAR, end)) if part else -1
            yield Span(found, found + len(part)) if found >= 0 else None
