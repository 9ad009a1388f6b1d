"""Recommendations: what a report asks its board to do, ask by ask."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from corpus.document import Document, Paper, Section
from corpus.findings import Recommendation, RuleId
from corpus.spans import Span, trimmed
from corpus.vocabulary import PaperKind
from extract.paragraphs import Paragraph, folded, sentences
from extract.parts import Part, inline_parts, read_parts
from extract.places import Places
from extract.regexes import labelled, searches
from extract.rulebook import Rule

_ASKING = (PaperKind.REPORT, PaperKind.PRESENTATION, PaperKind.OTHER, PaperKind.CALL_IN, PaperKind.APPENDIX)
_LONGEST_ASK = 2500  # characters; a longer "recommendation" is a section of prose about one
_SAME = 0.8  # share of words in common at which an ask is the same as one before it
_LEAST_WORDS = 3
_BEHIND = re.compile(r"[\s:.)–-]*")  # what parts a number or heading from the words after it


@Language.factory("minuted_recommendations", assigns=["doc._.recommendations"], requires=["doc._.cues"])
class RecommendationFinder:
    """Sets ``doc._.recommendations``; an ask that a paper repeats is one."""

    def __init__(self, nlp: Language, name: str) -> None:
        self._headings = labelled("recommendations", "heading")
        self._asks = labelled("recommendations", "ask")

    def __call__(self, doc: Doc) -> Doc:
        document: Document = doc._.document
        places = Places(document)
        asking = tuple(doc._.paragraphs[index] for index in doc._.cues.tried(self._asks, doc._.paragraphs))
        found: list[Recommendation] = []
        for paper in document.papers:
            if paper.kind in _ASKING:
                reading = _Reading(document, paper, doc._.paragraphs, asking, places)
                found.extend(self._of_paper(reading))
        doc._.recommendations = tuple(found)
        return doc

    def _of_paper(self, reading: _Reading) -> Iterator[Recommendation]:
        asked = [
            *reading.under_headings(self._headings),
            *reading.of_fields(self._headings),
            *reading.in_prose(self._asks),
        ]
        kept: list[set[str]] = []
        for ask in sorted(asked, key=lambda each: each.part.span.start):
            text = folded(reading.document.quote(ask.part.span))
            words = set(text.lower().split())
            if len(words) >= _LEAST_WORDS and not any(_alike(words, other) for other in kept):
                kept.append(words)
                yield reading.recommendation(ask, text)


@dataclass(frozen=True, slots=True)
class _Ask:
    """One ask and the rule that found it."""

    part: Part
    rule: RuleId


@dataclass(frozen=True, slots=True)
class _Reading:
    """One paper that may ask for something, and where its asks stand.

    ``paragraphs`` are all of the document, ``asking`` those of them that hold the cue of an ask.
    """

    document: Document
    paper: Paper
    paragraphs: Sequence[Paragraph]
    asking: Sequence[Paragraph]
    places: Places

    def under_headings(self, headings: Sequence[Rule]) -> Iterator[_Ask]:
        """The parts of every section that a heading calls recommendations."""
        for section in self.document.sections:
            if section.paper != self.paper.id:
                continue
            told = next(searches(headings, section.heading or ""), None)
            if told is not None:
                yield from (_Ask(part, told[0].id) for part in self._of_section(section))

    def of_fields(self, headings: Sequence[Rule]) -> Iterator[_Ask]:
        """The parts of a front sheet's field of recommendations: numbered inside it, or line by line."""
        for field in self.paper.fields:
            told = next(searches(headings, field.label), None)
            if told is not None:
                parts = tuple(inline_parts(self.document.text, field.span)) or self._lines(field.span)
                yield from (_Ask(part, told[0].id) for part in parts)

    def in_prose(self, asks: Sequence[Rule]) -> Iterator[_Ask]:
        """ "The Board is asked to note the paper", or the list below "The Board is asked to:"."""
        for paragraph in self.asking:
            if not self.paper.span.contains(paragraph.span):
                continue
            told = next(searches(asks, paragraph.text), None)
            if told is None:
                continue
            rule, match = told
            rest = paragraph.text[match.end() :].strip()
            if rest and not rest.endswith(":"):
                sentence = self._sentence(paragraph, paragraph.span.start + match.end())
                yield _Ask(Part(paragraph.number, sentence), rule.id)
            else:
                parts = self._parts(paragraph, paragraph.span.end, self.paper.span.end)
                yield from (_Ask(part, rule.id) for part in parts)

    def recommendation(self, ask: _Ask, text: str) -> Recommendation:
        section = self.document.section_at(ask.part.span.start)
        return Recommendation(
            id=self.places.finding_id("r", ask.part.span.start),
            text=text,
            number=ask.part.number,
            paper=self.paper.id,
            section=section.id if section else None,
            span=ask.part.span,
            rule=ask.rule,
        )

    def _of_section(self, section: Section) -> Iterator[Part]:
        """The parts behind a section's heading, then those of its numbered paragraphs that the list didn't reach."""
        reached = section.span.start
        inner = [each for each in self.document.sections if each.parent == section.id and not each.heading]
        for part_of in (section, *inner):
            opening = self._paragraph_at(part_of.span.start)
            if (
                opening is None
                or part_of.span.start < reached
                or part_of.span.start > section.span.start + _LONGEST_ASK
            ):
                continue
            for part in self._parts(opening, self._behind(part_of, opening), part_of.span.end):
                if len(part.span) < _LONGEST_ASK:
                    reached = part.span.end
                    yield part

    def _behind(self, section: Section, opening: Paragraph) -> int:
        """Where the words after a section's number and heading begin, in the paragraph that opens it."""
        at = opening.span.start
        for printed in filter(None, (section.number, section.heading)):
            found = self.document.text.find(printed.split()[0], at, opening.span.end)
            at = min(max(found, at) + len(printed), opening.span.end)
        gap = _BEHIND.match(self.document.text, at, opening.span.end)
        return gap.end() if gap else at

    def _parts(self, opening: Paragraph, start: int, end: int) -> Sequence[Part]:
        def stops(paragraph: Paragraph) -> bool:
            return (
                paragraph.span.start >= end or paragraph.is_heading or self.places.begins_section(paragraph.span.start)
            )

        return read_parts(self.document.text, self.paragraphs, opening.index, start, stops)[0]

    def _paragraph_at(self, offset: int) -> Paragraph | None:
        at = bisect_left(self.paragraphs, offset, key=lambda paragraph: paragraph.span.start)
        found = self.paragraphs[at] if at < len(self.paragraphs) else None
        return found if found and found.span.start == offset else None

    def _sentence(self, paragraph: Paragraph, offset: int) -> Span:
        inside = (each for each in sentences(self.document.text, paragraph.body) if offset <= each.end)
        return next(inside, paragraph.body)

    def _lines(self, span: Span) -> tuple[Part, ...]:
        start, parts = span.start, []
        for line in self.document.quote(span).split("\n"):
            parts.append(Part(None, trimmed(self.document.text, Span(start, start + len(line)))))
            start += len(line) + 1
        return tuple(part for part in parts if len(part.span))


def _alike(words: set[str], other: set[str]) -> bool:
    return len(words & other) >= _SAME * min(len(words), len(other))
