"""Decisions: what a meeting or a decision maker decided, under a formula, by motions and in running prose."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from corpus.document import Document
from corpus.vocabulary import PaperKind
from extract.decided import Decided, decision
from extract.matched import Matched
from extract.matching import RuleMatcher
from extract.moving import with_motions
from extract.proseresolutions import ProseReader
from extract.repeated import once
from extract.resolutions import resolutions
from extract.rulebook import rules
from extract.settled import EXPLICIT_ONLY

_DECIDING = (PaperKind.MINUTES, PaperKind.DECISION_NOTICE, PaperKind.OTHER, PaperKind.AGENDA, PaperKind.ACTION_LOG)
_FORMULAS = ("lead", "verb", "acts")
_OF_MINUTES = (*_FORMULAS, "recommended")  # elsewhere RECOMMENDED is what is asked for


@Language.factory("minuted_decisions", assigns=["doc._.decisions"], requires=["doc._.cues", "doc._.proceedings"])
class DecisionFinder:
    """Sets ``doc._.decisions``: explicit ones under a formula, then those told in running prose."""

    def __init__(self, nlp: Language, name: str) -> None:
        self._matcher = RuleMatcher(nlp.vocab, [rule for rule in rules("decisions") if rule.cues])

    def __call__(self, doc: Doc) -> Doc:
        document: Document = doc._.document
        deciding = [paper.span for paper in document.papers if paper.kind in _DECIDING]
        matches = self._matcher.matches(doc, document.text, doc._.cues.within(deciding))
        matched = Matched(document, doc._.paragraphs, matches)
        found = with_motions(matched, tuple(once(matched, _decided(matched))), doc._.proceedings)
        doc._.decisions = tuple(decision(document, matched.places, decided, moved) for decided, moved in found)
        return doc


def _decided(matched: Matched) -> Iterator[Decided]:
    """All that was decided: a paragraph that holds a formula is read by it alone."""
    after = since = 0
    prose = ProseReader(matched)
    for index in matched.indexes():
        paragraph = matched.paragraphs[index]
        paper = matched.document.paper_at(paragraph.span.start)
        if index < after or paper is None or paper.kind not in _DECIDING:
            continue
        found: tuple[Decided, ...] = ()
        formulas = matched.of(index, *(_OF_MINUTES if paper.kind is PaperKind.MINUTES else _FORMULAS))
        if formulas:
            found, after = resolutions(matched, index, formulas)
        if not found and paper.kind not in EXPLICIT_ONLY:
            found = prose.read(index, since)
        yield from found
        since = max((each.part.span.end for each in found), default=since)
