"""Cues: words that a rule can't match without. One pass finds all of them; a rule is tried only where its own stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from corpus.spans import Span
from extract.paragraphs import Paragraph
from extract.rulebook import Rule, books, rules

_BLANK = re.compile(r"\s*")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text, with its line end, that holds a cue; a match that begins in it may run up to ``reach``."""

    span: Span
    reach: int


@dataclass(frozen=True, slots=True)
class Cues:
    """Where each cue begins in one text: offsets in order."""

    offsets: Mapping[str, Sequence[int]] = field(default_factory=dict)

    def within(self, spans: Sequence[Span]) -> Cues:
        """The cues that stand in one of ``spans``, which are in the order of the text."""
        starts = [span.start for span in spans]

        def holds(offset: int) -> bool:
            at = bisect_right(starts, offset) - 1
            return at >= 0 and offset < spans[at].end

        return Cues({cue: list(filter(holds, offsets)) for cue, offsets in self.offsets.items()})

    def lines(self, rule: Rule, text: str) -> Iterator[Line]:
        """Every line of ``text`` that holds a cue of ``rule``; its matches may go on to the end of the next line."""
        end = 0
        for offset in self._of(rule):
            if offset >= end:
                start = text.rfind("\n", 0, offset) + 1
                end = _line_end(text, offset)
                after = _BLANK.match(text, end)
                yield Line(Span(start, end), _line_end(text, after.end() if after else end))

    def sentences(self, rule: Rule, text: str) -> Iterator[Span]:
        """Every stretch of ``text`` between ends of lines and full stops that holds a cue of ``rule``."""
        end = line_end = 0
        for offset in self._of(rule):
            if offset >= end:
                start = text.rfind("\n", end, offset) + 1 or end
                start = max(text.rfind(". ", start, offset) + 1, start)
                if offset >= line_end:
                    line_end = _line_end(text, offset)
                stop = text.find(". ", offset, line_end)
                end = line_end if stop < 0 else stop + 1
                yield Span(start, end)

    def tried(self, book: Sequence[Rule], paragraphs: Sequence[Paragraph]) -> Mapping[int, Sequence[Rule]]:
        """By index, in order, the ``paragraphs`` of the text that rules of ``book`` are tried on, and which rules.

        The rules stand in the order of ``book``; one without cues is tried on all.
        """
        starts = [paragraph.span.start for paragraph in paragraphs]
        told: dict[int, list[Rule]] = defaultdict(list)
        for rule in book:
            last = -1
            for offset in self._of(rule) if rule.cues else starts:
                index = bisect_right(starts, offset) - 1
                if index > last and offset < paragraphs[index].span.end:
                    told[index].append(rule)
                    last = index
        return {index: told[index] for index in sorted(told)}

    def _of(self, rule: Rule) -> list[int]:
        return sorted(offset for cue in rule.cues for offset in self.offsets.get(cue, ()))


@Language.factory("minuted_cues", assigns=["doc._.cues"])
class CueFinder:
    """Sets ``doc._.cues``: where the cues of all rules of all books stand, in whatever case."""

    def __init__(self, nlp: Language, name: str) -> None:
        self._matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
        for cue in sorted({cue for book in books() for rule in rules(book) for cue in rule.cues}):
            self._matcher.add(cue, [nlp.make_doc(cue)])

    def __call__(self, doc: Doc) -> Doc:
        offsets: dict[int, list[int]] = defaultdict(list)
        for key, start, _ in self._matcher(doc):
            offsets[key].append(doc[start].idx)
        doc._.cues = Cues({doc.vocab.strings[key]: found for key, found in offsets.items()})
        return doc


def _line_end(text: str, offset: int) -> int:
    """Where the line of ``offset`` ends, behind its line end."""
    end = text.find("\n", offset)
    return len(text) if end < 0 else end + 1
