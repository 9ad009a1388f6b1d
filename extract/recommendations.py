"""Recommendations: what a report asks its board to do, ask by ask."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from corpus.document import Document, Paper, Section
from corpus.findings import Recommendation, RuleId
from corpus.spans import Span, trimmed
from corpus.vocabulary import PaperKind
from extract.paragraphs import Paragraph, folded, sentences
from extract.parts import Part, inline_parts, read_parts
from extract.places import Places
from extract.rulebook import Rule, rules

_ASKING = (PaperKind.REPORT, PaperKind.PRESENTATION, PaperKind.OTHER, PaperKind.CALL_IN, PaperKind.APPENDIX)
_LONGEST_ASK = 2500  # characters; a longer "recommendation" is a section of prose about one
_SAME = 0.8  # share of words in common at which an ask is the same as one before it
_LEAST_WORDS = 3


@Language.factory("minuted_recommendations", assigns=["doc._.recommendations"])
class RecommendationFinder:
    """Sets ``doc._.recommendations``; an ask that a paper repeats is one."""

    def __init__(self, nlp: Language, name: str) -> None:
        book = rules("recommendations")
        self._headings = [rule for rule in book if rule.label == "heading"]
        self._asks = [rule for rule in book if rule.label == "ask"]

    def __call__(self, doc: Doc) -> Doc:
        document: Document = doc._.document
        places = Places(document)
        found: list[Recommendation] = []
        for paper in document.papers:
            if paper.kind not in _ASKING:
                continue
            asked: list[tuple[Part, RuleId]] = sorted(
                [*self._under_headings(document, paper, doc._.paragraphs, places),
                 *self._of_fields(document, paper), *self._in_prose(document, paper, doc._.paragraphs, places)],
                key=lambda each: each[0].span.start,
            )  # fmt: skip
            kept: list[set[str]] = []
            for part, rule in asked:
                text = folded(document.quote(part.span))
                words = set(text.lower().split())
                if len(words) < _LEAST_WORDS or any(_alike(words, other) for other in kept):
                    continue
                kept.append(words)
                section = document.section_at(part.span.start)
                found.append(
                    Recommendation(
                        id=places.finding_id("r", part.span.start),
                        text=text,
                        number=part.number,
                        paper=paper.id,
                        section=section.id if section else None,
                        span=part.span,
                        rule=rule,
                    )
                )
        doc._.recommendations = tuple(found)
        return doc

    def _under_headings(
        self, document: Document, paper: Paper, paragraphs: Sequence[Paragraph], places: Places
    ) -> Iterator[tuple[Part, RuleId]]:
        for section in document.sections:
            if section.paper != paper.id or not section.heading:
                continue
            rule = next((rule for rule in self._headings if rule.regex and rule.regex.search(section.heading)), None)
            if rule is not None:
                yield from ((part, rule.id) for part in _section_parts(document, section, paragraphs, places))

    def _of_fields(self, document: Document, paper: Paper) -> Iterator[tuple[Part, RuleId]]:
        for field in paper.fields:
            rule = next((rule for rule in self._headings if rule.regex and rule.regex.search(field.label)), None)
            if rule is None or not len(field.span):
                continue
            parts = tuple(inline_parts(document.text, field.span)) or tuple(_lines(document, field.span))
            yield from ((part, rule.id) for part in parts)

    def _in_prose(
        self, document: Document, paper: Paper, paragraphs: Sequence[Paragraph], places: Places
    ) -> Iterator[tuple[Part, RuleId]]:
        for paragraph in paragraphs:
            if not paper.span.contains(paragraph.span):
                continue
            found = _first_match(self._asks, paragraph.text)
            if found is None:
                continue
            rule, end = found
            rest = paragraph.text[end:].strip()
            if rest and not rest.endswith(":"):
                asked = paragraph.span.start + end
                sentence = next(each for each in sentences(document.text, paragraph.body) if asked <= each.end)
                yield Part(paragraph.number, sentence), rule.id
                continue
            parts, _ = read_parts(
                document.text, paragraphs, paragraph.index, paragraph.span.end, _stopper(places, paper.span.end)
            )
            yield from ((part, rule.id) for part in parts)


def _section_parts(
    document: Document, section: Section, paragraphs: Sequence[Paragraph], places: Places
) -> Iterator[Part]:
    """The asks of a section of recommendations: behind its heading, then paragraph by paragraph to its end."""
    inside = [paragraph for paragraph in paragraphs if section.span.contains(paragraph.span)]
    if not inside:
        return
    heading = section.heading or ""
    first = inside[0]
    at = document.text.find(heading.split()[0], first.span.start) if heading else first.span.start
    after_heading = min(max(at, first.span.start) + len(heading), first.span.end)
    rest = document.text[after_heading : first.span.end].lstrip(" :.–-\t")
    start = first.span.end - len(rest)
    parts, _ = read_parts(document.text, paragraphs, first.index, start, _stopper(places, section.span.end))
    limit = start + _LONGEST_ASK
    yield from (part for part in parts if part.span.start < limit and len(part.span) < _LONGEST_ASK)
    last = parts[-1].span.end if parts else first.span.end
    for inner in document.sections:
        if inner.parent != section.id or inner.span.start < last or inner.heading or inner.span.start > limit:
            continue
        body = trimmed(document.text, Span(inner.span.start + len(inner.number or ""), inner.span.end))
        said = document.quote(body).lstrip(". )\t")
        opening = next((paragraph for paragraph in inside if paragraph.span.start == inner.span.start), None)
        if opening is None or not said:
            continue
        begins = opening.span.start + document.quote(opening.span).find(said[:20])
        yield from read_parts(document.text, paragraphs, opening.index, begins, _stopper(places, inner.span.end))[0]


def _stopper(places: Places, end: int) -> Callable[[Paragraph], bool]:
    def stops(paragraph: Paragraph) -> bool:
        return paragraph.span.start >= end or paragraph.is_heading or places.begins_section(paragraph.span.start)

    return stops


def _lines(document: Document, span: Span) -> Iterator[Part]:
    start = span.start
    for line in document.quote(span).split("\n"):
        part = trimmed(document.text, Span(start, start + len(line)))
        start += len(line) + 1
        if len(part):
            yield Part(None, part)


def _first_match(asks: Sequence[Rule], text: str) -> tuple[Rule, int] | None:
    for rule in asks:
        if rule.regex and (match := rule.regex.search(text)):
            return rule, match.end()
    return None


def _alike(words: set[str], other: set[str]) -> bool:
    return len(words & other) >= _SAME * min(len(words), len(other))
