"""A document's paragraphs with the matches of rules that fall into them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence

from corpus.document import Document
from corpus.spans import Span, trimmed
from extract.matching import Match
from extract.paragraphs import Paragraph
from extract.places import Places

_HEADING_BORDER = re.compile(r"[\s.:;–—-]*")


class Matched:
    """One document's paragraphs, and the matches that begin in each of them."""

    def __init__(self, document: Document, paragraphs: Sequence[Paragraph], matches: Sequence[Match]) -> None:
        self.document = document
        self.text = document.text
        self.paragraphs = paragraphs
        self.places = Places(document)
        self._by_paragraph = _by_paragraph(paragraphs, matches)
        self._formulas = [match.span.start for match in matches if match.rule.label == "lead"]
        self._headings = {section.span.start: section.heading for section in document.sections if section.heading}

    def indexes(self) -> Sequence[int]:
        """The indexes of the paragraphs that hold matches, in the order of the text."""
        return sorted(self._by_paragraph)

    def of(self, index: int, *labels: str) -> Sequence[Match]:
        """The matches with one of ``labels`` that begin in paragraph ``index``, in the order of the text."""
        return [match for match in self._by_paragraph.get(index, ()) if match.rule.label in labels]

    def formula_follows(self, index: int) -> bool:
        """Whether a formula stands further below in the item of paragraph ``index``."""
        at = bisect_right(self._formulas, self.paragraphs[index].span.start)
        item = self.places.item_span(self.paragraphs[index].span.start)
        return at < len(self._formulas) and self._formulas[at] < item.end

    def stops(self, paragraph: Paragraph) -> bool:
        """Whether no list of parts goes on into ``paragraph``: a heading, or another formula."""
        if self.places.begins_section(paragraph.span.start):
            return True
        return (paragraph.is_heading and not paragraph.is_list_item) or bool(
            self.of(paragraph.index, "lead", "verb", "acts")
        )

    def heading(self, paragraph: Paragraph) -> Span | None:
        """The heading that ``paragraph`` is or begins with, without its number; ``None`` where it has none."""
        heading = self._headings.get(paragraph.span.start)
        if heading is None:
            return paragraph.body if paragraph.is_heading else None
        words = r"\s+".join(map(re.escape, heading.split()))
        found = re.compile(words).search(self.text, paragraph.span.start, paragraph.span.end)
        return Span(*found.span()) if found else None

    def said(self, paragraph: Paragraph) -> Span:
        """What ``paragraph`` says after its marker and the heading that it begins with, or all if that is no more."""
        heading = self.heading(paragraph) if paragraph.span.start in self._headings else None
        if heading is None:
            return paragraph.body
        after = _HEADING_BORDER.match(self.text, heading.end, paragraph.span.end)
        said = trimmed(self.text, Span(after.end() if after else heading.end, paragraph.span.end))
        return said if len(said) else Span(heading.start, paragraph.span.end)


def _by_paragraph(paragraphs: Sequence[Paragraph], matches: Sequence[Match]) -> Mapping[int, Sequence[Match]]:
    """The matches that begin in each paragraph, by its index; of paragraphs without any, nothing."""
    starts = [paragraph.span.start for paragraph in paragraphs]
    found: dict[int, list[Match]] = defaultdict(list)
    for match in matches:
        index = bisect_right(starts, match.span.start) - 1
        if index >= 0 and match.span.start < paragraphs[index].span.end:
            found[index].append(match)
    return dict(found)
