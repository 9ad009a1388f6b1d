"""Reported decisions: what a paper tells in retrospect that some body decided."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from corpus.document import Document, Paper
from corpus.findings import Decision, ReportedDecision
from corpus.spans import Span
from corpus.vocabulary import PaperKind
from extract.paragraphs import Paragraph, folded, sentences
from extract.parts import Part, read_parts
from extract.places import Places
from extract.regexes import labelled, searches
from extract.reporteddates import decided_on, tells_earlier_day
from extract.rulebook import Rule

_REPORTING = (
    PaperKind.REPORT,
    PaperKind.PRESENTATION,
    PaperKind.DECISION_NOTICE,
    PaperKind.CALL_IN,
    PaperKind.APPENDIX,
    PaperKind.OTHER,
)
_RETELLING = (PaperKind.MINUTES, PaperKind.AGENDA)
_LIST_FOLLOWS = re.compile(
    r"\b(?:the following(?: \w+){0,3}|(?:resolved|agreed|decided|proposing)(?: that| to| as follows)?)\s?[:;]$"
)
_LONGEST_ANNOUNCEMENT = 60  # characters between the words that tell of a decision and the list that it announces
_LONGEST_REMARK = 3  # words
_OF_THIS_MEETING = re.compile(
    r"\b(?:minutes|notes) of\b|\bproposed by\b|\bseconded\b|\b(?:correct|accurate|true)\b.{0,20}\brecord\b",
    re.IGNORECASE,
)


@Language.factory(
    "minuted_reported_decisions",
    assigns=["doc._.reported_decisions"],
    requires=["doc._.cues", "doc._.decisions", "doc._.recommendations"],
)
class ReportedDecisionFinder:
    """Sets ``doc._.reported_decisions``: one a sentence, or one a part of the list that a sentence announces."""

    def __init__(self, nlp: Language, name: str) -> None:
        self._rules = tuple(rule for label in ("reported", "earlier", "dated") for rule in labelled("reported", label))

    def __call__(self, doc: Doc) -> Doc:
        tried = doc._.cues.tried(self._rules, doc._.paragraphs)
        asked = [recommendation.span for recommendation in doc._.recommendations]
        reading = _Reading(doc._.document, doc._.paragraphs, doc._.decisions, asked)
        doc._.reported_decisions = tuple(reading.found(tried))
        return doc


@dataclass(frozen=True, slots=True)
class _Telling:
    """Who decided and when, as a sentence tells, by which rule, and whether it announces a list of what was decided."""

    rule: Rule
    by: str | None
    date: str | None
    announces: bool


class _Reading:
    """One document, its paragraphs, and where its own meetings decided something (``resolved``: under a formula)."""

    def __init__(
        self,
        document: Document,
        paragraphs: Sequence[Paragraph],
        decisions: Sequence[Decision],
        asked: Sequence[Span],
    ) -> None:
        self._document = document
        self._paragraphs = paragraphs
        self._places = Places(document)
        self._decided = [decision.span for decision in decisions]
        self._resolved = [decision.span for decision in decisions if decision.explicit]
        self._asked = asked

    def found(self, tried: Mapping[int, Sequence[Rule]]) -> Iterator[ReportedDecision]:
        listed_until = 0
        told: set[tuple[str, str]] = set()
        for index, rules in tried.items():
            paragraph = self._paragraphs[index]
            paper = self._document.paper_at(paragraph.span.start)
            if paper is None or paragraph.is_heading or paragraph.span.start < listed_until:
                continue
            for sentence in sentences(self._document.text, paragraph.body):
                telling = self._telling(sentence, rules, paper)
                if telling is None:
                    continue
                spans = [self._whole(sentence, paragraph)]
                if telling.announces and (parts := self._parts(paragraph)):
                    spans = [part.span for part in parts]
                    listed_until = spans[-1].end
                for reported in (self._reported(span, telling) for span in spans):
                    # A report that says the same twice tells of one decision; minutes say it of each application.
                    if paper.kind in _RETELLING or (paper.id, reported.text) not in told:
                        told.add((paper.id, reported.text))
                        yield reported

    def _whole(self, sentence: Span, paragraph: Paragraph) -> Span:
        """``sentence``, or all of its paragraph where it says only how an application ended: "Application Refused."."""
        is_remark = len(self._document.quote(sentence).split()) <= _LONGEST_REMARK
        return paragraph.body if is_remark else sentence

    def _telling(self, sentence: Span, rules: Sequence[Rule], paper: Paper) -> _Telling | None:
        """What ``sentence`` tells of a decision of another time, if it does."""
        retells = paper.kind in _RETELLING
        if not retells and paper.kind not in _REPORTING:
            return None
        text = self._document.quote(sentence)
        if retells and (_OF_THIS_MEETING.search(text) or any(sentence.overlaps(span) for span in self._resolved)):
            return None
        if any(sentence.overlaps(span) for span in self._asked):
            return None
        for rule, match in searches([rule for rule in rules if not retells or rule.label != "reported"], text):
            before = text[: match.start()]
            if any(True for _ in searches(labelled("reported", "unless"), before)):
                continue
            decided = Span(sentence.start + match.start(), sentence.start + match.end())
            by = _decider(match)
            if rule.label == "dated" and not (retells and self._is_earlier(sentence, decided, by)):
                continue
            announces = (
                rule.label == "reported"
                and len(text) - match.end() <= _LONGEST_ANNOUNCEMENT
                and _LIST_FOLLOWS.search(text) is not None
            )
            return _Telling(rule, by, decided_on(self._document, sentence, decided), announces)
        return None

    def _is_earlier(self, sentence: Span, decided: Span, by: str | None) -> bool:
        """Whether a sentence of minutes tells the day of a decision before their meeting, and none of their own.

        A meeting's own minutes don't say by whom and on which day it decided.
        """
        is_own = by is None and any(sentence.overlaps(span) for span in self._decided)
        return not is_own and tells_earlier_day(self._document, sentence, decided)

    def _parts(self, paragraph: Paragraph) -> tuple[Part, ...]:
        """The list below "Cabinet resolved the following:"."""

        def stops(other: Paragraph) -> bool:
            return other.is_heading or self._places.begins_section(other.span.start)

        text, end = self._document.text, paragraph.span.end
        parts, _ = read_parts(text, self._paragraphs, paragraph.index, end, stops)
        return tuple(part for part in parts if part.span.start >= end)

    def _reported(self, span: Span, telling: _Telling) -> ReportedDecision:
        section = self._document.section_at(span.start)
        return ReportedDecision(
            id=self._places.finding_id("e", span.start),
            text=folded(self._document.quote(span)),
            by=telling.by,
            date=telling.date,
            section=section.id if section else None,
            span=span,
            rule=telling.rule.id,
        )


def _decider(match: re.Match[str]) -> str | None:
    """Who decided, as written but for its article."""
    named = next((said for group, said in match.groupdict().items() if group.startswith("by") and said), None)
    return folded(named).removeprefix("the ").removeprefix("The ") if named else None
