"""Where the words of a motion stand: behind "seconded that", between quotation marks below, or before its mover."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from corpus.spans import Span, trimmed
from extract.movers import Moving
from extract.ordered import index_at
from extract.paragraphs import Paragraph, sentences

_QUOTED = re.compile(r"(?:that:?\s+)?(?P<open>[“\"‘])", re.IGNORECASE)
_CLOSING = {"“": '[”"]', '"': '[”"]', "‘": "[’']"}
_STEM = re.compile(r"^(?:that|to|it be resolved that|resolved that)?[\s:,]*$", re.IGNORECASE)
_LABEL = re.compile(r"^[A-Z][\w ]{2,40}:$")
_LABELLED = re.compile(r"(?i)(?:proposal|motion|amendment|resolution)\s?:\s*")
_LONGEST = 15_000  # characters of a motion; a budget with all its recommendations takes a third of that
_FEWEST = 12  # letters of what was moved, where its words precede its mover


class Words:
    """Looks up the words of motions among the paragraphs of one text."""

    def __init__(
        self, text: str, paragraphs: Sequence[Paragraph], hard_borders: Sequence[int], borders: Sequence[int]
    ) -> None:
        """Offsets in order: no motion reaches over ``hard_borders``, only one in quotation marks over ``borders``."""
        self._text = text
        self._paragraphs = paragraphs
        self._hard_borders = hard_borders
        self._borders = borders

    def of(self, moving: Moving) -> Span | None:
        """The words of what was moved; ``None`` where the text does not hold them."""
        if not moving.introduces:
            return self._before(moving)
        end = self._next(self._borders, moving.span.end)
        index = index_at(self._paragraphs, moving.words.start)
        start = moving.words.start
        said = trimmed(self._text, Span(start, max(self._paragraphs[index].span.end, start)))
        while _STEM.match(self._quote(said)) or self._labels(said, index):
            index += 1
            if index >= len(self._paragraphs) or self._paragraphs[index].span.start >= end:
                return None
            said = self._paragraphs[index].span
        return self._quoted(said) or self._unquoted(said, index, end)

    def _quoted(self, said: Span) -> Span | None:
        opening = _QUOTED.match(self._text, said.start)
        if opening is None:
            return None
        ending = re.compile(rf"{_CLOSING[opening['open']]}[.;,]?[ ]*$", re.MULTILINE)
        limit = min(self._next(self._hard_borders, said.start), said.start + _LONGEST)
        closing = ending.search(self._text, opening.end(), limit)
        return trimmed(self._text, Span(opening.end(), closing.start() if closing else limit))

    def _unquoted(self, said: Span, index: int, end: int) -> Span:
        stops = min(said.end, max(end, said.start + 1))
        first = next(sentences(self._text, Span(said.start, stops)), said)
        if not self._quote(first).endswith((":", ";")) and first.end < said.end - 1:
            return first
        last = index
        while self._quote(Span(said.start, self._paragraphs[last].span.end)).endswith((":", ";", "and", ",")) or (
            last > index and self._goes_on(last + 1)
        ):
            if last + 1 >= len(self._paragraphs) or self._paragraphs[last + 1].span.start >= end:
                break
            last += 1
        return trimmed(self._text, Span(said.start, max(min(self._paragraphs[last].span.end, end), first.end)))

    def _labels(self, said: Span, index: int) -> bool:
        """Whether ``said`` is but a label of the words between quotation marks below it ("Purpose:")."""
        following = self._paragraphs[index + 1 : index + 2]
        return _LABEL.match(self._quote(said)) is not None and any(
            _QUOTED.match(self._text, paragraph.span.start) for paragraph in following
        )

    def _goes_on(self, index: int) -> bool:
        return index < len(self._paragraphs) and self._paragraphs[index].is_list_item

    def _before(self, moving: Moving) -> Span:
        """What was moved where its mover is told in its midst or after it."""
        if moving.words.end > moving.span.start:
            return moving.words
        for said in reversed(list(sentences(self._text, moving.words))):
            if sum(map(str.isalpha, self._quote(said))) >= _FEWEST:
                return trimmed(self._text, Span(said.start, moving.words.end))
        paragraph = self._paragraphs[index_at(self._paragraphs, moving.span.start)]
        before = self._paragraphs[paragraph.index - 1] if paragraph.index else paragraph
        cut = self._next(self._hard_borders, before.span.start) < paragraph.span.start
        if moving.span.start - paragraph.span.start < _FEWEST and not (before.is_heading or cut or before is paragraph):
            label = _LABELLED.match(self._text, before.body.start, before.body.end)
            return Span(label.end(), before.body.end) if label else before.body
        return next(each for each in sentences(self._text, paragraph.span) if each.end > moving.span.start)

    def _next(self, borders: Sequence[int], offset: int) -> int:
        at = bisect_right(borders, offset)
        return borders[at] if at < len(borders) else len(self._text)

    def _quote(self, span: Span) -> str:
        return self._text[span.start : span.end]
