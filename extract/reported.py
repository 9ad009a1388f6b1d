"""Reported decisions: what a paper tells in retrospect that some body decided."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from corpus.dates import first_date
from corpus.document import Document
from corpus.findings import ReportedDecision, RuleId
from corpus.spans import Span
from corpus.vocabulary import PaperKind
from extract.paragraphs import Paragraph, folded, sentences
from extract.parts import Part, read_parts
from extract.places import Places
from extract.regexes import labelled, searches
from extract.rulebook import Rule

_TELLING = (PaperKind.REPORT, PaperKind.PRESENTATION, PaperKind.DECISION_NOTICE, PaperKind.CALL_IN, PaperKind.APPENDIX)
_ASKED = re.compile(
    r"\b(?:is|are) (?:asked|recommended|requested|invited)\b|\bto be (?:agreed|approved)\b|\bsubject to\b"
)
_FOLLOWING = re.compile(r"\b(?:the following(?: \w+){0,3}|resolved(?: that| to)?):$")
_BY = re.compile(
    r"\b(?:[Tt]he )?(?P<by>(?:[A-Z][\w'’&-]{1,60} (?:(?:and|of|for|&) )?){0,7}(?:Board|Committee|Council|Cabinet|Panel|"
    r"Group|Forum|Governing Body|Alliance|Partnership|Trust|CCG|Government|Executive|Providers|Commissioners))\b"
)


@Language.factory("minuted_reported_decisions", assigns=["doc._.reported_decisions"], requires=["doc._.cues"])
class ReportedDecisionFinder:
    """Sets ``doc._.reported_decisions``: one a sentence, in papers that report and do not decide."""

    def __init__(self, nlp: Language, name: str) -> None:
        self._rules = (*labelled("reported", "reported"), *labelled("reported", "earlier"))

    def __call__(self, doc: Doc) -> Doc:
        tried = doc._.cues.tried(self._rules, doc._.paragraphs)
        doc._.reported_decisions = tuple(_found(doc._.document, doc._.paragraphs, tried))
        return doc


def _found(
    document: Document, paragraphs: Sequence[Paragraph], tried: Mapping[int, Sequence[Rule]]
) -> Iterator[ReportedDecision]:
    places = Places(document)
    listed_until = 0
    for index, rules in tried.items():
        paragraph = paragraphs[index]
        paper = document.paper_at(paragraph.span.start)
        book = _telling(rules, paper.kind) if paper else ()
        if not book or paragraph.is_heading or paragraph.span.start < listed_until:
            continue
        for sentence in sentences(document.text, paragraph.body):
            text = document.quote(sentence)
            told = next(searches(book, text), None)
            if told is None or _ASKED.search(text):
                continue
            spans = [sentence]
            if _FOLLOWING.search(text) and (parts := _parts(document, places, paragraphs, paragraph)):
                spans = [part.span for part in parts]
                listed_until = spans[-1].end
            yield from (_reported(document, places, span, told[0].id, text) for span in spans)


def _telling(book: Sequence[Rule], kind: PaperKind) -> Sequence[Rule]:
    """Minutes tell their own meeting's decisions; only what is told as past by then is reported."""
    if kind in _TELLING:
        return book
    return [rule for rule in book if rule.label == "earlier"] if kind is PaperKind.MINUTES else ()


def _parts(
    document: Document, places: Places, paragraphs: Sequence[Paragraph], paragraph: Paragraph
) -> tuple[Part, ...]:
    """The list below "Cabinet resolved the following:"."""

    def stops(other: Paragraph) -> bool:
        return other.is_heading or places.begins_section(other.span.start)

    parts, _ = read_parts(document.text, paragraphs, paragraph.index, paragraph.span.end, stops)
    return tuple(part for part in parts if part.span.start >= paragraph.span.end)


def _reported(document: Document, places: Places, span: Span, rule: RuleId, told: str) -> ReportedDecision:
    """One reported decision; ``told`` is the sentence that says who decided it and when."""
    section = document.section_at(span.start)
    by = _BY.search(told)
    return ReportedDecision(
        id=places.finding_id("e", span.start),
        text=folded(document.quote(span)),
        by=folded(by["by"]) if by else None,
        date=first_date(told),
        section=section.id if section else None,
        span=span,
        rule=rule,
    )
