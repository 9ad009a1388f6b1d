"""Reported decisions: what a paper tells in retrospect that some body decided."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from corpus.dates import first_date
from corpus.document import Document
from corpus.findings import ReportedDecision
from corpus.vocabulary import PaperKind
from extract.paragraphs import Paragraph, folded, sentences
from extract.places import Places
from extract.regexes import labelled, searches
from extract.rulebook import rules

_TELLING = (PaperKind.REPORT, PaperKind.PRESENTATION, PaperKind.DECISION_NOTICE, PaperKind.CALL_IN, PaperKind.APPENDIX)
_ASKED = re.compile(
    r"\b(?:is|are) (?:asked|recommended|requested|invited)\b|\bto be (?:agreed|approved)\b|\bsubject to\b"
)
_BY = re.compile(
    r"\b(?:[Tt]he )?(?P<by>(?:[A-Z][\w'’&-]+ (?:(?:and|of|for|&) )?){0,7}(?:Board|Committee|Council|Cabinet|Panel|"
    r"Group|Forum|Governing Body|Alliance|Partnership|Trust|CCG|Government|Executive|Providers|Commissioners))\b"
)


@Language.factory("minuted_reported_decisions", assigns=["doc._.reported_decisions"])
class ReportedDecisionFinder:
    """Sets ``doc._.reported_decisions``: one a sentence, in papers that report and do not decide."""

    def __init__(self, nlp: Language, name: str) -> None:
        self._rules = labelled(rules("reported"), "reported")

    def __call__(self, doc: Doc) -> Doc:
        doc._.reported_decisions = tuple(self._found(doc._.document, doc._.paragraphs))
        return doc

    def _found(self, document: Document, paragraphs: Sequence[Paragraph]) -> Iterator[ReportedDecision]:
        places = Places(document)
        for paragraph in paragraphs:
            paper = document.paper_at(paragraph.span.start)
            if paper is None or paper.kind not in _TELLING or paragraph.is_heading:
                continue
            for sentence in sentences(document.text, paragraph.body):
                text = document.quote(sentence)
                told = next(searches(self._rules, text), None)
                if told is None or _ASKED.search(text):
                    continue
                section = document.section_at(sentence.start)
                by = _BY.search(text)
                yield ReportedDecision(
                    id=places.finding_id("e", sentence.start),
                    text=folded(text),
                    by=folded(by["by"]) if by else None,
                    date=first_date(text),
                    section=section.id if section else None,
                    span=sentence,
                    rule=told[0].id,
                )
